import NotebookFormat

/// The footnotes of a page: numbered in the order in which the text first speaks of them.
struct Footnotes {
  /// A note the text speaks of.
  struct Note {
    /// What it says.
    let blocks: [Block]
    /// The ids of the elements that speak of it.
    var references: [String]
  }

  private let texts: [String: [Block]]
  private var numbers: [String: Int] = [:]
  /// The notes spoken of so far; note 1 comes first.
  private(set) var notes: [Note] = []

  /// Finds the notes among `blocks` and inside them.
  init(_ blocks: [Block]) {
    var texts: [String: [Block]] = [:]
    for block in blocks.walk(deepest: PageBuilder.deepest, entering: { !$0.isFootnote }) {
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
