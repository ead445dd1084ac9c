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

  /// Prepares the report of `record`; `version` is the program's, for the footer.
  public init(
    record: RunRecord, templates: Templates, version: String, pictures: @escaping PictureSource,
    highlighter: @escaping Highlighter = { _ in [] }
  ) {
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
    var problems = PageWriter(model)
    for diagnostic in [problem].compactMap({ $0 }) + model.problems { problems.diagnostic(diagnostic) }
    return Page(html: try render(model.title, page, problems.html.html), problem: problem)
  }

  private func render(
    _ title: String, _ page: PageWriter, _ diagnostics: String
  ) throws(ReportError) -> String {
    let entries = contents(page.headings)
    let shown = page.cells.map(\.index)
    let layout = PageLayout(record)
    return try templates.render(
      ReportContext(
        title: TemplateText(title), author: record.notebook.frontMatter.author.map { TemplateText($0) },
        policy: TemplateText(ReportScript.policy), style: Markup(templates.style),
        script: Markup(ReportScript.text), contents: entries, hasContents: entries.count > 1,
        banner: ReportContext.Banner(
          record, shown: shown, isCut: page.end != nil,
          diagnostics: diagnostics.isEmpty ? nil : Markup(diagnostics)),
        body: Markup(page.html.html),
        checks: ReportContext.ChecksTable(record) { exercise in
          ([exercise.cell] + layout.cells(at: exercise.cell)).first(where: shown.contains).map(Anchors.cell)
        },
        footer: ReportContext.Footer(
          seed: record.notebook.frontMatter.seed, version: TemplateText(version),
          fuel: TemplateText(grouped(record.fuel)))))
  }

  /// The most headings that the contents list.
  private static let mostContents = 1_000

  /// The two topmost levels of headings that the page uses, and the checks at the end.
  private func contents(_ headings: [Heading]) -> [ReportContext.ContentsEntry] {
    let top = headings.map(\.level).min() ?? 2
    var entries = headings.filter { $0.level <= top + 1 }.prefix(Self.mostContents).map { heading in
      ReportContext.ContentsEntry(
        title: TemplateText(heading.title), anchor: TemplateText(heading.anchor),
        depth: heading.level - top + 1)
    }
    if !record.exercises.isEmpty {
      entries.append(ReportContext.ContentsEntry(title: "Checks", anchor: "checks", depth: 1))
    }
    return entries
  }
}
