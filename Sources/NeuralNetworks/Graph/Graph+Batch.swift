import Tensors

extension Graph {
  /// A net for one example, written for `rows` examples at once.
  public struct Batch: Sendable {
    /// The net for all rows; its inputs are those of the net for one, with `[rows]` in front.
    public internal(set) var graph: Graph
    /// Where each node of the net for one example is now.
    fileprivate var copies: [RowNode]

    /// The copy of a node of the net for one example.
    public subscript(node: Node) -> Node { copies[node.index].node }
    /// Whether a node has a first axis of rows; otherwise it depends on parameters and constants alone.
    public func isPerRow(_ node: Node) -> Bool { copies[node.index].isPerRow }
  }

  /// Returns the net written for `rows` examples at once, by plain operations wherever there are such.
  ///
  /// A row has the bits of the net for one example.
  /// - Complexity: O(count).
  public func batched(rows: Int) -> Batch {
    var graph = Graph(inputShape: shape(of: input).prefixed(by: rows))
    var copies = [RowNode](repeating: RowNode(node: graph.input, isPerRow: true), count: count)
    for input in inputs.dropFirst() {
      copies[input.index].node = graph.addInput(shape(of: input).prefixed(by: rows))
    }
    graph.appendRows(of: self, (0..<count).map(Node.init), rows, &copies)
    return Batch(graph: graph, copies: copies)
  }

  /// Adds nodes of a net for one example, for each of `rows` rows; `copies` has those of its inputs.
  mutating func appendRows(of other: Graph, _ nodes: [Node], _ rows: Int, _ copies: inout [RowNode]) {
    for node in nodes {
      switch other.contents[node.index] {
      case .input: break
      case .constant(let tensor):
        let copy = other.isParameter(node) ? parameter(tensor) : constant(tensor)
        copies[node.index] = RowNode(node: copy, isPerRow: false)
      case .application(let operation, let operands):
        let moved = operands.map { copies[$0.index] }
        if moved.contains(where: \.isPerRow) {
          copies[node.index] = RowNode(node: appending(operation, moved, rows: rows), isPerRow: true)
        } else {
          let copy = append(other.prepared(operation, operands, at: node), moved.map(\.node))
          copies[node.index] = RowNode(node: copy, isPerRow: false)
        }
      }
    }
  }
}

/// A node of a net for several rows: one value a row, or one for all.
struct RowNode: Sendable {
  var node: Graph.Node
  let isPerRow: Bool
}

extension Graph {
  /// Adds an operation for one row to every row; at least one operand is per row.
  mutating func appending(_ operation: Operation, _ operands: [RowNode], rows: Int) -> Node {
    if rows > 0, let plain = plainRows(operation, operands, rows) { return plain }
    return appending(
      .eachRow(operation, rows: rows, perRow: operands.map(\.isPerRow)), operands.map(\.node))
  }

  /// The shape of an operand for one row.
  func rowShape(_ operand: RowNode) -> Shape {
    operand.isPerRow ? shape(of: operand.node).droppingFirst() : shape(of: operand.node)
  }

  /// Adds the plain operation on all rows that has the same bits, if there is one.
  private mutating func plainRows(_ operation: Operation, _ operands: [RowNode], _ rows: Int) -> Node? {
    switch operation {
    case .map, .meet, .near, .choice, .select, .dropout: return elementwiseRows(operation, operands, rows)
    case .reduce(let reduction, let along): return reducedRows(reduction, along, operands[0], rows)
    case .softmax, .argmax: return appending(operation, operands.map(\.node))
    case .matrixProduct: return productRows(operands, rows)
    case .convolve(_, .forward) where !operands[1].isPerRow && rowShape(operands[0]).rank == 3,
      .pool(_, .max) where rowShape(operands[0]).rank == 3,
      .pool(_, .mean) where rowShape(operands[0]).rank == 3:
      return appending(operation, operands.map(\.node))
    case .transpose:
      return movedRows(Operation.Movement(transposing: rowShape(operands[0])), operands[0], rows)
    case .index(let items):
      return movedRows(Operation.Movement(of: items, in: rowShape(operands[0])), operands[0], rows)
    case .reshape(let shape): return reshaped(operands[0].node, shape.prefixed(by: rows))
    case .gather(let movement): return appending(.gather(movement.inEach(of: rows)), operands.map(\.node))
    case .scatter(let movement): return appending(.scatter(movement.inEach(of: rows)), operands.map(\.node))
    case .eachRow(let each): return nestedRows(each, operands, rows)
    case .crossEntropy, .crossEntropySlope, .exactNearZero, .convolve, .pool, .stack: return nil
    }
  }

