import Diagnostics

/// Writes the student's file of a key: only from blocks that students may see, each as it stands in the key.
///
/// What no block is (comments, notes, blank lines beyond one) does not come along, apart from the targets of links.
struct StudentSheetWriter {
  private let notebook: Notebook
  private let binds: [String: [String]]
  private let owner: SheetOwner?
  private let keepsRecord: (Int) -> Bool
  private var lines: [ObjectIdentifier: SourceLines] = [:]
  private(set) var text = ""
  /// Where the last block that was written ended.
  private var last: (file: SourceFile, line: Int)?

  init(
    _ notebook: Notebook, binds: [String: [String]], owner: SheetOwner?, keepsRecord: @escaping (Int) -> Bool
  ) {
    self.notebook = notebook
    self.owner = owner
    self.binds = binds
    self.keepsRecord = keepsRecord
    for file in notebook.files { lines[ObjectIdentifier(file)] = SourceLines(file) }
  }

  mutating func write() {
    writeFrontMatter()
    for block in notebook.blocks { write(block) }
    for file in notebook.files { writeLinkTargets(of: file) }
  }

  private func lines(of file: SourceFile) -> SourceLines {
    lines[ObjectIdentifier(file)] ?? SourceLines(file)
  }

  /// The settings, without comments and without those that only grading reads; variants become the owner's parameters.
  private mutating func writeFrontMatter() {
    let lines = lines(of: notebook.file)
    let end = FrontMatterReader(lines).firstLine
    var isSkipping = false
    let isIndividual = !notebook.frontMatter.variants.isEmpty
    let left = FrontMatterKey.forGrading + (isIndividual ? ["params"] : [])
    for number in 0..<end {
      if number == end - 1, isIndividual { text += ownSettings }
      let line = notebook.file.slice(lines.ranges[number])
      if line.trimmed.hasPrefix("#") { continue }
      let isContinued = line.first == " " || line.first == "\t" || line.first == "-" && line.trimmed != "---"
      if !isContinued { isSkipping = left.contains { line.hasPrefix($0 + ":") } }
      if !isSkipping { text += line + "\n" }
    }
  }

  /// The parameters with the owner's values, and who that is.
  private var ownSettings: String {
    let params = notebook.frontMatter.params.map { "\($0.name): \($0.value.spelling)" }
    return "params: {\(params.joined(separator: ", "))}\n" + (owner?.lines ?? "")
  }

  // MARK: Blocks

  private mutating func write(_ block: Block) {
    switch block.kind {
    case .section(.solution, _), .section(.notes, _): return
    case .cell(let index) where !isShown(index): return
    case .html(let html): begin(block); text += html.trimmed + "\n"
    case .cell(let index):
      begin(block)
      text += fence(index)
      writeRecord(index)
    case .section(.answer, _), .section(.slide, _), .section(.report, _), .section(.columns, _),
      .section(.column, _), .pause, .heading, .paragraph, .quote, .callout, .list, .code, .table,
      .thematicBreak,
      .math, .footnote, .details, .centred:
      begin(block)
      text += source(of: block)
    }
    last = (
      block.range.file,
      lines(of: block.range.file).line(of: max(block.range.lowerBound, block.range.upperBound - 1))
    )
  }

  private func isShown(_ index: Int) -> Bool {
    switch notebook.cells[index].role {
    case .plain, .exercise, .tests: true
    case .solution, .hidden: false
    }
  }

  /// Writes a blank line, unless the block stands right below the last one.
  private mutating func begin(_ block: Block) {
    let line = lines(of: block.range.file).line(of: block.range.lowerBound)
    let isAdjacent = last.map { $0.file === block.range.file && line <= $0.line + 1 } ?? false
    if !text.isEmpty, !isAdjacent { text += "\n" }
  }

