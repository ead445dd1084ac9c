import Diagnostics
import NotebookFormat
import Testing

struct TreeCase: CustomTestStringConvertible, Sendable {
  let text: String
  let tree: [String]
  var testDescription: String { text }

  init(_ text: String, _ tree: String...) {
    self.text = text
    self.tree = tree
  }
}

@Test(arguments: [
  TreeCase("a *b* **c** ~~d~~ `e`\\\nf  \ng\nh", "p a em(b) strong(c) del(d) code(e)//f//g/h"),
  TreeCase("# A\n\nB\n===\n\nC\n---\n\n---", "h1 A", "h1 B", "h2 C", "break"),
  TreeCase("[a](u \"t\") ![b](v) <https://w.x>", "p link(u,t,a) image(v,,b) link(https://w.x,,https://w.x)"),
  TreeCase("www.a.com a@b.org", "p link(http://www.a.com,,www.a.com) link(mailto:a@b.org,,a@b.org)"),
  TreeCase("\"a\" -- b...", "p \"a\" -- b..."),
  TreeCase("> a\n>> b", "quote", "  p a", "  quote", "    p b"),
  TreeCase(
    "- [x] a\n- [ ] b\n- c", "list", "  item [x]", "    p a", "  item [ ]", "    p b", "  item", "    p c"),
  TreeCase("3. a\n\n4. b", "list 3 loose", "  item", "    p a", "  item", "    p b"),
  TreeCase("    x\n    y\n\n~~~nn\nz\n~~~", "code - \"x\\ny\\n\"", "code nn \"z\\n\""),
  TreeCase(
    "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|\n|4|", "table left,center,right", "  a | b | c", "  1 | 2 | 3", "  4 |  | "
  ),
  TreeCase("```math\nx^2\n```", "math \"x^2\""),
  TreeCase("<b>a</b>\n\n<div>\nx\n</div>", "p b(a)", "html \"<div>\\nx\\n\"", "html \"</div>\""),
  TreeCase("a <!-- c --> b\n\n<!-- d\n\ne -->\n\nf", "p a  b", "p f"),
  TreeCase(
    "a[^y] b[^x] c[^y] [^z]\n\n[^x]: X\n[^y]: Y\n[^w]: W",
    "p anote(1) bnote(2) cnote(1) [^z]", "footnote 1", "  p Y", "footnote 2", "  p X"),
  TreeCase("[r]: /u 't'\n[r] [s][r]", "p link(/u,t,r) link(/u,t,s)"),
])
func `prose reads as on GitHub`(_ example: TreeCase) {
  #expect(NotebookDump(notebook: read(example.text).notebook).lines() == example.tree)
}

@Test(arguments: [
  TreeCase("# A b {#sec-a}\n\nC {#sec-c}\n===", "h1 A b #sec-a", "h1 C #sec-c"),
  TreeCase("$$x$$ {#eq-a}\n\n$$\ny\n$$\n{#eq-b}", "p display(x) #eq-a", "p display(\ny\n) #eq-b"),
  TreeCase("$$x$$ b {#eq-a}\n\n$x$ {#eq-a}", "p display(x) b {#eq-a}", "p math(x) {#eq-a}"),
  TreeCase("# $x$ a {#sec-a}", "h1 math(x) a #sec-a"),
  TreeCase("# A \\{#sec-a}\n\n$$x$$ \\{#eq-a}", "h1 A {#sec-a}", "p display(x) {#eq-a}"),
  TreeCase("# A {#b c}\n\n# {#d}\n\n# {e}", "h1 A {#b c}", "h1  #d", "h1 {e}"),
  TreeCase("@fig-a, @tbl-b. @eq-c\n@sec-d_e-1", "p ref(fig-a), ref(tbl-b). ref(eq-c)/ref(sec-d_e-1)"),
  TreeCase(
    "a@fig-b.com x@fig-b ü@fig-b @fig- @figure @fig-b.com `@fig-b`",
    "p link(mailto:a@fig-b.com,,a@fig-b.com) x@fig-b ü@fig-b @fig- @figure @fig-b.com code(@fig-b)"),
  TreeCase(
    "[@fig-a](b) *@fig-a* \\@fig-a \\\\@fig-a", "p link(b,,@fig-a) em(ref(fig-a)) @fig-a \\ref(fig-a)"),
  TreeCase("`{nn} a` `{nn}` `{nnx} a` ``{nn} `a` ``", "p value( a) code({nn}) code({nnx} a) value( `a` )"),
])
func `labels, references and values`(_ example: TreeCase) {
  #expect(NotebookDump(notebook: read(example.text).notebook).lines() == example.tree)
}

