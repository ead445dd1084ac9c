import Diagnostics

/// A piece of code and what it is, so that the page can colour it.
public struct Highlight: Sendable, Hashable {
  /// What a piece of code can be; the raw value is its class in the style sheet.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case keyword = "kw"
    case name = "nm"
    case number = "nu"
    case string = "st"
    case comment = "cm"
    case `operator` = "op"
    case hole = "ho"
    /// A short row of a truth table, such as `01:1`.
    case row = "ru"
  }

  /// The UTF-8 offsets in the text.
  public var bytes: Range<Int>
  /// What it is.
  public var kind: Kind

  /// Says what `bytes` are.
  public init(_ bytes: Range<Int>, _ kind: Kind) {
    self.bytes = bytes
    self.kind = kind
  }
}

/// Tells what the pieces of a cell's code are; pieces that overlap or run out of the text are left plain.
public typealias Highlighter = @Sendable (SourceText) -> [Highlight]
