import NotebookFormat

/// The footnotes of a page: numbered in the order in which the text first speaks of them.
struct Footnotes {
  /// A note the text speaks of.
  struct Note {
    /// What it says.
    let blocks: [Block]
    /// The ids of the places that speak of it.
    var references: [String]
  }

  private let texts: [String: [Block]]
  private var numbers: [String: Int] = [:]
  /// The notes spoken of so far; note 1 comes first.
  private(set) var notes: [Note] = []

  /// Finds the notes among `blocks` and inside them.
  init(_ blocks: [Block]) {
    var texts: [String: [Block]] = [:]
    for block in blocks.walk(deepest: PageWriter.deepest, entering: { !$0.isFootnote }) {
      if case .footnote(let label, let blocks) = block.kind { texts[label] = texts[label] ?? blocks }
    }
    self.texts = texts
  }

  /// Returns the note's number and the id for this reference (no heading's id has a colon); nil where there is no such note.
  mutating func refer(to label: String) -> (number: Int, id: String)? {
    guard let blocks = texts[label] else { return nil }
    let number = numbers[label] ?? notes.count + 1
    if number > notes.count {
      numbers[label] = number
      notes.append(Note(blocks: blocks, references: []))
    }
    let earlier = notes[number - 1].references.count
    let id = earlier == 0 ? "note:\(number):from" : "note:\(number):from:\(earlier + 1)"
    notes[number - 1].references.append(id)
    return (number, id)
  }
}

extension Block {
  /// Whether it is the text of a note, which stands at the end of the page.
  var isFootnote: Bool { if case .footnote = kind { true } else { false } }
}

extension PageWriter {
  /// Writes the number that leads to a note.
  mutating func footnoteReference(_ label: String) {
    guard let (number, id) = footnotes.refer(to: label) else { return html.text("[^\(label)]") }
    element("sup") { page in
      page.element(
        "a", ["id": id, "href": "#note:\(number)", "aria-label": "Note \(number)"],
        text: String(number))
    }
  }

  /// Writes the notes that the page spoke of, each with the way back; a note may speak of another.
  mutating func footnoteList() {
    guard !footnotes.notes.isEmpty else { return }
    element("section", ["class": "footnotes", "aria-labelledby": "footnotes"]) { page in
      page.element("h2", ["id": "footnotes"], text: "Notes")
      page.element("ol") { page in
        var index = 0
        while index < page.footnotes.notes.count {
          page.footnote(index)
          index += 1
        }
      }
    }
  }

  private mutating func footnote(_ index: Int) {
    element("li", ["id": "note:\(index + 1)"]) { page in
      page.blocks(page.footnotes.notes[index].blocks)
      for reference in page.footnotes.notes[index].references {
        page.element(
          "a", ["class": "back", "href": "#" + reference, "aria-label": "Back to the text"], text: "↩")
      }
    }
    html.line()
  }
}
