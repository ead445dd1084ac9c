import CourseLibrary
import Diagnostics
import Drawing
import Language
import NotebookFormat
import NotebookRunning
import Reporting

/// Runs notebooks from the disk and does with each record what was asked.
struct NotebookRun: Sendable {
  /// What to do with a run.
  enum Purpose: Sendable {
    /// Write the report, to `output` if it is given.
    case report(output: String?)
    /// Write slides, to `output` if it is given.
    case slides(output: String?, withNotes: Bool, HTMLSlides.Options)
    /// Say which slides hold more than they have room for; write nothing.
    case slideCheck(HTMLSlides.Options)
    /// Write the report, or slides where there are options for them, as PDF.
    case pdf(output: String?, HTMLSlides.Options?)
    /// Write Markdown for GitHub, with pictures in a folder beside it.
    case gfm(output: String?)
    /// Write the page into a course's site, unless it is there as it would be written.
    case site(Site)
    /// Write the figures as files, into the directory `output` if it is given.
    case figures(output: String?, FigureFiles.Options)
    /// Compare with the records in the file.
    case compare
    /// Write the records into the file.
    case record

    /// What the notebooks are run for.
    var medium: Medium {
      switch self {
      case .slides(_, let withNotes, _): .slides(withNotes: withNotes)
      case .slideCheck, .pdf(_, .some): .slides(withNotes: false)
      case .pdf(_, nil), .gfm, .report, .site, .figures, .compare, .record: .report
      }
    }

    /// Returns the file to write for the notebook at `path`, a directory or a file where one is given; nil where none
    /// is written.
    func page(of path: String, in world: DiskWorld) -> String? {
      if case .site(let site) = self { return site.page(of: path) }
      // A name that begins with _ is no notebook of its folder.
      if case .gfm(nil) = self { return joined(directory(of: path), "_" + fileName(of: path)) }
      guard let ending else { return nil }
      guard let output else { return nnb.page(of: path, ending: ending) }
      return world.isDirectory(output)
        ? joined(output, fileName(of: nnb.page(of: path, ending: ending))) : output
    }

    /// What the name of a page ends with; nil where none is written.
    private var ending: String? {
      switch self {
      case .report: ".html"
      case .slides(_, let withNotes, _): withNotes ? ".presenter.html" : ".slides.html"
      case .gfm: ".md"
      case .pdf(_, let slides): slides == nil ? ".pdf" : ".slides.pdf"
      case .slideCheck, .site, .figures, .compare, .record: nil
      }
    }

    /// Whether each notebook is written as one file.
    var writesPages: Bool { ending != nil }

    /// Where pages are to be written, if it is given.
    var output: String? {
      switch self {
      case .report(let output), .slides(let output, _, _), .figures(let output, _), .pdf(let output, _),
        .gfm(let output):
        output
      case .slideCheck, .site, .compare, .record: nil
      }
    }
  }

  let world: DiskWorld
  let messages: Messages
  let face: Face?
  let templates: String
  let parameters: [ParameterOption]
  /// The paths of `--allow-data`.
  let dataPaths: [String]
  let purpose: Purpose
  /// Whether a warning is a failure.
  let isStrict: Bool
  let rescue: Rescue
  let font = PictureFont()

  /// Runs everything the arguments name and returns the worst exit code.
  func run(_ arguments: [String]) -> NotebookRunning.ExitCode {
    do {
      let paths = try notebookPaths(arguments, in: world)
      try checkOutput(for: paths)
      if case .site(let site) = purpose { try check(site, for: paths) }
      let reports = Reports(of: paths, for: purpose, in: world)
      for path in paths.dropFirst(rescue.codes.count) where !rescue.codes.contains(.interrupted) {
        if case .site(let site) = purpose, let code = site.codeOfCurrentPage(of: path, in: world) {
          rescue.finish(code)
        } else {
          rescue.finish(runOne(path, reports, isOneOfMany: paths.count > 1))
        }
      }
      let codes = rescue.codes
      if case .site(let site) = purpose, !codes.contains(.interrupted) { try finish(site, of: paths) }
      if codes.contains(.interrupted) { messages.notRun(Array(paths.dropFirst(codes.count))) }
      if paths.count > 1 { messages.total(codes) }
      return codes.max() ?? .passed
    } catch let error as NotebookFileError {
      messages.failure(error.description, hint: error.hint)
    } catch {
      messages.failure("\(error)", hint: nil)
    }
    return .inputOutput
  }

  /// Throws where a report would replace a notebook or another report.
  private func checkOutput(for paths: [String]) throws(NotebookFileError) {
    if let output = purpose.output, purpose.writesPages, paths.count > 1, !world.isDirectory(output) {
      throw .world(.notWritable(path: output, reason: "for several notebooks it must be a directory"))
    }
    var notebooks: [String: String] = [:]
    for path in paths {
      guard let page = purpose.page(of: path, in: world) else { return }
      if world.areSame(page, path) { throw .ownNotebook(path: path) }
      if let other = notebooks.updateValue(path, forKey: page), other != path {
        throw .oneReport(path: page, first: other, second: path)
      }
    }
  }

