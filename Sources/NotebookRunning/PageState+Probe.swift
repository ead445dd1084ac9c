import Diagnostics
import Language
import Syntax

/// What stands at a position of a cell's code.
public struct Probe: Sendable {
  /// The name.
  public let name: String
  /// Where it stands.
  public let range: SourceRange
  /// Its value, or what the check knows of it; nil of a parameter and the like, which has none by itself, and of a
  /// name that is nowhere.
  public let value: Value?
  /// The name in its declaration; nil of the library's names and the notebook's parameters.
  public let declaration: SourceRange?
}

extension PageState {
  /// What stands at a UTF-8 offset of a cell's file; nil where no name does.
  ///
  /// Files differ where a cell was replaced by a text of its own: `cell` is its index.
  /// - Complexity: O(code of the cell + cells above it).
  public func probe(at offset: Int, ofCell cell: Int) -> Probe? {
    guard let position = order.firstIndex(of: cell) else { return nil }
    let statements = cells[cell].program.statements
    for (number, statement) in statements.enumerated() {
      var search = NameSearch(offset: offset)
      search.visit(statement)
      guard let (name, range) = search.found else { continue }
      if let local = search.local {
        return Probe(name: name, range: range, value: nil, declaration: local)
      }
      let binding = statements.prefix(search.isDefinition ? number + 1 : number).last { above in
        above.definedNames.contains { $0.text == name }
      }
      let own = (ran[position] ?? checked[position])?.names[name]
      if let declaration = binding?.definedNames.first(where: { $0.text == name })?.range {
        // Of a name that the cell binds again further down, only that value is known.
        let value = own.flatMap { $0.definition == declaration ? $0.value : nil }
        return Probe(name: name, range: range, value: value, declaration: declaration)
      }
      let entry = entry(of: name, above: position)
      return Probe(
        name: name, range: range, value: entry?.value ?? library.value(name), declaration: entry?.definition)
    }
    return nil
  }

  /// What stands at a UTF-8 offset of the notebook's own file; nil where no name does.
  public func probe(at offset: Int) -> Probe? {
    let cell = order.first { index in
      let range = cells[index].cell.source.range
      return range.file === page.notebook.file && range.lowerBound <= offset && offset <= range.upperBound
    }
    return cell.flatMap { probe(at: offset, ofCell: $0) }
  }

  /// The names that may stand at a UTF-8 offset of a cell's file, sorted: those of the cells above, those that its
  /// statements above bind, and the library's.
  /// - Complexity: O(names × log names).
  public func names(at offset: Int, ofCell cell: Int) -> [String] {
    guard let position = order.firstIndex(of: cell) else { return [] }
    let above = cells[cell].program.statements.prefix { $0.range.upperBound <= offset }
    return Set(scope(at: position).names + above.flatMap { $0.definedNames.map(\.text) } + library.names)
      .sorted()
  }

  /// The entry of a name that the cells above a position left last.
  private func entry(of name: String, above position: Int) -> Scope.Entry? {
    for above in order.indices.prefix(position).reversed() {
      if let entry = (ran[above] ?? checked[above])?.names[name] { return entry }
    }
    return PageFront(page.notebook).scope[name]
  }
}

/// Looks for the name at an offset, and for what binds it around there.
private struct NameSearch {
  let offset: Int
  private(set) var found: (name: String, range: SourceRange)?
  /// Where the name is bound around its position: a parameter, an input, a part of a block, an item.
  private(set) var local: SourceRange?
  /// Whether the name stands where a statement of the cell binds it.
  private(set) var isDefinition = false
  private var binders: [Identifier] = []

  init(offset: Int) { self.offset = offset }

  private func holds(_ range: SourceRange) -> Bool {
    range.lowerBound <= offset && offset <= range.upperBound
  }

  private mutating func find(_ name: String, _ range: SourceRange) {
    guard found == nil, holds(range) else { return }
    found = (name, range)
    local = binders.last { $0.text == name }?.range
  }

  mutating func visit(_ statement: Statement) {
    guard holds(statement.range) else { return }
    for name in statement.definedNames where holds(name.range) {
      find(name.text, name.range)
      isDefinition = true
    }
    visitInside(statement)
  }

  private mutating func visitInside(_ statement: Statement) {
    let outer = binders
    defer { binders = outer }
    switch statement.kind {
    case .function(_, let parameters, _): bind(parameters.identifiers)
    case .tableFormula(_, let inputs, _, _): bind(inputs.identifiers)
    case .net(_, let input, let sizes, _):
      for size in sizes { visit(size) }
      bind([input])
    case .table, .param, .check, .binding, .show, .broken: break
    }
    for expression in statement.expressions { visit(expression) }
    for part in statement.parts {
      visitInside(part)
      bind(part.definedNames)
    }
  }

  private mutating func bind(_ names: [Identifier]) {
    binders += names
    for name in names { find(name.text, name.range) }
  }

  private mutating func visit(_ expression: Expression) {
    guard found == nil else { return }
    if case .name(let name) = expression.kind { return find(name, expression.range) }
    guard case .comprehension(let value, let name, let source) = expression.kind else {
      for child in expression.children { visit(child) }
      return
    }
    visit(source)
    binders.append(name)
    find(name.text, name.range)
    visit(value)
    binders.removeLast()
  }
}
