import Diagnostics
import Foundation
import NotebookFormat
import TestSupport
import Testing

/// Small notebooks that use every construct; mutations of them reach odd combinations.
let corpus = [
  "---\ntitle: \"A\"\nseed: 7\n---\n# A *b*\n\nc $d_e$ and $$f\ng$$ `h` [i](j \"k\") ![l](m)\\\nn &amp; \\* <br>\n",
  "- a\n\n  ```nn\n  #| label: x\n  #| echo: false\n  y = 1\n  ```\n\n  ```output\n  1\n  ```\n- [x] b\n",
  "> [!NOTE]\n> a[^1]\n> ```nn\n> #| exercise: q\n> #| points: 2.5\n> x = ?\n> ```\n\n[^1]: b\n    c\n",
  "a | b\n--|:-:\n$x$ | *c*\nd\\|e | `f` | g\n\n<!-- solution -->\nh\n<!-- /solution -->\n",
  "\u{FEFF}A\r\n===\r\n\r\n1. ```nn\r\n   x\r\n   ```\r\n   ```output\r\n   1\r\n   ```\r\n> lazy\r\nline *b*\r\n",
  "[r]: /u 't'\n[r] *a **b*** ~~c~~ www.a.com a@b.c\n\n<div>\n<!-- notes -->\n</div>\n\n```math\nx\n```\n    code\n",
  "# A `{nn} x:.2` {#sec-a}\n\nb @fig-c \\@fig-d a@fig-e *@sec-a*\n\n$$x$$ {#eq-f}\n\n{{< include g.md >}}\n",
  "h \\| `i`\n|`{nn} j`|@eq-f|\n|-|-|\n\n```nn\n#| fig-cap: \"k `{nn} l` @fig-m\"\n```\n[^n]: o\n\n    ```nn\n    ```\n",
  ">\t- ```nn\n>\t  #| tests: q\n>\t  a\n>\t  ```\n\t\tb\n~~~nn\nc\n~~~\n````md\n```nn\n````\n",
]

/// A small generator of pseudo-random numbers, so that a run can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let snippets = [
  "\n", "\n\n", "\r", "\r\n", "\t", " ", "    ", "> ", "- ", "1. ", "```", "```nn\n", "~~~", "```output\n",
  "#| a: b\n",
  "$", "$$", "`", "*", "**", "_", "~~", "[", "](", ")", "![", "[^1]", "[^1]: ", "\\", "|", "|-|-|\n", "<!--",
  "-->",
  "<!-- solution -->\n", "<!-- /solution -->\n", "---\n", "===\n", "# ", "&amp;", "&#94;", "\0", "\u{FEFF}",
  "ü", "é", "<b>", "\\|", "@fig-a", "`{nn} ", "{#sec-a}",
]

