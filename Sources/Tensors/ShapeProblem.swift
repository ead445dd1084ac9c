import Wording

/// Why operands do not fit: the fact with its sizes, in words for a diagnostic.
public struct ShapeProblem: Error, Sendable, Hashable {
  /// The fact with the values, lower case, such as `the inner sizes are 784 and 100`.
  public let message: Message
  /// One action, where there is an obvious one.
  public let hint: Message?
  /// The operand (from 0) that is wrong alone, if one is.
  public let operand: Int?

  /// Makes a problem.
  public init(_ message: Message, hint: Message? = nil, operand: Int? = nil) {
    self.message = message
    self.hint = hint
    self.operand = operand
  }
}