  /// Adds an operation of each element, where its operands meet in all rows as they do in one.
  private mutating func elementwiseRows(_ operation: Operation, _ operands: [RowNode], _ rows: Int) -> Node? {
    let shapes = operands.map(rowShape)
    guard case .success(let one) = operation.shape(of: shapes) else { return nil }
    let operation = operation == .select && one.isScalar ? .choice : operation
    if operation == .select, operands[0].isPerRow { return nil }
    let fits = zip(operands, shapes).allSatisfy { operand, shape in
      operand.isPerRow ? shape == one : shape.isScalar
    }
    if fits { return appending(operation, operands.map(\.node)) }
    return sharedRows(operation, operands, one, rows)
  }

  /// Adds an operation of two operands, one per row and the other, as long as its last axes, the same for all.
  private mutating func sharedRows(
    _ operation: Operation, _ operands: [RowNode], _ result: Shape, _ rows: Int
  ) -> Node? {
    guard operands.count == 2, let shared = operands.firstIndex(where: { !$0.isPerRow }),
      rowShape(operands[1 - shared]) == result
    else { return nil }
    let part = shape(of: operands[shared].node)
    guard part.count > 0 else { return nil }
    var nodes = operands.map(\.node)
    nodes[1 - shared] = reshaped(nodes[1 - shared], [rows * (result.count / part.count), part.count])
    nodes[shared] = reshaped(nodes[shared], [part.count])
    return reshaped(appending(operation, nodes), result.prefixed(by: rows))
  }

  /// Adds the product of a vector or matrix a row with what is the same for all rows.
  private mutating func productRows(_ operands: [RowNode], _ rows: Int) -> Node? {
    let shapes = operands.map(rowShape)
    if operands[0].isPerRow, !operands[1].isPerRow {
      guard shapes[0].rank == 2 else { return appending(.matrixProduct, operands.map(\.node)) }
      let (count, inner) = (shapes[0].sizes[0], shapes[0].sizes[1])
      let all = reshaped(operands[0].node, [rows * count, inner])
      let columns = Array(shapes[1].sizes.dropFirst())
      return reshaped(appending(.matrixProduct, [all, operands[1].node]), Shape([rows, count] + columns))
    }
    guard !operands[0].isPerRow, shapes[1].rank == 1 else { return nil }
    // Each product of two numbers is the same from both sides, and so is the order of the sum.
    return appending(.matrixProduct, [operands[1].node, transposed(operands[0].node)])
  }

  /// Adds the rows of every row, where it is the same operands that have them.
  private mutating func nestedRows(_ each: Operation.EachRow, _ operands: [RowNode], _ rows: Int) -> Node? {
    guard each.perRow == operands.map(\.isPerRow) else { return nil }
    let all = rows * each.rows
    let flat = operands.map { operand in
      guard operand.isPerRow else { return operand }
      let shape = rowShape(operand).droppingFirst().prefixed(by: all)
      return RowNode(node: reshaped(operand.node, shape), isPerRow: true)
    }
    let result = appending(each.operation, flat, rows: all)
    return reshaped(result, shape(of: result).droppingFirst().prefixed(by: each.rows).prefixed(by: rows))
  }

  /// Adds a reduction of the elements of each row, or of each row's rows.
  private mutating func reducedRows(
    _ reduction: Reduction, _ along: Operation.Along, _ operand: RowNode, _ rows: Int
  ) -> Node? {
    let shape = rowShape(operand)
    switch along {
    case .all: return appending(.reduce(reduction, .rows), [reshaped(operand.node, [rows, shape.count])])
    case .rows:
      let all = reshaped(operand.node, [rows * shape.sizes[0], shape.sizes[1]])
      return reshaped(appending(.reduce(reduction, .rows), [all]), [rows, shape.sizes[0]])
    case .columns: return nil
    }
  }

  /// Adds a movement of each row's elements.
  private mutating func movedRows(
    _ movement: Operation.Movement, _ operand: RowNode, _ rows: Int
  ) -> Node {
    if movement.staysInOrder { return reshaped(operand.node, movement.result.prefixed(by: rows)) }
    return appending(.gather(movement.inEach(of: rows)), [operand.node])
  }
}
