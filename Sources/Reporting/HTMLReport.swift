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

  /// Returns the page.
  /// - Complexity: linear in the notebook, its outputs and its pictures.
  public func rendered() throws(ReportError) -> String {
    var diagnostics = writer(headingShift: 0)
    for diagnostic in record.pageDiagnostics { diagnostics.diagnostic(diagnostic) }
    let title = PageTitle(record.notebook) { diagnostics.plainText($0) }
    var page = writer(headingShift: title.headingShift)
    page.blocks(title.blocks)
    page.footnoteList()
    let entries = contents(page.contents)
    return try templates.render(
      ReportContext(
        title: TemplateText(title.text), author: record.notebook.frontMatter.author.map { TemplateText($0) },
        policy: TemplateText(ReportScript.policy), style: Markup(templates.style),
        script: Markup(ReportScript.text), contents: entries, hasContents: entries.count > 1,
        banner: ReportContext.Banner(
          record, shown: page.shownCells,
          diagnostics: record.pageDiagnostics.isEmpty ? nil : Markup(diagnostics.html.html)),
        body: Markup(page.html.html),
        checks: ReportContext.ChecksTable(record) { page.anchor(ofExercise: $0) },
        footer: ReportContext.Footer(
          seed: record.notebook.frontMatter.seed, version: TemplateText(version),
          fuel: TemplateText(grouped(record.fuel)))))
  }

  private func writer(headingShift: Int) -> PageWriter {
    PageWriter(record, headingShift: headingShift, pictures: pictures, highlighter: highlighter)
  }

  /// The two topmost levels of headings that the page uses, and the checks at the end.
  private func contents(_ headings: [Heading]) -> [ReportContext.ContentsEntry] {
    let top = headings.map(\.level).min() ?? 2
    var entries = headings.filter { $0.level <= top + 1 }.map { heading in
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
