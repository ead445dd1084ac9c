import NeuralNetworks
import Tensors

/// A stage of a chain, before it knows how many inputs it gets.
public enum Stage: Sendable {
  /// `input(n)`: the shape of one example.
  case input(Shape)
  /// A layer.
  case layer(Layer)

  /// A layer that makes a part of a net once it knows its input.
  public struct Layer: Sendable {
    /// What it is, such as `dense(4, tanh)`.
    public let text: String
    /// Whether all its weights start with the same number.
    public let startsEqual: Bool
    /// The number of its parameters behind an input of this shape.
    public let parameterCount: @Sendable (_ input: Shape) -> Int
    /// Adds the layer to a net behind `input`, drawing what it needs.
    public let build: @Sendable (_ input: Graph.Node, _ net: inout Building) -> Result<Net.Part, ShapeProblem>

    /// Makes a layer.
    public init(
      _ text: String, startsEqual: Bool, parameterCount: @escaping @Sendable (_ input: Shape) -> Int,
      build:
        @escaping @Sendable (_ input: Graph.Node, _ net: inout Building) -> Result<Net.Part, ShapeProblem>
    ) {
      self.text = text
      self.startsEqual = startsEqual
      self.parameterCount = parameterCount
      self.build = build
    }
  }

  /// The net under way, as a layer sees it.
  public struct Building {
    /// The operations so far.
    public var graph: Graph
    /// The draws of the statement.
    var draws: Draws

    /// Adds a parameter whose first value is drawn.
    public mutating func parameter(_ shape: Shape, _ initializer: Initializer) -> Graph.Node {
      graph.parameter(draws.tensor(shape, initializer))
    }
  }
}
