import Diagnostics
import Testing

@testable import Syntax

@Test(arguments: [
  ("x = 1.5 # c", "name:x operator:= number:1.5 comment:# c"),
  (
    "table A(x -> y) { 0-:? }",
    "keyword:table name:A operator:( name:x operator:-> name:y operator:) operator:{ row:0- operator:: row:? operator:}"
  ),
  ("run.net(if=?)", "name:run operator:. name:net operator:( name:if operator:= hole:? operator:)"),
  ("σ ⊕ \"a\"", "name:σ keyword:⊕ string:\"a\""),
  ("€ ) 'a", "invalid:€ invalid:' name:a"),
  ("x²", "name:x number:²"),
])
func textsAreColoured(text: String, expected: String) {
  let pieces = highlight(cell(text)).map { piece in
    "\(piece.kind.rawValue):\(String(decoding: Array(text.utf8)[piece.range], as: UTF8.self))"
  }
  #expect(pieces.joined(separator: " ") == expected)
}
