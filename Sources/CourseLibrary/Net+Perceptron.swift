import Language
import NeuralNetworks
import Tensors

extension Net {
  /// Returns the unit y = f(w·x − T); `products` and `z` can be read from outside.
  static func perceptron(
    weights: Tensor, threshold: Double, firing: Firing, activation: Activation
  ) -> Net {
    var graph = Graph(inputShape: weights.shape)
    let w = graph.parameter(weights)
    let T = graph.parameter(Tensor(threshold))
    let products = graph.appending(.multiply, [graph.input, w])
    let z = graph.weightedSum(w, T)
    let output: Graph.Node
    switch (activation.isThreshold, firing) {
    case (true, .aboveZero): output = graph.appending(.greater, [z, graph.constant(Tensor(0))])
    case (true, .atZero), (false, _): output = graph.appending(activation.operation, [z])
    }
    return Net(
      graph: graph, output: output, parts: ["z": Part(node: z), "products": Part(node: products)],
      parameters: ["w": w, "T": T], origin: .perceptron(firing, activation: activation.name))
  }
}

extension Graph {
  /// Adds z = x·W − T of the input x, which is exact where rounding could decide whether a unit fires.
  mutating func weightedSum(_ weights: Node, _ threshold: Node) -> Node {
    let z = appending(.subtract, [appending(.matrixProduct, [input, weights]), threshold])
    return appending(.exactNearZero, [z, input, weights, threshold])
  }
}
