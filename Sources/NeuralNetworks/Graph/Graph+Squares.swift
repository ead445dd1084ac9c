import Tensors

// A root of squares, such as a length, a distance or a standard deviation, has a kink where it is 0.
extension Graph {
  /// Returns the slope of a root at z, and 0 where z is 0 and a sum of squares.
  ///
  /// There the slope of the root is infinite and that of the squares is 0; the length √Σx² has a kink like
  /// |x|, and the derivative 0 like it. The root of anything else keeps its infinite slope at 0.
  mutating func flatAtZero(_ z: Node, _ slope: Node) -> Node {
    isSumOfSquares(z) ? chosen(appending(.notEqual, [z, number(0)]), slope) : slope
  }

  /// Whether a value is made of squares alone, by sums and positive factors.
  /// - Complexity: O(count).
  func isSumOfSquares(_ node: Node) -> Bool {
    var known = [Bool](repeating: false, count: count)
    for node in ancestors(of: [node]) {
      guard case .application(let operation, let operands) = contents[node.index] else { continue }
      known[node.index] = isSumOfSquares(node, operation, operands, operands.map { known[$0.index] })
    }
    return known[node.index]
  }

  /// The same of an operation, whose operands are sums of `squares` or not.
  private func isSumOfSquares(
    _ node: Node, _ operation: Operation, _ operands: [Node], _ squares: [Bool]
  ) -> Bool {
    switch operation {
    case .meet(.multiply):
      operands[0] == operands[1] || squares[0] && isPositive(operands[1])
        || squares[1] && isPositive(operands[0])
    case .meet(.power): isEven(operands[1])
    case .meet(.divide): squares[0] && isPositive(operands[1])
    case .matrixProduct: operands[0] == operands[1] && shape(of: node).count == 1
    case .meet(.add), .stack, .index, .reshape, .gather, .transpose: squares.allSatisfy { $0 }
    case .reduce(.sum, _), .reduce(.mean, _), .reduce(.wideSum, _), .reduce(.wideMean, _): squares[0]
    case .eachRow(let each): isSumOfSquares(node, each.operation, operands, squares)
    case .map, .meet, .near, .choice, .select, .dropout, .reduce, .softmax, .argmax, .crossEntropy,
      .crossEntropySlope, .exactNearZero, .convolve, .pool, .scatter:
      false
    }
  }

  private func isEven(_ node: Node) -> Bool {
    let exponent = constant(at: node)?.scalar ?? 0
    return exponent >= 2 && exponent.truncatingRemainder(dividingBy: 2) == 0
  }

  private func isPositive(_ node: Node) -> Bool {
    constant(at: node).map { $0.elements.allSatisfy { $0 > 0 } } == true && !isParameter(node)
  }
}
