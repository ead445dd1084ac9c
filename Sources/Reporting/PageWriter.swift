import Diagnostics
import NotebookFormat
import NotebookRunning

/// Writes the body of the page: prose, cells, outputs.
///
/// The files beside this one hold a concern each.
struct PageWriter {
  /// What to show.
  let record: RunRecord
  /// Which cells to show, and where.
  let layout: PageLayout
  /// Draws the figures.
  let pictures: PictureSource
  /// Tells what the pieces of code are.
  let highlighter: Highlighter
  /// How many levels the page's headings go down, so that only the title is `h1`.
  let headingShift: Int

  /// The HTML so far.
  var html = HTMLWriter()
  /// The ids so far.
  var anchors: Anchors
  /// The headings so far.
  var contents: [Heading] = []
  /// The footnotes' texts and numbers.
  var footnotes: Footnotes
  /// The cells so far, in the order of the page.
  private(set) var shownCells: [Int] = []
  private var isShown: Set<Int> = []
  /// The numbers of figures, tables and equations, and what labels lead to.
  var numbers: PageNumbers
  /// The labels whose id was written.
  private var written: Set<String> = []
  /// How many bytes of the course's pictures the page can still take.
  var pictureRoom = 20_000_000
  /// The pictures of figures that stand on the page more than once, by their number, and whether they were written.
  var repeated: [Int: Bool]
  /// The block in which the page was full.
  private(set) var end: SourceRange?
  /// How many blocks are open around this one.
  var depth = 0

  /// Blocks and inlines nested deeper than this are not followed: a page of 100,000 quotes must not trap.
  static let deepest = 60

  /// Prepares to write the page of `record`.
  init(
    _ record: RunRecord, headingShift: Int, pictures: @escaping PictureSource,
    highlighter: @escaping Highlighter
  ) {
    self.record = record
    self.headingShift = headingShift
    self.pictures = pictures
    self.highlighter = highlighter
    layout = PageLayout(record)
    repeated = Self.repeatedPictures(record, layout, pictures)
    footnotes = Footnotes(record.notebook.blocks)
    anchors = Anchors()
    for cell in record.notebook.cells { _ = anchors.claim(Anchors.cell(cell.index)) }
    numbers = PageNumbers(record, layout, anchors: &anchors) { Self.plainText($0, record) }
  }

  /// Notes that a cell is shown; false where it is already.
  mutating func show(_ cell: Int) -> Bool {
    guard isShown.insert(cell).inserted else { return false }
    shownCells.append(cell)
    return true
  }

  /// Whether a cell is shown so far.
  func shows(_ cell: Int) -> Bool { isShown.contains(cell) }

  /// Returns the id that references to a label lead to, once.
  mutating func takeAnchor(of label: String) -> String? {
    guard let target = numbers.target(label), written.insert(label).inserted else { return nil }
    return target.anchor
  }

  /// The pictures that figures of several outputs are drawn as.
  private static func repeatedPictures(
    _ record: RunRecord, _ layout: PageLayout, _ pictures: PictureSource
  ) -> [Int: Bool] {
    var counts: [Int: Int] = [:]
    for (cell, result) in zip(record.notebook.cells, record.cells) {
      let options = layout.options(of: cell)
      for case .figure(let figure) in result.outputs {
        counts[pictures(figure, options).number, default: 0] += 1
      }
    }
    return counts.filter { $0.value > 1 }.mapValues { _ in false }
  }

  /// Notes the first block that the page has not taken to its end.
  mutating func noteEnd(_ range: SourceRange) {
    if html.isFull, end == nil { end = range }
  }

  /// Writes an element with what `content` writes inside.
  mutating func element(
    _ tag: String, _ attributes: Attributes = [:], _ content: (inout PageWriter) -> Void
  ) {
    guard html.open(tag, attributes) else { return }
    content(&self)
    html.close(tag)
  }

  /// Writes an element that holds a text.
  mutating func element(_ tag: String, _ attributes: Attributes = [:], text: String) {
    guard html.open(tag, attributes) else { return }
    html.text(text)
    html.close(tag)
  }

  /// Writes a line of words in which pieces between back-ticks are code.
  mutating func words(_ text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return html.text(text) }
    for (index, part) in parts.enumerated() {
      if index % 2 == 0 {
        html.text(String(part))
      } else {
        element("code", text: String(part))
      }
    }
  }

  /// Follows a nested piece, unless it lies too deep.
  mutating func nested(_ content: (inout PageWriter) -> Void) {
    guard depth < Self.deepest else { return html.text("…") }
    depth += 1
    content(&self)
    depth -= 1
  }
}
