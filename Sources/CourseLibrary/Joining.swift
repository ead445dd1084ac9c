import Diagnostics
import Language
import Tables
import Tensors

extension Library {
  /// Tensors and tables put together, their sizes and their order.
  static let joining: [Builtin] = [.concat, .shape, .shuffle]
}

extension Builtin {
  static let concat = Builtin(
    "concat", .mathematics, [Parameter("part", .any("vectors, matrices or tables"), .repeated)],
    summary: "the parts one behind another along the first axis: elements, rows, or rows of tables",
    example: "concat([1, 2], [3])\nconcat([1, 2; 3, 4], [5, 6])",
    read: { (call, _) throws(Stop) in try call.partsToJoin() },
    expected: { (parts, _, _) throws(Stop) in
      switch parts {
      case .tables: .unknown
      case .tensors(let shape): .symbol(Symbol(shape: shape))
      }
    },
    cost: \.cost,
    run: { (parts, call, _) throws(Stop) in
      switch parts {
      case .tables(let tables): .table(Table.joined(tables, name: call.boundName ?? ""))
      case .tensors(let shape):
        .tensor(Tensor(shape, call.repeated.flatMap { $0.value.tensor?.elements ?? [] }))
      }
    })

  static let shape = Builtin(
    "shape", .mathematics, [Parameter("x", .any("a tensor or a table"))],
    summary: "the sizes of a tensor, or the rows and columns of a table",
    example: "shape([1, 2, 3; 4, 5, 6])",
    traits: [.exact, .counts],
    evaluation: .known { (call, _) throws(Stop) in
      if let table = call.table("x") {
        return .tensor(Tensor([Double(table.rowCount), Double(table.inputs.count + table.outputs.count)]))
      }
      guard let value = call.arguments["x"]?.value, !value.isUnknown else { return .unknown }
      guard let shape = value.shape else {
        throw call.error(
          .typeMismatch, "only a tensor or a table has sizes, this is \(value.kindText)", at: "x")
      }
      guard shape.rank > 0 else {
        throw call.error(.typeMismatch, "a number has no sizes", at: "x", hint: "a list of one number is [3]")
      }
      return .tensor(Tensor(shape.sizes.map(Double.init)))
    })

  static let shuffle = Builtin(
    "shuffle", .data, [Parameter("data", .table)], summary: "the rows of a table in a random order",
    example: "shuffle(circle(n=10))",
    read: { (call, _) throws(Stop) in call.table("data") },
    cost: { CallCost(fuel: 100 * ($0.X.count + $0.Y.count), elements: 4 * ($0.X.count + $0.Y.count)) },
    run: { (table, call, evaluator) throws(Stop) in
      let order = evaluator.nextStream().permutation(table.rowCount)
      return .table(table.rows(at: order, name: call.boundName ?? ""))
    })
}

/// What `concat` joins: tensors to one of this shape, or tables.
private enum PartsToJoin {
  case tensors(Shape)
  case tables([Table])

  var cost: CallCost {
    switch self {
    case .tensors(let shape): return CallCost(fuel: 10 * shape.count, elements: shape.count)
    case .tables(let tables):
      let size = tables.reduce(0) { $0 + $1.X.count + $1.Y.count }
      return CallCost(fuel: 100 * size, elements: 4 * size)
    }
  }
}

extension Call {
  /// The parts, which fit together; nil where one is not known.
  fileprivate func partsToJoin() throws(Stop) -> PartsToJoin? {
    if repeated.contains(where: \.value.isUnknown) { return nil }
    guard let shapes = try shapesOfParts() else { return .tables(try tablesToJoin()) }
    return .tensors(try joinedShape(shapes))
  }

  /// The shapes of the parts, where they are tensors; nil where they are tables.
  fileprivate func shapesOfParts() throws(Stop) -> [Shape]? {
    let shapes = repeated.map { $0.value.shape }
    if shapes.allSatisfy({ $0 != nil }) { return shapes.compactMap { $0 } }
    let isTable = repeated.map { argument in if case .table = argument.value { true } else { false } }
    if isTable.allSatisfy({ $0 }) { return nil }
    let odd =
      zip(repeated, zip(shapes, isTable)).first { $0.1.0 == nil && !$0.1.1 }
      ?? zip(repeated, zip(shapes, isTable)).first { !$0.1.1 }
    throw .error(
      .typeMismatch,
      "`concat` joins tensors with tensors and tables with tables, here stands \(odd?.0.value.kindText ?? "another value")",
      at: odd?.0.range ?? range, hint: "such as concat([1, 2], [3]) or concat(train, test)")
  }

  /// The shape of tensors one behind another; a number counts as one element, a row beside a matrix as a row.
  fileprivate func joinedShape(_ shapes: [Shape]) throws(Stop) -> Shape {
    let rank = max(1, shapes.map(\.rank).max() ?? 1)
    let rest = shapes.first { $0.rank == rank }.map { Array($0.sizes.dropFirst()) } ?? []
    var count = 0
    for (argument, shape) in zip(repeated, shapes) {
      let inner = shape.rank == rank ? Array(shape.sizes.dropFirst()) : shape.sizes
      guard inner == rest, shape.rank >= rank - 1 else {
        let wanted = Shape([1] + rest)
        throw .error(
          .shapeMismatch,
          "this is \(shape.phrase), the parts before it are \(rest.isEmpty ? "vectors" : "rows of the shape \(Shape(rest))")",
          at: argument.range,
          hint: rest.isEmpty
            ? "join vectors with vectors" : "give rows such as \(wanted); A.T turns columns into rows")
      }
      count += shape.rank == rank ? shape.sizes[0] : 1
    }
    return Shape([count] + rest)
  }

  /// The tables to join, which have the same columns.
  fileprivate func tablesToJoin() throws(Stop) -> [Table] {
    let tables = repeated.compactMap { argument in
      if case .table(let table) = argument.value { table } else { nil }
    }
    guard let first = tables.first else { return [] }
    var rows = 0
    for (argument, table) in zip(repeated, tables) {
      let isAlike =
        table.inputs == first.inputs && table.outputs == first.outputs && table.classNames == first.classNames
      guard isAlike else {
        let columns = (first.inputs + first.outputs).prefix(8).joined(separator: ", ")
        throw .error(
          .shapeMismatch, "tables to join have the same columns and classes, the first has \(columns)",
          at: argument.range, hint: "make them alike: data(X, y) names its columns x1, x2, … and y")
      }
      rows += table.rowCount
    }
    guard rows <= Table.maximalRows, rows * (first.inputs.count + first.outputs.count) <= Table.maximalValues
    else {
      throw error(.tableTooLarge, "\(readable(rows)) rows are more than a table may have")
    }
    return tables
  }
}
