import Diagnostics
import NotebookFormat
import NotebookRunning

/// The slides of a run: one HTML file that needs no network, made from the record and nothing else.
public struct HTMLSlides: Sendable {
  private let record: RunRecord
  private let templates: Templates
  private let pictures: PictureSource
  private let highlighter: Highlighter
  private let options: Options

  /// How slides are shown.
  public struct Options: Sendable {
    /// The shape; nil is that of the notebook.
    public var aspect: SlideAspect?
    /// Whether every step of a slide is a page of its own in print.
    public var printsSteps = false
    /// Whether the page measures its slides once it is shown, for ``Rendered/overflows(measuredIn:width:height:)``.
    public var measures = false

    /// The notebook's own shape, and a page for each slide.
    public init() {}
  }

  /// Prepares the slides of `record`, which was run for slides.
  public init(
    record: RunRecord, templates: Templates, options: Options = Options(), pictures: @escaping PictureSource,
    highlighter: @escaping Highlighter = { _ in [] }
  ) {
    precondition(record.medium.isSlides, "the notebook was run for a report")
    self.record = record
    self.templates = templates
    self.options = options
    self.pictures = pictures
    self.highlighter = highlighter
  }

  /// Slides, and what is said of them.
  public struct Rendered: Sendable {
    /// The whole file.
    public let html: String
    /// How many slides there are.
    public let count: Int
    /// Why a part of the notebook is not on the slides; nil where all of it is.
    public let problem: Diagnostic?
    fileprivate let slides: [Slide]
    fileprivate let aspect: SlideAspect

    /// What of the slides has no room, as a browser measured it that shows them in a window of this size; nil where
    /// `document` holds no measurement.
    public func overflows(measuredIn document: String, width: Int, height: Int) -> [SlideOverflow]? {
      SlideOverflow.measured(in: document, slides, width: width, height: height)
    }

    /// The same by the widths of letters alone; it only finds slides that are too high.
    public func estimatedOverflows(height: Int) -> [SlideOverflow] {
      let estimate = SlideEstimate(aspect)
      return slides.enumerated().map { index, slide in
        SlideOverflow(slide, index, below: estimate.excess(of: slide) / 30 * Double(height), right: 0)
      }
    }
  }

  /// Returns the slides: at most 50 MB of them, the rest is left out.
  /// - Complexity: linear in the notebook, its outputs and its pictures.
  public func rendered() throws(ReportError) -> Rendered {
    let model = PageBuilder(record, pictures: pictures, highlighter: highlighter).model()
    let deck = SlideDeck(model, record.notebook.frontMatter)
    var page = PageWriter(model, isSlides: true)
    page.slides(deck.slides)
    let problem = page.end.map { range in
      Diagnostic(
        .pageLimit, "the slides would have more than 50 MB, and from here on they are left out",
        at: range.startPoint, hint: .init("show less, or make several notebooks of it"))
    }
    return Rendered(
      html: try render(model, page), count: deck.slides.count, problem: problem, slides: deck.slides,
      aspect: options.aspect ?? record.notebook.frontMatter.aspect)
  }

  private func render(_ model: PageModel, _ page: PageWriter) throws(ReportError) -> String {
    let (words, settings) = (model.words, record.notebook.frontMatter)
    let aspect = options.aspect ?? settings.aspect
    let script = SlideScript.text(
      players: page.players, hasNotes: record.medium == .slides(withNotes: true),
      measures: options.measures)
    return try templates.render(
      SlidesContext(
        lang: TemplateText(words.language.code), words: words.table, title: TemplateText(model.title),
        author: settings.authorAndDate.map { TemplateText($0) },
        generator: "nnb",
        policy: TemplateText(
          ReportScript.policy(of: script, hasFont: page.formulaSigns != nil && templates.mathFont != nil)),
        style: Markup(
          try templates.slidesStyle(formulas: page.formulaSigns, hasPlayers: !page.players.isEmpty)
            + aspect.styleRules),
        script: Markup(script), printsSteps: options.printsSteps, body: Markup(page.html.html)))
  }
}

/// What the template `slides.html` may speak of.
struct SlidesContext {
  /// The language, as HTML names it.
  let lang: TemplateText
  /// The words in that language, by the names that ``Phrase`` gives them.
  let words: [String: TemplateText]
  let title: TemplateText
  let author: TemplateText?
  /// The program that made the page.
  let generator: TemplateText
  /// The policy for the browser.
  let policy: TemplateText
  /// The style sheet.
  let style: Markup
  /// The script.
  let script: Markup
  /// Whether every step of a slide is a page of its own in print.
  let printsSteps: Bool
  /// The slides.
  let body: Markup
}

extension SlideAspect {
  /// The width of a slide in the unit of the style sheet, of which the height is 30, and in pixels of paper.
  private var widths: (units: String, paper: Int, height: Int) {
    switch self {
    case .wide: ("53.3333", 1280, 720)
    case .classic: ("40", 1024, 768)
    }
  }

  /// The width of a slide in the unit of the style sheet.
  var units: Double {
    switch self {
    case .wide: 160.0 / 3
    case .classic: 40
    }
  }

  /// What the shape adds to the style sheet.
  fileprivate var styleRules: String {
    let (units, paper, height) = widths
    // In print one unit is a thirtieth of the paper's height.
    return """

      :root { --wide: \(units); }
      @page { size: \(paper)px \(height)px; margin: 0; }
      @media print { :root { font-size: \((Double(height) / 30).text(decimals: 1))px; } }
      """
  }
}

extension FrontMatter {
  /// Who wrote the page and when, in a line; nil where it says neither.
  var authorAndDate: String? {
    let parts = [author, date].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