@Test(arguments: [
  TreeCase("> [!NOTE]\n> a", "note", "  p a"),
  TreeCase("> [!tip]\n>\n> a\n> - b", "tip", "  p a", "  list", "    item", "      p b"),
  TreeCase("> [!WARNING]\n> *a*", "warning", "  p em(a)"),
  TreeCase("> [!IMPORTANT]\n> a\n\n> [!CAUTION]\n> b", "important", "  p a", "caution", "  p b"),
  TreeCase("> [!NOTE] a", "quote", "  p [!NOTE] a"),
  TreeCase("> [!OTHER]\n> a", "quote", "  p [!OTHER]/a"),
])
func `callouts are quotes with a mark`(_ example: TreeCase) {
  #expect(NotebookDump(notebook: read(example.text).notebook).lines() == example.tree)
}

@Test(arguments: [
  TreeCase("$a_b*c*$ $x\\_y$", "p math(a_b*c*) math(x\\_y)"),
  TreeCase("it costs $5 and $6", "p it costs $5 and $6"),
  TreeCase("\\$a$ b$", "p $a$ b$"),
  TreeCase("$ a$ $b $ $c$", "p $ a$ math(b $ $c)"),
  TreeCase("$a$5 $b$", "p math(a$5 $b)"),
  TreeCase(#"5$\times$5 and $\pi$2"#, #"p 5math(\times)5 and math(\pi)2"#),
  TreeCase("$`a_1 * b_2`$ and $``x`y``$ $`z`", "p math(a_1 * b_2) and math(x`y) $code(z)"),
  TreeCase("`$a` $b`c$`", "p code($a) $bcode(c$)"),
  TreeCase("$a `b$ c", "p math(a `b) c"),
  TreeCase("$$a$$ $$\nb\n$$", "p display(a) display(\nb\n)"),
  TreeCase("$a\\$b$", "p math(a\\$b)"),
  TreeCase("$$a$ b", "p $$a$ b"),
  TreeCase("$$$$ $a$", "p $$$$ math(a)"),
  TreeCase("*$a*b$*", "p em(math(a*b))"),
  TreeCase("- $$a\n  b$$", "list", "  item", "    p display(a\nb)"),
  TreeCase("|a|\n|-|\n|$x \\| y$|", "table none", "  a", "  math(x | y)"),
])
func `Markdown never touches TeX`(_ example: TreeCase) {
  #expect(NotebookDump(notebook: read(example.text).notebook).lines() == example.tree)
}

@Test(arguments: [
  TreeCase("```nn\nx = 1\n```", "cell 0 \"x = 1\\n\""),
  TreeCase("```{nn} .noeval\nx\n```\n\n```` nn\n```\n````", "cell 0 \"x\\n\"", "cell 1 \"```\\n\""),
  TreeCase("```nnx\nx\n```\n\n```swift nn\ny\n```", "code nnx \"x\\n\"", "code swift \"y\\n\""),
  TreeCase("````md\n```nn\nx\n```\n````", "code md \"```nn\\nx\\n```\\n\""),
  TreeCase("- a\n  ```nn\n  x\n    y\n  ```", "list", "  item", "    p a", "    cell 0 \"x\\n  y\\n\""),
  TreeCase(
    "1. ```nn\n   x\n   ```\n   ```output\n   1\n   ```", "list 1", "  item",
    "    cell 0 \"x\\n\" => \"1\\n\""),
  TreeCase(
    "> > ```nn\n> > x\n> >\n> > y\n> > ```\n>\n> >  ```output\n> > z\n> >  ```",
    "quote", "  quote", "    cell 0 \"x\\n\\ny\\n\"", "  quote", "    code output \"z\\n\""),
  TreeCase("  ```nn\n  x\n y\n    z\n  ```", "cell 0 \"x\\ny\\n  z\\n\""),
  TreeCase(">\t```nn\n>\tx\n>\t```", "quote", "  cell 0 \"\tx\\n\""),
  TreeCase("```nn\n#| label: a\n\n# c\n#| echo: false\nx\n```", "cell 0 \"\\n# c\\nx\\n\""),
  TreeCase(
    "```nn\nx\n```\n\n```output\n1\n\n2\n```\n```output\n3\n```",
    "cell 0 \"x\\n\" => \"1\\n\\n2\\n\"", "code output \"3\\n\""),
  TreeCase("```nn\nx\n```\na\n```output\n3\n```", "cell 0 \"x\\n\"", "p a", "code output \"3\\n\""),
  TreeCase("```nn\r\nx\r\n```\r\n\r\n~~~output\r\n1\r\n~~~", "cell 0 \"x\\n\" => \"1\\n\""),
  TreeCase("```nn\rx\r```\r```output\r```", "cell 0 \"x\\n\" => \"\""),
  TreeCase("a[^1]\n\n[^1]:\n    ```nn\n    x\n    ```", "p anote(1)", "footnote 1", "  code nn \"x\\n\""),
  TreeCase("```nn\n```", "cell 0 \"\""),
])
func `cells and their records`(_ example: TreeCase) {
  #expect(NotebookDump(notebook: read(example.text).notebook).lines() == example.tree)
}

@Test(arguments: [
  TreeCase("<!-- solution -->\na\n\nb\n<!-- /solution -->\nc", "section solution", "  p a", "  p b", "p c"),
  TreeCase("<!--notes-->\na\n<!-- / notes -->", "section notes", "  p a"),
  TreeCase(
    "```nn\n#| exercise: q\n```\n<!-- answer: q -->\na\n\n<!-- /answer -->",
    "cell 0 \"\" exercise(name: \"q\", milliPoints: nil, binds: nil)",
    "section answer(exercise: \"q\")", "  p a"),
  TreeCase(
    "- <!-- solution -->\n  a\n  <!-- /solution -->", "list", "  item", "    section solution", "      p a"),
  TreeCase(
    "<!-- solution -->\na\n\n<!-- notes -->\nb\n", "section solution", "  p a", "  section notes", "    p b"),
  TreeCase(
    "<!-- slide -->\n# a\n\n<!-- pause -->\n<!-- /slide -->\n<!-- report -->\nb\n<!-- /report -->",
    "section slide",
    "  h1 a", "  pause", "section report", "  p b"),
  TreeCase(
    "<!-- columns -->\na\n\n<!-- column: 40% -->\nb\n\n<!-- column -->\nc\n<!-- /columns -->\nd",
    "section columns",
    "  p a", "  section column(percent: Optional(40))", "    p b", "  section column(percent: nil)",
    "    p c", "p d"),
  TreeCase(
    "<!-- columns -->\n<!-- column -->\na\n<!-- /column -->\n<!-- /columns -->", "section columns",
    "  section column(percent: nil)", "    p a"),
])
func `markers make sections`(_ example: TreeCase) {
  #expect(NotebookDump(notebook: read(example.text).notebook).lines() == example.tree)
}

// MARK: Attributes

@Test(arguments: [
  TreeCase("![A *n*](a.png){#fig-a width=50% height=20px}", "p image(a.png,,50%,20px,A em(n)) #fig-a"),
  TreeCase("x ![](a.png){width=5%} y", "p x image(a.png,,5%,) y"),
  TreeCase("![](a.png){see} ![](a.png)\\{#x}", "p image(a.png,,){see} image(a.png,,){#x}"),
  TreeCase("<img src=\"a.png\" id=\"fig-b\">", "p image(a.png,,) #fig-b"),
  TreeCase("|a|\n|-|\n|1|\n\n: A *c* {#tbl-a}", "table none : A em(c) #tbl-a", "  a", "  1"),
  TreeCase("|a|b|\n|-|-|\n|1|2|\n: A", "table none,none : A", "  a | b", "  1 | 2"),
  TreeCase("> |a|\n> |-|\n> : {#tbl-b}", "quote", "  table none #tbl-b", "    a"),
  TreeCase("|a|\n|-|\n|: x|", "table none", "  a", "  : x"),
  TreeCase("```math {#eq-a}\nx\n```", "math \"x\" #eq-a"),
])
func `attributes name and size what they stand behind`(example: TreeCase) {
  let (notebook, diagnostics) = read(example.text)
  let told = diagnostics.filter { $0.kind != .pictureNotShown }
  #expect(told.isEmpty, "\(told.map(\.message))")
  #expect(NotebookDump(notebook: notebook).lines() == example.tree)
}

@Test(arguments: [
  ComplaintCase(
    "x ![](a.png){#fig-a}",
    "stray-label 1:3 «![](a.png){#fig-a}» `#fig-a` has no effect: the picture does not stand alone"),
  ComplaintCase(
    "![](a.png){widht=5%}", "picture-attribute 1:12 «widht=5%» a picture has no attribute `widht`"),
  ComplaintCase(
    "![](a.png){width=5em}", "picture-attribute 1:12 «width=5em» `5em` is no width of a picture"),
  ComplaintCase(
    "![](a.png){#tbl-a}",
    "label-prefix 1:1 «![](a.png){#tbl-a}» the label `tbl-a` of a picture does not begin with `fig-`"),
  ComplaintCase(
    "![](a.png){#fig-a}\n\n![](a.png){#fig-a}",
    "duplicate-label 3:1 «![](a.png){#fig-a}» the label `fig-a` is given twice"),
  ComplaintCase(
    "```math big\nx\n```",
    "fence-attributes 1:1 «```math big» this is read as a formula, and `big` is not read"),
  ComplaintCase(
    "|a|\n|-|\n\n: x {#tbl a}", "stray-label 4:5 «{#tbl a}» `{#tbl a}` stays text: it is no label"),
])
func `attributes that mean nothing are told`(example: ComplaintCase) {
  #expect(complaints(example.text).filter { !$0.hasPrefix("picture-not-shown") } == example.complaints)
}
