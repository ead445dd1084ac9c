/// Writes trees as canonical text: one spelling for each tree, read back as the same tree.
struct Printer {
  /// What binds more tightly than every operator.
  private static let postfix = Tightness.power.rawValue + 1

  // MARK: Expressions

  func text(_ expression: Expression) -> String { text(expression, atLeast: Tightness.chain.rawValue) }

  private func text(_ expression: Expression, atLeast tightness: Tightness) -> String {
    text(expression, atLeast: tightness.rawValue)
  }

  /// Writes `expression` where something at least this tight is due, in parentheses if it is looser.
  private func text(_ expression: Expression, atLeast tightness: Int) -> String {
    let (written, own) = written(expression)
    return own < tightness ? "(\(written))" : written
  }

  private func written(_ expression: Expression) -> (text: String, tightness: Int) {
    switch expression.kind {
    case .number(let number): return (number.spelling, Self.postfix)
    case .text(let text): return (text.spelling, Self.postfix)
    case .truth(let truth): return (truth ? "true" : "false", Self.postfix)
    case .name(let name): return (name, Self.postfix)
    case .hole, .broken: return ("?", Self.postfix)
    case .list(let rows): return ("[" + rows.map(list).joined(separator: "; ") + "]", Self.postfix)
    case .comprehension(let value, let name, let source):
      return ("[\(text(value)) for \(name.text) in \(text(source))]", Self.postfix)
    case .call(let base, let arguments):
      return (self.base(base) + "(" + arguments.map(text).joined(separator: ", ") + ")", Self.postfix)
    case .index(let base, let items):
      return (self.base(base) + "[" + items.map(text).joined(separator: ", ") + "]", Self.postfix)
    case .field(let base, let name): return (self.base(base) + "." + name.text, Self.postfix)
    case .derivative(let base): return (self.base(base) + "'", Self.postfix)
    case .with(let base, let edits):
      return (self.base(base) + " with { " + edits.map(text).joined(separator: ", ") + " }", Self.postfix)
    case .prefix(let sign, _, let operand):
      let gap = sign == .not ? " " : ""
      return (sign.rawValue + gap + text(operand, atLeast: sign.tightness), sign.tightness.rawValue)
    case .binary(let sign, _, let left, let right):
      return (binary(sign, left, right), sign.tightness.rawValue)
    case .near(let left, let right, let bound):
      let parts = [left, right, bound].map { text($0, atLeast: .range) }
      return ("\(parts[0]) ~ \(parts[1]) within \(parts[2])", Tightness.comparison.rawValue)
    case .range(let first, let last):
      return (text(first, atLeast: .sum) + ".." + text(last, atLeast: .sum), Tightness.range.rawValue)
    case .conditional(let test, let yes, let no):
      let parts = [test, yes, no].map { text($0, atLeast: .conditional) }
      return ("if \(parts[0]) then \(parts[1]) else \(parts[2])", Tightness.conditional.rawValue)
    case .chain(let stages):
      let parts = stages.map { text($0, atLeast: .conditional) }
      return (parts.joined(separator: " -> "), Tightness.chain.rawValue)
    }
  }

  private func list(_ items: [Expression]) -> String { items.map(text).joined(separator: ", ") }

  /// Only names, holes, lists and what has suffixes may take a suffix without parentheses.
  private func base(_ expression: Expression) -> String {
    switch expression.kind {
    case .number, .text, .truth: "(\(text(expression)))"
    case .name, .hole, .list, .comprehension, .call, .index, .field, .derivative, .with, .prefix, .binary,
      .near,
      .range, .conditional, .chain, .broken:
      text(expression, atLeast: Self.postfix)
    }
  }

  private func binary(_ sign: BinarySign, _ left: Expression, _ right: Expression) -> String {
    let own = sign.tightness.rawValue
    switch sign.tightness {
    case .power: return text(left, atLeast: Self.postfix) + "^" + text(right, atLeast: .minus)
    case .comparison:
      return "\(text(left, atLeast: own + 1)) \(sign.rawValue) \(text(right, atLeast: own + 1))"
    case .chain, .conditional, .or, .and, .not, .range, .sum, .product, .minus:
      let gap = sign.isSpaced ? " " : ""
      let leftText = isOtherProduct(left, sign) ? "(\(text(left)))" : text(left, atLeast: own)
      return leftText + gap + sign.rawValue + gap + text(right, atLeast: own + 1)
    }
  }

  /// Whether `left` is a product that may not stand in one run with `sign`.
  private func isOtherProduct(_ left: Expression, _ sign: BinarySign) -> Bool {
    guard sign.tightness == .product, case .binary(let other, _, _, _) = left.kind else { return false }
    return other.tightness == .product && other.productGroup != sign.productGroup
  }

