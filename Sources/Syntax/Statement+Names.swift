import Diagnostics

extension Statement {
  /// The names that later statements can use because of this one.
  public var definedNames: [Identifier] { kind.boundName.map { [$0] } ?? [] }

  /// The names it takes from elsewhere, each once, in the order of the text.
  ///
  /// Parameters, inputs, names of its own block and of comprehensions are not among them, and neither
  /// are the names of fields and arguments.
  public var usedNames: [String] {
    var collector = NameCollector()
    collector.visit(self)
    return collector.names
  }

  /// The number of holes to be filled in: `?` in expressions and in rows.
  public var holeCount: Int {
    let inRows: Int =
      if case .table(let table) = kind { table.rows.reduce(0) { $0 + $1.holeCount } } else { 0 }
    return inRows + expressions.reduce(0) { $0 + $1.holeCount } + parts.reduce(0) { $0 + $1.holeCount }
  }
}

extension TableStatement.Row {
  /// The number of `?` in the runs of a short row.
  fileprivate var holeCount: Int {
    guard case .short(let inputs, let outputs) = kind else { return 0 }
    return (inputs.text + (outputs?.text ?? "")).filter { $0 == "?" }.count
  }
}

extension Expression {
  /// The number of holes in it.
  public var holeCount: Int { children.reduce(kind == .hole ? 1 : 0) { $0 + $1.holeCount } }
}

extension Program {
  /// The number of holes in its statements.
  public var holeCount: Int { statements.reduce(0) { $0 + $1.holeCount } }
}

/// Collects the names that are used and not bound around their use.
private struct NameCollector {
  private(set) var names: [String] = []
  private var known: Set<String> = []
  /// How often each name is bound around this position.
  private var bound: [String: Int] = [:]
  /// The numbers behind each stem that ranges of names bind around this position.
  private var families: [String: [ClosedRange<Int>]] = [:]

  private mutating func use(_ name: String) {
    guard bound[name, default: 0] == 0, !isInFamily(name), known.insert(name).inserted else { return }
    names.append(name)
  }

  private func isInFamily(_ name: String) -> Bool {
    guard !families.isEmpty, let (stem, number) = NameItem.split(name) else { return false }
    return families[stem, default: []].contains { $0.contains(number) }
  }

  /// Runs `visit` where `items` are bound.
  private mutating func binding(_ items: [NameItem], _ visit: (inout Self) -> Void) {
    for item in items {
      switch item {
      case .name(let name): bound[name.text, default: 0] += 1
      case .range:
        if let family = item.family { families[family.stem, default: []].append(family.numbers) }
      }
    }
    visit(&self)
    for item in items {
      switch item {
      case .name(let name): bound[name.text, default: 0] -= 1
      case .range:
        if let family = item.family { families[family.stem, default: []].removeLast() }
      }
    }
  }

  mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .tableFormula(_, let inputs, _, let value):
      binding(inputs) { $0.visit(value) }
    case .function(_, let parameters, let value):
      binding(parameters) {
        switch value {
        case .expression(let expression): $0.visit(expression)
        case .body(let parts): $0.visit(parts)
        }
      }
    case .net(_, let input, let sizes, let body):
      for size in sizes { visit(size) }
      binding([.name(input)]) { $0.visit(body) }
    case .table, .param, .check, .binding, .show, .broken:
      for expression in statement.expressions { visit(expression) }
    }
  }

  /// Visits the parts of a block; the names of each hold in those behind it.
  private mutating func visit(_ parts: [Statement]) {
    var own: [String] = []
    for part in parts {
      visit(part)
      for name in part.definedNames {
        bound[name.text, default: 0] += 1
        own.append(name.text)
      }
    }
    for name in own { bound[name, default: 0] -= 1 }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): use(name)
    case .comprehension(let value, let name, let source):
      visit(source)
      binding([.name(name)]) { $0.visit(value) }
    case .number, .text, .truth, .hole, .list, .call, .index, .field, .derivative, .with, .prefix, .binary,
      .near,
      .range, .conditional, .chain, .broken:
      for child in expression.children { visit(child) }
    }
  }
}
