import Diagnostics
import NotebookFormat
import Testing

/// Text that looks like a reference, a label, a cell, a value or a setting: it is one, or somebody is told that it is not.

@Test(arguments: [
  ("fig-ü", "@fig-ü"), ("fig-\u{75}\u{308}", "@fig-ü"), ("fig-и", "(@fig-и)"), ("fig-图1", "„@fig-图1“"),
  ("fig-a", "\u{A0}@fig-a—"), ("fig-α_β-2", "@fig-α_β-2."), ("tbl-é", "«@tbl-é»"),
])
func `labels are made of the letters of every script`(label: String, text: String) {
  let (notebook, diagnostics) = read("```nn\n#| label: \(label)\n1\n```\n\nSee \(text)\n")
  #expect(diagnostics.isEmpty)
  #expect(NotebookDump(notebook: notebook).lines().last?.contains("ref(\(label))") == true)
}

@Test func `a heading and a formula take such a label`() {
  let text = "# Größe {#sec-größe}\n\n$$x$$ {#eq-ä}\n\n@sec-größe @eq-ä"
  #expect(read(text).diagnostics.isEmpty)
  #expect(NotebookDump(notebook: read(text).notebook).lines().first == "h1 Größe #sec-größe")
}

@Test(arguments: [
  ComplaintCase(
    "@Fig-a", "unknown-reference 1:1 «@Fig-a» `@Fig-a` stays text: a reference is written `@fig-a`"),
  ComplaintCase(
    "@fig_a", "unknown-reference 1:1 «@fig_a» `@fig_a` stays text: a reference is written `@fig-a`"),
  ComplaintCase(
    "@TAB:a", "unknown-reference 1:1 «@TAB:a» `@TAB:a` stays text: a reference is written `@tbl-a`"),
  ComplaintCase(
    "@equation–a",
    "unknown-reference 1:1 «@equation–a» `@equation–a` stays text: a reference is written `@eq-a`"),
  ComplaintCase(
    "x@fig-a", "unknown-reference 1:2 «@fig-a» `@fig-a` stays text: a word stands right before it"),
  ComplaintCase(
    "Abb.@fig-a", "unknown-reference 1:5 «@fig-a» `@fig-a` stays text: a word stands right before it"),
  ComplaintCase(
    "@fig-a.So",
    "unknown-reference 1:1 «@fig-a» `@fig-a` stays text: it goes on behind the point as an address does"),
  ComplaintCase(
    "[@fig-a](b.md)",
    "unknown-reference 1:2 «@fig-a» `@fig-a` stays text: the words of a link hold no other link"),
  ComplaintCase("@fig-ü", "unknown-reference 1:1 «@fig-ü» there is no figure `fig-ü`"),
  ComplaintCase("\\@Fig-a \\@fig_a `@fig_a` a@fig-b.org @figure @fig- @anna @table.x https://a.b/@fig-c"),
  ComplaintCase("# A {#sec b}", "stray-label 1:5 «{#sec b}» `{#sec b}` stays text: it is no label"),
  ComplaintCase(
    "$$x$$ b {#eq-a}",
    "stray-label 1:9 «{#eq-a}» `{#eq-a}` stays text: it stands behind no heading, displayed formula or picture"
  ),
  ComplaintCase(
    "A caption {#tbl-a width=50%}",
    "stray-label 1:11 «{#tbl-a width=50%}» `{#tbl-a width=50%}` stays text: it is no label"),
  ComplaintCase("# A \\{#sec b}\n\nThe set {#a}"),
])
func `what looks like a reference or a label is told`(_ example: ComplaintCase) {
  #expect(complaints(example.text) == example.complaints)
}

@Test(arguments: [
  ComplaintCase("```NN\nx\n```", "not-a-cell 1:1 «```NN» `NN` is read as plain code, not as a cell"),
  ComplaintCase("```nnb\nx\n```", "not-a-cell 1:1 «```nnb» `nnb` is read as plain code, not as a cell"),
  ComplaintCase(
    "> ```{.nn}\n> ```", "not-a-cell 1:3 «```{.nn}» `{.nn}` is read as plain code, not as a cell"),
  ComplaintCase(
    "```{nn, echo=false}\n```",
    "not-a-cell 1:1 «```{nn, echo=false}» `{nn,` is read as plain code, not as a cell"),
  ComplaintCase("~~~nn\n~~~", "not-a-cell 1:1 «~~~nn» a fence of `~` is read as plain code, not as a cell"),
  ComplaintCase(
    "a\n\n    ```nn\n    x\n    ```",
    "not-a-cell 3:5 «```nn» four blanks before it make this plain code, not a cell"),
  ComplaintCase(
    "``nn\nx = 1\n``",
    "not-a-cell 1:1 «``nn\nx = 1\n``» this is read as plain code in a line, not as a cell"),
  ComplaintCase(
    "```Output\n```", "not-a-cell 1:1 «```Output» `Output` is read as plain code, not as the record of a cell"
  ),
  ComplaintCase(
    "```{math}\n```", "not-a-cell 1:1 «```{math}» `{math}` is read as plain code, not as a formula"),
  ComplaintCase(
    "```nn echo=false\nx\n```",
    "fence-attributes 1:1 «```nn echo=false» this is read as a cell, and `echo=false` is not read"),
  ComplaintCase("`{nn}1+1`", "not-a-value 1:1 «`{nn}1+1`» this is read as plain code, not as a value"),
  ComplaintCase("`{NN} a`", "not-a-value 1:1 «`{NN} a`» this is read as plain code, not as a value"),
  ComplaintCase(
    "It is {nn} a.", "not-a-value 1:7 «{nn}» this is read as plain text, not as a value"),
  ComplaintCase("`{nn}` `nn run` `{n} x` `nnb`"),
  ComplaintCase("````markdown\n```NN\n```\n````"),
  ComplaintCase("```python\n```\n\n```{r}\n```\n\n```\nnn\n```\n\n    x = nn"),
  ComplaintCase(
    "[a](javascript:b)",
    "link-dropped 1:1 «[a](javascript:b)» this link is dropped, its words stay: `javascript:` is not followed"
  ),
  ComplaintCase(
    "[a](//b.c)",
    "link-dropped 1:1 «[a](//b.c)» this link is dropped, its words stay: it may lead to another machine"),
  ComplaintCase("[a]()", "link-dropped 1:1 «[a]()» this link is dropped, its words stay: it names no place"),
  ComplaintCase("[a](02.md) [b](x/s.pdf#p) [c](../x.html) [d](#top) <https://a.b> <a@b.c>"),
])
func `what looks like a cell, a value or a link is told`(_ example: ComplaintCase) {
  #expect(complaints(example.text) == example.complaints)
}

