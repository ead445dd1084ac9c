import NeuralNetworks
import Tensors

/// A stage of a chain, before it knows how many inputs it gets.
public enum Stage: Sendable, Hashable {
  /// `input(n)`: the shape of one example.
  case input(Shape)
  /// A layer.
  case layer(Layer)
}
