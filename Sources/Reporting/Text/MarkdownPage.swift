import Language
import NotebookFormat
import NotebookRunning
import Tensors
import Wording

/// The page of a run as Markdown that GitHub shows: prose, code and what it gave, with pictures in files beside it.
public struct MarkdownPage: Sendable {
  /// The text.
  public let text: String
  /// The pictures' files, by name, in the folder that the text names.
  public let pictures: [FigureFiles.File]

  /// Writes the page of `record`, whose pictures are to stand in `folder` as seen from the page.
  /// - Complexity: linear in the notebook, its outputs and its pictures.
  public init(_ record: RunRecord, folder: String, pictures: @escaping PictureSource) {
    let model = PageBuilder(record, pictures: pictures, highlighter: { _ in [] }).model()
    var writer = MarkdownWriter(words: model.words, folder: folder)
    writer.heading(1, [.text(model.title)])
    if let subtitle = record.notebook.frontMatter.subtitle {
      writer.line("*\(MarkdownWriter.escaped(subtitle))*")
    }
    if let author = record.notebook.frontMatter.authorAndDate { writer.line(MarkdownWriter.escaped(author)) }
    writer.blocks(model.blocks)
    for (index, note) in model.notes.enumerated() {
      writer.prefixed(first: "[^\(index + 1)]: ", "    ") { $0.blocks(note.blocks) }
    }
    text = writer.text
    self.pictures = writer.pictures
  }
}

/// Writes the model of a page as GitHub-flavoured Markdown; every text of the notebook is escaped.
struct MarkdownWriter {
  let words: Words
  let folder: String
  private(set) var text = ""
  private(set) var pictures: [FigureFiles.File] = []
  private var names: [Int: String] = [:]
  /// What stands before each line, and before the next one.
  private var prefix = ""
  private var next: String?

  init(words: Words, folder: String) {
    self.words = words
    self.folder = folder
  }

  // MARK: Lines

