import Diagnostics

/// A column's name in the head of a table, and where it is written.
public struct TableColumn: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Where it is written.
  public let range: SourceRange

  /// Makes a column.
  public init(_ name: String, _ range: SourceRange) {
    self.name = name
    self.range = range
  }
}
