import Diagnostics

extension Table {
  /// What a table has in the rows that are not written.
  public enum Rest: Sendable, Hashable {
    /// No rows.
    case absent
    /// All other rows of {0,1}ⁿ, with 0 in every output: what `on` says.
    case zero
  }

  /// Builds a table from the rows as they are written, or says what is wrong with them.
  ///
  /// `-` at an input gives both values, `-` at an output is a don't care. Rows stand in the order written,
  /// expanded in counting order; with the rest 0, where every row is short, all rows stand in counting order.
  /// There is no table where there is an error, and none, without a diagnostic, where an entry is a hole.
  public static func build(
    name: String, inputs: [TableColumn], outputs: [TableColumn], patterns: [TablePattern], rest: Rest,
    range: SourceRange
  ) -> (table: Table?, diagnostics: [Diagnostic]) {
    var builder = TableBuilder(name: name, inputs: inputs, outputs: outputs, rest: rest, range: range)
    return builder.build(patterns)
  }
}
