import CCMarkGFM
import Diagnostics
import Wording

/// Paragraphs, headings and tables.
extension PageReader {
  /// Reads a paragraph or a heading.
  mutating func textBlock(_ node: MarkdownNode, isHeading: Bool, in place: Place) -> Block {
    let source = source(of: node)
    let map = isHeading ? headingMap(node, source) : paragraphMap(node, source)
    var inlines = inlines(of: node, source, map)
    var end = source.count
    while end > 0, source[end - 1].isBlank || source[end - 1] == .lineFeed { end -= 1 }
    let content = map.offsets(0..<end)
    reportEscapedFormula(source, map)
    reportBrokenTable(source, map)
    guard isHeading else {
      let block = Block(.paragraph(inlines), lines.range(content))
      if Include(block) == nil || place.depth > 0 { reportMisplacedInclude(inlines) }
      var label = isDisplayedFormula(inlines) ? takeLabel(&inlines, of: .formula) : nil
      if let figure = labelOfPicture(inlines) { label = figure }
      if label == nil {
        // Whether these words are the caption of a table, only their position can tell.
        if !inlines.mayBeCaption { reportStrayLabel(inlines, of: .formula) }
        reportLabelsOfPictures(inlines)
      }
      return Block(.paragraph(inlines), block.range, label: label)
    }
    let label = takeLabel(&inlines, of: .heading)
    if label == nil { reportStrayLabel(inlines, of: .heading) }
    let start = min(start(of: node), content.lowerBound)
    let level = Int(cmark_node_get_heading_level(node))
    return Block(
      .heading(level: level, inlines), lines.range(start..<max(start, content.upperBound)), label: label)
  }

