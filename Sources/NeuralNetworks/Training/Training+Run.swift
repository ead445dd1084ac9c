import CKernels
import Tensors

extension Training {
  /// The fuel of all epochs.
  public var fuel: Int {
    let batches = Double(examples.count / full.rows)
    let epoch =
      batches * Double(full.fuel) + Double(last?.fuel ?? 0) + Double(judge?.fuel ?? 0)
    let total = epoch * Double(method.epochs)
    return total < 9e18 ? Int(total) : .max
  }

  /// The bytes that a run takes, rather too many than too few: data, parameters and what becomes of them, state of
  /// the optimizer, all values of a step, instructions, history.
  public var memory: Int {
    let precision = method.precision
    let data = precision.width * (examples.inputs.count + examples.targets.count)
    let programs = [full, last, judge].compactMap { $0?.memory(precision) }.reduce(0, +)
    let states = method.optimizer.kind.stateCount + (method.decays ? 1 : 0)
    let state = full.parameterCount * (precision.width * states + 8)
    let order = method.order == nil ? 0 : 8 * examples.count
    return data + programs + state + order + 16 * method.epochs
  }

  /// Trains for the method's epochs, or only the first few of them.
  ///
  /// `goOn` is asked now and then and may end the training after a step; how often changes no bit.
  public func run(
    until epochs: Int? = nil, instructionSet: InstructionSet = .inUse, fuses: Bool = true, slice: Int? = nil,
    _ goOn: (Progress) -> Bool = { _ in true }
  ) -> Result {
    let run = TrainingRun(
      self, epochs: min(epochs ?? method.epochs, method.epochs), instructionSet, fuses: fuses)
    return run.finish(slice: slice, goOn)
  }

  /// The training as bytes for `Tests/Machines/Replay.c`, and behind them the parameters that it ends with here.
  package func replay(instructionSet: InstructionSet = .inUse) -> [UInt8] {
    let run = TrainingRun(self, epochs: method.epochs, instructionSet, fuses: true)
    let image = run.image(instructionSet)
    _ = run.finish(slice: nil) { _ in true }
    return image + Array(run.parameterBytes)
  }

  /// Whether no batch has a gradient at the net with other parameters: then no step moves any of them.
  ///
  /// Cost: that of an epoch.
  public func isStuck(at net: Graph) throws(TrainingProblem) -> Bool {
    var method = method
    // So large a rate shows every gradient that is not 0.
    method.optimizer = Optimizer(.sgd, [0x1p100])
    (method.epochs, method.l1, method.l2, method.stop) = (1, 0, 0, nil)
    let step = try Training(graph: net, output: output, examples: examples, method: method)
    return step.run().graph.hasParameters(of: net, output)
  }

  /// Returns the loss of all examples for the net with other parameters, in batches as they are trained, but with
  /// dropout off; without l1 and l2.
  ///
  /// Cost: not more than that of an epoch.
  public func loss(of net: Graph) throws(TrainingProblem) -> Double {
    var sum = 0.0
    var first = 0
    for (batch, count) in [(full, examples.count / full.rows), (last, last == nil ? 0 : 1)] {
      guard let batch, count > 0 else { continue }
      let judge = try BatchGraph(net, output, examples, rows: batch.rows, method, learns: false)
      for _ in 0..<count {
        let part = examples.part(first..<first + batch.rows)
        let loss = judge.graph.evaluate(
          [judge.loss], inputs: [part.inputs, part.targets], precision: method.precision)[0].elements[0]
        // One batch has its own loss, not one that was multiplied and divided again.
        if batch.rows == examples.count { return loss }
        sum += loss * Double(batch.rows)
        first += batch.rows
      }
    }
    return sum / Double(examples.count)
  }
}

extension BatchGraph {
  /// The fuel of one step.
  var fuel: Int { graph.cost(of: gradients + [loss]) }

  /// The results of its program: the gradients, which meet the parameters, then the loss.
  var results: [Graph.Node] { gradients + [loss] }

  var parameterCount: Int {
    graph.parameters(of: loss).reduce(0) { $0 + graph.shape(of: $1).count }
  }

  /// The bytes of its program, and of an instruction for each node, once for the program and once for the loop.
  func memory(_ precision: Precision) -> Int {
    CompiledGraph.memory(graph, results: results, precision: precision)
      + 2 * graph.count * MemoryLayout<nnb_instruction>.stride
  }
}
