import Tensors

// What can be said of a net before it learns.
extension Graph {
  /// Returns the operation that gives a node, seen through those that only move elements.
  public func lastFunction(of node: Node) -> Operation? {
    var node = node
    while case .application(let operation, let operands) = contents[node.index] {
      switch operation {
      case .stack, .index, .reshape, .transpose:
        guard let operand = operands.first else { return operation }
        node = operand
      case .map, .meet, .near, .choice, .select, .dropout, .reduce, .softmax, .argmax, .crossEntropy,
        .crossEntropySlope, .matrixProduct, .exactNearZero, .convolve, .pool, .gather, .scatter, .eachRow:
        return operation
      }
    }
    return nil
  }

  /// Whether a node has the elements of the input in their order.
  public func isInput(_ node: Node) -> Bool {
    var node = node
    while case .application(.reshape, let operands) = contents[node.index] { node = operands[0] }
    return node == input
  }

  /// Returns what the values of a node lie between, where its last function is an activation or softmax; nil
  /// otherwise.
  public func lastRange(of node: Node) -> ClosedRange<Double>? {
    let last = lastFunction(of: node)
    return last == .softmax ? 0...1 : last?.activation?.range
  }

  /// Returns the results of activations on the way to `output` that lie at an end of their range for all rows, for
  /// every unit, so that no gradient goes through: units of relu that are off, or of tanh that are full.
  public func stuckActivations(on rows: Tensor, output: Node, precision: Precision) -> [Node] {
    let found = ancestors(of: [output]).compactMap { node -> (Node, ClosedRange<Double>)? in
      guard let range = operation(at: node)?.activation?.range,
        range.lowerBound.isFinite || range.upperBound.isFinite
      else { return nil }
      return (node, range)
    }
    guard !found.isEmpty else { return [] }
    let values = evaluate(found.map(\.0), rows: rows, precision: precision)
    return zip(found, values).filter { entry, values in
      values.elements.allSatisfy { $0 == entry.1.lowerBound || $0 == entry.1.upperBound }
    }.map(\.0.0)
  }

  /// Returns the parameters whose gradient is 0 everywhere: every way from them to `output` leads through a
  /// threshold, a comparison or a rounding.
  public func parametersWithoutGradient(of output: Node) -> [Node] {
    let needed = ancestors(of: [output])
    var reached: Set<Node> = [output]
    for node in needed.reversed() where reached.contains(node) {
      guard case .application(let operation, let operands) = contents[node.index],
        !operation.isFlat
      else { continue }
      reached.formUnion(operation == .select ? operands.dropFirst() : operands[...])
    }
    return parameters(of: output).filter { !reached.contains($0) }
  }

  /// Whether a node needs a layer that drops elements while it is trained.
  public func hasDropout(_ output: Node) -> Bool {
    ancestors(of: [output]).contains { node in
      if case .application(.dropout, _) = contents[node.index] { true } else { false }
    }
  }

  /// Whether a node is affine in all parameters together: a linear model.
  public func isAffineInParameters(_ output: Node) -> Bool {
    var depends = Set(parameters)
    for node in ancestors(of: [output]) {
      guard case .application(let operation, let operands) = contents[node.index] else { continue }
      let indices = operands.indices.filter { depends.contains(operands[$0]) }
      guard !indices.isEmpty else { continue }
      switch operation.linearity {
      case .joint, .first: break
      case .inEach: if indices.count > 1 { return false }
      case .inFirst: if indices != [0] { return false }
      case .none: return false
      }
      depends.insert(node)
    }
    return true
  }

  /// Returns the largest curvature of factor·½·mean (p − y)² + ½·l2·Σw² on all rows for a linear model: the largest
  /// eigenvalue of its Hessian.
  ///
  /// It is found from below by 64 steps of the power iteration, so the curvature is at least that.
  /// Cost: (parameters + 1) evaluations of the rows and 64 products with the n × m·k numbers.
  /// - Precondition: ``isAffineInParameters(_:)``.
  public func largestCurvature(of output: Node, rows: Tensor, factor: Double, l2: Double) -> Double {
    let nodes = parameters(of: output)
    var zero = self
    for node in nodes { zero.setConstant(node, to: Tensor(repeating: 0, shape(of: node))) }
    let base = zero.evaluate(output, rows: rows).elements
    let weights = weights(of: output)
    var columns: [[Double]] = []
    var decay: [Double] = []
    for node in nodes {
      let shape = shape(of: node)
      for index in 0..<shape.count {
        let unit = Tensor(shape, (0..<shape.count).map { $0 == index ? 1 : 0 })
        let values = zero.replacing(node, by: unit).evaluate(output, rows: rows).elements
        columns.append(zip(values, base).map { $0 - $1 })
        decay.append(weights.contains(node) ? l2 : 0)
      }
    }
    return largestEigenvalue(columns, scale: factor / Double(max(base.count, 1)), decay)
  }

  /// The largest eigenvalue of scale·ΦᵀΦ with `decay` added to its diagonal, Φ given by its columns.
  private func largestEigenvalue(_ columns: [[Double]], scale: Double, _ decay: [Double]) -> Double {
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
      var next: [Double] = []
      for (index, column) in columns.enumerated() {
        let product = zip(column, image).reduce(0.0) { $0 + $1.0 * $1.1 }
        next.append(scale * product + decay[index] * vector[index])
      }
      largest = zip(vector, next).reduce(0.0) { $0 + $1.0 * $1.1 }
      vector = next
    }
    return largest
  }
}
