import Tensors

extension Graph {
  /// Adds the gradient of a number by each of `nodes`, and returns their nodes; each has its node's shape.
  ///
  /// Reverse mode: cotangents run from the number back. Where a value has several uses, their cotangents are
  /// added in the reverse order of the uses. The gradient is made of operations like any other node, so it can
  /// be derived again. At a kink stands what the catalogue of activations publishes; of equal elements of a
  /// minimum or maximum the first counts.
  /// - Complexity: O(count).
  /// - Precondition: `scalar` is a number.
  /// - Throws: `DerivativeProblem` for an operation without a derivative; the net is then as before.
  public mutating func gradient(of scalar: Node, by nodes: [Node]) throws(DerivativeProblem) -> [Node] {
    precondition(shape(of: scalar).isScalar, "a gradient of \(shape(of: scalar))")
    var graph = self
    let one = graph.number(1)
    let cotangents = try graph.pullBack(one, from: scalar, to: nodes)
    self = graph
    return zip(cotangents, nodes).map { cotangent, node in cotangent ?? zeros(like: node) }
  }

  /// Adds the cotangents of `sources`, given that of `output`; nil stands for 0.
  mutating func pullBack(
    _ cotangent: Node, from output: Node, to sources: [Node]
  ) throws(DerivativeProblem) -> [Node?] {
    let needed = ancestors(of: [output])
    var depends = Set(sources)
    for node in needed where operands(of: node).contains(where: depends.contains) { depends.insert(node) }
    var cotangents = [output: cotangent]
    for node in needed.reversed() where depends.contains(node) {
      guard let g = cotangents[node], case .application(let operation, let operands) = contents[node.index]
      else { continue }
      for (position, operand) in operands.enumerated() where depends.contains(operand) {
        let use = Use(operation: operation, operands: operands, result: node, position: position)
        guard let part = try share(of: use, g) else { continue }
        cotangents[operand] = cotangents[operand].map { sum($0, part) } ?? part
      }
    }
    return sources.map { cotangents[$0] }
  }

  /// Adds what one use of a value gives to its cotangent, g being that of the result.
  mutating func share(of use: Use, _ g: Node) throws(DerivativeProblem) -> Node? {
    guard let adjoint = try use.operation.adjoint(use.position) else { return nil }
    let shape = shape(of: use.operands[use.position])
    return try adjoint(use, g, &self).map { fitted($0, to: shape) }
  }

  func operands(of node: Node) -> [Node] {
    if case .application(_, let operands) = contents[node.index] { operands } else { [] }
  }
}

extension Graph {
  /// Adds what undoes broadcasting: the sum of the elements that met one of the operand, or their repetition.
  mutating func fitted(_ cotangent: Node, to shape: Shape) -> Node {
    let wide = self.shape(of: cotangent)
    if wide == shape { return cotangent }
    if wide.isScalar { return spread(cotangent, .all, shape) }
    return appending(.sum(shape.isScalar ? .all : .columns), [cotangent])
  }

  /// Adds the tensor whose reduction would run along the elements that are repeated here.
  mutating func spread(_ node: Node, _ along: Operation.Along, _ shape: Shape) -> Node {
    guard along == .rows else {
      return product(constant(Tensor(repeating: 1, shape)), node)
    }
    return inRows(.multiply, constant(Tensor(repeating: 1, shape.droppingFirst())), node)
  }

  /// Adds an operation of each row of `b` with `a`, which has either rows too or is the same for all.
  mutating func inRows(_ operation: Operation, _ a: Node, _ b: Node, perRow: Bool = false) -> Node {
    appending(.eachRow(operation, rows: shape(of: b).sizes[0], perRow: [perRow, true]), [a, b])
  }

  /// Adds 1 at the largest element of each row, of equal ones the first, else 0.
  mutating func largestPositions(_ matrix: Node) -> Node {
    let columns = shape(of: matrix).sizes[1]
    return oneHot(appending(.argmax, [matrix]), (0..<columns).map { Double($0 + 1) })
  }

  /// Adds a row for each label, 1 where the name is equal to it, else 0.
  mutating func oneHot(_ labels: Node, _ names: [Double]) -> Node {
    inRows(.equal, constant(Tensor(names)), labels)
  }
}
