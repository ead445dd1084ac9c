import Diagnostics
import NotebookFormat
import Testing

/// What is kept of raw HTML, and what is said of the rest.
struct HTMLTests {
  @Test(
    arguments: [
      (
        "<details><summary>A *b* $x$</summary>\ntext `c`\n</details>",
        ["details A em(b) math(x)", "  p text code(c)"]
      ),
      (
        "<details open>\n<summary>A</summary>\n\n- b\n\n</details>\n\nc",
        ["details open A", "  list", "    item", "      p b", "p c"]
      ),
      (
        "<details>\n\n<details><summary>in</summary>x</details>\n\ny\n\n</details>",
        ["details ", "  details in", "    p x", "  p y"]
      ),
      ("<center>A<br>b</center>", ["centred", "  p A//b"]),
      (
        "<p align=\"center\">\n<img src=\"a.png\" alt=\"A b\" width=\"50%\" height=20>\n</p>\n<p>c</p>",
        ["centred", "  p image(a.png,,50%,20px,A b)", "p c"]
      ),
      ("<img src=\"a.png\">", ["p image(a.png,,)"]),
      ("a <a name=\"x\"></a> <a href=\"b.md\">c *d*</a>", ["p a anchor(x) link(b.md,,c em(d))"]),
      ("<b>a <i>b</i></b> <s>c</s> H<sub>2</sub>O <ins>d</ins>", ["p b(a i(b)) del(c) Hsub(2)O u(d)"]),
      ("> <details><summary>A</summary>\n> b\n> </details>", ["quote", "  details A", "    p b"]),
      (
        "- <details><summary>A</summary>\n\n  b\n\n  </details>",
        ["list loose", "  item", "    details A", "      p b"]
      ),
      ("<hr>", ["break"]),
      ("<details><!-- x --><summary>A</summary>b<!-- y -->c</details>", ["details A", "  p b", "  p c"]),
    ] as [(String, [String])])
  func whatIsKeptIsNoText(text: String, lines: [String]) {
    let (notebook, diagnostics) = read(text)
    let told = diagnostics.filter { $0.kind != .pictureNotShown }
    #expect(told.isEmpty, "\(told.map(\.message))")
    #expect(NotebookDump(notebook: notebook).lines() == lines)
  }

  @Test(arguments: [
    ComplaintCase(
      "<table><tr><td>x</td></tr></table>",
      "raw-html 1:1 «<table><tr><td>x</td></tr></table>» `<table>` stays text: a page does not keep this HTML"
    ),
    ComplaintCase(
      "<script>\nx()\n</script>",
      "raw-html 1:1 «<script>\nx()\n</script>» `<script>` stays text: a page does not keep this HTML"),
    ComplaintCase(
      "a <font>b</font>", "raw-html 1:3 «<font>» `<font>` stays text: a page does not keep this HTML"),
    ComplaintCase(
      "a <b>c\n\nd</b>", "raw-html 1:3 «<b>» `<b>` stays text: nothing closes it here",
      "raw-html 3:2 «</b>» `</b>` stays text: nothing opens it here"),
    ComplaintCase("a <b><i>c</b></i>", "raw-html 1:6 «<i>» `<i>` stays text: nothing closes it here"),
    ComplaintCase(
      "<a name=\"a b\"></a> x",
      "raw-html 1:1 «<a name=\"a b\">» `<a>` stays text: it has neither a name of letters, digits, `-` and `_` nor an address"
    ),
    ComplaintCase("a <details>", "raw-html 1:3 «<details>» `<details>` stays text: it stands inside a line"),
    ComplaintCase(
      "<details>\n\na", "raw-html 1:1 «<details>» `<details>` is not closed, so it goes on to the end"),
    ComplaintCase(
      "a\n\n</details>", "raw-html 3:1 «</details>» `</details>` stays text: nothing opens it here"),
    ComplaintCase(
      "<details><summary>A</summary>\n- b\n</details>",
      "raw-html 2:1 «- b» this stays text: HTML goes on up to the next blank line"),
    ComplaintCase(
      "<div class=\"x\">\n\na\n\n</div>",
      "raw-html 1:1 «<div class=\"x\">» `<div>` stays text: a page does not keep this HTML"),
    ComplaintCase(
      "<a href=\"javascript:x\">a</a>",
      "link-dropped 1:1 «<a href=\"javascript:x\">a</a>» this link is dropped, its words stay: `javascript:` is not followed"
    ),
  ])
  func otherHTMLIsTold(example: ComplaintCase) { #expect(complaints(example.text) == example.complaints) }

  /// No end of a tag opens what a marker keeps back.
  @Test func aTagEndsNoSolution() {
    let (notebook, diagnostics) = read(
      "<details>\n\n<!-- solution -->\n\nsecret\n\n</details>\n\nsecret too\n\n<!-- /solution -->\n\n</details>\n"
    )
    #expect(diagnostics.map(\.kind) == [.rawHTML])
    #expect(
      NotebookDump(notebook: notebook).lines()
        == ["details ", "  section solution", "    p secret", "    html \"</details>\"", "    p secret too"])
  }

  /// A text that is hard to read, under a name: a log holds no megabytes.
  struct Hostile: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String

    init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }

    init(_ piece: String, _ count: Int) {
      self.init("\(count) times \(piece.debugDescription)", String(repeating: piece, count: count))
    }

    var testDescription: String { name }
  }

  /// Links to places of the page: by the words of a heading, a label or a name.
  @Test func linksToPlacesOfThePageAreChecked() {
    let page = "# The first net\n\n# Labelled {#sec-a}\n\n# The first net\n\n<a name=\"x\"></a>\n\n"
    let good = ["#the-first-net", "#the-first-net-1", "#sec-a", "#x", "#top", "#"]
    #expect(complaints(page + good.map { "[a](\($0))\n\n" }.joined()).isEmpty)
    let told = read(page + "[a](#The-First-Net) [b](#labelled) [c](#the-first-nett)").diagnostics
    #expect(told.map(\.kind) == [.linkToNothing, .linkToNothing, .linkToNothing])
    #expect(told.map { $0.hint?.edit?.replacement } == ["#the-first-net", nil, nil])
    let late = "# Net `{nn} 1 + 1` of many\n\n[a](#net-2-of-many) [b](#nut)"
    #expect(complaints(late).count == 1)
  }

  private static let hostile: [Hostile] = [
    Hostile("<details>\n\n", 20_000), Hostile("<b>", 100_000), Hostile("<b><i></b>", 50_000),
    Hostile("<p>a", 100_000), Hostile("</b>", 100_000), Hostile("<a x='", 60_000),
    Hostile("comments in <details>", "<details>\(String(repeating: "<!--x-->", count: 60_000))"),
    Hostile("<details><summary>x</summary>*y*</details>\n", 20_000),
    Hostile("[x](y.md) ", 90_000), Hostile("![](a.png){width=5%} ", 40_000),
    Hostile("attributes", "![](a.png){\(String(repeating: "k=v ", count: 100_000))}"),
    Hostile(
      "attributes of a tag", "<img src=a.png \((0..<80_000).map { "a\($0)=1" }.joined(separator: " "))>"),
    Hostile("{#a ", 100_000),
  ]

  @Test(arguments: hostile)
  func hostileHTMLIsRead(example: Hostile) {
    #expect(read(example.text).notebook.cells.isEmpty)
  }
}
