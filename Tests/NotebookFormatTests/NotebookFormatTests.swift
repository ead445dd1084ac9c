import Diagnostics
import NotebookFormat
import Testing

@Test func scratch() {
  let text = "\u{FEFF}---\r\ntitle: A & b\r\nseed: 7\r\nfoo: 1\r\n---\r\n# Head *x* #\r\n\r\nA *b* $\\sum_i x_*$ \\* `c` &amp; [l](u \"t\") <b>\r\n$a\r\nb$ next **s** ~~d~~ www.a.com it costs $5 and $6\r\n\r\n- item\r\n\r\n  ```nn\r\n  #| label: a\r\n  x = 1\r\n    y\r\n  ```\r\n  ```output\r\n  1\r\n  ```\r\n\r\n> [!NOTE]\r\n> hi\r\n> ```nn\r\n> z\r\n\r\n| a | b |\r\n|---|:-:|\r\n| $x \\| y$ | *c* |\r\n| $P(a|b)$ |\r\n\r\n<!-- solution -->\r\nyes[^1]\r\n<!-- /solution -->\r\n\r\n[^1]: foot\r\n"
  let (notebook, diagnostics) = read(text)
  print(notebook.frontMatter)
  for line in NotebookDump(notebook: notebook, at: { "@" + $0.text.replacing("\r\n", with: "⏎") }).lines() { print(line) }
  for d in diagnostics { print(d.kind.id, d.severity, d.message, "|", d.primary.range.start, d.primary.range.text, "|", d.hint?.text ?? "") }
  print(notebook.cells.map { ($0.linePrefix, $0.recordOffset) })
  print(notebook.settingRecords([0: "2\n```\n\n3", 1: "x"]))
}
