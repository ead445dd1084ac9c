import Formulas
import Syntax

extension Expression {
  /// A formula of names, `and`, `or`, `xor` and `not` as the lecture writes it, X̄₁X₂ + X₃; nil for any other one, and
  /// for a name alone.
  var booleanFormula: Formula? {
    switch kind {
    case .binary(.and, _, _, _), .binary(.or, _, _, _), .binary(.xor, _, _, _), .prefix(.not, _, _):
      booleanFormula(inProduct: false)
    case _: nil
    }
  }

  private func booleanFormula(inProduct: Bool) -> Formula? {
    switch kind {
    case .name(let name): return .name(name)
    case .truth(let value): return .number(value ? "1" : "0")
    case .prefix(.not, _, let operand): return operand.booleanFormula(inProduct: false)?.negated
    case .binary(.and, _, let left, let right):
      guard let a = left.booleanFormula(inProduct: true), let b = right.booleanFormula(inProduct: true) else {
        return nil
      }
      // Letters stand side by side, words need a sign between them.
      return left.endsWithWord || right.endsWithWord ? .joined([a, b], by: "cdot") : .row([a, b])
    case .binary(let sign, _, let left, let right) where sign == .or || sign == .xor:
      let areSums = [left, right].map { $0.isSum(otherThan: sign) }
      guard let a = left.booleanFormula(inProduct: areSums[0]),
        let b = right.booleanFormula(inProduct: areSums[1])
      else {
        return nil
      }
      let sum = sign == .or ? a + b : Formula.joined([a, b], by: "oplus")
      // The brackets of all factors have one size, whether a stroke stands in them or not.
      return inProduct ? .row([.sign("("), sum, .sign(")")]) : sum
    case _: return nil
    }
  }

  /// Whether it is a sum of truth values by the other of the signs `or` and `xor`.
  func isSum(otherThan sign: BinarySign) -> Bool {
    switch kind {
    case .binary(let own, _, _, _): (own == .or || own == .xor) && own != sign
    case _: false
    }
  }

  /// Whether it is made of these names with `and`, `or`, `xor` and `not`.
  func isBoolean(of names: Set<String>) -> Bool {
    switch kind {
    case .name(let name): names.contains(name)
    case .truth: true
    case .prefix(.not, _, let operand): operand.isBoolean(of: names)
    case .binary(.and, _, let left, let right), .binary(.or, _, let left, let right),
      .binary(.xor, _, let left, let right):
      left.isBoolean(of: names) && right.isBoolean(of: names)
    case _: false
    }
  }

  /// Whether a name of several letters stands in a product here.
  private var endsWithWord: Bool {
    switch kind {
    case .name(let name): name.unicodeScalars.count { !("0"..."9").contains($0) && $0 != "_" } > 1
    case .prefix(.not, _, let operand): operand.endsWithWord
    case .binary(.and, _, let left, let right): left.endsWithWord || right.endsWithWord
    case _: false
    }
  }
}
