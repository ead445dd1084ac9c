import Diagnostics
import Testing

@testable import Syntax

@Test(
  arguments: [
    ("1/3", "1/3", nil),
    ("1/3 :.2", "1/3", .decimals(2)),
    ("1/3:3", "1/3", .significant(3)),
    ("accuracy(m, T) :.1%", "accuracy(m, T)", .percent(1)),
    ("-x", "-x", nil),
    ("X[:, 1] : 12", "X[:, 1]", .significant(12)),
    ("f(1,\n 2)", "f(1, 2)", nil),
  ] as [(String, String, InlineValue.Format?)])
func inlineValuesAreRead(text: String, value: String, format: InlineValue.Format?) {
  let (inline, diagnostics) = parseInline(cell(text))
  #expect(diagnostics.map(\.message) == [])
  #expect(inline?.value.canonicalText == value)
  #expect(inline?.format == format)
}

@Test(arguments: [
  ("1 :x", "bad-format"), ("1 :", "bad-format"), ("1 :3%", "bad-format"),
  ("12.5:0", "bad-format"), ("1 :.99", "bad-format"),
  ("x = 1", "equals-for-comparison"), ("1 2", "missing-operator"), ("", "unexpected-token"),
  ("(1 :2", "unclosed-bracket"),
  ("1; 2", "unexpected-token"),
])
func wrongInlineValuesAreRefused(text: String, id: String) {
  let (inline, diagnostics) = parseInline(cell(text))
  #expect(inline == nil)
  #expect(diagnostics.map(\.kind.id) == [id])
}

@Test(
  arguments: [
    (".2f", ":.2"), ("%.3f", ":.3"), ("2f", ":.2"), ("0.00", ":.2"), ("0.0%", ":.1%"), ("1%", ":.1%"),
    ("d", nil),
  ] as [(String, String?)])
func formatsOfOtherProgramsHaveTheirForm(typed: String, repaired: String?) {
  let (_, diagnostics) = parseInline(cell("1 :\(typed)"))
  #expect(diagnostics.map(\.kind.id) == ["bad-format"])
  #expect(diagnostics.first?.hint?.edit?.replacement == repaired)
}
