import Diagnostics
import NotebookFormat
import NotebookRunning
import Wording

/// Makes the model of a page from the record of a run.
///
/// The files beside this one hold a concern each.
struct PageBuilder {
  /// The words of the page.
  let words: Words
  /// What to show.
  let record: RunRecord
  /// Which cells to show, and where.
  let layout: PageLayout
  /// Draws the figures.
  let pictures: PictureSource
  /// Tells what the pieces of code are.
  let highlighter: Highlighter
  /// The levels in the notebook of the headings that are open here.
  var outline: [Int] = []

  /// The ids so far.
  var anchors: Anchors
  /// The headings and exercises so far.
  var contents: [ContentsEntry] = []
  /// The footnotes' texts and numbers.
  var footnotes: Footnotes
  /// The numbers of figures, tables and equations, and what labels lead to.
  let numbers: PageNumbers
  /// The cells that were placed.
  private var placed: Set<Int> = []
  /// The labels whose id was given.
  private var given: Set<String> = []
  /// How many bytes of the course's pictures the page can still take.
  var pictureRoom = 20_000_000
  /// How many blocks are open around this one.
  private var depth = 0

  /// Blocks and inlines nested deeper than this are not followed: a page of 100,000 quotes must not trap.
  static let deepest = 60

  /// Prepares to lay out the page of `record`.
  init(_ record: RunRecord, pictures: @escaping PictureSource, highlighter: @escaping Highlighter) {
    self.record = record
    words = Words(record.notebook.frontMatter.language)
    self.pictures = pictures
    self.highlighter = highlighter
    layout = PageLayout(record)
    footnotes = Footnotes(record.notebook.blocks)
    anchors = Anchors()
    for cell in record.notebook.cells { _ = anchors.claim(PlaceName.cell(cell.index)) }
    numbers = PageNumbers(record, layout, words, anchors: &anchors) { Self.plainText($0, record) }
  }

  /// Returns the page.
  /// - Complexity: linear in the notebook and its outputs.
  consuming func model() -> PageModel {
    let title = PageTitle(record.notebook) { plainText($0) }
    let blocks = blocks(title.blocks)
    var notes: [PageNote] = []
    // A note may speak of another.
    while notes.count < footnotes.notes.count {
      notes.append(PageNote(blocks: self.blocks(footnotes.notes[notes.count].blocks), references: []))
    }
    return PageModel(
      words: words, title: title.text, file: record.notebook.file, blocks: blocks,
      notes: zip(notes, footnotes.notes).map { PageNote(blocks: $0.blocks, references: $1.references) },
      contents: contents, remarks: remarks)
  }

  /// What is said of the notebook's form; a student is not shown what only its author can fix.
  private var remarks: [PageRemark] {
    var remarks: [PageRemark] = []
    for diagnostic in record.pageDiagnostics {
      let isForAuthor = diagnostic.kind.concernsAuthor && diagnostic.severity != .error
      if record.face == .solution || !isForAuthor { remarks.add(diagnostic) }
    }
    return remarks
  }

  /// Notes that a cell is placed; false where it is already.
  mutating func place(_ cell: Int) -> Bool { placed.insert(cell).inserted }

  /// Returns the id that references to a label lead to, once.
  mutating func takeAnchor(of label: String) -> String? {
    guard let target = numbers.target(label), given.insert(label).inserted else { return nil }
    return target.anchor
  }

  /// Follows a nested piece, unless it lies too deep.
  mutating func nested<Piece>(_ beyond: Piece, _ content: (inout PageBuilder) -> Piece) -> Piece {
    guard depth < Self.deepest else { return beyond }
    depth += 1
    defer { depth -= 1 }
    return content(&self)
  }
}