  private func runOne(
    _ path: String, _ reports: Reports, isOneOfMany: Bool
  ) -> NotebookRunning.ExitCode {
    if let failure = rescue.failure {
      messages.defect(path, failure)
      return .defect
    }
    world.log?.clear()
    return messages.outcome {
      let file = try readSource(path, in: world)
      let files = try world.courseFiles(of: path, reports)
      let (read, diagnostics) = readNotebook(file, files: files)
      let notebook = try read.setting(parameters)
      if case .site = purpose, refuses(notebook, at: path) { return .failed }
      let watch = rescue.watch(notebook)
      if isOneOfMany, !rescue.isNewAttempt { messages.begin(path) }
      let data = NotebookData(of: notebook, files, allowing: dataPaths, in: world)
      let session = Session(
        notebook, diagnostics: diagnostics, face: face, medium: purpose.medium, library: data.library,
        watch: watch)
      var record = session.run(observe: show, isInterrupted: { Interruption.isPending })
      record.data = data.digests
      let strict: NotebookRunning.ExitCode = isStrict && record.hasWarnings ? .failed : .passed
      return max(record.exitCode, strict, try finish(record, path, watch, isOneOfMany: isOneOfMany))
    }
  }

  /// Says what happens, each cell once.
  @Sendable private func show(_ event: SessionEvent) {
    guard case .finished(let cell, let position, _, _) = event else { return messages.event(event) }
    if rescue.hasPrinted(cell, at: position) { return }
    messages.event(event)
    rescue.print(position)
  }

  // MARK: Finishing

  private func finish(
    _ record: RunRecord, _ path: String, _ watch: Watch, isOneOfMany: Bool
  ) throws -> NotebookRunning.ExitCode {
    switch purpose {
    case .report, .slides:
      guard let page = purpose.page(of: path, in: world) else { return .passed }
      let (bytes, problem) = try writePage(record, to: page, watch)
      if let problem { messages.say(problem) }
      messages.outcome(record, page: page, bytes: bytes)
      return problem == nil ? .passed : .exhausted
    case .figures(let output, let options):
      messages.outcome(record, page: nil)
      guard !record.isInterrupted else { return .interrupted }
      let own = nnb.page(of: path, ending: "-figures")
      let folder = output.map { isOneOfMany ? joined($0, fileName(of: own)) : $0 } ?? own
      return try writeFigures(of: record, options, into: folder)
    case .slideCheck(let options):
      messages.outcome(record, page: nil)
      return max(record.exitCode, try checkSlides(of: record, options, watch))
    case .pdf(_, let options):
      guard let page = purpose.page(of: path, in: world) else { return .passed }
      messages.outcome(record, page: nil)
      return try writePDF(of: record, options, to: page, watch)
    case .gfm:
      guard let page = purpose.page(of: path, in: world) else { return .passed }
      messages.outcome(record, page: nil)
      return record.isInterrupted ? .interrupted : try writeMarkdown(of: record, to: page, watch)
    case .site(let site):
      messages.outcome(record, page: nil)
      guard !record.isInterrupted else { return .interrupted }
      return try publish(record, path, on: site, watch)
    case .compare where record.isInterrupted, .record where record.isInterrupted:
      // Half a run says nothing about the records, and must not replace them.
      messages.outcome(record, page: nil)
      return .interrupted
    case .compare:
      messages.outcome(record, page: nil)
      let comparison = RecordComparison(record)
      let differences = comparison.differences
      for difference in differences { messages.difference(difference) }
      let records = record.notebook.cells.count { $0.record != nil && comparison.texts[$0.index] != nil }
      messages.compared(path, records: records, differences: differences.count)
      return differences.isEmpty ? .passed : .failed
    case .record:
      messages.outcome(record, page: nil)
      return try writeRecords(of: record, at: path)
    }
  }

  /// Writes the records into the files of a notebook, none of them if one would become too large to be read again.
  private func writeRecords(of record: RunRecord, at path: String) throws -> NotebookRunning.ExitCode {
    let texts = RecordComparison(record).texts
    let files = record.notebook.files.map { ($0, text: record.notebook.settingRecords(texts, in: $0)) }
    if let (large, _) = files.first(where: { $1.utf8.count > notebookSizeLimit }) {
      messages.failure(
        "with its records \(printable(large.path)) would have more than 1 MB, so it is left as it is",
        hint: "show less: of a long table its first rows")
      return .inputOutput
    }
    for (file, text) in files {
      let isChanged = text != file.text
      if isChanged { try world.replace(Array(file.text.utf8), by: Array(text.utf8), at: file.path) }
      if isChanged || file.path == path { messages.recorded(file.path, isChanged: isChanged) }
    }
    return .passed
  }

  /// Writes the report or the slides and returns the size, and why it is not whole.
  func writePage(
    _ record: RunRecord, to path: String, _ watch: Watch
  ) throws -> (bytes: Int, problem: Diagnostic?) {
    let (html, problem): (String, Diagnostic?)
    if case .slides(_, _, let options) = purpose {
      let slides = try slides(of: record, options, watch)
      (html, problem) = (slides.html, slides.problem)
    } else {
      let report = try report(of: record, watch)
      (html, problem) = (report.html, report.problem)
    }
    let bytes = Array(html.utf8)
    try world.write(bytes, to: path)
    return (bytes.count, problem)
  }

  /// Makes the report of a run.
  func report(of record: RunRecord, _ watch: Watch) throws -> HTMLReport.Page {
    let run = EmbeddedRun(
      face: face?.rawValue, parameters: parameters.map { .init(name: $0.name, value: $0.value) })
    return try ReportMaker(templates: templates, world: world, font: font).page(
      of: record, watch: watch, run: run)
  }
}
