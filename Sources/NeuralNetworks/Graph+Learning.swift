import Tensors

// What can be said of a net before it learns.
extension Graph {
  /// Returns the name of the operation that gives a node, seen through those that only move elements.
  public func lastFunction(of node: Node) -> String? {
    var node = node
    while case .application(let operation, _, let operands) = contents[node.index] {
      guard Self.moving.contains(operation.name), let operand = operands.first else { return operation.name }
      node = operand
    }
    return nil
  }

  private static let moving: Set<String> = ["stack", "index", "reshape", Operation.transpose.name]

  /// Returns the parameters whose gradient is 0 everywhere: every way from them to `output` leads through a
  /// threshold, a comparison or a rounding.
  public func parametersWithoutGradient(of output: Node) -> [Node] {
    let needed = ancestors(of: [output])
    var reached: Set<Node> = [output]
    for node in needed.reversed() where reached.contains(node) {
      guard case .application(let operation, _, let operands) = contents[node.index],
        !Self.isFlat(operation)
      else { continue }
      reached.formUnion(operation.name == Operation.select.name ? operands.dropFirst() : operands[...])
    }
    return parameters(of: output).filter { !reached.contains($0) }
  }

  private static func isFlat(_ operation: Operation) -> Bool {
    operation.isDecision || Activation.named(operation.name)?.isThreshold == true
      || ["round", "floor", Operation.argmax.name].contains(operation.name)
  }

  /// Whether a node needs a layer that drops elements while it is trained.
  public func hasDropout(_ output: Node) -> Bool {
    ancestors(of: [output]).contains { node in
      guard case .application(let operation, _, _) = contents[node.index] else { return false }
      return operation.setting.dropout != nil
    }
  }

  /// Whether a node is affine in all parameters together: a linear model.
  public func isAffineInParameters(_ output: Node) -> Bool {
    var depends = Set(parameters)
    for node in ancestors(of: [output]) {
      guard case .application(let operation, _, let operands) = contents[node.index] else { continue }
      let places = operands.indices.filter { depends.contains(operands[$0]) }
      guard !places.isEmpty else { continue }
      switch operation.linearity {
      case .joint, .first: break
      case .inEach: if places.count > 1 { return false }
      case .inFirst: if places != [0] { return false }
      case .none: return false
      }
      depends.insert(node)
    }
    return true
  }

  /// Returns a bound of the learning rate of gradient descent on all rows with the loss ½·mean (p − y)², for a
  /// linear model: beyond 2/λ of the largest eigenvalue λ of its Hessian the parameters run away.
  ///
  /// λ is found from below by 64 steps of the power iteration, so a larger rate is too large for certain.
  /// Cost: (parameters + 1) evaluations of the rows and 64 products with the n × m·k numbers.
  /// - Precondition: ``isAffineInParameters(_:)``.
  public func largestStableRate(of output: Node, rows: Tensor) -> Double {
    let nodes = parameters(of: output)
    var zero = self
    for node in nodes { zero.setConstant(node, to: Tensor(repeating: 0, shape(of: node))) }
    let base = zero.evaluate(output, rows: rows).elements
    var columns: [[Double]] = []
    for node in nodes {
      let shape = shape(of: node)
      for place in 0..<shape.count {
        let unit = Tensor(shape, (0..<shape.count).map { $0 == place ? 1 : 0 })
        let values = zero.replacing(node, by: unit).evaluate(output, rows: rows).elements
        columns.append(zip(values, base).map { $0 - $1 })
      }
    }
    return 2 / largestEigenvalue(columns, count: max(base.count, 1))
  }

  /// The largest eigenvalue of ΦᵀΦ/m, Φ given by its columns.
  private func largestEigenvalue(_ columns: [[Double]], count: Int) -> Double {
    var vector = columns.indices.map { 1 + Double($0) / 16 }
    var largest = 0.0
    for _ in 0..<64 {
      let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard size > 0, size.isFinite else { return largest }
      vector = vector.map { $0 / size }
      var image = [Double](repeating: 0, count: columns.first?.count ?? 0)
      for (factor, column) in zip(vector, columns) {
        for i in image.indices { image[i] += factor * column[i] }
      }
      largest = image.reduce(0) { $0 + $1 * $1 } / Double(count)
      vector = columns.map { column in zip(column, image).reduce(0) { $0 + $1.0 * $1.1 } / Double(count) }
    }
    return largest
  }
}
