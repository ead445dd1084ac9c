import Diagnostics
import Reporting
import Syntax

/// Tells the page what the pieces of a cell's code are.
@Sendable func highlights(_ source: SourceText) -> [Highlight] {
  highlight(source).compactMap { piece in Highlight.Kind(piece.kind).map { Highlight(piece.range, $0) } }
}

extension Highlight.Kind {
  /// The page's word for a kind of token; what cannot be read stays plain.
  init?(_ kind: TokenKind) {
    switch kind {
    case .keyword: self = .keyword
    case .name: self = .name
    case .number: self = .number
    case .string: self = .string
    case .comment: self = .comment
    case .operator: self = .operator
    case .hole: self = .hole
    case .row: self = .row
    case .invalid: return nil
    }
  }
}
