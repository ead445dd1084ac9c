import Tensors

extension Graph {
  /// Adds a tensor that is the same for every example and that training may change.
  ///
  /// It is never folded into another constant, so that what depends on it follows when it is replaced.
  public mutating func parameter(_ tensor: Tensor) -> Node {
    let node = constant(tensor)
    parameters.append(node)
    return node
  }

  /// Whether a node is a parameter.
  public func isParameter(_ node: Node) -> Bool { parameters.contains(node) }

  /// Returns the same net with another value for a parameter.
  /// - Precondition: the value has the parameter's shape.
  public func replacing(_ parameter: Node, by tensor: Tensor) -> Graph {
    precondition(
      shape(of: parameter) == tensor.shape, "\(tensor.shape) for a parameter \(shape(of: parameter))")
    var copy = self
    copy.setConstant(parameter, to: tensor)
    return copy
  }
}
