import Diagnostics

/// Reads the text of a cell: always a tree, with what is wrong beside it.
///
/// Total: any text gives a program, what could not be read is `broken`.
/// - Complexity: O(length), up to the bounded lookahead of a row.
public func parse(_ source: SourceText) -> (program: Program, diagnostics: [Diagnostic]) {
  (Program(statements: []), [])
}
