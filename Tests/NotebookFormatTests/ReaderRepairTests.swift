import Diagnostics
import NotebookFormat
import Testing

/// A slip in a notebook: where the caret stands, and the text with the repair applied, which must be silent.
struct ReaderRepair: CustomTestStringConvertible, Sendable {
  let text: String
  let id: String
  let place: String
  let repaired: String?
  var testDescription: String { text }

  init(_ text: String, _ id: String, _ place: String, _ repaired: String? = nil) {
    (self.text, self.id, self.place, self.repaired) = (text, id, place, repaired)
  }
}

private func option(_ line: String) -> String { "```nn\n#| \(line)\n1\n```\n" }

private func named(_ line: String) -> String { "| a | b |\n|---|---|\n| 0 | 1 |\n| 1 | 0 |\n\n\(line)\n" }

private let readerRepairs: [ReaderRepair] = [
  // Options as other tools name and write them.
  .init(option("caption: \"A\""), "unknown-option", "caption", option("fig-cap: \"A\"")),
  .init(option("captoin: \"A\""), "unknown-option", "captoin", option("fig-cap: \"A\"")),
  .init(option("fig_cap: \"A\""), "unknown-option", "fig_cap", option("fig-cap: \"A\"")),
  .init(option("width: 500"), "unknown-option", "width", option("fig-width: 500")),
  .init(option("results: hide"), "unknown-option", "results"),
  .init(option("cache: true"), "unknown-option", "cache"),
  .init(option("echo: False"), "option-type", "False", option("echo: false")),
  .init(option("eval: no"), "option-type", "no", option("eval: false")),
  .init(option("fig-width: 500px"), "option-type", "500px", option("fig-width: 500")),
  .init(option("echo = false"), "options-not-yaml", "echo = false", option("echo: false")),
  .init(option("label fig-a"), "options-not-yaml", "label fig-a", option("label: fig-a")),
  .init(option("echo:false"), "options-not-yaml", "echo:false", option("echo: false")),
  .init(option("this is prose"), "options-not-yaml", "this is prose"),
  // Formulas.
  .init("The loss $L = \\frac{1}{2} is small.\n", "open-math", "$"),
  .init("The rate $\\eta is small.\n", "open-math", "$"),
  // Values.
  .init("It is {nn} 1+1 here.\n", "not-a-value", "{nn}"),
  .init("It is `nn 1+1` here.\n", "not-a-value", "`nn 1+1`"),
  .init("It is `{nn 1+1}` here.\n", "not-a-value", "`{nn 1+1}`"),
  // Cells.
  .init("```nnn\n1\n```\n", "not-a-cell", "```nnn", "```nn\n1\n```\n"),
  .init("```nn\n1\n``\n", "unclosed-fence", "```nn", "```nn\n1\n```\n"),
  .init("```nn\n1\n~~~\n\nText.\n", "unclosed-fence", "```nn", "```nn\n1\n```\n\nText.\n"),
  // Settings and markers.
  .init("---\nlanguage: pl\n---\n", "front-matter", "language", "---\nlang: pl\n---\n"),
  .init("---\nparameters: {a: 1}\n---\n", "front-matter", "parameters", "---\nparams: {a: 1}\n---\n"),
  .init("<!-- soluton -->\n", "misplaced-marker", "<!-- soluton -->"),
  .init("<!-- begin solution -->\n", "misplaced-marker", "<!-- begin solution -->"),
  .init(
    "```nn\n#| exercise: why\n1\n```\n\n<!-- answer -->\n<!-- /answer -->\n", "misplaced-marker",
    "<!-- answer -->", "```nn\n#| exercise: why\n1\n```\n\n<!-- answer: why -->\n<!-- /answer -->\n"),
  .init(
    option("expect-error: shape_mismatch"), "option-type", "shape_mismatch",
    option("expect-error: shape-mismatch")),
  .init(
    "```nn\n# | echo: false\n1\n```\n", "options-not-yaml", "# |", "```nn\n#| echo: false\n1\n```\n"),
  .init("```nn\n#! seed: 7\n1\n```\n", "options-not-yaml", "#!", "```nn\n#| seed: 7\n1\n```\n"),
  // Callouts.
  .init("> [!HINT]\n> Draw.\n", "unknown-callout", "HINT", "> [!TIP]\n> Draw.\n"),
  .init("> [!WARNNG]\n> Draw.\n", "unknown-callout", "WARNNG", "> [!WARNING]\n> Draw.\n"),
  // Tables with names.
  .init(
    named("{#T a => b}"), "not-a-table", "{#T a => b}", named("{#T a -> b}")),
  .init(named("{T a -> b}"), "not-a-table", "{T a -> b}", named("{#T a -> b}")),
  .init(named("{#T x -> y}"), "not-a-table", "{#T x -> y}", named("{#T a -> b}")),
  // Tables.
  .init(
    "| a | b |\n|---|\n| 1 | 2 |\n", "not-a-table", "|---|", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
  .init("> | a | b |\n> |---|\n", "not-a-table", "|---|", "> | a | b |\n> |---|---|\n"),
]

@Test(arguments: readerRepairs)
func repairsOfTheReaderWork(_ slip: ReaderRepair) throws {
  let (_, diagnostics) = read(slip.text)
  #expect(diagnostics.map(\.kind.id) == [slip.id])
  let diagnostic = try #require(diagnostics.first)
  #expect(diagnostic.primary.range.text == slip.place)
  guard let repaired = slip.repaired else {
    #expect(diagnostic.hint?.edit == nil)
    return
  }
  let edit = try #require(diagnostic.hint?.edit)
  var bytes = Array(slip.text.utf8)
  bytes.replaceSubrange(edit.range.bytes, with: edit.replacement.utf8)
  #expect(String(decoding: bytes, as: UTF8.self) == repaired)
  #expect(read(repaired).diagnostics.isEmpty)
}

@Test(arguments: [
  "It costs $5, and the $x of a price, or $ alone.\n", "`nn` cells, `nn = 3` and `nnb run a.md`.\n",
  "a | b\n\n---\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "a\n---\n",
  "x | y is a pipe\nand - a line\n", "```nn\n# | is a bar\n# echo: a word\n1\n```\n",
  "<!-- a plain remark -->\n", "<!-- columns of numbers -->\n",
  "```m\n1\n```\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n{.wide}\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n\n#tag a b\n",
])
func whatLooksLikeASlipIsSilent(_ text: String) { #expect(read(text).diagnostics.isEmpty) }