  /// `\( x^2 \)`, which Markdown reads as parentheses: the first of a paragraph is told.
  private mutating func reportEscapedFormula(_ source: [UInt8], _ map: ContentMap) {
    guard let open = Self.firstPlace(of: UInt8(ascii: "("), in: source, from: 0),
      let close = Self.firstPlace(of: UInt8(ascii: ")"), in: source, from: open + 2)
    else { return }
    let inner = source[(open + 2)..<close]
    let isFormula = inner.contains { #"\^_=+<>{}"#.utf8.contains($0) } || inner.count { !$0.isBlank } == 1
    let isInCode = source[..<open].count { $0 == .backtick } % 2 == 1
    guard isFormula, !isInCode, !inner.contains(UInt8(ascii: "$")), !inner.contains(.lineFeed) else { return }
    let tex = String(decoding: inner, as: UTF8.self).trimmed
    let place = lines.range(map.offsets(open..<close + 2))
    diagnostics.append(
      Diagnostic(
        .openMath, "Markdown reads `\\(` as a parenthesis, so this is no formula", at: place,
        hint: .init("write `$` at both ends", edit: .init(place, "$\(tex)$"))))
  }

  /// The first position of an escaped character.
  private static func firstPlace(of character: UInt8, in source: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + 1 < source.count {
      if source[at] == .backslash {
        if source[at + 1] == character { return at }
        at += 1
      }
      at += 1
    }
    return nil
  }

  private func isDisplayedFormula(_ inlines: [Inline]) -> Bool {
    guard case .math(_, isDisplayed: true)? = inlines.first?.kind else { return false }
    let isBroken = inlines.count == 3 && inlines[1].kind == .softBreak
    return inlines.count == 2 || isBroken
  }

  /// The label of a picture that stands alone.
  func labelOfPicture(_ inlines: [Inline]) -> String? {
    guard inlines.count == 1, case .image(_, _, let attributes, _) = inlines[0].kind else { return nil }
    return attributes.label
  }

  /// A picture in a line is no figure, so that nothing can refer to it.
  private mutating func reportLabelsOfPictures(_ inlines: [Inline]) {
    for inline in inlines {
      guard case .image(_, _, let attributes, _) = inline.kind, let label = attributes.label else { continue }
      diagnostics.append(
        Diagnostic(
          .strayLabel, "`#\(label)` has no effect: the picture does not stand alone", at: inline.range,
          hint: .init("put the picture between blank lines, so that it is a figure")))
    }
  }

  /// What a label stands behind.
  enum LabelOwner { case heading, formula, table }

  /// Takes `{#sec-x}` from the end of running text; a formula must have nothing else behind it.
  func takeLabel(_ inlines: inout [Inline], of owner: LabelOwner) -> String? {
    guard case .text(let text)? = inlines.last?.kind, let last = inlines.last, text.hasSuffix("}"),
      let start = text.utf8.lastIndex(of: .leftBrace)
    else { return nil }
    let token = String(text[start...])
    let label = String(token.dropFirst(2).dropLast())
    guard token.hasPrefix("{#"), Label.isLabel(label), last.range.text.hasSuffix(token),
      !last.range.text.hasSuffix("\\" + token)
    else {
      return nil
    }
    var rest = String(text[..<start])
    guard owner != .formula || rest.trimmed.isEmpty else { return nil }
    while rest.hasSuffix(" ") { rest.removeLast() }
    inlines.removeLast()
    if rest.isEmpty {
      while inlines.last?.kind == .softBreak { inlines.removeLast() }
    } else {
      let length = min(
        last.range.bytes.count, token.utf8.count + (text[..<start].utf8.count - rest.utf8.count))
      let range = SourceRange(lines.file, last.range.lowerBound..<(last.range.upperBound - length))
      inlines.append(Inline(.text(rest), range))
    }
    return label
  }

  /// Says so where braces at the end look like a label and are read as text.
  mutating func reportStrayLabel(_ inlines: [Inline], of owner: LabelOwner) {
    guard let last = inlines.last, case .text(let text) = last.kind, text.hasSuffix("}"),
      let start = text.utf8.lastIndex(of: .leftBrace)
    else { return }
    let token = String(text[start...])
    let label = token.dropFirst(2).dropLast()
    guard token.hasPrefix("{#"), last.range.text.hasSuffix(token), !last.range.text.hasSuffix("\\" + token),
      owner != .formula || CrossReference(label: String(label)) != nil
    else { return }
    let place = SourceRange(
      lines.file, (last.range.upperBound - token.utf8.count)..<last.range.upperBound)
    let fact: Message =
      Label.isLabel(String(label))
      ? "stays text: it stands behind no heading, displayed formula or picture" : "stays text: it is no label"
    diagnostics.append(
      Diagnostic(
        .strayLabel, "`\(token.prefix(60))` \(fact)", at: place,
        hint: .init("a label is letters, digits, `-` and `_`; a cell takes its own by `#| label:`")))
  }

  private mutating func reportMisplacedInclude(_ inlines: [Inline]) {
    for inline in inlines {
      guard case .text(let text) = inline.kind, text.contains("{{< include") else { continue }
      diagnostics.append(
        Diagnostic(
          .misplacedInclude, "this include does not stand alone on its line", at: inline.range,
          hint: .init("give it a line of its own between blank lines, outside lists, quotes and footnotes")))
    }
  }

  /// Reads the running text of a node; `start` passes over a first line of so many bytes.
  mutating func inlines(
    of node: MarkdownNode, _ source: [UInt8], _ map: ContentMap, from start: Int = 0,
    isTableCell: Bool = false
  ) -> [Inline] {
    var reader = InlineReader(
      lines: lines, source: source, map: map, from: start, isTableCell: isTableCell, findings: findings)
    // Handed over, not shared: adding to it copies nothing.
    findings = InlineFindings()
    // A line is a text and its end.
    let inlines = reader.inlines(of: node, skipped: start == 0 ? 0 : 2)
    findings = reader.findings
    diagnostics += reader.diagnostics
    if reader.isTooDeep { reportDepth(lines.range(map.offsets(0..<source.count))) }
    return inlines
  }

  private func source(of node: MarkdownNode) -> [UInt8] {
    ccmark_inline_source(node).map { Array(String(cString: $0).utf8) } ?? []
  }

  // MARK: Where the lines are

  /// The parser drops link definitions from a paragraph without moving its first line, so its
  /// lines are counted from the last.
  private func paragraphMap(_ node: MarkdownNode, _ source: [UInt8]) -> ContentMap {
    let count = lineCount(source)
    var last = lastLine(of: node)
    var pipes = ContentMap.Pipes.asTyped
    if cmark_node_get_start_line(node) == 0, let table = cmark_node_next(node),
      ccmark_node_kind(table) == CCMARK_TABLE
    {
      // The lines before a table's header come without a position.
      last = headerLine(of: table) - 1
      pipes = .unescaped
    }
    return ContentMap(content: source, in: lines, from: max(0, last - count + 1), pipes: pipes)
  }

  /// The content of a heading with `#` is the rest of its line; one with an underline is a paragraph.
  private func headingMap(_ node: MarkdownNode, _ source: [UInt8]) -> ContentMap {
    let first = line(of: node)
    let line = lines.ranges[first]
    var at = start(of: node)
    if !source.contains(.lineFeed), lastLine(of: node) == first {
      while at < line.upperBound, lines.bytes[at] == .numberSign { at += 1 }
      while at < line.upperBound, lines.bytes[at].isBlank { at += 1 }
      var map = ContentMap()
      map.add(content: 0, file: at)
      return map
    }
    let count = lineCount(source)
    var candidate = max(first, lastLine(of: node) - count)
    while candidate > first, !isUnderline(candidate + count) || !end(from: candidate, as: source) {
      candidate -= 1
    }
    return ContentMap(content: source, in: lines, from: candidate)
  }

  private func isUnderline(_ line: Int) -> Bool {
    guard line < lines.ranges.count else { return false }
    let last = lines.bytes[lines.trimmed(line)].last
    return last == UInt8(ascii: "=") || last == UInt8(ascii: "-")
  }

  /// Whether the lines from `first` on end as the lines of `source` do.
  private func end(from first: Int, as source: [UInt8]) -> Bool {
    var line = first
    for var text in source.split(separator: .lineFeed) {
      guard line < lines.ranges.count else { return false }
      while let last = text.last, last.isBlank { text.removeLast() }
      guard lines.bytes[lines.trimmed(line)].suffix(text.count).elementsEqual(text) else { return false }
      line += 1
    }
    return true
  }

  private func lineCount(_ source: [UInt8]) -> Int {
    source.count { $0 == .lineFeed } + (source.last.map { $0 == .lineFeed } ?? true ? 0 : 1)
  }

  // MARK: Tables

  /// The line of a table's header: the parser gives that of the paragraph it was taken from.
  private func headerLine(of table: MarkdownNode) -> Int {
    if let header = cmark_node_first_child(table), let row = cmark_node_next(header) {
      return max(0, line(of: row) - 2)
    }
    return max(0, lastLine(of: table) - 1)
  }

  /// Reads a table.
  mutating func table(_ node: MarkdownNode) -> Block {
    var rows: [[[Inline]]] = []
    let header = headerLine(of: node)
    var last = header + 1
    var child = cmark_node_first_child(node)
    while let row = child {
      child = cmark_node_next(row)
      if !rows.isEmpty { last = line(of: row) }
      rows.append(cells(of: row, line: rows.isEmpty ? header : last))
    }
    let start = rowStart(header)
    let end = lines.trimmed(min(last, lines.ranges.count - 1)).upperBound
    return Block(
      .table(alignments: alignments(of: node), header: rows.first ?? [], rows: Array(rows.dropFirst())),
      lines.range(start..<max(start, end)))
  }

  private func alignments(of table: MarkdownNode) -> [Block.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let marks = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<count).map { column in
      switch marks[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none  // The parser writes 0 where no colon stands.
      }
    }
  }

