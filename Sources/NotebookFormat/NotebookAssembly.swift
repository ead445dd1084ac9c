import CCMarkGFM
import Diagnostics
import Formulas
import Wording

/// Puts a notebook together from its file and those that it includes.
struct NotebookAssembly {
  private(set) var cells: [Cell] = []
  private(set) var values: [InlineSource] = []
  private(set) var images: [(url: String, range: SourceRange)] = []
  private(set) var links: [(url: String, range: SourceRange)] = []
  private(set) var lookAlikes: [(word: ReferenceWord, range: SourceRange)] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The files that were read, the notebook's own first.
  private(set) var sources: [SourceFile] = []
  private let files: CourseFiles
  /// The paths that were included, and the position of the first include of each.
  private var included: [String: SourceRange] = [:]
  private var room = InputBounds.bytes
  /// The commands for formulas that the settings and the text so far define.
  private var macros = TeXMacros()

  /// The most files of a notebook.
  static let mostFiles = 20

  init(_ files: CourseFiles) { self.files = files }

  /// Reads the notebook's own file; nil where it is beyond the bounds.
  mutating func readRoot(
    _ file: SourceFile, defaults: FrontMatter
  ) -> (frontMatter: FrontMatter, blocks: [Block])? {
    if let violation = InputBounds.violation(in: file) {
      diagnostics.append(violation)
      return nil
    }
    let lines = SourceLines(file)
    let front = FrontMatterReader(lines, defaults: defaults)
    diagnostics += front.diagnostics
    macros = front.frontMatter.macros
    guard let blocks = read(lines, firstLine: front.firstLine) else { return nil }
    return (front.frontMatter, blocks)
  }

  private mutating func read(_ lines: SourceLines, firstLine: Int) -> [Block]? {
    var findings = InlineFindings()
    findings.firstValue = values.count
    findings.macros = macros
    if !sources.isEmpty { findings.notePrefix = "\(sources.count)-" }
    sources.append(lines.file)
    room -= lines.bytes.count
    var page = PageReader(lines: lines, firstLine: firstLine, findings: findings)
    guard let blocks = Self.tree(lines, &page) else {
      diagnostics.append(.tooComplex(lines.file))
      return nil
    }
    var captions = CaptionReader(lines: lines, findings: page.findings)
    for (cell, key, range) in page.captions {
      let options = page.cells[cell].options
      if key == "fig-cap" {
        page.cells[cell].options.figureCaption = options.figureCaption.map { captions.read($0, at: range) }
      } else {
        page.cells[cell].options.tableCaption = options.tableCaption.map { captions.read($0, at: range) }
      }
    }
    macros = captions.findings.macros
    values += captions.findings.values
    images += page.findings.images
    links += captions.findings.links
    lookAlikes += captions.findings.lookAlikes
    diagnostics += page.diagnostics + captions.diagnostics
    return place(blocks, page.cells)
  }

  /// Parses the lines behind the front matter; nil where the parser wants too much memory.
  private static func tree(_ lines: SourceLines, _ page: inout PageReader) -> [Block]? {
    guard page.firstLine < lines.ranges.count else { return [] }
    let text = lines.bytes[lines.ranges[page.firstLine].lowerBound...]
    let document = text.withUnsafeBytes { bytes in
      ccmark_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document else { return nil }
    defer { ccmark_free(document) }
    guard let root = ccmark_root(document) else { return nil }
    page.reportDropped(
      codeLines: (0..<ccmark_dropped_count(document)).map { Int(ccmark_dropped_line(document, $0)) })
    return page.blocks(of: root, in: PageReader.Place())
  }

  // MARK: Includes

  /// Numbers the cells in page order and puts included files where they belong.
  private mutating func place(_ blocks: [Block], _ own: [Cell], isNested: Bool = false) -> [Block] {
    blocks.flatMap { block -> [Block] in
      if case .cell(let index) = block.kind {
        var cell = own[index]
        cell.index = cells.count
        cells.append(cell)
        return [Block(.cell(cell.index), block.range, label: block.label)]
      }
      if case .paragraph = block.kind, !isNested, let include = Include(block) {
        return read(include, at: block.range)
      }
      // A section between markers of the page's own level belongs to that level.
      let isSection = if case .section = block.kind { true } else { false }
      return [block.replacingChildren { place($0, own, isNested: isNested || !isSection) }]
    }
  }

  private mutating func read(_ include: Include, at range: SourceRange) -> [Block] {
    guard let path = CourseFiles.path(of: include.target, from: range.file.path) else {
      return refuse("it lies outside the course's folder", include, at: range)
    }
    if path == sources.first?.path { return refuse("it is the notebook itself", include, at: range) }
    guard included.updateValue(range, forKey: path) == nil else {
      return refuse("it is included already", include, at: range)
    }
    guard sources.count <= Self.mostFiles else {
      return refuse("a notebook includes at most \(Self.mostFiles) files", include, at: range)
    }
    let bytes: [UInt8]
    do { bytes = try files.read(path, max(0, room)) } catch {
      return refuse(error.text, include, at: range)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return refuse("it is not UTF-8 text", include, at: range)
    }
    let file = SourceFile(path: path, text: text)
    if let violation = InputBounds.violation(in: file) {
      diagnostics.append(violation)
      return []
    }
    let lines = SourceLines(file)
    return read(lines, firstLine: FrontMatterReader(lines).firstLine) ?? []
  }

  private mutating func refuse(_ reason: Message, _ include: Include, at range: SourceRange) -> [Block] {
    diagnostics.append(
      Diagnostic(
        .includeFailed, "`\(include.target.prefix(60))` is not included: \(reason)", at: range,
        hint: .init("name a Markdown file of the course's folder, relative to this one, once")))
    return []
  }
}
