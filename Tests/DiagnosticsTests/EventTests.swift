import Diagnostics
import Testing

/// The one-line JSON events.
@Suite struct EventTests {
  static let kind = TerminalRendererTests.kind

  @Test func anEventOfEverything() {
    let file = SourceFile(path: "a \"b\".md", text: "α = 1\nβ = gat\n")
    let range = SourceRange(file, 12..<15)
    var diagnostic = Diagnostic(
      Self.kind, "there is no `gat`", at: range,
      hint: .init("did you mean `gate`?", edit: .init(range, "gate")))
    #expect(
      diagnostic.json.text
        == #"{"event": "diagnostic", "severity": "error", "id": "some-kind", "message": "there is no `gat`", "#
        + #""hint": "did you mean `gate`?", "file": "a \"b\".md", "line": 2, "column": 5, "end_line": 2, "#
        + #""end_column": 8, "edit": {"line": 2, "column": 5, "end_line": 2, "end_column": 8, "replacement": "gate"}}"#
    )
    diagnostic.hint = nil
    diagnostic.isExpected = true
    #expect(diagnostic.json.text.contains(#""severity": "note""#))
    #expect(diagnostic.json.text.contains(#""hint": null"#))
    #expect(diagnostic.json.text.hasSuffix(#""expected": true}"#))
  }

  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(true), "true"), (.integer(-3), "-3"), (.number(0.5), "0.5"),
    (.number(3), "3"),
    (.number(.nan), "null"), (.number(.infinity), "null"), (.number(1e-7), "1e-07"),
    (.string("a\"b\\"), #""a\"b\\""#),
    (.string("a\nb\tc\rd"), #""a\nb\tc\rd""#),
    (.string("\u{1B}\u{0}\u{7F}\u{2028}"), #""\u001b\u0000\u007f\u2028""#),
    (
      .string("\u{9B}\u{85}\u{202E}\u{2066}\u{200F}\u{E0041}"),
      #""\u009b\u0085\u202e\u2066\u200f\udb40\udc41""#
    ),
    (.string("ą😀"), "\"ą😀\""), (.array([.integer(1), .null]), "[1, null]"), (.array([]), "[]"),
    (.object([("b", .integer(1)), ("a", .integer(2))]), #"{"b": 1, "a": 2}"#),
  ])
  func values(value: JSONValue, text: String) {
    #expect(value.text == text)
  }
}
