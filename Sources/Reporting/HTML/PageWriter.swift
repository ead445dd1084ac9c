import Diagnostics
import NotebookFormat
import Wording

/// Writes the model of a page as HTML: prose, cells, outputs.
///
/// The files beside this one hold a concern each.
struct PageWriter {
  /// The words of the page.
  let words: Words
  /// The notebook's file, which positions need not name.
  let file: SourceFile
  /// Whether it writes slides: sizes are then parts of the slide's, and data behind figures is left out.
  let isSlides: Bool
  /// The HTML so far.
  var html = HTMLWriter()
  /// The ids of the headings and cells so far; a page that is full has not all of them.
  private(set) var ids: Set<String> = []
  /// The signs of the formulas that were written, for which the page needs a font; nil where none was written.
  private(set) var formulaSigns: Set<Unicode.Scalar>?
  /// What was written that moves, so that the page needs a script for it.
  var players: Set<Player> = []
  /// The pictures of figures that stand on the page more than once, by their number, and whether they were written.
  var repeated: [Int: Bool]
  /// The addresses of the links that were written, but those to anchors of the page.
  var links: Set<String> = []
  /// The block in which the page was full.
  private(set) var end: SourceRange?

  /// Prepares to write `page`.
  init(_ page: PageModel, isSlides: Bool = false) {
    self.isSlides = isSlides
    words = page.words
    file = page.file
    var counts: [Int: Int] = [:]
    for case .figure(let picture) in page.cells.flatMap({ $0.allOutputs.map(\.kind) }) {
      counts[picture.number, default: 0] += 1
    }
    repeated = counts.filter { $0.value > 1 }.mapValues { _ in false }
  }

  /// Notes the first block that the page has not taken to its end.
  mutating func noteEnd(_ range: SourceRange) {
    if html.isFull, end == nil { end = range }
  }

  /// Notes the id of a heading or a cell that the page has.
  mutating func note(_ id: String) { ids.insert(id) }

  /// Writes a formula.
  mutating func mathML(_ markup: String) {
    var signs = formulaSigns ?? []
    formulaSigns = nil
    signs.formUnion(MathFont.characters(of: markup))
    formulaSigns = signs
    html.markup(markup)
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

  /// Writes a message, which says that it is English where it has no words in the page's language.
  mutating func message(_ message: Message) {
    if let text = message.text(in: words.language) { return sentence(text) }
    element("span", ["lang": PageLanguage.english.code]) { $0.sentence(message.english) }
  }

  /// Writes a line of words in which pieces between back-ticks are code.
  mutating func sentence(_ text: String) {
    for piece in PageInline.words(text) {
      if case .code(let code) = piece {
        element("code", text: code)
      } else if case .text(let text) = piece {
        html.text(text)
      }
    }
  }
}