  private func wholeLines(_ range: SourceRange) -> (lines: SourceLines, numbers: ClosedRange<Int>) {
    let lines = lines(of: range.file)
    let first = lines.line(of: range.lowerBound)
    return (lines, first...max(first, lines.line(of: max(range.lowerBound, range.upperBound - 1))))
  }

  // MARK: Cells

  /// The lines of a cell; an exercise says what it binds.
  private func fence(_ index: Int) -> String {
    let cell = notebook.cells[index]
    let (lines, numbers) = wholeLines(cell.range)
    var written = numbers.map { cell.range.file.slice(lines.ranges[$0]) }
    if case .exercise(let name, _, nil) = cell.role, let names = binds[name] {
      let options = written.indices.dropFirst().prefix { written[$0].trimmed.hasPrefix("#|") }
      written.insert(
        "\(cell.linePrefix)#| binds: [\(names.joined(separator: ", "))]", at: (options.last ?? 0) + 1)
    }
    return written.map { $0 + "\n" }.joined()
  }

  private mutating func writeRecord(_ index: Int) {
    guard let record = notebook.cells[index].record, keepsRecord(index) else { return }
    let (lines, numbers) = wholeLines(record.range)
    for number in numbers { text += record.range.file.slice(lines.ranges[number]) + "\n" }
  }

  // MARK: Other blocks

  /// The lines of a block without those that students must not see.
  private func source(of block: Block) -> String {
    let (lines, all) = wholeLines(block.range)
    // Pieces of HTML may share a line, which is written once.
    let first = last.map { $0.file === block.range.file ? max(all.lowerBound, $0.line + 1) : all.lowerBound }
    guard first ?? all.lowerBound <= all.upperBound else { return "" }
    let numbers = (first ?? all.lowerBound)...all.upperBound
    let whole = lines.ranges[numbers.lowerBound].lowerBound..<lines.ranges[numbers.upperBound].upperBound
    var cuts = Cuts(within: whole)
    for inner in [block].walk() {
      switch inner.kind {
      case .section(.solution, _), .section(.notes, _): cuts.cut(lineRange(inner.range, lines))
      case .cell(let index):
        cuts.code.append(inner.range.bytes)
        if !isShown(index) { cuts.cut(lineRange(inner.range, lines)) }
        if let record = notebook.cells[index].record {
          cuts.code.append(record.range.bytes)
          if !isShown(index) || !keepsRecord(index) { cuts.cut(lineRange(record.range, lines)) }
        }
      case .code: cuts.code.append(inner.range.bytes)
      case .section(.answer, _), .section(.slide, _), .section(.report, _), .section(.columns, _),
        .section(.column, _), .pause, .heading, .paragraph, .quote, .callout, .list, .table, .thematicBreak,
        .math,
        .html, .footnote, .details, .centred:
        for piece in inner.inlines.walk() {
          if case .code = piece.kind { cuts.code.append(piece.range.bytes) }
        }
      }
    }
    cuts.cutComments(lines.bytes)
    var result = ""
    for part in cuts.kept { result += block.range.file.slice(part) }
    while result.hasSuffix("\n") || result.hasSuffix("\r") { result.removeLast() }
    return result + "\n"
  }

  /// The lines of a range from its first byte that stands behind nothing but blanks and marks of quotes.
  private func lineRange(_ range: SourceRange, _ lines: SourceLines) -> Range<Int> {
    let first = lines.line(of: range.lowerBound)
    let start = lines.ranges[first].lowerBound
    let isOwnLine = lines.bytes[start..<range.lowerBound].allSatisfy { $0.isBlank || $0 == .greaterThan }
    let end = lines.nextStarts[lines.line(of: max(range.lowerBound, range.upperBound - 1))]
    return (isOwnLine ? start : range.lowerBound)..<end
  }