  /// The offset of a row behind the marks of quotes and lists.
  private func rowStart(_ line: Int) -> Int {
    let range = lines.ranges[line]
    var at = range.lowerBound
    while at < range.upperBound, lines.bytes[at].isBlank || lines.bytes[at] == .greaterThan { at += 1 }
    return at
  }

  private mutating func cells(of row: MarkdownNode, line: Int) -> [[Inline]] {
    var places = cellPlaces(line)
    var cells: [[Inline]] = []
    var child = cmark_node_first_child(row)
    while let cell = child {
      child = cmark_node_next(cell)
      let source = source(of: cell)
      if cells.isEmpty, let first = places.first, !holds(first, source) { places.removeFirst() }
      let end = lines.trimmed(line).upperBound
      let place = cells.count < places.count ? places[cells.count] : end..<end
      cells.append(inlines(of: cell, source, cellMap(place, source), isTableCell: true))
    }
    reportCutFormula(cells, line)
    return cells
  }

  /// The cells between a row's pipes, without the blanks around them; the first is what stands
  /// before the first pipe, if only a quote's mark.
  private func cellPlaces(_ line: Int) -> [Range<Int>] {
    let range = lines.trimmed(line)
    var places: [Range<Int>] = []
    var start = range.lowerBound
    for at in range where lines.bytes[at] == .pipe && (at == start || lines.bytes[at - 1] != .backslash) {
      places.append(trimmed(start..<at))
      start = at + 1
    }
    return places + [trimmed(start..<range.upperBound)]
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, lines.bytes[first].isBlank { range = (first + 1)..<range.upperBound }
    while let last = range.last, lines.bytes[last].isBlank { range = range.lowerBound..<last }
    return range
  }

