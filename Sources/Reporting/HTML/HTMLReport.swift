import Diagnostics
import NotebookFormat
import NotebookRunning

/// The report of a run: one HTML file that needs no network, made from the record and nothing else.
public struct HTMLReport: Sendable {
  private let record: RunRecord
  private let templates: Templates
  private let pictures: PictureSource
  private let highlighter: Highlighter
  private let version: String
  private let sources: [EmbeddedSource]
  private let run: EmbeddedRun

  /// Prepares the report of `record`; `version` is the program's, for the footer, `sources` are the files that the page
  /// carries with it, and `run` is what it tells of how it was made.
  public init(
    record: RunRecord, templates: Templates, version: String, pictures: @escaping PictureSource,
    highlighter: @escaping Highlighter = { _ in [] }, sources: [EmbeddedSource] = [],
    run: EmbeddedRun = EmbeddedRun()
  ) {
    self.run = run
    self.sources = sources
    self.record = record
    self.templates = templates
    self.version = version
    self.pictures = pictures
    self.highlighter = highlighter
  }

  /// A page, and what is said of it.
  public struct Page: Sendable {
    /// The whole file.
    public let html: String
    /// Why a part of the notebook is not on the page; nil where all of it is.
    public let problem: Diagnostic?
    /// What an index tells of the page.
    public let summary: PageSummary
    /// The addresses of its links, but those to anchors of the page, in the order of their letters.
    public let links: [String]
  }

  /// Returns the page as text.
  public func rendered() throws(ReportError) -> String { try page().html }

  /// Returns the page: at most 50 MB of it, the rest is left out.
  /// - Complexity: linear in the notebook, its outputs and its pictures.
  public func page() throws(ReportError) -> Page {
    let model = PageBuilder(record, pictures: pictures, highlighter: highlighter).model()
    var page = PageWriter(model)
    page.blocks(model.blocks)
    page.notes(model.notes)
    let problem = page.end.map { range in
      Diagnostic(
        .pageLimit, "the page would have more than 50 MB, and from here on it is left out",
        at: range.startPoint, hint: .init("show less, or make several notebooks of it"))
    }
    let remarks = [problem].compactMap { $0 }.map { PageRemark($0) } + model.remarks
    return Page(
      html: try render(model, page, remarks), problem: problem,
      summary: PageSummary(model, record.exercises, on: page), links: page.links.sorted())
  }

  private func render(
    _ model: PageModel, _ page: PageWriter, _ remarks: [PageRemark]
  ) throws(ReportError) -> String {
    let (words, settings) = (model.words, record.notebook.frontMatter)
    let contents = contents(of: model, on: page)
    let shown = model.cells.filter { page.ids.contains($0.anchor) }.map(\.index)
    let layout = PageLayout(record)
    let script = ReportScript.text(players: page.players)
    let warnings = remarks.filter { $0.diagnostic.severity != .error || $0.diagnostic.isExpected }
    let errors = remarks.filter { $0.diagnostic.severity == .error && !$0.diagnostic.isExpected }
    return try templates.render(
      ReportContext(
        lang: TemplateText(words.language.code), words: words.table, title: TemplateText(model.title),
        subtitle: settings.subtitle.map { TemplateText($0) },
        author: settings.authorAndDate.map { TemplateText($0) },
        generator: TemplateText("nnb \(version)"),
        policy: TemplateText(
          ReportScript.policy(of: script, hasFont: page.formulaSigns != nil && templates.mathFont != nil)),
        style: Markup(templates.style(formulas: page.formulaSigns, hasPlayers: !page.players.isEmpty)),
        script: Markup(script), contents: contents,
        hasContents: contents.count > 1,
        banner: ReportContext.Banner(
          record, words, shown: shown, isCut: page.end != nil, problems: markup(of: errors, model),
          warnings: warnings.reduce(0) { $0 + 1 + $1.others.count }),
        body: Markup(page.html.html),
        checks: ReportContext.ChecksTable(record, words) { exercise in
          ([exercise.cell] + layout.cells(at: exercise.cell)).first(where: shown.contains).map(PlaceName.cell)
        },
        warnings: markup(of: warnings, model),
        footer: ReportContext.Footer(
          seed: settings.seed, version: TemplateText(version),
          work: TemplateText(words.count(.work, record.fuel))),
        sources: sources.isEmpty
          ? nil : Markup(sources.map(\.markup).joined(separator: "\n") + run.reading(record.data).markup)))
  }

  private func markup(of remarks: [PageRemark], _ model: PageModel) -> Markup? {
    guard !remarks.isEmpty else { return nil }
    var writer = PageWriter(model)
    for remark in remarks { writer.remark(remark) }
    return Markup(writer.html.html)
  }

  /// The most headings that the contents list.
  private static let mostContents = 1_000

  /// The two topmost levels of headings that the page uses with the exercises below them, and the checks at the end.
  private func contents(of model: PageModel, on page: PageWriter) -> [ReportContext.ContentsEntry] {
    let words = model.words
    let levels = model.contents.compactMap {
      if case .heading(let heading) = $0 { heading.level } else { nil }
    }
    let top = levels.min() ?? 2
    var entries: [ReportContext.ContentsEntry] = []
    var depth = 1
    for entry in model.contents where page.ids.contains(entry.anchor) {
      switch entry {
      case .heading(let heading):
        depth = heading.level - top + 1
        if depth <= 2 { entries.append(ReportContext.ContentsEntry(heading, depth: depth)) }
      case .exercise(let name, let anchor):
        guard let exercise = record.exercises.first(where: { $0.name == name }) else { continue }
        entries.append(.init(exercise, words, anchor: anchor, depth: min(depth + 1, 3)))
      }
    }
    entries = Array(entries.prefix(Self.mostContents))
    if !record.exercises.isEmpty {
      let heading = Heading(level: top, written: top, title: words(.checks), anchor: "checks")
      entries.append(ReportContext.ContentsEntry(heading, depth: 1))
    }
    return entries
  }
}
