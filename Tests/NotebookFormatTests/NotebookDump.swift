import Diagnostics
import NotebookFormat

/// The tree of a notebook in few characters; `at` says what to print about each place.
struct NotebookDump {
  let notebook: Notebook
  var at: (SourceRange) -> String = { _ in "" }

  /// One line a block, indented by two blanks a level.
  func lines() -> [String] { notebook.blocks.flatMap { lines($0, "") } }

  private func lines(_ block: Block, _ indent: String) -> [String] {
    func nested(_ head: String, _ blocks: [Block]) -> [String] {
      [indent + head + at(block.range)] + blocks.flatMap { lines($0, indent + "  ") }
    }
    switch block.kind {
    case .heading(let level, let inlines): return nested("h\(level) " + text(inlines) + label(block), [])
    case .paragraph(let inlines): return nested("p " + text(inlines) + label(block), [])
    case .quote(let blocks): return nested("quote", blocks)
    case .callout(let callout, let blocks): return nested(callout.rawValue, blocks)
    case .list(let start, let isTight, let items):
      let head = "list" + (start.map { " \($0)" } ?? "") + (isTight ? "" : " loose")
      let boxes = items.flatMap { item in
        let box = item.isDone.map { $0 ? " [x]" : " [ ]" } ?? ""
        return [indent + "  item" + box] + item.blocks.flatMap { lines($0, indent + "    ") }
      }
      return [indent + head + at(block.range)] + boxes
    case .code(let language, let text): return nested("code \(language ?? "-") \(quoted(text))", [])
    case .cell(let index): return nested("cell \(index) " + cell(notebook.cells[index]), [])
    case .table(let alignments, let header, let rows, let caption):
      let marks = alignments.map { "\($0)" }.joined(separator: ",")
      let all = ([header] + rows).map { $0.map(text).joined(separator: " | ") }
      let words = (caption.isEmpty ? "" : " : " + text(caption)) + label(block)
      return [indent + "table \(marks)" + words + at(block.range)] + all.map { indent + "  " + $0 }
    case .thematicBreak: return nested("break", [])
    case .math(let math): return nested("math \(quoted(math.tex))" + label(block), [])
    case .html(let html): return nested("html \(quoted(html))", [])
    case .footnote(let label, let blocks): return nested("footnote \(label)", blocks)
    case .section(let section, let blocks): return nested("section \(section)", blocks)
    case .pause: return nested("pause", [])
    case .details(let details, let blocks):
      return nested("details\(details.isOpen ? " open" : "") \(text(details.summary))", blocks)
    case .centred(let blocks): return nested("centred", blocks)
    }
  }

  private func label(_ block: Block) -> String { block.label.map { " #" + $0 } ?? "" }

  private func cell(_ cell: Cell) -> String {
    let role = cell.role == .plain ? "" : " \(cell.role)"
    return quoted(cell.source.text) + role + (cell.record.map { " => " + quoted($0.text) } ?? "")
  }

  func text(_ inlines: [Inline]) -> String { inlines.map(text).joined() }

  private func text(_ inline: Inline) -> String {
    let place = at(inline.range)
    switch inline.kind {
    case .text(let text): return place.isEmpty ? text : "{\(text)\(place)}"
    case .softBreak: return "/"
    case .lineBreak: return "//"
    case .code(let code): return "code(\(code)\(place))"
    case .value(let index): return "value(\(notebook.values[index].source.text.dropLast())\(place))"
    case .reference(let label): return "ref(\(label)\(place))"
    case .emphasis(let inner): return "em(\(text(inner))\(place))"
    case .strong(let inner): return "strong(\(text(inner))\(place))"
    case .strikethrough(let inner): return "del(\(text(inner))\(place))"
    case .link(let url, let title, let inner): return "link(\(url),\(title),\(text(inner))\(place))"
    case .styled(let style, let inner): return "\(style.rawValue)(\(text(inner))\(place))"
    case .anchor(let name): return "anchor(\(name)\(place))"
    case .image(let url, let title, let attributes, let inner):
      let lengths = [attributes.size.width, attributes.size.height].map { length in
        switch length {
        case .pixels(let count): ",\(count)px"
        case .percent(let share): ",\(share)%"
        case nil: ""
        }
      }
      return "image(\(url),\(title)\(lengths.joined()),\(text(inner))\(place))"
    case .math(let math, let isDisplayed):
      return (isDisplayed ? "display(" : "math(") + math.tex + place + ")"
    case .footnoteReference(let label): return "note(\(label)\(place))"
    case .html(let html): return "html(\(html)\(place))"
    }
  }

  private func quoted(_ text: String) -> String { "\"" + text.replacing("\n", with: "\\n") + "\"" }
}

/// Reads `text` as the file `a.md`, beside which all files are there but `no-such…`, and none can be read.
func read(_ text: String) -> (notebook: Notebook, diagnostics: [Diagnostic]) {
  let files = CourseFiles(find: { $0.hasPrefix("no-such") ? .nothing(near: []) : .there }) {
    path, _ throws(CourseFiles.Refusal) in
    throw .world(.notFound(path: path))
  }
  return readNotebook(SourceFile(path: "a.md", text: text), files: files)
}