  /// Whether a piece ends with the cell `source`, in which `\|` has become `|`.
  private func holds(_ place: Range<Int>, _ source: [UInt8]) -> Bool {
    guard !source.isEmpty else { return false }
    var rest = source.count
    var at = place.upperBound
    while rest > 0, at > place.lowerBound {
      at -= 1
      rest -= 1
      guard lines.bytes[at] == source[rest] else { return false }
      if source[rest] == .pipe, at > place.lowerBound { at -= 1 }
    }
    return rest == 0
  }

  private func cellMap(_ place: Range<Int>, _ source: [UInt8]) -> ContentMap {
    var map = ContentMap()
    let escapes = source.count { $0 == .pipe }
    var at = max(place.lowerBound, place.upperBound - source.count - escapes)
    map.add(content: 0, file: at)
    for index in source.indices {
      if source[index] == .pipe, at < place.upperBound, lines.bytes[at] == .backslash {
        at += 1
        map.add(content: index, file: at)
      }
      at += 1
    }
    return map
  }

  /// A `$` that opens in one cell and one that closes in a later cell were one formula.
  private mutating func reportCutFormula(_ cells: [[Inline]], _ line: Int) {
    var opener: SourceRange?
    for inline in cells.joined() {
      guard case .text(let text) = inline.kind, text.utf8.contains(UInt8(ascii: "$")) else { continue }
      let bytes = [.space] + Array(text.utf8) + [.space]
      for at in bytes.indices where bytes[at] == UInt8(ascii: "$") {
        let (before, after) = (bytes[at - 1], bytes[at + 1])
        if let start = opener, before != .space, after == .space || after.isPunctuation {
          diagnostics.append(cutFormula(start.joined(with: inline.range)))
          opener = nil
        } else if before == .space, after != .space, !(0x30...0x39 ~= after) {
          opener = inline.range
        }
      }
    }
  }

  private func cutFormula(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .openMath, "a `|` of the table cuts this formula", at: range,
      hint: .init("write `\\mid` for a `|` in a formula"))
  }
}