  private func text(_ argument: Argument) -> String {
    let name = argument.name.map { $0.text + "=" } ?? ""
    return name + text(argument.value)
  }

  private func text(_ item: IndexItem) -> String {
    switch item {
    case .all: ":"
    case .at(let position): text(position)
    }
  }

  private func text(_ edit: Edit) -> String {
    edit.path.map(\.text).joined(separator: ".") + " = " + text(edit.value)
  }

  // MARK: Statements

  func text(_ statement: Statement) -> String {
    switch statement.kind {
    case .table(let table): return text(table)
    case .tableFormula(let name, let inputs, let outputs, let value):
      return head(name, inputs, outputs) + " = " + text(value)
    case .net(let name, let input, let sizes, let body):
      return "net \(name.text)(\(input.text)[\(list(sizes))]) \(text(body))"
    case .param(let name, let sizes, let sign, let value):
      let size = sizes.isEmpty ? "" : "[\(list(sizes))]"
      return "param \(name.text)\(size) \(sign.rawValue) \(text(value))"
    case .check(let title, let worth, let value):
      let points = worth.map { " worth " + $0.spelling } ?? ""
      return "check " + (title.map { $0.spelling + points + ": " } ?? "") + text(value)
    case .binding(let name, let value): return "\(name.text) = \(text(value))"
    case .function(let name, let parameters, let value):
      return "\(name.text)(\(text(parameters))) = \(text(value))"
    case .show(let value):
      let written = text(value)
      return written.hasPrefix("-") || looksLikeDefinition(value) ? "(\(written))" : written
    case .broken(let name): return name?.text ?? "?"
    }
  }

  /// Whether `f(x) -> x + 1` stands here, which the parser takes for a function of another language.
  private func looksLikeDefinition(_ shown: Expression) -> Bool {
    guard case .chain(let stages) = shown.kind, stages.count > 1,
      case .call(let base, let arguments) = stages[0].kind,
      case .name = base.kind
    else { return false }
    let next = text(stages[1], atLeast: .conditional)
    let names = arguments.compactMap { argument -> String? in
      guard argument.name == nil, case .name(let name) = argument.value.kind else { return nil }
      return name
    }
    return names.count == arguments.count
      && names.contains(String(next.prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
  }

  private func text(_ value: FunctionValue) -> String {
    switch value {
    case .expression(let expression): text(expression)
    case .body(let parts): text(parts)
    }
  }

  private func text(_ body: [Statement]) -> String { "{ " + body.map(text).joined(separator: "; ") + " }" }

  private func text(_ items: [NameItem]) -> String {
    items.map {
      switch $0 {
      case .name(let name): name.text
      case .range(let first, let last): "\(first.text)..\(last.text)"
      }
    }.joined(separator: ", ")
  }

  private func head(_ name: Identifier, _ inputs: [NameItem], _ outputs: [NameItem]) -> String {
    "table \(name.text)(\(text(inputs)) -> \(text(outputs)))"
  }

  private func text(_ table: TableStatement) -> String {
    let rows = table.rows.map(text).joined(separator: ", ")
    return head(table.name, table.inputs, table.outputs) + " { \(table.hasOn ? "on " : "")\(rows) }"
  }

  private func text(_ row: TableStatement.Row) -> String {
    switch row.kind {
    case .short(let inputs, let outputs): inputs.text + (outputs.map { ":" + $0.text } ?? "")
    case .long(let inputs, let outputs): "(\(list(inputs))): " + outputText(outputs)
    case .broken: "?"
    }
  }

  /// One output stands alone unless it begins with `(`, which would open a list of outputs.
  private func outputText(_ outputs: [Expression]) -> String {
    let written = list(outputs)
    return outputs.count == 1 && !written.hasPrefix("(") ? written : "(\(written))"
  }
}

extension BinarySign {
  /// Whether a blank stands on both its sides.
  var isSpaced: Bool {
    switch self {
    case .times, .over, .dot, .power: false
    case .or, .xor, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus,
      .at:
      true
    }
  }
}

extension Program {
  /// The canonical text of its statements, one a line.
  public var canonicalText: String { statements.map(\.canonicalText).joined(separator: "\n") }
}

extension Statement {
  /// The one spelling of this tree, on one line: what two texts of the same meaning share.
  public var canonicalText: String { Printer().text(self) }
}

extension Expression {
  /// The one spelling of this tree, on one line.
  public var canonicalText: String { Printer().text(self) }
}
