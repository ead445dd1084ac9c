import NeuralNetworks
import Tensors
import Testing

/// The smallest and largest trainings, and those at the borders of what is allowed.
@Suite struct TrainingEdgeTests {
  /// A net of one unit, `w*x + b`, from these numbers.
  private struct Line {
    var graph = Graph(inputShape: [1])
    let output: Graph.Node

    init(w: Double = 0, b: Double = 0, dropout: Double? = nil) {
      let weights = graph.parameter(Tensor([1, 1], [w]))
      var x = graph.input
      if let dropout { x = graph.dropout(x, share: dropout) }
      let product = graph.appending(.matrixProduct, [x, weights])
      output = graph.appending(.add, [product, graph.parameter(Tensor([b]))])
    }

    func training(
      _ x: [Double], _ y: [Double], rate: Double = 0.1, epochs: Int = 1,
      _ change: (inout Training.Method) -> Void = { _ in }
    ) throws -> Training {
      let kind = try #require(Optimizer.Kind.named("sgd"))
      var method = Training.Method(
        loss: .mse, optimizer: Optimizer(kind, [rate]), epochs: epochs,
        dropout: RandomStream(seed: 1, path: "edge", draw: 0))
      change(&method)
      let examples = Training.Examples(inputs: Tensor([x.count, 1], x), targets: Tensor(y))
      return try Training(graph: graph, output: output, examples: examples, method: method)
    }
  }

  private func parameters(_ graph: Graph) -> [Double] {
    graph.parameters.flatMap { graph.constant(at: $0)?.elements ?? [] }
  }

  @Test func oneRowAndOneUnit() throws {
    let result = try Line().training([2], [3]).run()
    #expect(result.losses == [9])
    // The gradients are -12 by w and -6 by b.
    #expect(parameters(result.graph) == [0.1 * 12, 0.1 * 6])
  }

  @Test func aMillionRowsInOneBatchAndInMany() throws {
    // A power of two, so that the means are exact.
    let count = 1 << 20
    let x = [Double](repeating: 1, count: count)
    let whole = try Line().training(x, x, rate: 0.25).run()
    #expect(whole.losses == [1])
    #expect(parameters(whole.graph) == [0.5, 0.5])
    let parts = try Line().training(x, x, rate: 0.25) { $0.batch = 1 << 18 }.run()
    #expect(parts.steps == 4)
    #expect(parts.losses == [0.25])
    #expect(parameters(parts.graph) == [0.5, 0.5])
    let line = Line(w: 2, b: 1)
    #expect(line.graph.evaluate(line.output, rows: Tensor([count, 1], x)).elements.allSatisfy { $0 == 3 })
  }

  @Test func noRowsGiveNoResults() {
    let line = Line()
    #expect(line.graph.evaluate(line.output, rows: Tensor([0, 1], [])).shape == [0, 1])
  }

  @Test func noEpochsLeaveTheNetAsItIs() throws {
    let result = try Line(w: 2).training([1], [1], epochs: 0).run()
    #expect(result.epochs == 0 && result.steps == 0 && result.losses == [] && result.end == .epochs)
    #expect(parameters(result.graph) == [2, 0])
  }

  @Test func aBatchLargerThanTheDataIsTheData() throws {
    let whole = try Line().training([1, 2], [3, 4], epochs: 5).run()
    let large = try Line().training([1, 2], [3, 4], epochs: 5) { $0.batch = 100 }.run()
    #expect(large.losses == whole.losses && large.steps == 5)
    #expect(parameters(large.graph) == parameters(whole.graph))
  }

  @Test(arguments: [(Double.nan, 1.0), (.infinity, 1), (1, .nan), (1, -.infinity)])
  func dataThatIsNoNumberEndsTheFirstStep(x: Double, y: Double) throws {
    let result = try Line(w: 1).training([x], [y], epochs: 5).run()
    guard case .diverged(let step, let parameter, let size) = result.end else {
      Issue.record("ended by \(result.end)")
      return
    }
    #expect(step == 1 && parameter != nil && !size.isFinite && result.losses == [])
  }

