import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Reporting

/// Runs the notebook that a report holds once more, and says whether the report is what it gives.
struct Verification {
  /// What is to be said of a report.
  enum Verdict: String {
    /// The run gives the same page, byte for byte.
    case reproduced
    /// It was made with another version of the program, or from another text than stands beside it now.
    case stale
    /// The page shows what its own text does not give.
    case altered
  }

  /// Where a page differs from the one that the run gives.
  struct Difference {
    /// The cell, from 1, that it stands in or behind; nil before all cells.
    let cell: Int?
    /// The line of the cell in the notebook.
    let line: Int?
    /// What the page shows, and what the run gives; nil where it shows nothing there.
    let shown: String?
    let given: String?
  }

  let world: DiskWorld
  let messages: Messages
  let templates: String
  let dataPaths: [String]
  let rescue: Rescue

  /// The most differences that are told.
  private static let most = 10

  /// Verifies the report at `path`.
  func run(_ path: String) throws -> NotebookRunning.ExitCode {
    let bytes = try world.read(path, limit: 60_000_000)
    guard let page = String(validating: bytes, as: UTF8.self), let source = EmbeddedSource.first(in: page)
    else {
      messages.failure(
        "\(printable(path)) holds no notebook, so nothing can be verified",
        hint: path.hasSuffix(".md")
          ? "verify its report: nnb verify \(printable(nnb.page(of: path, ending: ".html")))"
          : "`nnb run` writes reports that do; the page of a key with solutions does not")
      return .invalid
    }
    let name = fileName(of: source.name)
    let notebook = joined(directory(of: path), name)
    let (record, watch) = try record(of: page, source, at: notebook, report: path)
    let run = EmbeddedRun(page: page)
    let maker = ReportMaker(templates: templates, world: world, font: PictureFont())
    let again = try maker.page(of: record, watch: watch, run: run).html
    let (then, now) = (ReportReading(page), ReportReading(again))
    var reasons: [String] = []
    if let version = then.version, version != NNB.version {
      reasons.append("it was made with nnb \(version), this is nnb \(NNB.version)")
    }
    if let text = try? readSource(notebook, in: world).text, text != source.text {
      reasons.append("\(printable(notebook)) has changed since")
    }
    for file in run.data where !record.data.contains(file) {
      let isThere = record.data.contains { $0.name == file.name }
      reasons.append(
        isThere
          ? "the data file \(printable(file.name)) has changed since"
          : "the data file \(printable(file.name)) was not read now: allow it with --allow-data")
    }
    let isSame = page == again
    let verdict: Verdict = !reasons.isEmpty ? .stale : isSame ? .reproduced : .altered
    let differences = isSame ? [] : differences(then, now, record.notebook)
    messages.verified(path, verdict, isSame: isSame, reasons: reasons, differences)
    return verdict == .reproduced ? .passed : .failed
  }

  /// Runs the notebook of a page, as if it stood beside the page; files that the page holds come before those on the disk.
  private func record(
    of page: String, _ source: EmbeddedSource, at path: String, report: String
  ) throws -> (RunRecord, Watch) {
    let reports = Reports(of: [path], for: .report(output: report), in: world)
    let beside = try world.courseFiles(of: path, reports)
    let held = Dictionary(EmbeddedSource.all(in: page).dropFirst().map { ($0.name, $0.text) }) { first, _ in
      first
    }
    let files = CourseFiles(settings: beside.settings, find: beside.find) {
      path, limit throws(CourseFiles.Refusal) in
      guard let text = held[fileName(of: path)] else { return try beside.read(path, limit) }
      return Array(text.utf8)
    }
    let run = EmbeddedRun(page: page)
    let (read, diagnostics) = readNotebook(SourceFile(path: path, text: source.text), files: files)
    let notebook = try read.setting(run.parameters.map { ParameterOption(name: $0.name, value: $0.value) })
    let watch = rescue.watch(notebook)
    let data = NotebookData(of: notebook, files, allowing: dataPaths, in: world)
    let session = Session(
      notebook, diagnostics: diagnostics, face: run.face.flatMap(Face.init), library: data.library,
      watch: watch)
    var record = session.run(observe: { _ in }, isInterrupted: { Interruption.isPending })
    record.data = data.digests
    return (record, watch)
  }

