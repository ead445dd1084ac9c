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
    let z = graph.appending(.subtract, [graph.appending(.matrixProduct, [graph.input, w]), T])
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
