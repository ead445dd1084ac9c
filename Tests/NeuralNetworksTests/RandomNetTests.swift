import NeuralNetworks
import Tensors
import Testing

/// A random net of one vector, its inputs the examples, with parameters and constants between.
struct RandomNet {
  private(set) var graph = Graph(inputShape: [3])
  private(set) var parameters: [Graph.Node] = []
  private(set) var output: Graph.Node
  private let stream: RandomStream
  private var place = 0

  init(seed: Int) {
    stream = RandomStream(seed: seed, path: "net", draw: 0)
    output = graph.input
    var values = [graph.input]
    for _ in 0..<14 { values.append(next(values)) }
    let parts = values.suffix(6).map { graph.appending(.sum(.all), [$0]) }
    output = graph.appending(.stack(parts.count), parts)
  }

  /// A number below `count`.
  private mutating func pick(_ count: Int) -> Int {
    place += 1
    return Int(stream.bits(place) % UInt64(count))
  }

  private mutating func parameter(_ shape: Shape) -> Graph.Node {
    let elements = (0..<shape.count).map { _ in Double(pick(33) - 16) / 16 }
    let node = graph.parameter(Tensor(shape, elements))
    parameters.append(node)
    return node
  }

  private mutating func next(_ values: [Graph.Node]) -> Graph.Node {
    let x = values[pick(values.count)]
    let shape = graph.shape(of: x)
    let smooth = ["tanh", "sigmoid", "softplus", "gelu", "silu", "mish", "softsign", "log_sigmoid"]
    switch pick(10) {
    case 0, 1:
      let activation = Activation.named(smooth[pick(smooth.count)]) ?? .tanh
      return graph.appending(activation.operation, [x])
    case 2 where shape.rank > 0:
      return graph.appending(.matrixProduct, [x, parameter([shape.sizes[shape.rank - 1], pick(4) + 1])])
    case 3 where shape.rank == 1: return graph.appending(.matrixProduct, [parameter([2, shape.count]), x])
    case 4 where shape.rank == 2: return graph.appending(.mean(pick(2) == 0 ? .rows : .columns), [x])
    case 5 where shape.rank == 1: return graph.appending(.stack(2), [x, parameter(shape)])
    case 6 where shape.rank > 0:
      return graph.appending(.index([.at(1)] + shape.sizes.dropFirst().map { _ in .all }), [x])
    case 7 where shape.rank > 0: return graph.appending(.softmax, [x])
    case 8 where shape.rank == 2: return graph.appending(.transpose, [x])
    case _:
      let other = values.last { [shape, .scalar].contains(graph.shape(of: $0)) } ?? x
      return graph.appending([.add, .multiply, .subtract, .maximum][pick(4)], [x, other])
    }
  }
}

/// The rows that a net is tried on.
func randomRows(_ count: Int, _ seed: Int) -> Tensor {
  let stream = RandomStream(seed: seed, path: "rows", draw: 1)
  return Tensor([count, 3], (0..<count * 3).map { stream.uniform($0, from: -1, to: 1) })
}

@Test("a random net for many rows has the bits of the net for one, node by node", arguments: 0..<120)
func randomNetsInRows(seed: Int) {
  let net = RandomNet(seed: seed)
  let rows = randomRows(4, seed)
  let batch = net.graph.batched(rows: 4)
  let together = batch.graph.evaluate([batch[net.output]], inputs: [rows])[0]
  #expect(together == net.graph.evaluate(net.output, rows: rows))
  #expect(batch.graph.parameters.count == net.graph.parameters.count)
}

@Test("the gradient of a random net agrees with differences, for one row and for many", arguments: 0..<60)
func randomGradients(seed: Int) throws {
  let net = RandomNet(seed: seed)
  let rows = randomRows(3, seed)
  let batch = net.graph.batched(rows: 3)
  var graph = batch.graph
  let sum = graph.appending(.sum(.all), [batch[net.output]])
  let places = net.parameters.map { batch[$0] }
  let gradient = try graph.gradient(of: sum, by: places + [graph.input])
  let values = graph.evaluate(gradient, inputs: [rows])
  func total(_ graph: Graph, _ rows: Tensor) -> Double {
    graph.evaluate([sum], inputs: [rows])[0].elements[0]
  }
  func compare(_ value: Double, _ moved: (Double) -> Double) {
    let (narrow, wide) = ((moved(1e-5) - moved(-1e-5)) / 2e-5, (moved(2e-5) - moved(-2e-5)) / 4e-5)
    // Near a kink differences do not settle.
    guard (narrow - wide).magnitude < 1e-8 * (1 + narrow.magnitude) else { return }
    #expect((value - narrow).magnitude <= 1e-6 * (1 + value.magnitude))
  }
  for (place, value) in zip(places, values) {
    let tensor = try #require(graph.constant(at: place))
    compare(value.elements[0]) { step in
      let moved = Tensor(tensor.shape, [tensor.elements[0] + step] + tensor.elements.dropFirst())
      return total(graph.replacing(place, by: moved), rows)
    }
  }
  for element in 0..<rows.count {
    compare(values[values.count - 1].elements[element]) { step in
      var elements = rows.elements
      elements[element] += step
      return total(graph, Tensor(rows.shape, elements))
    }
  }
}

@Test("a net's derivative by its input is the same forwards and backwards", arguments: Activation.all)
func forwardsAndBackwards(_ activation: Activation) throws {
  var graph = Graph(inputShape: [])
  let z = graph.appending(.multiply, [graph.input, graph.constant(Tensor(1.5))])
  let output = graph.appending(.multiply, [graph.appending(activation.operation, [z]), graph.input])
  let forward = try graph.derivative(of: output)
  let backward = try graph.gradient(of: output, by: [graph.input])[0]
  for x in [-2.5, -0.7, 0.3, 1.9] {
    let values = graph.evaluate([forward, backward], inputs: [Tensor(x)]).map { $0.elements[0] }
    #expect((values[0] - values[1]).magnitude <= 1e-15 * (1 + values[0].magnitude), "at \(x)")
  }
}
