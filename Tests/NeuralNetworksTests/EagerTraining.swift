import CKernels
import Tensors

@testable import NeuralNetworks

/// A training with every operation by itself: no plan, no shared memory, and each parameter with its own optimizer.
struct EagerTraining {
  private(set) var parameters: [Tensor]
  private(set) var steps = 0
  private let training: Training
  private let instructionSet: InstructionSet
  private var moments: [[[Double]]]
  /// What each element of a parameter is: 1 in a weight, 0 in a bias; −1 where l1 holds it at 0.
  private var roles: [[Double]]
  private var epochs = 0
  /// The net for a full batch and for the short one at the end, by their rows.
  private var nets: [Int: LossNet] = [:]

  /// The loss of a batch and its gradient, written with public parts alone.
  private struct LossNet {
    var graph: Graph
    let masks: [Graph.DroppedOut.Mask]
    let parameters: [Graph.Node]
    let results: [Graph.Node]

    init(_ training: Training, rows: Int) throws {
      let batch = training.graph.batched(rows: rows)
      let dropped = batch.graph.droppedOut()
      graph = dropped.graph
      masks = dropped.masks
      let targets = graph.addInput(training.examples.targets.shape.droppingFirst().prefixed(by: rows))
      var output = dropped[batch[training.output]]
      if training.graph.shape(of: training.output) == [1] {
        output = graph.appending(.reshape(to: [rows]), [output])
      }
      let loss = try training.method.loss.build(&graph, output, targets).get()
      parameters = graph.parameters(of: loss)
      results = try graph.gradient(of: loss, by: parameters) + [loss]
    }
  }

  init(_ training: Training, instructionSet: InstructionSet) throws {
    self.training = training
    self.instructionSet = instructionSet
    parameters = training.graph.parameters.compactMap { training.graph.constant(at: $0) }
      .map { $0.rounded(to: training.method.precision) }
    let states = training.method.optimizer.kind.stateCount
    moments = parameters.map { parameter in
      (0..<states).map { _ in [Double](repeating: 0, count: parameter.count) }
    }
    let weights = training.graph.weights(of: training.output)
    roles = training.graph.parameters.map { node in
      [Double](repeating: weights.contains(node) ? 1 : 0, count: training.graph.shape(of: node).count)
    }
    let count = training.examples.count
    let rows = training.method.batch ?? count
    nets[rows] = try LossNet(training, rows: rows)
    if count % rows > 0 { nets[count % rows] = try LossNet(training, rows: count % rows) }
  }

  /// Goes once through the examples and returns their mean loss before each update.
  mutating func epoch() -> Double {
    epochs += 1
    let count = training.examples.count
    var order = Array(0..<count)
    if let stream = training.method.order { nnb_shuffle(&order, count, stream.key, UInt32(epochs)) }
    let rows = training.method.batch ?? count
    guard rows < count else { return step(order) }
    var sum = 0.0
    for first in stride(from: 0, to: count, by: rows) {
      let batch = Array(order[first..<min(first + rows, count)])
      sum += step(batch) * Double(batch.count)
    }
    return sum / Double(count)
  }

  private mutating func step(_ rows: [Int]) -> Double {
    guard var net = nets[rows.count] else { preconditionFailure("no net for \(rows.count) rows") }
    for (node, value) in zip(net.parameters, parameters) { net.graph = net.graph.replacing(node, by: value) }
    var first = 0
    let masks = net.masks.map { mask in
      let shape = net.graph.shape(of: mask.input)
      defer { first += shape.count }
      return self.mask(shape, mask.share, first)
    }
    let examples = training.examples
    let tensors = [examples.inputs.rows(rows)] + masks + [examples.targets.rows(rows)]
    let precision = training.method.precision
    let results = net.graph.evaluate(
      net.results, inputs: tensors.map { $0.rounded(to: precision) }, precision: precision,
      instructionSet: instructionSet)
    for place in parameters.indices { update(place, by: results[place]) }
    steps += 1
    return results[parameters.count].elements[0]
  }

  private func mask(_ shape: Shape, _ share: Double, _ first: Int) -> Tensor {
    var mask = [Double](repeating: 0, count: shape.count)
    nnb_dropout_mask(
      &mask, shape.count, share, 1 / (1 - share), training.method.dropout.key, UInt32(steps + 1),
      UInt32(first))
    return Tensor(shape, mask)
  }

  /// One step of the optimizer on one parameter alone, always with the plainest instructions.
  private mutating func update(_ place: Int, by gradient: Tensor) {
    let (method, count) = (training.method, parameters[place].count)
    let arrays = [parameters[place].elements, gradient.elements] + moments[place] + [roles[place]]
    let memory = arrays.map { array in
      let place = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 64)
      method.precision.write(array, to: place)
      return place
    }
    defer { memory.forEach { $0.deallocate() } }
    var instruction = nnb_instruction()
    instruction.run = InstructionSet.present[0].kernel(method.optimizer.kind.code, method.precision)
    (instruction.address.0, instruction.address.1) = (memory[0], memory[1])
    if memory.count > 3 { instruction.address.2 = memory[2] }
    if memory.count > 4 { instruction.address.3 = memory[3] }
    if method.l1 != 0 || method.l2 != 0 { instruction.address.5 = memory[memory.count - 1] }
    instruction.size.0 = count
    let numbers = [method.l1, method.l2] + method.optimizer.numbers
    withUnsafeMutableBytes(of: &instruction.number) { bytes in
      for (i, number) in numbers.enumerated() {
        bytes.storeBytes(of: number, toByteOffset: 8 * i, as: Double.self)
      }
    }
    // Adam's shares to the power of the steps done; the others read none.
    var powers = (method.optimizer.numbers.dropFirst() + [0, 0]).prefix(2).map { share in
      (0..<steps).reduce(1.0) { power, _ in power * share < 0x1p-60 ? 0 : power * share }
    }
    powers.withUnsafeMutableBytes { powers in
      instruction.address.4 = powers.baseAddress
      nnb_run(&instruction, 1)
    }
    parameters[place] = Tensor(parameters[place].shape, method.precision.read(count, from: memory[0]))
    let states = memory.dropFirst(2).map { method.precision.read(count, from: $0) }
    (moments[place], roles[place]) = (Array(states.dropLast()), states[states.count - 1])
  }
}

extension Tensor {
  /// The rows at these places.
  fileprivate func rows(_ places: [Int]) -> Tensor {
    Tensor(shape.droppingFirst().prefixed(by: places.count), places.flatMap { row($0).elements })
  }
}
