import NeuralNetworks
import Tensors
import Testing

@Test("a parameter is never folded, so replacing it changes what depends on it")
func replacing() throws {
  var graph = Graph(inputShape: [2])
  let weights = graph.parameter(Tensor([1, 2]))
  let doubled = try graph.append(.multiply, [weights, graph.constant(Tensor(2))]).get()
  let output = try graph.append(.matrixProduct, [graph.input, doubled]).get()
  #expect(graph.constant(at: doubled) == nil)
  #expect(graph.isParameter(weights) && !graph.isParameter(doubled))
  let other = graph.replacing(weights, by: Tensor([5, 7]))
  let example = Tensor([1, 10])
  #expect(graph.evaluate(output, example: example) == Tensor(42))
  #expect(other.evaluate(output, example: example) == Tensor(150))
  #expect(other.parameters == [weights] && other.count == graph.count)
}

@Test("a net in a net keeps its parameters")
func inlinedParameters() throws {
  var inner = Graph(inputShape: [1])
  let weight = inner.parameter(Tensor(3))
  let product = try inner.append(.multiply, [inner.input, weight]).get()
  _ = inner.parameter(Tensor(4))
  var outer = Graph(inputShape: [1])
  let fixed = outer.inline(inner, output: product, input: outer.constant(Tensor([2])))
  #expect(outer.parameters.count == 1)
  #expect(outer.constant(at: fixed) == nil)
  let moved = outer.replacing(outer.parameters[0], by: Tensor(10))
  #expect(moved.evaluate(fixed, example: Tensor([0])) == Tensor([20]))
}

@Test("the derivative follows a parameter")
func derivedParameters() throws {
  var graph = Graph(inputShape: [1])
  let weight = graph.parameter(Tensor(3))
  let product = try graph.append(.multiply, [graph.input, weight]).get()
  let slope = try graph.derivative(of: graph.append(Activation.sigmoid.operation, [product]).get())
  #expect(graph.evaluate(slope, example: Tensor([0])) == Tensor([0.75]))
  #expect(graph.replacing(weight, by: Tensor(-1)).evaluate(slope, example: Tensor([0])) == Tensor([-0.25]))
}

@Test("a decision is what gives 0 or 1 whatever its operands")
func decisions() throws {
  var graph = Graph(inputShape: [2])
  let step = graph.appending(Activation.step.operation, [graph.input])
  let both = graph.appending(.index([.at(1)]), [step])
  let one = graph.constant(Tensor(1))
  let parameter = graph.parameter(Tensor(1))
  let sum = graph.appending(.add, [both, one])
  let fromDecisions = graph.appending(.select, [sum, both, one])
  let fromSum = graph.appending(.select, [both, sum, one])
  let sign = graph.appending(Activation.sign.operation, [graph.input])
  var node = graph.appending(.greater, [both, one])
  for _ in 0..<64 { node = graph.appending(.select, [both, node, node]) }
  for decision in [step, both, one, fromDecisions, node] { #expect(graph.isDecision(decision)) }
  for other in [graph.input, parameter, sum, fromSum, sign] { #expect(!graph.isDecision(other)) }
}