/// Changes a few places of a text of the corpus.
private func mutation(using random: inout SplitMix) -> String {
  var bytes = Array((corpus.randomElement(using: &random) ?? "").utf8)
  for _ in 0..<Int.random(in: 1...6, using: &random) {
    let at = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 2: bytes.insert(contentsOf: Array((snippets.randomElement(using: &random) ?? "").utf8), at: at)
    default:
      bytes.insert(contentsOf: Array((corpus.randomElement(using: &random) ?? "").utf8.prefix(40)), at: at)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Reads `text` and returns what it breaks: places outside the file or out of order, a record
/// that does not come back.
private func broken(_ text: String) -> String? {
  let (notebook, diagnostics) = read(text)
  let size = notebook.file.text.utf8.count
  for diagnostic in diagnostics {
    for label in [diagnostic.primary] + diagnostic.secondary where !isInside(label.range, size) {
      return "diagnostic"
    }
  }
  var last = 0
  for block in notebook.blocks {
    if let fault = fault(block, size) { return fault }
    if case .footnote = block.kind { continue }
    if block.range.lowerBound < last { return "blocks out of order" }
    last = block.range.upperBound
  }
  return recordFault(notebook)
}

private func isInside(_ range: SourceRange, _ size: Int) -> Bool {
  0 <= range.lowerBound && range.lowerBound <= range.upperBound && range.upperBound <= size
}

private func fault(_ block: Block, _ size: Int) -> String? {
  guard isInside(block.range, size) else { return "block outside" }
  switch block.kind {
  case .heading(_, let inlines), .paragraph(let inlines): return fault(inlines, size)
  case .details(let details, let blocks):
    return fault(details.summary, size) ?? blocks.lazy.compactMap { fault($0, size) }.first
  case .quote(let blocks), .callout(_, let blocks), .footnote(_, let blocks), .section(_, let blocks),
    .centred(let blocks):
    return blocks.lazy.compactMap { fault($0, size) }.first
  case .list(_, _, let items): return items.flatMap(\.blocks).lazy.compactMap { fault($0, size) }.first
  case .table(_, let header, let rows, let caption):
    return ([header] + rows + [[caption]]).joined().lazy.compactMap { fault($0, size) }.first
  case .code, .cell, .thematicBreak, .math, .html, .pause: return nil
  }
}

private func fault(_ inlines: [Inline], _ size: Int) -> String? {
  var last = 0
  for inline in inlines {
    guard isInside(inline.range, size) else { return "inline outside" }
    guard inline.range.lowerBound >= last else { return "inlines out of order" }
    last = inline.range.upperBound
    guard isGarbled(inline.range.file) || standsThere(inline) else {
      return "not at its place: \(inline.kind)"
    }
    switch inline.kind {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .styled(_, let inner),
      .link(_, _, let inner), .image(_, _, _, let inner):
      if let fault = fault(inner, size) { return fault }
    case .text, .softBreak, .lineBreak, .code, .value, .reference, .anchor, .math, .footnoteReference, .html:
      break
    }
  }
  return nil
}

/// cmark-gfm garbles an undefined footnote reference of several pieces, so that places are a guess
/// where a `[^` meets a line end, a bracket or another mark before it closes.
private func isGarbled(_ file: SourceFile) -> Bool {
  var rest = Array(file.text.utf8)[...]
  while let caret = rest.firstIndex(of: UInt8(ascii: "^")) {
    rest = rest[(caret + 1)...]
    let end = rest.first { "[]\r\n`@*_|$&\\<~!:".utf8.contains($0) }
    if end != UInt8(ascii: "]") { return true }
  }
  return false
}

/// Whether the file shows an inline's marks, or its text, at its place.
private func standsThere(_ inline: Inline) -> Bool {
  let text = inline.range.text
  func isBetween(_ marks: String...) -> Bool { marks.contains { text.hasPrefix($0) && text.hasSuffix($0) } }
  // The words of a picture stand in its tag.
  func isPicture(_ text: String) -> Bool { text.lowercased().hasPrefix("<img") }
  switch inline.kind {
  case .text(let wanted):
    // Escapes and references are shorter, a dropped comment leaves a gap, and a tab that a quote takes in part spaces.
    // The place of such a text ends as much later as it is shorter.
    func marks(_ text: String) -> String { text.split { "\t \n\r\r\n>".contains($0) }.joined(separator: " ") }
    return marks(text) == marks(wanted) || text.contains { "\\&\0".contains($0) } || text.contains("<!--")
      || isPicture(text)
  case .emphasis: return isBetween("*", "_")
  case .strong: return isBetween("**", "__")
  case .strikethrough: return isBetween("~")
  case .code, .value: return isBetween("`")
  case .reference(let label): return text == "@" + label
  case .math: return isBetween("$")
  case .image: return text.hasPrefix("![") || isPicture(text)
  case .styled: return text.hasPrefix("<") && text.hasSuffix(">")
  case .anchor: return text.isEmpty
  case .footnoteReference: return text.hasPrefix("[^") && text.hasSuffix("]")
  case .html: return text.hasPrefix("<") && text.hasSuffix(">")
  case .link, .softBreak, .lineBreak: return true
  }
}

private func recordFault(_ notebook: Notebook) -> String? {
  let same = Dictionary(uniqueKeysWithValues: notebook.cells.map { ($0.index, $0.record?.text) })
  guard notebook.settingRecords(same) == notebook.file.text else { return "an unchanged record changed" }
  let wanted = notebook.cells.map { "\($0.index)\n\n``` <b>\n  x\n" }
  let text = notebook.settingRecords(Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($0, $1) }))
  let again = read(text).notebook
  guard again.cells.count == notebook.cells.count else { return "records changed the cells" }
  for (cell, now) in zip(notebook.cells, again.cells) {
    guard cell.source.text == now.source.text else { return "records changed the code" }
    if cell.isClosed, now.record?.text != wanted[cell.index] { return "a record does not come back" }
  }
  return nil
}

@Test func `no prefix of the corpus breaks the reader`() {
  for text in corpus {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      let prefix = String(decoding: bytes[..<count], as: UTF8.self)
      if let fault = broken(prefix) { Issue.record("\(fault): \(prefix.debugDescription)") }
    }
  }
}

/// `NNB_FUZZ_SECONDS=600 swift test --filter mutations` runs on with ever new seeds.
@Test func `no mutations of the corpus break the reader`() {
  fuzz("reader", inputs: 2_000) { seed in
    var random = SplitMix(state: seed)
    let text = mutation(using: &random)
    keepInJournal(text)
    if let fault = broken(text) { Issue.record("\(fault), seed \(seed): \(text.debugDescription)") }
  }
}
