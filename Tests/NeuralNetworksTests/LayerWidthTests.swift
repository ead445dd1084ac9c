import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

/// Layers of every width about those that fill a vector, in as many rows as fill a block, and more.
@Suite struct LayerWidthTests {
  /// A net of layers of equal width on three inputs.
  private struct Layered {
    var graph = Graph(inputShape: [3])
    private(set) var output: Graph.Node

    init(width: Int, depth: Int, function: String) {
      output = graph.input
      for layer in 1...depth { append(width, function, seed: layer) }
    }

    mutating func append(_ units: Int, _ function: String, seed: Int) {
      let stream = RandomStream(seed: 1, path: "layer \(seed)", draw: 0)
      func drawn(_ shape: Shape, _ from: Int) -> Tensor {
        Tensor(shape, (0..<shape.count).map { stream.uniform(from + $0, from: -2, to: 2) })
      }
      let weights = graph.parameter(drawn([graph.shape(of: output).count, units], 0))
      let product = graph.appending(.matrixProduct, [output, weights])
      let sum = graph.appending(.add, [product, graph.parameter(drawn([units], 5000))])
      output = graph.appending((Activation.named(function) ?? .identity).operation, [sum])
    }
  }

  private static let functions = ["tanh", "sigmoid", "relu", "gelu", "identity"]

  private func points(_ count: Int) -> [Double] {
    let stream = RandomStream(seed: 1, path: "points", draw: 0)
    return (0..<count).map { stream.uniform($0, from: -2, to: 2) }
  }

  @Test(arguments: InstructionSet.present.map(\.name), [Precision.float64, .float32])
  func rowsHaveTheBitsOfSingleCalls(instructionSet: String, precision: Precision) throws {
    let set = try #require(InstructionSet.present.first { $0.name == instructionSet })
    let (rows, all) = ([2, 5, 16, 96, 97, 192, 193, 400], points(3 * 400))
    for width in 1...33 {
      for (place, function) in Self.functions.enumerated() {
        let net = Layered(width: width, depth: 1 + (width + place) % 3, function: function)
        let one = CompiledGraph(net.graph, results: [net.output], precision: precision, instructionSet: set)
        let single = (0..<400).flatMap { row in
          one.write(Array(all[3 * row..<3 * row + 3]), to: net.graph.input)
          one.run()
          return one.read(net.output)
        }
        for count in rows {
          let many = CompiledGraph(
            net.graph, results: [net.output], rows: count, precision: precision, instructionSet: set)
          many.write(Array(all[..<(3 * count)]), to: net.graph.input)
          many.run()
          let equal = many.read(net.output).elementsEqual(single[..<(width * count)]) {
            $0.bitPattern == $1.bitPattern
          }
          #expect(equal, "\(count) rows of \(width) units with \(function)")
        }
      }
    }
  }

  @Test(arguments: ["tanh", "sigmoid", "relu"])
  func aTrainingIsItsDefinition(function: String) throws {
    let sgd = try #require(Optimizer.Kind.named("sgd"))
    for width in 1...33 {
      for (rows, batch) in [(5, 5), (100, 100), (200, 200), (36, 10)] {
        var net = Layered(width: width, depth: 1, function: function)
        net.append(1, "sigmoid", seed: 9)
        let inputs = points(3 * rows)
        let targets = (0..<rows).map { inputs[3 * $0] > inputs[3 * $0 + 1] ? 1.0 : 0 }
        var method = Training.Method(
          loss: .bce, optimizer: Optimizer(sgd, [0.3]), epochs: 2,
          dropout: RandomStream(seed: 1, path: "dropout", draw: 0))
        method.batch = batch
        let training = try Training(
          graph: net.graph, output: net.output,
          examples: Training.Examples(inputs: Tensor([rows, 3], inputs), targets: Tensor(targets)),
          method: method)
        var plain = PlainTraining(
          parameters: net.graph.parameters.compactMap { net.graph.constant(at: $0)?.elements },
          function: function, inputs: inputs, targets: targets)
        let losses = (0..<2).map { _ in plain.epoch(batch: batch, rate: 0.3) }
        for set in InstructionSet.present {
          let result = training.run(instructionSet: set)
          let parameters = net.graph.parameters.compactMap { result.graph.constant(at: $0)?.elements }
          #expect(parameters == plain.parameters, "\(width) units, \(rows) rows by \(batch) on \(set.name)")
          #expect(result.losses == losses, "\(width) units, \(rows) rows by \(batch) on \(set.name)")
        }
      }
    }
  }
}

