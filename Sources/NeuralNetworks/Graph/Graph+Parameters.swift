import Tensors

extension Graph {
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

extension Graph {
  /// Returns the parameters that a node depends on, in the order they were added.
  public func parameters(of node: Node) -> [Node] {
    ancestors(of: [node]).filter(isParameter)
  }

  /// Returns the largest magnitude in the parameters of a node; NaN where one is NaN.
  public func largestParameter(of node: Node) -> Double {
    parameters(of: node).compactMap { constant(at: $0)?.largestMagnitude }.reduce(0) {
      $1.isNaN || $0.isNaN ? .nan : max($0, $1)
    }
  }

  /// Whether the parameters of a node have the same values as in another copy of the net.
  public func hasParameters(of other: Graph, _ node: Node) -> Bool {
    parameters(of: node).allSatisfy { constant(at: $0) == other.constant(at: $0) }
  }

  /// Returns the number of units, hidden and output, on the way to a node.
  ///
  /// A unit is an element of a value that an activation or a threshold gives, or of the result itself.
  public func unitCount(of output: Node) -> Int {
    let layers = ancestors(of: [output]).filter { isLayer($0) || $0 == output }
    return layers.reduce(0) { $0 + shape(of: $1).count }
  }

  /// Returns the most layers of units on a way from the input to a node; a result without an activation is one.
  public func depth(of output: Node) -> Int {
    var depths = [Int](repeating: 0, count: count)
    for node in ancestors(of: [output]) {
      let before = operands(of: node).lazy.map { depths[$0.index] }.max() ?? 0
      depths[node.index] = before + (isLayer(node) || node == output ? 1 : 0)
    }
    return depths[output.index]
  }

  func isLayer(_ node: Node) -> Bool {
    guard let operation = operation(at: node) else { return false }
    switch operation {
    case .stack, .index, .select: return false
    case .softmax: return true
    case .map, .meet, .near, .choice, .dropout, .reduce, .argmax, .crossEntropy, .crossEntropySlope,
      .matrixProduct, .exactNearZero, .convolve, .pool, .transpose, .reshape, .gather, .scatter, .eachRow:
      return isDecision(node) || operation.activation != nil && operation != Activation.identity.operation
    }
  }
}
