import Tensors

extension Graph {
  /// Evaluates a node on every row of `rows` and returns `[m]`, or `[m, k…]` for a node of shape `[k…]`.
  ///
  /// A row's bits do not depend on the other rows. Cost m·`cost(of: node)`.
  /// - Precondition: a row of `rows` has the shape of the input.
  public func evaluate(_ node: Node, rows: Tensor, precision: Precision = .float64) -> Tensor {
    evaluate([node], rows: rows, precision: precision)[0]
  }

  /// Evaluates several nodes in one pass over the rows.
  public func evaluate(_ nodes: [Node], rows: Tensor, precision: Precision = .float64) -> [Tensor] {
    let inputShape = shape(of: input)
    precondition(
      rows.rank > 0 && rows.shape.droppingFirst() == inputShape, "rows \(rows.shape) for \(inputShape)")
    let count = rows.shape.sizes[0]
    let block = blockLength(nodes, count)
    let compiled = CompiledGraph(self, results: nodes, rows: block, precision: precision)
    let size = inputShape.count
    var results = nodes.map { [Double](repeating: 0, count: count * shape(of: $0).count) }
    rows.elements.withUnsafeBufferPointer { elements in
      for first in stride(from: 0, to: count, by: block) {
        let length = min(block, count - first)
        compiled.write(
          UnsafeBufferPointer(rebasing: elements[first * size..<(first + length) * size]), to: input)
        compiled.run()
        for (index, node) in nodes.enumerated() {
          results[index].withUnsafeMutableBufferPointer { result in
            guard let start = result.baseAddress else { return }
            compiled.read(node, each: length, to: start + first * shape(of: node).count)
          }
        }
      }
    }
    return zip(nodes, results).map { node, result in Tensor(shape(of: node).prefixed(by: count), result) }
  }

  /// Evaluates a node for one example of the input's shape.
  public func evaluate(_ node: Node, example: Tensor, precision: Precision = .float64) -> Tensor {
    evaluate(node, rows: example.reshaped(example.shape.prefixed(by: 1)), precision: precision).row(0)
  }

  /// The rows that go through all operations together, so that values stay in the cache.
  private func blockLength(_ nodes: [Node], _ count: Int) -> Int {
    max(1, min(256, count, 65_536 / max(valueCount(of: nodes), 1)))
  }

  /// The numbers that `nodes` and all they need hold for one example.
  private func valueCount(of nodes: [Node]) -> Int {
    ancestors(of: nodes).reduce(0) { $0.saturatingSum(shape(of: $1).count) }
  }

  /// The bytes that evaluating `nodes` on `count` rows takes, rather too many than too few: every value of the rows
  /// that go through together, and the results.
  public func evaluationMemory(of nodes: [Node], rows count: Int) -> Int {
    let values = valueCount(of: nodes).saturatingProduct(blockLength(nodes, count))
    let results = nodes.reduce(0) { $0.saturatingSum(shape(of: $1).count) }.saturatingProduct(count)
    return values.saturatingSum(results).saturatingProduct(8)
  }

  /// Evaluates nodes for whole tensors, one operation after the other: what every faster way must equal.
  /// - Precondition: there is a tensor for each of ``inputs``, of its shape.
  public func evaluate(
    _ nodes: [Node], inputs tensors: [Tensor], precision: Precision = .float64,
    instructionSet: InstructionSet = .inUse
  ) -> [Tensor] {
    precondition(
      tensors.map(\.shape) == inputs.map(shape(of:)),
      "\(tensors.map(\.shape)) for \(inputs.map(shape(of:)))")
    var values = [Tensor?](repeating: nil, count: count)
    for (input, tensor) in zip(inputs, tensors) { values[input.index] = tensor }
    for node in ancestors(of: nodes) {
      switch contents[node.index] {
      case .input: break
      case .constant(let tensor): values[node.index] = tensor
      case .application(let operation, let operands):
        values[node.index] = prepared(operation, operands, at: node).apply(
          operands.compactMap { values[$0.index] }, precision: precision, instructionSet: instructionSet)
      }
    }
    return nodes.compactMap { values[$0.index] }
  }
}