/// A training of a layer and a unit with the cross-entropy, in loops over one number by the rules of the engine.
///
/// Only tanh, sigmoid and log are the engine's own, one number at a time: their last bits are what mpmath's vectors
/// are compared with, and a training shows every one of them.
private struct PlainTraining {
  /// The weights and biases of the layer, then of the unit.
  var parameters: [[Double]]
  let function: String
  let inputs: [Double]
  let targets: [Double]

  private var units: Int { parameters[1].count }

  /// Goes through the rows in their order and returns the mean loss before each step.
  mutating func epoch(batch: Int, rate: Double) -> Double {
    var sum = 0.0
    for first in stride(from: 0, to: targets.count, by: batch) {
      let rows = first..<min(first + batch, targets.count)
      let loss = step(rows, rate)
      if rows.count == targets.count { return loss }
      sum += loss * Double(rows.count)
    }
    return sum / Double(targets.count)
  }

  private mutating func step(_ rows: Range<Int>, _ rate: Double) -> Double {
    let (k, m) = (units, rows.count)
    let x = rows.map { Array(inputs[3 * $0..<3 * $0 + 3]) }
    let hidden = x.map { row in
      (0..<k).map { j in
        applied(contraction(3) { (row[$0], parameters[0][$0 * k + j]) } + parameters[1][j])
      }
    }
    let outputs = hidden.map { row in
      Mathematics.sigmoid(contraction(k) { (row[$0], parameters[2][$0]) } + parameters[3][0])
    }
    let y = rows.map { targets[$0] }
    let losses = zip(outputs, y).map { p, y in
      -(y * max(Mathematics.log(p), -100) + (1 - y) * max(Mathematics.log(1 - p), -100))
    }
    // Back: by the unit's sum, by its input, and by the layer's sums.
    let dz = zip(outputs, y).map { p, y in
      1 / Double(m) * ((p - y) / max(p * (1 - p), 1e-12)) * (p * (1 - p))
    }
    let back = (0..<m).map { i in
      (0..<k).map { j in contraction(1) { _ in (dz[i], parameters[2][j]) } * slope(hidden[i][j]) }
    }
    let gradients = [
      (0..<3 * k).map { p in contraction(m) { (x[$0][p / k], back[$0][p % k]) } },
      (0..<k).map { j in laneSum(back.map { $0[j] }) },
      (0..<k).map { j in contraction(m) { (hidden[$0][j], dz[$0]) } },
      [laneSum(dz)],
    ]
    for i in parameters.indices {
      for j in parameters[i].indices { parameters[i][j] -= rate * gradients[i][j] }
    }
    return laneSum(losses) / Double(m)
  }

  private func applied(_ z: Double) -> Double {
    function == "tanh" ? Mathematics.tanh(z) : function == "sigmoid" ? Mathematics.sigmoid(z) : z <= 0 ? 0 : z
  }

  /// The slope from the output of the function.
  private func slope(_ a: Double) -> Double {
    function == "tanh" ? 1 - a * a : function == "sigmoid" ? a * (1 - a) : a > 0 ? 1 : 0
  }

  /// Rule R2.
  private func contraction(_ count: Int, _ pair: (Int) -> (Double, Double)) -> Double {
    var total = 0.0
    for start in stride(from: 0, to: count, by: 256) {
      var sum = 0.0
      for i in start..<min(start + 256, count) {
        let (a, b) = pair(i)
        sum.addProduct(a, b)
      }
      total += sum
    }
    return total
  }

  /// Rule R3.
  private func laneSum(_ elements: [Double]) -> Double {
    var lane = [Double](repeating: -0.0, count: 16)
    for (i, element) in elements.enumerated() { lane[i % 16] += element }
    for width in [8, 4, 2, 1] { for j in 0..<width { lane[j] += lane[j + width] } }
    return lane[0]
  }
}
