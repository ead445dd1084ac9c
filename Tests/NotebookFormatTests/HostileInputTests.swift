import Diagnostics
import NotebookFormat
import Testing

/// A text that once was, or might be, too much for the parser, and what the reader says of it.
struct HostileCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let kinds: Set<String>
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ kinds: Set<String> = []) {
    self.name = name
    self.text = text
    self.kinds = kinds
  }
}

private func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

@Test(arguments: [
  HostileCase("too long", many("a", 1_000_001), ["notebook-too-large"]),
  HostileCase("wide table", many("|", 450) + many("\na", 450), ["markdown-table-too-large"]),
  HostileCase(
    "wide tables", many(many("|", 50) + many("\na", 50) + "\n\n", 90), ["markdown-table-too-large"]),
  HostileCase("quotes", many(">", 200_000), ["nested-too-deep"]),
  HostileCase("short quotes", many(many(">", 50) + "a\n\n", 4_001), ["notebook-too-large"]),
  HostileCase("lists", many("- ", 200_000) + "a", ["nested-too-deep"]),
  HostileCase("lists and blank lines", many("- ", 20_000) + "a" + many("\n", 20_000), ["notebook-too-large"]),
  HostileCase("emphasis", many("*a ", 200) + many("b* ", 200), ["nested-too-deep"]),
  HostileCase("brackets", many("[", 200_000)),
  HostileCase("links", many("[a](", 50_000)),
  HostileCase("images", many("![", 200) + "a" + many("](b)", 200), ["nested-too-deep", "picture-not-shown"]),
  HostileCase("dollars", many("$", 300_001)),
  HostileCase("references", many("@fig-a ", 100_000), ["unknown-reference"]),
  HostileCase("ever new references", (0..<50_000).map { "@fig-a\($0) " }.joined(), ["unknown-reference"]),
  HostileCase("escaped references", many("\\@fig-a &amp;", 60_000)),
  HostileCase("one word of references", many("@fig-a", 100_000), ["unknown-reference"]),
  HostileCase("values", many("`{nn} x` ", 100_000)),
  HostileCase("open values", many("`{nn} ", 100_000), ["not-a-value"]),
  HostileCase("labels", many("{#", 300_000) + "a}"),
  HostileCase("labelled headings", many("# {#sec-a}\n", 50_000), ["duplicate-label"]),
  HostileCase("includes", many("{{< include a.md >}}\n\n", 40_000), ["include-failed"]),
  HostileCase("dropped footnotes", many("[^a]:\n    ```nn\n    ```\n\n", 20_000), ["cell-in-footnote"]),
  HostileCase("pairs of dollars", many("$$a ", 50_001), ["open-math"]),
  HostileCase("open dollars", many("$a ", 100_000)),
  HostileCase("open commands", many("$\\a ", 100_000), ["open-math"]),
  HostileCase("open ticks in dollars", many("$`a ", 75_000)),
  HostileCase("dollars and ticks", many("$a `", 50_000) + "``` "),
  HostileCase(
    "references without end", "[a]: " + many("x", 100_000) + "\n\n" + many("[a] ", 100_000),
    ["notebook-too-large"]),
  HostileCase("declarations", many("a <? ", 100_000), ["notebook-too-large"]),
  HostileCase("nested options", "```nn\n#| binds: " + many("[", 200_000) + "\n```", ["options-not-yaml"]),
  HostileCase(
    "nested list options", "```nn\n#| binds:\n#|  " + many("- ", 3_000) + "\n```", ["options-not-yaml"]),
  HostileCase("cells", many("```nn\n1\n```\n\n", 2_001), ["notebook-too-large"]),
  HostileCase("code", many("```nn\n" + many("1\n", 50_000) + "```\n\n", 3), ["notebook-too-large"]),
  HostileCase(
    "options", many("```nn\n" + many("#| fuel: 1\n", 600) + "```\n\n", 17), ["notebook-too-large"]),
  HostileCase("settings", "---\n" + many("a: 1\n", 10_001) + "---\n", ["front-matter"]),
  HostileCase("caret reference", "[&#94;aaaaaaaaaaaa]\n[&#x00005E;b]\n[&Hat;c]\n\n[^aaaa]: b"),
  HostileCase("NUL", "a \0 *b*\n\n```nn\nx\0y\n```"),
  HostileCase("nothing", ""),
  HostileCase("byte order mark", "\u{FEFF}"),
  HostileCase("front matter only", "---\n---"),
])
func `hostile text gives a notebook and what is wrong`(_ example: HostileCase) {
  let (notebook, diagnostics) = read(example.text)
  // What is said often is said twenty times and counted.
  #expect(Set(diagnostics.map(\.kind.id)).subtracting(["more-diagnostics"]) == example.kinds)
  for kind in example.kinds {
    #expect(diagnostics.count { $0.kind.id == kind } <= 20)
  }
  #expect(notebook.file.text == example.text)
}

@Test func `NUL stays in a cell's code`() {
  #expect(read("```nn\nx\0y\n```").notebook.cells.first?.source.text == "x\0y\n")
}

@Test func `notebooks may be read at the same time`() async {
  let text = "$a_b$ *c* `d`\n\n```nn\nx\n```\n"
  let alone = NotebookDump(notebook: read(text).notebook).lines()
  let together = await withTaskGroup(of: [String].self) { group in
    for _ in 0..<200 { group.addTask { NotebookDump(notebook: read(text).notebook).lines() } }
    return await group.reduce(into: []) { $0.append($1) }
  }
  #expect(together.allSatisfy { $0 == alone })
}

@Test func `of several open formulas of a paragraph one is told`() {
  let kinds = read(many("$$ ", 1_000) + "\n\n" + many("$$ ", 3)).diagnostics.map(\.kind.id)
  #expect(kinds == ["open-math", "open-math"])
}
