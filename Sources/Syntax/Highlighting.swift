import Diagnostics

/// What a piece of a cell's text is, for colours.
public enum TokenKind: String, Sendable, Hashable, CaseIterable {
  /// A keyword that is read as one.
  case keyword
  /// A name, also of a field or an argument.
  case name
  /// A number.
  case number
  /// A text in quotes.
  case string
  /// `#` to the end of the line.
  case comment
  /// A sign, a bracket.
  case `operator`
  /// `?`
  case hole
  /// A side of a table's short row.
  case row
  /// What no token is.
  case invalid
}

/// Returns the pieces of a cell's text that have a colour, in order and apart, as UTF-8 offsets in its text.
///
/// Blanks are not among them. Total: wrong text has pieces too.
/// - Complexity: O(length).
public func highlight(_ source: SourceText) -> [(range: Range<Int>, kind: TokenKind)] {
  let stream = TokenStream(source)
  var pieces: [(range: Range<Int>, kind: TokenKind)] = stream.comments.map { ($0, .comment) }
  for (index, token) in stream.tokens.enumerated() where !token.bytes.isEmpty {
    guard let kind = tokenKind(index, stream.tokens) else { continue }
    pieces.append((token.bytes, kind))
  }
  pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
  return pieces
}

private func tokenKind(_ index: Int, _ tokens: [Token]) -> TokenKind? {
  switch tokens[index].kind {
  case .name: .name
  case .keyword: isName(index, tokens) ? .name : .keyword
  case .number: .number
  case .text: .string
  case .run: .row
  case .sign(let sign): sign == .hole ? .hole : .operator
  case .bad: .invalid
  case .separator: nil
  case .line, .end: nil
  }
}

/// Whether a keyword stands as a field's or an argument's name.
private func isName(_ index: Int, _ tokens: [Token]) -> Bool {
  if index > 0, tokens[index - 1].kind == .sign(.point) { return true }
  return index + 1 < tokens.count && tokens[index + 1].kind == .sign(.binds)
}
