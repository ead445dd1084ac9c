import CKernels
import Tensors

/// A training under way: its programs and data, and the loop that runs them.
final class TrainingRun {
  private let training: Training
  private let precision: Precision
  private let full: CompiledGraph
  private let last: CompiledGraph?
  private let judge: CompiledGraph?
  private let memory = MemoryPool()
  private let state: UnsafeMutablePointer<nnb_training>
  /// The optimizer's memory: its states, and the powers of Adam's shares.
  private let moments: [UnsafeMutableRawPointer]
  private let powers: UnsafeMutablePointer<Double>
  /// Which parameters are weights, where weights decay.
  private let roles: UnsafeMutableRawPointer?

  init(_ training: Training, epochs: Int, _ instructionSet: InstructionSet, fuses: Bool) {
    let precision = training.method.precision
    func program(_ batch: BatchGraph, _ owner: CompiledGraph?) -> CompiledGraph {
      CompiledGraph(
        batch.graph, results: batch.results, precision: precision, instructionSet: instructionSet,
        fuses: fuses,
        parametersOf: owner)
    }
    self.training = training
    self.precision = precision
    let full = program(training.full, nil)
    self.full = full
    last = training.last.map { program($0, full) }
    judge = training.judge.map { program($0, full) }
    state = memory.take(1, of: nnb_training.self)
    powers = memory.take(2, of: Double.self)
    powers.update(repeating: 1, count: 2)
    let (memory, length) = (memory, full.parameters.count * precision.width)
    moments = (0..<training.method.optimizer.kind.stateCount).map { _ in memory.bytes(length) }
    roles = training.method.decays ? memory.bytes(length) : nil
    writeRoles()
    prepare(epochs, instructionSet)
  }

  /// Runs to the end in slices and says what came out.
  func finish(slice: Int?, _ goOn: (Training.Progress) -> Bool) -> Training.Result {
    let perStep = max(training.full.fuel, 1)
    // A slice is about 10 ms of work; what is asked between two of them changes no bit.
    let length = slice ?? max(1, 20_000_000 / perStep)
    while true {
      let end = nnb_train(state, length)
      if end != NNB_GOING_ON { return result(end) }
      let loss = state.pointee.epoch > 0 ? state.pointee.losses[state.pointee.epoch - 1] : .nan
      if !goOn(Training.Progress(epoch: state.pointee.epoch, loss: loss)) { return result(nil) }
    }
  }

  /// The training as it stands now for `Tests/Machines/Replay.c`: four numbers (the bytes of its memory, where in it
  /// its state and its parameters stand, and the bytes of these), and the memory.
  func image(_ instructionSet: InstructionSet) -> [UInt8] {
    var image = TrainingImage([full, last, judge].compactMap { $0?.blocks }.joined() + memory.blocks)
    image.move(state, instructionSet)
    let parameters = parameterBytes
    let header = [
      image.bytes.count, image.offset(of: state), parameters.baseAddress.map { image.offset(of: $0) } ?? 0,
      parameters.count,
    ]
    return header.flatMap { withUnsafeBytes(of: $0, Array.init) } + image.bytes
  }