  @Test func aHugeRateIsFoundInItsStep() throws {
    let result = try Line(w: 1).training([3], [0], rate: 1e20, epochs: 50).run()
    guard case .diverged(let step, let parameter, _) = result.end else {
      Issue.record("ended by \(result.end)")
      return
    }
    #expect(step == 2 && result.epochs == 1)
    #expect(parameter == result.graph.parameters[0])
  }

  @Test(arguments: ["sgd", "momentum", "nesterov"], [Precision.float64, .float32])
  func theBoundOfTheRateIsTheBorder(name: String, precision: Precision) throws {
    let kind = try #require(Optimizer.Kind.named(name))
    let numbers = kind.arguments.map { $0.standard ?? 0 }
    let stability = try #require(Optimizer(kind, numbers).stability)
    let line = Line(w: 1, b: 0.5)
    let rows = Tensor([3, 1], [1, -2, 0.5])
    let curvature = line.graph.largestCurvature(of: line.output, rows: rows, factor: 2, l2: 3)
    for (share, isStable) in [(0.97, true), (1.03, false)] {
      let result = try line.training(rows.elements, [0, 0, 0], epochs: 400) {
        $0.optimizer = Optimizer(kind, [share * stability / curvature] + numbers.dropFirst())
        $0.l2 = 3
        $0.precision = precision
      }.run()
      let size = result.graph.largestParameter(of: line.output)
      #expect(isStable ? size < 0.1 : size > 10, "\(share): \(size)")
    }
  }

  @Test(arguments: ["rmsprop", "adagrad", "adam", "adamw"]) func dividedStepsHaveNoBound(name: String) throws
  {
    let kind = try #require(Optimizer.Kind.named(name))
    #expect(Optimizer(kind, kind.arguments.map { $0.standard ?? 0 }).stability == nil)
  }

  @Test(arguments: [1, 2, 3, 4, 5]) func theLossOfANetIsThatOfItsBatches(batch: Int) throws {
    let training = try Line(w: 1).training([1, 2, 3, 4], [0, 1, 0, 2], rate: 0) { $0.batch = batch }
    let run = training.run()
    #expect(try training.loss(of: training.graph) == run.losses[0])
    let moved = try Line(w: 1).training([1, 2, 3, 4], [0, 1, 0, 2], rate: 0.01, epochs: 2)
    #expect(try moved.loss(of: moved.run(until: 1).graph) == moved.run().losses[1])
  }

  @Test func aNetIsStuckWhereNoBatchHasAGradient() throws {
    var graph = Graph(inputShape: [1])
    let w = graph.parameter(Tensor([1, 1], [-1]))
    let z = graph.appending(.matrixProduct, [graph.input, w])
    let output = graph.appending(Activation.relu.operation, [z])
    let kind = try #require(Optimizer.Kind.named("sgd"))
    let method = Training.Method(
      loss: .mse, optimizer: Optimizer(kind, [0.1]), epochs: 1,
      dropout: RandomStream(seed: 1, path: "edge", draw: 0))
    for (x, isStuck) in [([1.0, 2], true), ([1, -1e-9], false)] {
      let examples = Training.Examples(inputs: Tensor([2, 1], x), targets: Tensor([1, 1]))
      let training = try Training(graph: graph, output: output, examples: examples, method: method)
      #expect(try training.isStuck(at: graph) == isStuck)
      let stuck = graph.stuckActivations(on: examples.inputs, output: output, precision: .float64)
      #expect(stuck == (isStuck ? [output] : []))
    }
  }

  @Test func parametersThatGrowWithoutEndAreFound() throws {
    // Each step makes -9 times as much of the weight, and the error is 0 all the time.
    let line = Line(w: 1)
    let result = try line.training([0], [0], rate: 1, epochs: 40) { $0.l2 = 10 }.run()
    guard case .outgrown(let parameter, let size) = result.end else {
      Issue.record("ended by \(result.end)")
      return
    }
    #expect(parameter == line.graph.parameters[0] && size > 1e37 && result.losses.allSatisfy { $0 == 0 })
  }

