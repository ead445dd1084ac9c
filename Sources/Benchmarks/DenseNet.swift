import NeuralNetworks
import Tensors

/// Nets of dense layers alone, as most rows have them.
enum DenseNet {
  /// Returns the net with an activation a layer, and its output.
  ///
  /// `parameters` are weights and biases of each layer in turn.
  static func graph(
    _ activations: [Activation], _ parameters: [Tensor]
  ) throws(ShapeProblem) -> (graph: Graph, output: Graph.Node) {
    var graph = Graph(inputShape: [parameters[0].shape.sizes[0]])
    var node = graph.input
    for (layer, activation) in activations.enumerated() {
      let weights = graph.parameter(parameters[2 * layer]),
        biases = graph.parameter(parameters[2 * layer + 1])
      let product = try graph.append(.matrixProduct, [node, weights]).get()
      let sum = try graph.append(.add, [product, biases]).get()
      node = try graph.append(activation.operation, [sum]).get()
    }
    return (graph, node)
  }
}
