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
      guard case .application(let operation, _, let operands) = contents[node.index] else { continue }
      let squares = operands.map { known[$0.index] }
      let name = operation.setting.eachRow?.operation.name ?? operation.name
      switch name {
      case Operation.multiply.name:
        known[node.index] =
          operands[0] == operands[1] || squares[0] && isPositive(operands[1])
          || squares[1] && isPositive(operands[0])
      case Operation.matrixProduct.name:
        known[node.index] = operands[0] == operands[1] && shape(of: node).count == 1
      case Operation.power.name:
        let exponent = constant(at: operands[1])?.scalar ?? 0
        known[node.index] = exponent >= 2 && exponent.truncatingRemainder(dividingBy: 2) == 0
      case Operation.divide.name: known[node.index] = squares[0] && isPositive(operands[1])
      case Operation.add.name, "stack", "index", "reshape", "gather", Operation.transpose.name:
        known[node.index] = squares.allSatisfy { $0 }
      case _:
        guard let reduction = Reduction(name) else { continue }
        known[node.index] = squares[0] && reduction.kind != .min && reduction.kind != .max
      }
    }
    return known[node.index]
  }

  private func isPositive(_ node: Node) -> Bool {
    constant(at: node).map { $0.elements.allSatisfy { $0 > 0 } } == true && !isParameter(node)
  }
}
