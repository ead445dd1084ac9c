import Diagnostics
import Glibc
import NotebookRunning
import Reporting

extension NotebookRun {
  /// Makes the slides of a run.
  func slides(
    of record: RunRecord, _ options: HTMLSlides.Options, _ watch: Watch
  ) throws -> HTMLSlides.Rendered {
    let templates = try Templates.load(from: templates, in: world)
    let pictures = try PictureBook(record, font: font.opened(), watch: watch)
    return try HTMLSlides(
      record: record, templates: templates, options: options, pictures: pictures.picture,
      highlighter: highlights
    ).rendered()
  }

  /// The sizes of the screen at which slides are laid out.
  private static let screens = [(width: 1280, height: 720), (width: 1024, height: 768)]

  /// Lays every slide out and says which of them hold more than they have room for.
  func checkSlides(
    of record: RunRecord, _ options: HTMLSlides.Options, _ watch: Watch
  ) throws -> NotebookRunning.ExitCode {
    var options = options
    options.measures = true
    let slides = try slides(of: record, options, watch)
    var (count, isEstimated) = (0, false)
    for (width, height) in Self.screens {
      let found = try measured(slides, width: width, height: height)
      if found == nil, !isEstimated {
        isEstimated = true
        messages.note(
          "there is no Chromium, or it failed: the slides are measured by the widths of letters; NNB_BROWSER names one"
        )
      }
      for overflow in found ?? slides.estimatedOverflows(height: height) {
        guard let diagnostic = overflow.diagnostic(width: width, height: height) else { continue }
        messages.say(diagnostic)
        if overflow.isTooMuch { count += 1 }
      }
    }
    let sizes = Self.screens.map { "\($0.width) × \($0.height)" }.joined(separator: " and ")
    messages.note(
      "\(counted(slides.count, "slide")) at \(sizes): \(count == 0 ? "all have room" : "\(counted(count, "overflow"))")"
    )
    return count == 0 ? .passed : .failed
  }

  private func measured(_ slides: HTMLSlides.Rendered, width: Int, height: Int) throws -> [SlideOverflow]? {
    guard let browser = Browser.find(in: world) else { return nil }
    return try world.withTemporaryFolder { folder in
      let path = joined(folder, "slides.html")
      try world.write(Array(slides.html.utf8), to: path)
      return browser.document(at: path, width: width, height: height).flatMap {
        slides.overflows(measuredIn: $0, width: width, height: height)
      }
    }
  }

  /// Prints the report of a run, or its slides, through a browser.
  func writePDF(
    of record: RunRecord, _ options: HTMLSlides.Options?, to target: String, _ watch: Watch
  ) throws -> NotebookRunning.ExitCode {
    guard let browser = Browser.find(in: world) else {
      messages.failure(
        "there is no browser to print with",
        hint:
          "install the package chromium, or name a Chromium in NNB_BROWSER; any browser prints the page of `nnb run`"
      )
      return .inputOutput
    }
    guard browser.isThere else {
      messages.failure(
        "there is no program \(printable(browser.path))",
        hint: "let NNB_BROWSER name a Chromium, or unset it if one is on the PATH")
      return .inputOutput
    }
    let html = try options.map { try slides(of: record, $0, watch).html } ?? report(of: record, watch).html
    let bytes: [UInt8]? = try world.withTemporaryFolder { folder in
      let (page, file) = (joined(folder, "page.html"), joined(folder, "page.pdf"))
      try world.write(Array(html.utf8), to: page)
      return browser.print(page, to: file) ? try world.read(file, limit: 500_000_000) : nil
    }
    guard let bytes else {
      messages.failure(
        "\(printable(browser.path)) did not print the page",
        hint: "print the page of `nnb run` from a window of it")
      return .inputOutput
    }
    try world.write(bytes, to: target)
    messages.wrote(target, bytes: bytes.count)
    return record.exitCode
  }
}
