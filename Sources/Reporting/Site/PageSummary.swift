import NotebookFormat
import NotebookRunning
import Wording

/// What the index of a course tells of a page.
public struct PageSummary: Sendable, Hashable {
  /// A heading, and the id that leads to it.
  public struct Entry: Sendable, Hashable {
    /// The words.
    public let title: String
    /// The id.
    public let anchor: String

    /// Makes an entry.
    public init(title: String, anchor: String) {
      self.title = title
      self.anchor = anchor
    }
  }

  /// The language's code.
  public let language: PageLanguage
  /// The title.
  public let title: String
  /// The first words of the page.
  public let lead: String
  /// The headings, in order.
  public let headings: [Entry]
  /// How many exercises there are.
  public let exercises: Int
  /// What they are worth together; nil where none has points.
  public let milliPoints: Int?

  /// Makes a summary.
  public init(
    language: PageLanguage, title: String, lead: String, headings: [Entry], exercises: Int, milliPoints: Int?
  ) {
    self.language = language
    self.title = title
    self.lead = lead
    self.headings = headings
    self.exercises = exercises
    self.milliPoints = milliPoints
  }

  /// The most letters of the lead.
  private static let longestLead = 200
  /// The most headings that are kept.
  private static let mostHeadings = 1_000

  init(_ model: PageModel, _ exercises: [ExerciseResult], on page: PageWriter) {
    let headings = model.contents.compactMap { entry -> Entry? in
      guard case .heading(let heading) = entry, page.ids.contains(heading.anchor) else { return nil }
      return Entry(title: heading.title, anchor: heading.anchor)
    }
    let worth = exercises.compactMap(\.milliPoints)
    self.init(
      language: model.words.language, title: model.title, lead: Self.lead(of: model),
      headings: Array(headings.prefix(Self.mostHeadings)), exercises: exercises.count,
      milliPoints: worth.isEmpty ? nil : worth.reduce(0, +))
  }

  /// The first paragraph, cut where it is long.
  private static func lead(of model: PageModel) -> String {
    for block in model.blocks {
      guard case .paragraph(let inlines) = block.kind else { continue }
      let words = inlines.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard words.count > longestLead else { return words }
      let cut = words.prefix(longestLead)
      return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + " …"
    }
    return ""
  }
}

extension [PageInline] {
  /// The words alone.
  var words: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text), .html(let text), .pictureWords(let text, _): text
      case .softBreak, .lineBreak: " "
      case .value(let text): text ?? "?"
      case .reference(let words, _): words
      case .styled(_, let inner), .link(_, _, let inner): inner.words
      case .picture(let picture): picture.words
      case .math(let math, _): math.formula?.plainText ?? math.tex
      case .anchor, .note: ""
      }
    }.joined()
  }
}
