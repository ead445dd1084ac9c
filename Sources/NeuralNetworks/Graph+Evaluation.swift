import Tensors

extension Graph {
  /// Evaluates a node on every row of `rows` and returns `[m]`, or `[m, k…]` for a node of shape `[k…]`.
  ///
  /// A row's bits do not depend on the other rows. Cost m·`cost(of: node)`.
  /// - Precondition: a row of `rows` has the shape of the input.
  public func evaluate(_ node: Node, rows: Tensor) -> Tensor {
    let count = rows.shape.sizes.first ?? 0
    return Tensor(shape(of: node).prefixed(by: count), Evaluation(self, [node], rows).run()[0])
  }

  /// Evaluates several nodes in one pass over the rows.
  public func evaluate(_ nodes: [Node], rows: Tensor) -> [Tensor] {
    let count = rows.shape.sizes.first ?? 0
    return zip(nodes, Evaluation(self, nodes, rows).run()).map { node, elements in
      Tensor(shape(of: node).prefixed(by: count), elements)
    }
  }

  /// Evaluates a node for one example of the input's shape.
  public func evaluate(_ node: Node, example: Tensor) -> Tensor {
    evaluate(node, rows: example.reshaped(example.shape.prefixed(by: 1))).row(0)
  }

  /// Evaluates nodes for whole tensors, one operation after the other: what every faster way must equal.
  /// - Precondition: there is a tensor for each of ``inputs``, of its shape.
  public func evaluate(_ nodes: [Node], inputs tensors: [Tensor]) -> [Tensor] {
    precondition(
      tensors.map(\.shape) == inputs.map(shape(of:)),
      "\(tensors.map(\.shape)) for \(inputs.map(shape(of:)))")
    var values = [Tensor?](repeating: nil, count: count)
    for (input, tensor) in zip(inputs, tensors) { values[input.index] = tensor }
    for node in ancestors(of: nodes) {
      switch contents[node.index] {
      case .input: break
      case .constant(let tensor): values[node.index] = tensor
      case .application(_, let prepared, let operands):
        values[node.index] = prepared.apply(operands.compactMap { values[$0.index] })
      }
    }
    return nodes.compactMap { values[$0.index] }
  }
}

/// One pass over the rows: blocks of rows go through all needed nodes, so that values stay in the cache.
private struct Evaluation {
  private let graph: Graph
  private let wanted: [Graph.Node]
  private let needed: [Graph.Node]
  private let rows: Tensor
  private let count: Int
  /// The rows in one block.
  private let block: Int
  /// Where each node's values of a block begin in the working memory.
  private var places: [Int]
  private let capacity: Int

  init(_ graph: Graph, _ wanted: [Graph.Node], _ rows: Tensor) {
    let inputShape = graph.shape(of: graph.input)
    precondition(
      rows.rank > 0 && rows.shape.droppingFirst() == inputShape, "rows \(rows.shape) for \(inputShape)")
    self.graph = graph
    self.wanted = wanted
    self.rows = rows
    needed = graph.ancestors(of: wanted)
    count = rows.shape.sizes[0]
    let perRow = needed.reduce(0) { $0 + graph.shape(of: $1).count }
    let block = max(1, min(256, count, 65_536 / max(perRow, 1)))
    self.block = block
    places = [Int](repeating: 0, count: graph.count)
    var used = 0
    for node in needed {
      places[node.index] = used
      used += graph.shape(of: node).count * (graph.constant(at: node) == nil ? block : 1)
    }
    capacity = used
  }

  /// Returns the values of each wanted node, one row behind the other.
  func run() -> [[Double]] {
    var memory = [Double](repeating: 0, count: max(capacity, 1))
    var results = wanted.map { _ in [Double]() }
    for (i, node) in wanted.enumerated() { results[i].reserveCapacity(count * graph.shape(of: node).count) }
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      placeConstants(base)
      for first in Swift.stride(from: 0, to: count, by: block) {
        let length = min(block, count - first)
        compute(first, length, base)
        for i in wanted.indices { append(wanted[i], length, base, to: &results[i]) }
      }
    }
    return results
  }

  private func placeConstants(_ base: UnsafeMutablePointer<Double>) {
    for node in needed {
      guard let tensor = graph.constant(at: node) else { continue }
      for (i, element) in tensor.elements.enumerated() { base[places[node.index] + i] = element }
    }
  }

  /// Computes every needed node for `length` rows from the row `first` on.
  private func compute(_ first: Int, _ length: Int, _ base: UnsafeMutablePointer<Double>) {
    for node in needed {
      let place = base + places[node.index]
      switch graph.contents[node.index] {
      case .constant: break
      case .input:
        let size = graph.shape(of: node).count
        for i in 0..<length * size { place[i] = rows.elements[first * size + i] }
      case .application(_, let prepared, let operands):
        prepared.run(
          rows: length, operands: operands.map { UnsafePointer(base + places[$0.index]) },
          strides: operands.map(stride(of:)), result: place)
      }
    }
  }

  private func stride(of node: Graph.Node) -> Int {
    graph.constant(at: node) == nil ? graph.shape(of: node).count : 0
  }

  private func append(
    _ node: Graph.Node, _ length: Int, _ base: UnsafeMutablePointer<Double>, to result: inout [Double]
  ) {
    let size = graph.shape(of: node).count
    let values = UnsafeBufferPointer(start: base + places[node.index], count: size)
    if graph.constant(at: node) != nil {
      for _ in 0..<length { result.append(contentsOf: values) }
    } else {
      result.append(contentsOf: UnsafeBufferPointer(start: base + places[node.index], count: size * length))
    }
  }
}