  private func differences(_ then: ReportReading, _ now: ReportReading, _ notebook: Notebook) -> [Difference]
  {
    var found: [Difference] = []
    for index in 0..<max(then.parts.count, now.parts.count) {
      let shown = then.parts.indices.contains(index) ? then.parts[index] : nil
      let given = now.parts.indices.contains(index) ? now.parts[index] : nil
      guard shown != given else { continue }
      let cell = (given ?? shown)?.cell
      let line = cell.flatMap { number in
        notebook.cells.indices.contains(number - 1) ? notebook.cells[number - 1].range.start.line : nil
      }
      let (a, b) = (shown?.lines ?? [], given?.lines ?? [])
      let first = zip(a, b).prefix { $0 == $1 }.count
      found.append(
        Difference(
          cell: cell, line: line, shown: a.indices.contains(first) ? a[first] : nil,
          given: b.indices.contains(first) ? b[first] : nil))
      if found.count == Self.most { break }
    }
    return found
  }
}

/// Makes the page of a run.
struct ReportMaker {
  /// The folder of the templates.
  let templates: String
  let world: DiskWorld
  let font: PictureFont

  /// Returns the page of a record; `run` is what the page tells of how it was made.
  func page(of record: RunRecord, watch: Watch, run: EmbeddedRun) throws -> HTMLReport.Page {
    let templates = try Templates.load(from: templates, in: world)
    let pictures = try PictureBook(record, font: font.opened(), watch: watch)
    return try HTMLReport(
      record: record, templates: templates, version: NNB.version, pictures: pictures.picture,
      highlighter: highlights, sources: Self.sources(of: record.notebook), run: run
    ).page()
  }

  /// The files that the page carries with it; none of a key, whose page must not tell more than it shows.
  private static func sources(of notebook: Notebook) -> [EmbeddedSource] {
    guard notebook.partsLeftOut.isEmpty else { return [] }
    return notebook.files.map { EmbeddedSource(name: fileName(of: $0.path), text: $0.text) }
  }
}

extension Messages {
  /// A report was compared with what its notebook gives.
  fileprivate func verified(
    _ path: String, _ verdict: Verification.Verdict, isSame: Bool, reasons: [String],
    _ differences: [Verification.Difference]
  ) {
    guard style != .json else {
      return event(
        "verify",
        [
          ("file", .string(path)), ("verdict", .string(verdict.rawValue)), ("same_bytes", .bool(isSame)),
          ("reasons", .array(reasons.map { .string($0) })),
          (
            "differences",
            .array(
              differences.map { difference in
                .object([
                  ("cell", difference.cell.map { .integer($0) } ?? .null),
                  ("line", difference.line.map { .integer($0) } ?? .null),
                  ("shown", difference.shown.map { .string($0) } ?? .null),
                  ("given", difference.given.map { .string($0) } ?? .null),
                ])
              })
          ),
        ])
    }
    let words =
      switch verdict {
      case .reproduced: "its notebook gives this page, byte for byte"
      case .stale: reasons.joined(separator: "; ") + (isSame ? "; its own text still gives this page" : "")
      case .altered: "its notebook gives another page"
      }
    console.print("\(printable(path)): \(verdict.rawValue): \(words)")
    for difference in differences { console.print("  " + Self.words(of: difference)) }
  }

  private static func words(of difference: Verification.Difference) -> String {
    let position = difference.cell.map { cell in
      "at cell \(cell)" + (difference.line.map { ", line \($0)" } ?? "")
    }
    let texts = [difference.shown, difference.given].map { text in
      text.map { "`" + printable(String($0.prefix(80))) + "`" } ?? "nothing"
    }
    let what =
      texts[0] == texts[1]
      ? "what it draws, or its markup, differs" : "it shows \(texts[0]), the run gives \(texts[1])"
    return "\(position ?? "before the cells"): \(what)"
  }
}