  /// The targets of links by reference, which are no blocks.
  private mutating func writeLinkTargets(of file: SourceFile) {
    let lines = lines(of: file)
    let blocks = notebook.blocks.filter { $0.range.file === file }.map(\.range.bytes)
    var targets = ""
    for range in lines.ranges {
      let line = file.slice(range)
      guard line.hasPrefix("["), !line.hasPrefix("[^"), let close = line.firstRange(of: "]:"),
        line[close.upperBound...].trimmingBlanks.split(separator: " ").count <= 2,
        !blocks.contains(where: { $0.overlaps(range) })
      else { continue }
      targets += line + "\n"
    }
    if !targets.isEmpty { text += "\n" + targets }
  }
}

/// What of a stretch of text is left out.
private struct Cuts {
  let whole: Range<Int>
  /// Where `<!--` is no comment.
  var code: [Range<Int>] = []
  private var removed: [Range<Int>] = []

  init(within whole: Range<Int>) { self.whole = whole }

  mutating func cut(_ range: Range<Int>) { removed.append(range.clamped(to: whole)) }

  /// Cuts the comments that are no markers of answers.
  mutating func cutComments(_ bytes: [UInt8]) {
    let (open, close) = (Array("<!--".utf8), Array("-->".utf8))
    var at = whole.lowerBound
    while at < whole.upperBound {
      guard bytes[at] == .lessThan, bytes[at..<whole.upperBound].starts(with: open),
        !code.contains(where: { $0.contains(at) })
      else {
        at += 1
        continue
      }
      var end = at + open.count
      while end < whole.upperBound, !bytes[end..<whole.upperBound].starts(with: close) { end += 1 }
      end = min(end + close.count, whole.upperBound)
      let comment = String(decoding: bytes[at..<end], as: UTF8.self)
      let isAnswer =
        if case .open(.answer)? = Marker(comment) { true } else if case .close(.answer)? = Marker(comment) {
          true
        } else { false }
      if !isAnswer { removed.append(at..<end) }
      at = end
    }
  }

  /// What stays, in order.
  var kept: [Range<Int>] {
    var kept: [Range<Int>] = []
    var start = whole.lowerBound
    for cut in removed.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.upperBound > start {
      if cut.lowerBound > start { kept.append(start..<cut.lowerBound) }
      start = cut.upperBound
    }
    if start < whole.upperBound { kept.append(start..<whole.upperBound) }
    return kept
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).trimmed }
}

extension Notebook {
  /// The student's file of a key: solutions, hidden cells, notes and comments are not in it.
  ///
  /// `binds` are the names that each exercise binds, for those that do not say so themselves; `keepsRecord` tells by
  /// a cell's index whether the record behind it stays. Where the key has variants, the sheet is that of one student,
  /// with the notebook's parameters as they are now; `owner` says whose.
  public func studentSheet(
    binds: [String: [String]], owner: SheetOwner? = nil, keepsRecord: @escaping (Int) -> Bool
  ) -> String {
    var writer = StudentSheetWriter(self, binds: binds, owner: owner, keepsRecord: keepsRecord)
    writer.write()
    return writer.text
  }

  /// What the student's file leaves out: the code of solutions and hidden cells, their records, prose for one face.
  public var partsLeftOut: [String] { parts(notes: true) }

  /// Whether a page with solutions shows what students may not see.
  public var hasHiddenParts: Bool { !parts(notes: false).isEmpty }

  private func parts(notes: Bool) -> [String] {
    var parts: [String] = []
    for cell in cells {
      switch cell.role {
      case .solution, .hidden: parts += [cell.source.text, cell.record?.text ?? ""]
      case .plain, .exercise, .tests: break
      }
    }
    for block in blocks.walk() {
      switch block.kind {
      case .section(.solution, let inner): parts += inner.map(\.range.text)
      case .section(.notes, let inner): if notes { parts += inner.map(\.range.text) }
      case .section(.answer, _), .section(.slide, _), .section(.report, _), .section(.columns, _),
        .section(.column, _), .pause, .heading, .paragraph, .quote, .callout, .list, .code, .cell, .table,
        .thematicBreak, .math, .html, .footnote, .details, .centred:
        break
      }
    }
    return parts
  }
}