  @Test func belowMeansBelow() throws {
    let losses = try Line().training([1], [1], rate: 0.05, epochs: 20).run().losses
    let result = try Line().training([1], [1], rate: 0.05, epochs: 20) { $0.stop = .below(losses[9]) }.run()
    #expect(result.losses == Array(losses.prefix(11)))
    #expect(result.end == .below(losses[9]))
  }

  @Test func patienceCountsTheEpochsWithoutASmallerLoss() throws {
    let still = try Line().training([1], [1], rate: 0, epochs: 20) { $0.stop = .patience(3) }.run()
    #expect(still.losses == [1, 1, 1, 1] && still.end == .patience(3))
    let last = try Line().training([1], [1], rate: 0, epochs: 4) { $0.stop = .patience(3) }.run()
    #expect(last.epochs == 4 && last.end == .patience(3))
    let early = try Line().training([1], [1], rate: 0, epochs: 3) { $0.stop = .patience(3) }.run()
    #expect(early.epochs == 3 && early.end == .epochs)
  }

  @Test func droppingNothingChangesNothing() throws {
    let (x, y) = ([1.0, 2, 3], [2.0, 4, 7])
    let plain = try Line(w: 0.5).training(x, y, rate: 0.01, epochs: 10).run()
    let dropped = try Line(w: 0.5, dropout: 0).training(x, y, rate: 0.01, epochs: 10).run()
    #expect(plain.losses == dropped.losses && parameters(plain.graph) == parameters(dropped.graph))
  }

  @Test func droppingNearlyAllLeavesTheBias() throws {
    let share = 1 - 0x1p-40
    let result = try Line(w: 0.5, dropout: share).training([1, 2, 3], [1, 1, 1], rate: 0.1, epochs: 10).run()
    #expect(result.epochs == 10)
    #expect(parameters(result.graph)[0] == 0.5)
    #expect(parameters(result.graph)[1] > 0.8)
  }

  @Test func bothPenaltiesPullBySignAndSize() throws {
    // Without a loss: p - 0.5·(0.25·sign p + 0.5·p).
    let result = try Line(w: -2, b: 0).training([0], [0], rate: 0.5) { ($0.l1, $0.l2) = (0.25, 0.5) }.run()
    #expect(parameters(result.graph) == [-2 + 0.5 * (0.25 + 1), 0])
    #expect(result.losses == [0])
  }

  @Test func theFirstEpochsAreThoseOfAShorterRun() throws {
    func training(_ epochs: Int) throws -> Training {
      try Line(w: 0.3).training([1, 2, 3, 4, 5], [1, 0, 2, 1, 3], rate: 0.01, epochs: epochs) {
        ($0.batch, $0.order) = (2, RandomStream(seed: 4, path: "order", draw: 0))
      }
    }
    let (long, short) = (try training(9), try training(4).run())
    #expect(parameters(long.run(until: 4).graph) == parameters(short.graph))
    #expect(long.run(until: 4).losses == short.losses)
    #expect(Array(long.run().losses.prefix(4)) == short.losses)
    #expect(parameters(long.run(until: 0).graph) == [0.3, 0])
  }

  @Test func theFirstLossIsThatOfTheNetAsGiven() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5, 6, 7], [1.0, 0, 2, 1, 3, 8, 5])
    let line = Line(w: 0.3, b: 0.1)
    let result = try line.training(x, y).run()
    var graph = Graph(inputShape: [7])
    let targets = graph.constant(Tensor(y))
    let loss = try Loss.mse.build(&graph, graph.input, targets).get()
    let predictions = line.graph.evaluate(line.output, rows: Tensor([7, 1], x)).reshaped([7])
    #expect(result.losses == graph.evaluate([loss], inputs: [predictions])[0].elements)
  }
}
