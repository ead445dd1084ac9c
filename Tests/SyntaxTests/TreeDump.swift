import Syntax

/// Writes trees out in full, without ranges, so that two can be compared.
enum TreeDump {
  static func text(_ program: Program) -> String { program.statements.map(text).joined(separator: "\n") }

  static func text(_ statement: Statement) -> String {
    switch statement.kind {
    case .table(let table):
      return node(
        "Table", table.name.text, items(table.inputs), items(table.outputs), "\(table.hasOn)",
        all(table.rows, text))
    case .tableFormula(let name, let inputs, let outputs, let value):
      return node("TableFormula", name.text, items(inputs), items(outputs), text(value))
    case .net(let name, let input, let sizes, let body):
      return node("Net", name.text, input.text, all(sizes, text), all(body, text))
    case .param(let name, let sizes, let sign, let value):
      return node("Param", name.text, all(sizes, text), sign.rawValue, text(value))
    case .check(let title, let worth, let value):
      return node("Check", title?.spelling ?? "-", worth?.spelling ?? "-", text(value))
    case .binding(let name, let value): return node("Binding", name.text, text(value))
    case .function(let name, let parameters, .expression(let value)):
      return node("Function", name.text, items(parameters), text(value))
    case .function(let name, let parameters, .body(let parts)):
      return node("Function", name.text, items(parameters), all(parts, text))
    case .show(let value): return node("Show", text(value))
    case .broken(let name): return node("Broken", name?.text ?? "-")
    }
  }

  static func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let number): return number.spelling
    case .text(let text): return text.spelling + "=" + text.value
    case .truth(let truth): return "\(truth)"
    case .name(let name): return name
    case .hole: return "?"
    case .broken: return "Broken"
    case .list(let rows): return node("List", all(rows) { all($0, text) })
    case .comprehension(let value, let name, let source):
      return node("Comprehension", text(value), name.text, text(source))
    case .call(let base, let arguments):
      return node("Call", text(base), all(arguments) { "\($0.name?.text ?? "-"):\(text($0.value))" })
    case .index(let base, let items):
      return node("Index", text(base), all(items) { $0.position.map(text) ?? ":" })
    case .field(let base, let name): return node("Field", text(base), name.text)
    case .derivative(let base): return node("Derivative", text(base))
    case .with(let base, let edits):
      return node("With", text(base), all(edits) { "\($0.path.map(\.text))=\(text($0.value))" })
    case .prefix(let sign, _, let operand): return node(sign.rawValue, text(operand))
    case .binary(let sign, _, let left, let right): return node(sign.rawValue, text(left), text(right))
    case .near(let left, let right, let bound): return node("Near", text(left), text(right), text(bound))
    case .range(let first, let last): return node("Range", text(first), text(last))
    case .conditional(let test, let yes, let no): return node("If", text(test), text(yes), text(no))
    case .chain(let stages): return node("Chain", all(stages, text))
    }
  }

  private static func text(_ row: TableStatement.Row) -> String {
    switch row.kind {
    case .short(let inputs, let outputs): node("Short", inputs.text, outputs?.text ?? "-")
    case .long(let inputs, let outputs): node("Long", all(inputs, text), all(outputs, text))
    case .broken: "Broken"
    }
  }

  private static func items(_ items: [NameItem]) -> String {
    all(items) {
      switch $0 {
      case .name(let name): name.text
      case .range(let first, let last): "\(first.text)..\(last.text)"
      }
    }
  }

  private static func node(_ name: String, _ parts: String...) -> String {
    "(\(([name] + parts).joined(separator: " ")))"
  }

  private static func all<Part>(_ parts: [Part], _ text: (Part) -> String) -> String {
    "{" + parts.map(text).joined(separator: ", ") + "}"
  }
}
