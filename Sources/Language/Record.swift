/// A result with named parts, such as that of `perceptron_rule`, and how it is shown.
public struct Record: Sendable {
  /// What it is, as an error says it: `a result of perceptron_rule`.
  public let kindText: String
  /// The parts by name, in the order they are listed.
  public let fields: [(name: String, value: Value)]
  /// What a bare expression shows.
  public let shown: [Output]

  /// Makes a record.
  public init(_ kindText: String, fields: [(name: String, value: Value)] = [], shown: [Output]) {
    self.kindText = kindText
    self.fields = fields
    self.shown = shown
  }

  /// The part of this name.
  public func field(_ name: String) -> Value? { fields.first { $0.name == name }?.value }
}