@Test(arguments: [
  "\n---\nseed: 7\n---\n", "\r\n \r\n---\r\ntitle: a\r\n---\r\n", " ---\nseed: 7\n---\n",
  "-----\nparams: {a: 1}\n---\n",
  "<!-- a\n\nb -->\n---\nseed: 7\n...\n",
])
func `settings that are not at the top are told`(text: String) throws {
  let found = try #require(read(text).diagnostics.first)
  #expect(found.kind == .frontMatter && found.severity == .warning)
  #expect(found.message == "these settings are read as text: `---` is not the first line of the file")
  guard let edit = found.hint?.edit else { return #expect(text.hasPrefix("<!--")) }
  #expect(read(applied(edit, to: text)).notebook.frontMatter != FrontMatter())
}

@Test(arguments: ["\n---\n\na\n", "a\n\n---\nseed: 7\n---\n", "***\nseed: 7\n***\n"])
func `a line across the page is no setting`(text: String) {
  #expect(read(text).diagnostics.isEmpty)
}

@Test(arguments: [
  ("```{nn, echo=false}\n1\n```\n", "```nn\n#| echo: false\n1\n```\n"),
  (
    "- ```nn echo=false fig-width=300\n  1\n  ```\n",
    "- ```nn\n  #| echo: false\n  #| fig-width: 300\n  1\n  ```\n"
  ),
  ("```{nn #fig-a}\n1\n```\n", "```nn\n#| label: fig-a\n1\n```\n"), ("``` NN \n1\n```\n", "```nn\n1\n```\n"),
])
func `a fence is rewritten by its edit`(text: String, repaired: String) throws {
  let edit = try #require(read(text).diagnostics.first?.hint?.edit)
  #expect(applied(edit, to: text) == repaired)
  #expect(read(repaired).diagnostics.isEmpty)
}

@Test func `a label that is meant is offered`() throws {
  let text = "```nn\n#| label: fig-a\n1\n```\n\n"
  let misspelt = try #require(read(text + "@Fig-a").diagnostics.first?.hint)
  #expect(misspelt.text == "did you mean `@fig-a`?" && misspelt.edit?.replacement == "@fig-a")
  let glued = try #require(read(text + "@fig-a所示").diagnostics.first?.hint)
  #expect(glued.text == "did you mean `fig-a`?")
}

@Test func `parameters are names of the language`() throws {
  let text = "---\nparams: {größe: 2, α: 3, learning-rate: 0.1, for: 1}\n---\n"
  let (notebook, diagnostics) = read(text)
  #expect(notebook.frontMatter.params.map(\.name) == ["größe", "alpha"])
  let found = try #require(diagnostics.first)
  #expect(diagnostics.count == 1 && found.primary.range.text == "learning-rate")
  #expect(found.hint?.text == "write `learning_rate`")
  #expect(
    read("---\nparams: {if: 1}\n---\n").diagnostics.first?.hint?.text == "a keyword is no name: write `if1`")
  for name in ["for", "_a", "скорость", "a b", "2x", "a.b"] {
    #expect(read("---\nparams: {\"\(name)\": 1}\n---\n").diagnostics.map(\.kind) == [.frontMatter])
  }
  #expect(
    read("---\nparams: {α: 1, alpha: 2}\n---\n").diagnostics.first?.message
      == "the parameter `alpha` is given twice")
}

@Test func `what is said often is counted`() throws {
  let (_, diagnostics) = read(String(repeating: "@fig-a ", count: 57))
  #expect(diagnostics.count == 21)
  #expect(diagnostics.last?.message == "37 more of this kind are not shown")
  #expect(read(String(repeating: "@fig-a ", count: 20)).diagnostics.count == 20)
}

private func applied(_ edit: Diagnostic.Edit, to text: String) -> String {
  let bytes = Array(text.utf8)
  let result =
    bytes[..<edit.range.lowerBound] + Array(edit.replacement.utf8) + bytes[edit.range.upperBound...]
  return String(decoding: result, as: UTF8.self)
}
