import Diagnostics

/// A value and the range of the text that gave it.
struct Operand: Sendable {
  let value: Value
  let range: SourceRange

  init(_ value: Value, _ range: SourceRange) {
    // In arithmetic a verdict counts as 1 or 0.
    self.value = value.verdict.map { .truth($0.holds) } ?? value
    self.range = range
  }
}