  /// What the parameters hold now.
  var parameterBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: full.parameters.address, count: full.parameters.count * precision.width)
  }

  // MARK: Preparing

  private func prepare(_ epochs: Int, _ instructionSet: InstructionSet) {
    let (examples, method) = (training.examples, training.method)
    let inputs = data(examples.inputs)
    let targets = data(examples.targets)
    state.pointee.full = batch(full, training.full, inputs, targets, instructionSet)
    if let program = last, let graph = training.last {
      state.pointee.last = batch(program, graph, inputs, targets, instructionSet)
    }
    if let program = judge, let graph = training.judge, let validation = training.validation {
      program.write(validation.inputs.elements, to: graph.inputs)
      program.write(validation.targets.elements, to: graph.targets)
      state.pointee.validation = nnb_batch(
        instructions: program.instructions.baseAddress, count: program.instructions.count, rows: graph.rows,
        loss: program.address(graph.loss))
    }
    state.pointee.precision = precision.code
    state.pointee.full_batches = examples.count / training.full.rows
    state.pointee.epochs = epochs
    state.pointee.examples = examples.count
    if let order = method.order {
      state.pointee.order = memory.take(examples.count, of: Int.self)
      state.pointee.order_key = order.key
    }
    switch method.stop {
    case .below(let bound): (state.pointee.stops_below, state.pointee.below) = (1, bound)
    case .patience(let count): state.pointee.patience = count
    case nil: break
    }
    state.pointee.largest_loss = Training.largestLoss
    state.pointee.losses = memory.take(epochs, of: Double.self)
    state.pointee.validation_losses = memory.take(epochs, of: Double.self)
  }

  /// Writes 1 for every weight and leaves 0 for the biases, at the addresses of the parameters.
  private func writeRoles() {
    guard let roles else { return }
    let weights = training.graph.weights(of: training.output)
    var offset = 0
    for node in training.graph.parameters(of: training.output) {
      let count = training.graph.shape(of: node).count
      if weights.contains(node) { precision.write([Double](repeating: 1, count: count), to: roles + offset) }
      offset += Arena.padded(count * precision.width)
    }
  }

  private func data(_ tensor: Tensor) -> UnsafeMutableRawPointer {
    let address = memory.bytes(tensor.count * precision.width)
    precision.write(tensor.elements, to: address)
    return address
  }

  /// The instructions of one batch: its rows and masks, the program, the optimizer.
  private func batch(
    _ program: CompiledGraph, _ graph: BatchGraph, _ inputs: UnsafeMutableRawPointer,
    _ targets: UnsafeMutableRawPointer, _ instructionSet: InstructionSet
  ) -> nnb_batch {
    var instructions: [nnb_instruction] = []
    let isWhole = graph.rows == training.examples.count && training.method.order == nil
    for (node, data) in [(graph.inputs, inputs), (graph.targets, targets)] {
      let size = graph.graph.shape(of: node).count / graph.rows
      if isWhole {
        // All rows in their order stay where they are for ever.
        program.address(node).copyMemory(from: data, byteCount: graph.rows * size * precision.width)
      } else {
        instructions.append(takingRows(to: program.address(node), from: data, graph.rows, size))
      }
    }
    var first = 0
    for mask in graph.masks {
      let count = graph.graph.shape(of: mask.input).count
      instructions.append(drawingMask(program.address(mask.input), count, mask.share, first))
      first += count
    }
    instructions += program.instructions
    instructions.append(optimizing(program, instructionSet))
    let address = memory.take(instructions.count, of: nnb_instruction.self)
    for (i, instruction) in instructions.enumerated() { address[i] = instruction }
    return nnb_batch(
      instructions: address, count: instructions.count, rows: graph.rows, loss: program.address(graph.loss))
  }

  private func takingRows(
    to address: UnsafeMutableRawPointer, from data: UnsafeMutableRawPointer, _ rows: Int, _ size: Int
  ) -> nnb_instruction {
    var instruction = nnb_instruction()
    instruction.run = nnb_take_rows
    (instruction.address.0, instruction.address.1, instruction.address.2) = (
      address, data, UnsafeMutableRawPointer(state)
    )
    (instruction.size.0, instruction.size.1, instruction.size.2) = (rows, size, precision.width)
    return instruction
  }

  private func drawingMask(
    _ address: UnsafeMutableRawPointer, _ count: Int, _ p: Double, _ first: Int
  ) -> nnb_instruction {
    let key = memory.take(1, of: Int.self)
    key.pointee = Int(bitPattern: UInt(training.method.dropout.key))
    var instruction = nnb_instruction()
    instruction.run = nnb_draw_mask
    (instruction.address.0, instruction.address.1) = (address, UnsafeMutableRawPointer(state))
    (instruction.size.0, instruction.size.1, instruction.size.2) = (count, first, precision.width)
    instruction.number.0 = p
    instruction.table = UnsafePointer(key)
    return instruction
  }

  private func optimizing(_ program: CompiledGraph, _ instructionSet: InstructionSet) -> nnb_instruction {
    let (method, kind) = (training.method, training.method.optimizer.kind)
    var instruction = nnb_instruction()
    instruction.run = instructionSet.kernel(kind.code, precision)
    (instruction.address.0, instruction.address.1) = (program.parameters.address, program.results)
    if moments.count > 0 { instruction.address.2 = moments[0] }
    if moments.count > 1 { instruction.address.3 = moments[1] }
    instruction.address.4 = UnsafeMutableRawPointer(powers)
    instruction.address.5 = roles
    instruction.size.0 = program.parameters.count
    let numbers = [method.l1, method.l2] + method.optimizer.numbers
    withUnsafeMutableBytes(of: &instruction.number) { bytes in
      let target = bytes.bindMemory(to: Double.self)
      for (i, number) in numbers.enumerated() { target[i] = number }
    }
    return instruction
  }

  // MARK: The end

  private func result(_ end: nnb_training_end?) -> Training.Result {
    let parameters = training.full.graph.parameters(of: training.full.loss)
    var graph = training.graph
    // The batch form keeps the parameters in the order of the net.
    for (own, batch) in zip(training.graph.parameters(of: training.output), parameters) {
      graph = graph.replacing(own, by: Tensor(graph.shape(of: own), full.read(batch)))
    }
    let losses = Array(UnsafeBufferPointer(start: state.pointee.losses, count: state.pointee.epoch))
    let validation = judge == nil ? 0 : state.pointee.epoch
    return Training.Result(
      graph: graph, losses: losses,
      validationLosses: Array(UnsafeBufferPointer(start: state.pointee.validation_losses, count: validation)),
      steps: state.pointee.step, end: end == NNB_DIVERGED ? reason(end) : outgrown(graph) ?? reason(end))
  }

  private func reason(_ end: nnb_training_end?) -> Training.Result.End {
    switch (end, training.method.stop) {
    case (NNB_BELOW, .below(let bound)?): return .below(bound)
    case (NNB_PATIENCE, .patience(let count)?): return .patience(count)
    case (nil, _): return .interrupted
    case (NNB_DIVERGED, _):
      let (parameter, size) = explodedGradient()
      return .diverged(step: state.pointee.step, parameter: parameter, size: size)
    case (_, _): return .epochs
    }
  }

  /// What became of a parameter that is no number any more, or far beyond the targets and all first parameters.
  private func outgrown(_ graph: Graph) -> Training.Result.End? {
    let parameters = training.graph.parameters(of: training.output)
    let first = training.graph.largestParameter(of: training.output)
    let usual = max(1, first, training.examples.targets.largestMagnitude)
    let sizes = parameters.map { graph.constant(at: $0)?.largestMagnitude ?? 0 }
    guard let worst = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return nil }
    let index = sizes.firstIndex(where: \.isNaN) ?? worst
    guard !(sizes[index] <= Training.largestGrowth * usual) else { return nil }
    return .outgrown(parameter: parameters[index], size: sizes[index])
  }

  /// The parameter with the first gradient that is no number, or else the largest.
  private func explodedGradient() -> (Graph.Node?, Double) {
    let isLast =
      state.pointee.batch == 0 && training.last != nil || state.pointee.batch > state.pointee.full_batches
    let (program, graph) = isLast ? (last ?? full, training.last ?? training.full) : (full, training.full)
    var worst: (index: Int?, size: Double) = (nil, -1)
    var offset = 0
    let own = training.graph.parameters(of: training.output)
    for (i, gradient) in graph.gradients.enumerated() {
      let count = graph.graph.shape(of: gradient).count
      let values = precision.read(count, from: program.results + offset)
      offset += Arena.padded(count * precision.width)
      let size = Tensor(values).largestMagnitude
      if size.isNaN { return (own[i], size) }
      if size > worst.size { worst = (i, size) }
    }
    return (worst.index.map { own[$0] }, max(worst.size, 0))
  }
}

/// Memory that lives as long as a training.
private final class MemoryPool {
  private(set) var blocks: [UnsafeRawBufferPointer] = []

  /// Returns zeroed memory for so many bytes.
  func bytes(_ count: Int) -> UnsafeMutableRawPointer {
    let block = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: Arena.alignment)
    block.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 1))
    blocks.append(UnsafeRawBufferPointer(start: block, count: max(count, 1)))
    return block
  }

  /// Returns zeroed memory for so many values.
  func take<T>(_ count: Int, of type: T.Type) -> UnsafeMutablePointer<T> {
    bytes(count * MemoryLayout<T>.stride).bindMemory(to: type, capacity: count)
  }

  deinit { for block in blocks { block.deallocate() } }
}

extension Training {
  /// Beyond this a loss grows without end.
  static let largestLoss = 1e30
  /// Beyond so many times the usual size a parameter does: no step of a training that works leads there.
  static let largestGrowth = 1e12
}

extension Tensor {
  /// The largest magnitude of an element; NaN where one is NaN.
  var largestMagnitude: Double {
    elements.reduce(0) { $1.isNaN || $0.isNaN ? .nan : max($0, $1.magnitude) }
  }
}
