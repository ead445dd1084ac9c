extension Expression {
  /// The expressions right below this one, in the order of the text.
  public var children: [Expression] {
    switch kind {
    case .number, .text, .truth, .name, .hole, .broken: []
    case .list(let rows): rows.flatMap { $0 }
    case .comprehension(let value, _, let source): [value, source]
    case .call(let base, let arguments): [base] + arguments.map(\.value)
    case .index(let base, let items): [base] + items.compactMap(\.position)
    case .field(let base, _), .derivative(let base): [base]
    case .with(let base, let edits): [base] + edits.map(\.value)
    case .prefix(_, _, let operand): [operand]
    case .binary(_, _, let left, let right): [left, right]
    case .near(let left, let right, let bound): [left, right, bound]
    case .range(let first, let last): [first, last]
    case .conditional(let test, let yes, let no): [test, yes, no]
    case .chain(let stages): stages
    }
  }
}

extension IndexItem {
  /// The position, if it is not `:`.
  public var position: Expression? {
    switch self {
    case .all: nil
    case .at(let position): position
    }
  }
}

extension Statement {
  /// The expressions of this statement itself, without those in its block.
  public var expressions: [Expression] {
    switch kind {
    case .table(let table): table.rows.flatMap(\.expressions)
    case .tableFormula(_, _, _, let value), .check(_, _, let value), .binding(_, let value): [value]
    case .show(let value), .function(_, _, .expression(let value)): [value]
    case .net(_, _, let sizes, _): sizes
    case .param(_, let sizes, _, let value): sizes + [value]
    case .function(_, _, .body), .broken: []
    }
  }

  /// The parts of its block, if it has one.
  public var parts: [Statement] {
    switch kind {
    case .net(_, _, _, let body), .function(_, _, .body(let body)): body
    case .table, .tableFormula, .param, .check, .binding, .function, .show, .broken: []
    }
  }
}

extension TableStatement.Row {
  /// The expressions of a long row.
  public var expressions: [Expression] {
    switch kind {
    case .long(let inputs, let outputs): inputs + outputs
    case .short, .broken: []
    }
  }
}
