import NeuralNetworks
import Tensors
import Testing

/// The formula net of the language's first page: OR and AND in front, then XOR.
struct HandNet {
  var graph = Graph(inputShape: [2])
  let hidden: Graph.Node
  let output: Graph.Node

  init(_ activation: Activation = .step) throws {
    let weights = graph.constant(Tensor([2, 2], [1, 1, 1, 1]))
    let thresholds = graph.constant(Tensor([0.5, 1.5]))
    let sum = try graph.append(.matrixProduct, [graph.input, weights]).get()
    hidden = try graph.append(activation.operation, [graph.append(.subtract, [sum, thresholds]).get()]).get()
    let second = graph.constant(Tensor([1, -1]))
    let half = graph.constant(Tensor(0.5))
    let sum2 = try graph.append(.matrixProduct, [hidden, second]).get()
    output = try graph.append(activation.operation, [graph.append(.subtract, [sum2, half]).get()]).get()
  }
}

private let corners = Tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1])

@Test("a net is applied to every row")
func evaluation() throws {
  let net = try HandNet()
  #expect(net.graph.shape(of: net.output) == .scalar)
  #expect(net.graph.evaluate(net.output, rows: corners) == Tensor([0, 1, 1, 0]))
  #expect(net.graph.evaluate(net.hidden, rows: corners) == Tensor([4, 2], [0, 0, 1, 0, 1, 0, 1, 1]))
  #expect(net.graph.evaluate(net.output, rows: Tensor([0, 2], [])) == Tensor([0], []))
}

@Test("several nodes, constants and the input come out of one pass")
func severalNodes() throws {
  var net = try HandNet()
  let constant = net.graph.constant(Tensor([3, 4]))
  let results = net.graph.evaluate([net.output, constant, net.graph.input], rows: corners)
  #expect(results[0] == Tensor([0, 1, 1, 0]))
  #expect(results[1] == Tensor([4, 2], [3, 4, 3, 4, 3, 4, 3, 4]))
  #expect(results[2] == corners)
}

@Test("rows have the bits of single calls, over more than one block")
func rowsAreSingleCalls() throws {
  let net = try HandNet(.tanh)
  let rows = Tensor([700, 2], (0..<1400).map { Double($0 * 37 % 101) / 16 - 3 })
  let together = net.graph.evaluate(net.output, rows: rows)
  for row in 0..<700 {
    #expect(together.row(row) == net.graph.evaluate(net.output, example: rows.row(row)))
  }
}

@Test("constants are folded when they meet, and the fuel is told")
func folding() throws {
  var graph = Graph(inputShape: [2])
  let sum = try graph.append(.add, [graph.constant(Tensor([1, 2])), graph.constant(Tensor(3))]).get()
  #expect(graph.constant(at: sum) == Tensor([4, 5]))
  #expect(graph.foldedCost == 2)
  #expect(graph.cost(of: sum) == 0)
}

@Test("the cost counts each needed node once")
func cost() throws {
  let net = try HandNet()
  #expect(net.graph.cost(of: net.hidden) == 4 + 2 + 2)
  #expect(net.graph.cost(of: net.output) == 8 + 2 + 1 + 1)
  #expect(net.graph.cost(of: net.hidden, net.output) == 12)
}

@Test("a misfit is told and leaves the graph as it was")
func misfit() {
  var graph = Graph(inputShape: [2])
  let constant = graph.constant(Tensor([1, 2, 3]))
  guard case .failure = graph.append(.add, [graph.input, constant]) else {
    Issue.record("[2] and [3] were added")
    return
  }
  #expect(graph.count == 2)
}

@Test("a net inside a net gives what the two give one after the other")
func inlining() throws {
  let net = try HandNet(.sigmoid)
  var outer = Graph(inputShape: [2])
  let turned = try outer.append(.multiply, [outer.input, outer.constant(Tensor([-1, 2]))]).get()
  let place = outer.inline(net.graph, output: net.output, input: turned)
  let inner = net.graph.evaluate(net.output, rows: outer.evaluate(turned, rows: corners))
  #expect(outer.evaluate(place, rows: corners) == inner)
  let fixed = outer.inline(net.graph, output: net.output, input: outer.constant(Tensor([1, 0])))
  #expect(
    outer.constant(at: fixed)?.scalar == net.graph.evaluate(net.output, example: Tensor([1, 0])).scalar)
}