  /// Writes lines as a block of their own.
  mutating func line(_ lines: String) {
    if !text.isEmpty, next == nil { text += trimmedLine(prefix) + "\n" }
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      text += trimmedLine((next ?? prefix) + line) + "\n"
      next = nil
    }
  }

  private func trimmedLine(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Writes what `content` writes with `rest` before each line, and `first` before the first.
  mutating func prefixed(first: String, _ rest: String, _ content: (inout MarkdownWriter) -> Void) {
    let outer = prefix
    if next == nil, !text.isEmpty { text += trimmedLine(prefix) + "\n" }
    next = (next ?? prefix) + first
    prefix += rest
    content(&self)
    if let unused = next { text += trimmedLine(unused) + "\n" }
    (prefix, next) = (outer, nil)
  }

  mutating func heading(_ level: Int, _ inlines: [PageInline]) {
    line(String(repeating: "#", count: min(6, level)) + " " + inline(inlines))
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [PageBlock]) { for block in blocks { self.block(block) } }

  private mutating func block(_ block: PageBlock) {
    switch block.kind {
    case .heading(let heading, let inlines): self.heading(heading.level, inlines)
    case .paragraph(let inlines), .plain(let inlines): line(inline(inlines))
    case .quote(let inner): prefixed(first: "> ", "> ") { $0.blocks(inner) }
    case .callout(let callout, let inner):
      prefixed(first: "> [!\(callout.rawValue.uppercased())]\n\(prefix)> ", "> ") { $0.blocks(inner) }
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        let mark = start.map { "\($0 + index). " } ?? "- "
        let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
        prefixed(first: mark + box, String(repeating: " ", count: mark.count)) { $0.blocks(item.blocks) }
      }
    case .code(let language, let code): fence(code.text, language ?? "")
    case .cells(let cells): for cell in cells { self.cell(cell) }
    case .table(let table): self.table(table)
    case .figure(let picture, let caption, let id): figure(inline(picture), caption, id)
    case .thematicBreak: line("---")
    case .math(let equation): fence(equation.math.tex, "math")
    case .html(let html): fence(html, "html")
    case .details(let summary, _, let inner):
      line("<details><summary>\(inline(summary))</summary>")
      blocks(inner)
      line("</details>")
    case .centred(let inner), .answer(_, let inner), .step(_, let inner): blocks(inner)
    case .solution(let inner):
      line("**\(words(.solution))**")
      blocks(inner)
    case .columns(let columns): for column in columns { blocks(column.blocks) }
    case .pause, .notes: break
    }
  }

  /// Writes code between back-ticks, more of them than stand in it.
  private mutating func fence(_ code: String, _ language: String) {
    let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
    let ticks = String(repeating: "`", count: max(3, longest + 1))
    line("\(ticks)\(language.filter { $0.isLetter || $0.isNumber || $0 == "-" })\n\(code)\n\(ticks)")
  }

  private mutating func table(_ table: PageTable) {
    if let caption = table.caption { line(captionText(caption)) }
    let marks = table.alignments.map { alignment in
      switch alignment {
      case .none: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    line(rows([table.header.map { inline($0) }, marks] + table.rows.map { $0.map { inline($0) } }))
  }

  private func rows(_ rows: [[String]]) -> String {
    rows.map { "| " + $0.map { $0.replacing("\n", with: " ") }.joined(separator: " | ") + " |" }.joined(
      separator: "\n")
  }

  private mutating func figure(_ picture: String, _ caption: PageCaption?, _ id: String?) {
    line((id.map { "<a name=\"\($0)\"></a>\n" } ?? "") + picture)
    if let part = caption?.part { line("(\(part))") }
    if let caption, caption.isWhole { line(captionText(caption)) }
  }

  private func captionText(_ caption: PageCaption) -> String {
    "**\(caption.number)\(caption.text.isEmpty ? "" : ":")** \(inline(caption.text))"
  }

  // MARK: Cells

  private mutating func cell(_ cell: PageCell) {
    if let label = cell.label { line("<a name=\"\(label)\"></a>") }
    if let code = cell.code { fence(code.text, "nn") }
    switch cell.status {
    case .ran, .checkFailed, .failed, .exhausted, .invalid, .interrupted, .leftOut: break
    case .toDo, .skipped: line("*\(Self.escaped(words.text(cell.status)))*")
    }
    for check in cell.code?.ticks.sorted(by: { $0.key < $1.key }).flatMap(\.value) ?? [] { self.check(check) }
    for output in cell.outputs { self.output(output) }
  }

  private mutating func output(_ output: PageOutput) {
    switch output.kind {
    case .text(let text), .summary(let text): fence(text, "text")
    case .formula(let formula): fence(formula.plainLines.joined(separator: "\n"), "text")
    case .tensor(let tensor): fence(tensor.text(), "text")
    case .table(let table):
      if let title = table.title { line("**\(Self.escaped(title))**") }
      let marks = table.header.map { _ in "---" }
      line(rows([table.header.map(Self.escaped), marks] + table.rows.map { $0.map(Self.escaped) }))
      if let note = table.note { line("*\(Self.escaped(note))*") }
    case .figure(let picture): figure(image(of: picture), output.caption, nil)
    case .check(let check): self.check(check)
    case .remark(let remark):
      let diagnostic = remark.diagnostic
      prefixed(first: "> ", "> ") { writer in
        writer.line(
          "**\(diagnostic.severity.rawValue)**: \(Self.escaped(writer.words(diagnostic.message))) (`\(diagnostic.kind.id)`)"
        )
      }
    }
  }

  private mutating func check(_ check: CheckResult) {
    let mark =
      switch check.verdict {
      case .passed: "✓"
      case .failed: "✗"
      case .open: "○"
      }
    line("\(mark) \(Self.code(check.text))")
  }

  private mutating func image(of picture: FigurePicture) -> String {
    let stem = names[picture.number] ?? "figure-\(picture.number)"
    if names.updateValue(stem, forKey: picture.number) == nil {
      let ending = picture.format.rawValue
      pictures.append(FigureFiles.File(name: "\(stem).\(ending)", bytes: picture.light))
      pictures.append(FigureFiles.File(name: "\(stem)-dark.\(ending)", bytes: picture.dark))
    }
    let (path, ending) = ("\(folder.percentEncoded)/\(stem)", picture.format.rawValue)
    let alt = Self.html(picture.altText)
    return "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"\(path)-dark.\(ending)\">"
      + "<img src=\"\(path).\(ending)\" width=\"\(picture.width)\" alt=\"\(alt)\"></picture>"
  }

  // MARK: Running text

  private func inline(_ inlines: [PageInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): Self.escaped(text)
      case .softBreak: "\n"
      case .lineBreak: "\\\n"
      case .code(let text): Self.code(text)
      case .html(let text): Self.code(text)
      case .value(let text): Self.escaped(text ?? "?")
      case .reference(let words, let anchor): "[\(Self.escaped(words))](#\(anchor.percentEncoded))"
      case .styled(let style, let inner): styled(style, self.inline(inner))
      case .link(let address, _, let inner):
        "[\(self.inline(inner))](<\(Self.address(address))>)"
      case .picture(let picture):
        "![\(Self.escaped(picture.words))](<\(Self.address(picture.file.url))>)"
      case .pictureWords(let words, _): Self.escaped(words)
      case .math(let math, let isDisplayed): isDisplayed ? "$$\(math.tex)$$" : "$`\(math.tex)`$"
      case .note(let number, _): "[^\(number)]"
      case .anchor: ""
      }
    }.joined()
  }

  private func styled(_ style: Inline.Style, _ text: String) -> String {
    switch style {
    case .emphasis: "*\(text)*"
    case .strong: "**\(text)**"
    case .strikethrough: "~~\(text)~~"
    case .subscript, .superscript, .key, .bold, .italic, .underlined, .marked, .small:
      "<\(style.rawValue)>\(text)</\(style.rawValue)>"
    }
  }

  /// Code between back-ticks, more of them than stand in it.
  private static func code(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let ticks = String(repeating: "`", count: longest + 1)
    let room = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return ticks + room + text.replacing("\n", with: " ") + room + ticks
  }

  /// An address as Markdown reads it back: no sign in it ends it or stands for another.
  private static func address(_ address: String) -> String {
    address.filter { !"<>\n".contains($0) }.replacing("\\", with: "\\\\").replacing("&", with: "&amp;")
  }

  /// A text in which no sign means anything to Markdown.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|~$&#@!".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    // With a blank behind it, this would begin a list or a heading.
    return escaped.replacing(#/^([0-9]+)([.)])(?=\s|$)/#) { "\($0.1)\\\($0.2)" }
      .replacing(#/^[-+=](?=\s|[-=]*$)/#) { "\\\($0.0)" }
  }

  /// A text in an attribute of HTML.
  private static func html(_ text: String) -> String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("\n", " ")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
