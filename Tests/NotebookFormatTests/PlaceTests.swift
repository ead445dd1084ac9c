import Diagnostics
import NotebookFormat
import Testing

/// Prints what stands in the file at each place.
private func places(_ text: String) -> [String] {
  let shown = { (range: SourceRange) in
    "@" + range.text.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing("\r", with: "⏎")
  }
  return NotebookDump(notebook: read(text).notebook, at: shown).lines()
}

@Test(arguments: [
  TreeCase("a *b* **c**", "p {a @a }em({b@b}@*b*){ @ }strong({c@c}@**c**)@a *b* **c**"),
  TreeCase("*a **b***", "p em({a @a }strong({b@b}@**b**)@*a **b***)@*a **b***"),
  TreeCase("***a** b*", "p em(strong({a@a}@**a**){ b@ b}@***a** b*)@***a** b*"),
  TreeCase(
    "> a\nlazy *b*\n>    c `d`",
    "quote@> a⏎lazy *b*⏎>    c `d`",
    "  p {a@a}/{lazy @lazy }em({b@b}@*b*)/{c @c }code(d@`d`)@a⏎lazy *b*⏎>    c `d`"),
  TreeCase("$a\nb$ *c*\nd `e`", "p math(a\nb@$a⏎b$){ @ }em({c@c}@*c*)/{d @d }code(e@`e`)@$a⏎b$ *c*⏎d `e`"),
  TreeCase(
    "\\* &amp; &copy; &nope; &#42; `x`",
    "p {* & © &nope; * @\\* &amp; &copy; &nope; &#42; }code(x@`x`)@\\* &amp; &copy; &nope; &#42; `x`"),
  TreeCase(
    "[a `b`](<u v> 't') x [c][r] y\n\n[r]: z",
    "p link(u v,t,{a @a }code(b@`b`)@[a `b`](<u v> 't')){ x @ x }link(z,,{c@c}@[c][r]){ y@ y}@[a `b`](<u v> 't') x [c][r] y"
  ),
  TreeCase("[r]: u\n[s]: v\nx *y*", "p {x @x }em({y@y}@*y*)@x *y*"),
  TreeCase("x\n\n[r]: u\nA *b*\n===\ny", "p {x@x}@x", "h1 {A @A }em({b@b}@*b*)@[r]: u⏎A *b*", "p {y@y}@y"),
  TreeCase("##  A *b* ##", "h2 {A @A }em({b@b}@*b*)@##  A *b*"),
  TreeCase(
    "- [x] a\n   b *c*", "list@- [x] a⏎   b *c*", "  item [x]", "    p {a@a}/{b @b }em({c@c}@*c*)@a⏎   b *c*"),
  TreeCase(
    "x *y*\na | b\n-|-\nc\\|d | *e*\n",
    "p {x @x }em({y@y}@*y*)@x *y*", "table none,none@a | b⏎-|-⏎c\\|d | *e*", "  {a@a} | {b@b}",
    "  {c|d@c\\|d} | em({e@e}@*e*)"),
  TreeCase(
    "x \\| `y` \\| *z*\n\\| *u*\na | b\n-|-\n",
    "p {x | @x \\| }code(y@`y`){ | @ \\| }em({z@z}@*z*)/{| @| }em({u@u}@*u*)@x \\| `y` \\| *z*⏎\\| *u*",
    "table none,none@a | b⏎-|-", "  {a@a} | {b@b}"),
  TreeCase("a `{nn} x + 1:.2` b", "p {a @a }value( x + 1:.2@`{nn} x + 1:.2`){ b@ b}@a `{nn} x + 1:.2` b"),
  TreeCase("> `{nn}\n> x`", "quote@> `{nn}⏎> x`", "  p value(\nx@`{nn}⏎> x`)@`{nn}⏎> x`"),
  TreeCase(
    "a \\@fig-x &amp; @fig-x, (@tbl-y)",
    "p {a @fig-x & @a \\@fig-x &amp; }ref(fig-x@@fig-x){, (@, (}ref(tbl-y@@tbl-y){)@)}@a \\@fig-x &amp; @fig-x, (@tbl-y)"
  ),
  TreeCase(
    "b@fig-x `c` @fig-x @fig@fig-x",
    "p {b@fig-x @b@fig-x }code(c@`c`){ @ }ref(fig-x@@fig-x){ @fig@fig-x@ @fig@fig-x}@b@fig-x `c` @fig-x @fig@fig-x"
  ),
  TreeCase(
    "b@fig-x @fig-x", "p {b@fig-x @b@fig-x }ref(fig-x@@fig-x)@b@fig-x @fig-x"),
  TreeCase("# A *b* {#sec-a}", "h1 {A @A }em({b@b}@*b*) #sec-a@# A *b* {#sec-a}"),
  TreeCase(
    "> | a | b |\n> |---|---|\n>  | c | `d` |",
    "quote@> | a | b |⏎> |---|---|⏎>  | c | `d` |", "  table none,none@| a | b |⏎> |---|---|⏎>  | c | `d` |",
    "    {a@a} | {b@b}", "    {c@c} | code(d@`d`)"),
  TreeCase("\u{FEFF}a *ü*\r\nb", "p {a @a }em({ü@ü}@*ü*)/{b@b}@a *ü*⏎b"),
  TreeCase("a\r*b*\r\r- c", "p {a@a}/em({b@b}@*b*)@a⏎*b*", "list@- c", "  item", "    p {c@c}@c"),
  TreeCase("\u{FEFF}---\r\ntitle: x\r\n---\r\na *b*", "p {a @a }em({b@b}@*b*)@a *b*"),
  TreeCase(
    "a[^n] b\n\n[^n]: c *d*", "p {a@a}note(1@[^n]){ b@ b}@a[^n] b", "footnote 1@c *d*",
    "  p {c @c }em({d@d}@*d*)@c *d*"),
])
func `places are those of the file`(_ example: TreeCase) {
  #expect(places(example.text) == example.tree)
}

@Test(arguments: [
  "```nn\n⟨x = y\nz⟩\n```",
  "\u{FEFF}```nn\r\n#| label: a\r\n⟨x = y⟩\r\n```",
  "- a\n\n  ```nn\n  p\n    ⟨q⟩\n  ```",
  "> - ```nn\n>   #| echo: false\n>   p\n>   ⟨qü⟩ r\n>   ```",
  ">\t```nn\r>\t⟨x⟩\r>\t```",
  "1. a\n\n\t```nn\n\t⟨x⟩\n\t```",
  "   ```nn\n   ⟨x⟩\n  y\n   ```",
  "---\ntitle: a\n---\n\n```nn\n⟨x⟩",
])
func `each byte of a cell's code knows its place`(_ marked: String) throws {
  let open = try #require(marked.utf8.firstIndex(of: 0xE2))
  let start = marked.utf8.distance(from: marked.startIndex, to: open)
  let text = marked.replacing("⟨", with: "").replacing("⟩", with: "")
  let inner = try #require(marked.split(separator: "⟨").last?.split(separator: "⟩").first)
  let cell = try #require(read(text).notebook.cells.first)
  let code = cell.source.text
  let first = String(inner.prefix { $0 != "\n" })
  let found = try #require(code.firstRange(of: first))
  let local = code.utf8.distance(from: code.startIndex, to: found.lowerBound)
  let range = cell.source.range(local..<(local + inner.utf8.count))
  #expect(range.lowerBound == start)
  #expect(range.text == inner)
}
