import Diagnostics
import NeuralNetworks
import Syntax

/// A solution with one thing changed, as a student might get it wrong.
struct Mutant: Sendable, Hashable {
  /// The changed code.
  let code: String
  /// What was changed, as in `1.5 → 1.6`.
  let change: String
  /// The line of the change, from 1.
  let line: Int
}

extension Mutant {
  /// The most mutants that are tried of one exercise.
  static let most = 80

  /// The mutants of a solution: numbers nudged by 0.1 and 1, signs, comparisons, operators and activations exchanged,
  /// rows of tables flipped; of very many, every so many-th.
  static func all(of code: String) -> [Mutant] {
    let source = SourceText(whole: SourceFile(path: "solution", text: code))
    var collector = MutantCollector(file: source.file)
    for statement in parse(source).program.statements { collector.visit(statement) }
    let mutants = collector.mutants
    guard mutants.count > most else { return mutants }
    return (0..<most).map { mutants[$0 * mutants.count / most] }
  }
}

/// Goes through a program and collects its changes.
private struct MutantCollector {
  let file: SourceFile
  private(set) var mutants: [Mutant] = []

  init(file: SourceFile) { self.file = file }

  mutating func visit(_ statement: Statement) {
    // The solution's own checks and pictures tell nothing.
    if case .check = statement.kind { return }
    if case .show = statement.kind { return }
    visitDefinition(statement)
  }

  private mutating func visitDefinition(_ statement: Statement) {
    if case .table(let table) = statement.kind { for row in table.rows { flip(row) } }
    for expression in statement.expressions { visit(expression) }
    for part in statement.parts { visitDefinition(part) }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .number(let literal): nudge(literal)
    case .prefix(.minus, let sign, _): replace(sign, by: "")
    case .prefix(.not, let sign, _): replace(sign, by: "")
    case .binary(let sign, let signRange, _, _):
      if let other = Self.exchanged[sign] { replace(signRange, by: other.rawValue) }
    case .name(let name): exchangeActivation(name, at: expression.range)
    case .text, .truth, .hole, .list, .comprehension, .call, .index, .field, .derivative, .with, .near,
      .range, .conditional, .chain, .broken:
      break
    }
    for child in expression.children { visit(child) }
  }

  /// What stands for what.
  private static let exchanged: [BinarySign: BinarySign] = [
    .or: .and, .xor: .or, .and: .or, .equal: .notEqual, .notEqual: .equal, .less: .greaterOrEqual,
    .lessOrEqual: .greater, .greater: .lessOrEqual, .greaterOrEqual: .less, .plus: .minus, .minus: .plus,
    .times: .plus, .over: .times, .power: .times,
  ]

  private mutating func nudge(_ literal: NumberLiteral) {
    for step in [0.1, -0.1, 1, -1] {
      // Rounded to what a person would type.
      let value = ((literal.value + step) * 1e9).rounded() / 1e9
      let text = value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
      replace(literal.range, by: value < 0 ? "(\(text))" : text)
    }
  }

  private mutating func exchangeActivation(_ name: String, at range: SourceRange) {
    guard Activation.named(name) != nil else { return }
    let others = ["sigmoid", "tanh", "relu", "step"].filter { $0 != name }
    for other in others.prefix(2) { replace(range, by: other) }
  }

  private mutating func flip(_ row: TableStatement.Row) {
    guard case .short(_, let outputs?) = row.kind else { return }
    let flipped = String(outputs.text.map { $0 == "0" ? "1" : $0 == "1" ? "0" : $0 })
    replace(outputs.range, by: flipped)
  }

  private mutating func replace(_ range: SourceRange, by text: String) {
    guard range.text != text else { return }
    let code = file.slice(0..<range.lowerBound) + text + file.slice(range.upperBound..<file.text.utf8.count)
    let change = text.isEmpty ? "without `\(range.text)`" : "`\(range.text)` → `\(text)`"
    mutants.append(Mutant(code: code, change: change, line: range.start.line))
  }
}
