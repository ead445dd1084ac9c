import Diagnostics
import Mustache

/// The page's templates and style sheet, which a lecturer may replace by a folder of his own.
public struct Templates: Sendable {
  private let library: MustacheLibrary
  private let directory: String
  /// The style sheet, unable to end its element.
  private let sheet: String
  /// What a page with films or sliders adds to the style sheet; empty where the folder has nothing for it.
  private let filmSheet: String
  /// What slides add to the style sheet; nil where the folder has nothing for it.
  private let slideSheet: String?
  /// What the pages about a course add to the style sheet; nil where the folder has nothing for it.
  private let siteSheet: String?
  /// The font of formulas; nil where the folder has none.
  let mathFont: MathFont?

  /// The template that is the whole page.
  static let page = "report"
  /// The template that is all slides.
  static let slides = "slides"
  /// A template larger than this is a mistake.
  private static let limit = 1_000_000

  /// Reads every `*.html` of a folder, and `report.css`.
  public static func load(from directory: String, in world: any World) throws(ReportError) -> Templates {
    var sources: [TemplateSource] = []
    for name in try names(in: directory, world) where name.hasSuffix(".html") {
      sources.append(
        TemplateSource(
          name: String(name.dropLast(5)), path: "\(directory)/\(name)",
          text: try text(of: "\(directory)/\(name)", world)))
    }
    let font = font(in: "\(directory)/fonts", world)
    let films = (try? text(of: "\(directory)/film.css", world)) ?? ""
    let slides = try? text(of: "\(directory)/slides.css", world)
    let site = try? text(of: "\(directory)/site.css", world)
    let css = try text(of: "\(directory)/report.css", world)
    guard sources.contains(where: { $0.name == page }) else {
      throw .unreadableTemplate(path: "\(directory)/\(page).html", reason: "there is no such file")
    }
    return try Templates(
      sources, css: css, films: films, slides: slides, site: site, mathFont: font, directory: directory)
  }

  private static func font(in folder: String, _ world: any World) -> MathFont? {
    guard let list = try? text(of: "\(folder)/ranges.txt", world) else { return nil }
    return MathFont(list: list) { name in
      try? world.read("\(folder)/latin-modern-math-\(name).woff2", limit: limit)
    }
  }

  private init(
    _ sources: [TemplateSource], css: String, films: String, slides: String?, site: String?,
    mathFont: MathFont?,
    directory: String
  ) throws(ReportError) {
    let known = Set(sources.map(\.name))
    var library = MustacheLibrary()
    for source in sources { library.register(try source.parsed(), named: source.name) }
    for source in sources { try source.checkPartials(known) }
    try TemplateSource.checkCycles(sources)
    self.library = library
    self.directory = directory
    self.mathFont = mathFont
    filmSheet = Self.compact(films).replacing("</", with: "<\\/")
    siteSheet = site.map { Self.compact($0).replacing("</", with: "<\\/") }
    slideSheet = slides.map { Self.compact($0).replacing("</", with: "<\\/") }
    sheet = Self.compact(css).replacing("</", with: "<\\/")
  }

  /// Returns a style sheet without the comments that have lines of their own, and without indentation.
  private static func compact(_ css: String) -> String {
    var lines: [Substring] = []
    var isComment = false
    for line in css.split(whereSeparator: \.isNewline) {
      let text = line.drop { $0 == " " }
      isComment = isComment || text.hasPrefix("/*")
      if !isComment { lines.append(text) }
      // What stands behind a comment on its last line stays.
      if isComment, let end = text.firstRange(of: "*/") {
        isComment = false
        let rest = text[end.upperBound...].drop { $0 == " " }
        if !rest.isEmpty { lines.append(rest) }
      }
    }
    return lines.map { $0.contains { "\"'".contains($0) } ? String($0) : squeezed($0) }.joined(
      separator: "\n")
  }

  /// Returns a line of CSS without the blanks that mean nothing; it holds no text.
  private static func squeezed(_ line: Substring) -> String {
    [(": ", ":"), ("; ", ";"), (", ", ","), (" {", "{"), ("{ ", "{"), (";}", "}"), (" }", "}")]
      .reduce(String(line)) { $0.replacing($1.0, with: $1.1) }
  }

  /// Returns the style sheet of a page; one with formulas, of these signs, brings their font.
  func style(formulas: Set<Unicode.Scalar>?, hasPlayers: Bool) -> String {
    let sheet = hasPlayers ? self.sheet + "\n" + filmSheet : self.sheet
    guard let formulas, let mathFont else { return sheet }
    return mathFont.rules(for: formulas) + sheet
  }

  /// Returns the style sheet of slides, which is that of a page with more behind it.
  func slidesStyle(formulas: Set<Unicode.Scalar>?, hasPlayers: Bool) throws(ReportError) -> String {
    guard let slideSheet else { throw missing("slides.css") }
    return style(formulas: formulas, hasPlayers: hasPlayers) + "\n" + slideSheet
  }

  /// Returns the style sheet of a page about a course.
  func siteStyle() throws(ReportError) -> String {
    guard let siteSheet else { throw missing("site.css") }
    return style(formulas: nil, hasPlayers: false) + "\n" + siteSheet
  }

  /// Fills the template of a page about a course.
  func render(_ context: SiteContext) throws(ReportError) -> String {
    guard let site = library.render(context, withTemplate: "site") else { throw missing("site.html") }
    return site
  }

  /// Fills the page's template.
  func render(_ context: ReportContext) throws(ReportError) -> String {
    guard let page = library.render(context, withTemplate: Self.page) else { throw missing("report.html") }
    return page
  }

  /// Fills the template of slides.
  func render(_ context: SlidesContext) throws(ReportError) -> String {
    guard let slides = library.render(context, withTemplate: Self.slides) else {
      throw missing("slides.html")
    }
    return slides
  }

  private func missing(_ name: String) -> ReportError {
    .unreadableTemplate(path: "\(directory)/\(name)", reason: "there is no such file")
  }

  private static func names(in directory: String, _ world: any World) throws(ReportError) -> [String] {
    do {
      return try world.contents(of: directory)
    } catch {
      throw ReportError(error, path: directory)
    }
  }

  private static func text(of path: String, _ world: any World) throws(ReportError) -> String {
    let bytes: [UInt8]
    do {
      bytes = try world.read(path, limit: limit)
    } catch {
      throw ReportError(error, path: path)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadableTemplate(path: path, reason: "it is not UTF-8")
    }
    return text
  }
}

extension ReportError {
  /// Says in the report's words what the world refused.
  fileprivate init(_ error: WorldError, path: String) {
    let reason =
      switch error {
      case .notFound: "there is no such file"
      case .notReadable(_, let reason), .notWritable(_, let reason): reason
      case .alreadyThere: "it is there already"
      case .changed: "it was changed meanwhile"
      case .removed: "it was removed meanwhile"
      case .tooLarge(_, let limit): "it has more than \(limit) bytes"
      }
    self = .unreadableTemplate(path: path, reason: reason)
  }
}
