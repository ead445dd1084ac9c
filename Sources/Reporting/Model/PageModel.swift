import Diagnostics
import NotebookFormat
import Wording

/// A page of a run as a value: prose with its values, cells with their outputs, each where it stands.
///
/// Numbers, ids and the targets of references are settled. A writer only gives it a form, and can be another than HTML.
struct PageModel: Sendable {
  /// The words of the page.
  let words: Words
  /// The page's title.
  let title: String
  /// The notebook's file, which positions need not name.
  let file: SourceFile
  /// The page below its title.
  let blocks: [PageBlock]
  /// The footnotes that the page speaks of; note 1 comes first.
  let notes: [PageNote]
  /// The headings and exercises, in order.
  let contents: [ContentsEntry]
  /// What is said of the notebook's form.
  let remarks: [PageRemark]

  /// The cells, in order.
  var cells: [PageCell] {
    (blocks + notes.flatMap(\.blocks)).walk().flatMap { block in
      if case .cells(let cells) = block.kind { cells } else { [PageCell]() }
    }
  }
}

/// A footnote.
struct PageNote: Sendable {
  /// What it says.
  let blocks: [PageBlock]
  /// The ids of the elements that speak of it.
  let references: [String]
}

/// A piece of the page that stands on lines of its own.
struct PageBlock: PagePart {
  /// What it is.
  let kind: Kind
  /// Where it comes from.
  let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of block.
  indirect enum Kind: Sendable {
    case heading(Heading, [PageInline])
    case paragraph([PageInline])
    /// Running text without room around it, as in a tight list.
    case plain([PageInline])
    case quote([PageBlock])
    case callout(Block.Callout, [PageBlock])
    /// `start` is nil for a bulleted list.
    case list(start: Int?, items: [Item])
    /// Code that is no cell.
    case code(language: String?, PageCode)
    case cells([PageCell])
    case table(PageTable)
    /// A picture with its caption and the id that references lead to.
    case figure([PageInline], PageCaption, id: String?)
    case thematicBreak
    case math(PageEquation)
    /// Raw HTML that is shown as text.
    case html(String)
    /// What can be folded away.
    case details(summary: [PageInline], isOpen: Bool, [PageBlock])
    case centred([PageBlock])
    case solution([PageBlock])
    case answer(exercise: String, [PageBlock])
    /// What stands side by side; on slides only.
    case columns([PageColumn])
    /// What follows comes with the next step; on slides only, where ``SlideDeck`` makes ``step(_:_:)`` of it.
    case pause
    /// What a slide shows from a step on.
    case step(Int, [PageBlock])
    /// What the lecturer says; in a speaker's view only.
    case notes([PageBlock])
  }

  /// An item of a list; `isDone` is nil where it has no box.
  struct Item: Sendable {
    let isDone: Bool?
    let blocks: [PageBlock]
    /// The step of the slide from which on it is shown; nil where it is there with its list.
    var step: Int?
  }

  /// The blocks inside it, in order.
  var children: [PageBlock] {
    switch kind {
    case .quote(let inner), .callout(_, let inner), .details(_, _, let inner), .centred(let inner),
      .solution(let inner), .answer(_, let inner), .step(_, let inner), .notes(let inner):
      inner
    case .list(_, let items): items.flatMap(\.blocks)
    case .columns(let columns): columns.flatMap(\.blocks)
    case .heading, .paragraph, .plain, .code, .cells, .table, .figure, .thematicBreak, .math, .html, .pause:
      []
    }
  }
}

/// One of several columns of a slide.
struct PageColumn: Sendable {
  /// Its part of the width; nil is an equal share.
  let percent: Int?
  let blocks: [PageBlock]
}

/// A table of the prose.
struct PageTable: Sendable {
  let alignments: [Block.Alignment]
  let header: [[PageInline]]
  let rows: [[[PageInline]]]
  let caption: PageCaption?
  let id: String?
}

/// A formula on a line of its own.
struct PageEquation: Sendable {
  let math: Math
  /// Its number, if others may refer to it.
  let number: Int?
  let id: String?
}

/// A piece of running text.
indirect enum PageInline: Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  /// A value; nil where there is none yet.
  case value(String?)
  /// A reference, and the id it leads to.
  case reference(words: String, anchor: String)
  case styled(Inline.Style, [PageInline])
  /// An anchor that links can lead to, by its id.
  case anchor(String)
  /// A link to an address that may be followed.
  case link(address: String, title: String, [PageInline])
  case picture(PagePicture)
  /// The words of a picture that the page does not hold.
  case pictureWords(String, address: String?)
  case math(Math, isDisplayed: Bool)
  /// The number of a footnote, and the id of this position.
  case note(number: Int, id: String)
  /// Raw HTML that is shown as text.
  case html(String)
}

/// A picture of the course's folder, as the text wants it.
struct PagePicture: Sendable {
  let file: PictureFile
  /// What it shows, in words.
  let words: String
  let title: String
  let size: PictureSize
}
