import CCMarkGFM
import Diagnostics

/// Raw HTML between blank lines: markers, comments, and the elements that a page keeps.
extension PageReader {
  /// Reads a block of HTML: tags that part blocks open and close parts of the page, what stands between them is
  /// running text.
  mutating func readHTML(_ node: MarkdownNode, into builder: inout SectionBuilder) {
    let html = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let start = start(of: node)
    let count = max(1, html.utf8.count { $0 == .lineFeed })
    let last = min(line(of: node) + count, lines.ranges.count) - 1
    let range = lines.range(start..<max(start, lines.trimmed(last).upperBound))
    if let marker = Marker(html) { return builder.read(marker, at: range) }
    if let exercise = exerciseOfAnswer(html) {
      let marker = "<!-- answer: \(exercise) -->"
      diagnostics.append(
        Diagnostic(
          .misplacedMarker, "the marker `answer` does not name its exercise", at: range,
          hint: .init("write `\(marker)`", edit: .init(range, marker))))
      return builder.read(.open(.answer(exercise: exercise)), at: range)
    }
    if let name = Marker.name(in: html) {
      diagnostics.append(Marker.misplaced(name, range))
    } else if html.trimmed.hasPrefix("<!--"), html.firstRange(of: "-->") == nil {
      diagnostics.append(
        Diagnostic(
          .unclosedComment, "this comment is not closed, so it hides the rest of the page",
          at: lines.range(start..<min(start + 4, range.upperBound)),
          hint: .init("write `-->` where it ends")))
    }
    var block = HTMLBlock(html, ContentMap(content: Array(html.utf8), in: lines, from: line(of: node)))
    while let piece = block.next() { read(piece, of: block, into: &builder) }
  }

  /// The exercise above, for an `answer` that names none.
  private func exerciseOfAnswer(_ html: String) -> String? {
    guard String(html.trimmed.dropFirst(4).dropLast(3)).trimmed.lowercased() == "answer" else { return nil }
    for cell in cells.reversed() {
      if case .exercise(let name, _, _) = cell.role { return name }
    }
    return nil
  }

  private mutating func read(_ piece: HTMLBlock.Piece, of html: HTMLBlock, into builder: inout SectionBuilder)
  {
    switch piece {
    case .text(let place): if let block = block(ofText: place, in: html) { builder.append(block) }
    case .summary(let place, let whole):
      let range = lines.range(html.map.offsets(whole))
      let words = runningText(place, in: html) ?? plainText(place, in: html)
      if !builder.setSummary(words) {
        diagnostics.append(
          .rawHTML(
            "`<summary>` is read as text: it does not stand at the beginning of `<details>`", at: range,
            hint: "write it right behind `<details>`"))
        builder.append(Block(.paragraph(words), range))
      }
    case .tag(let tag, let element, let place):
      let range = lines.range(html.map.offsets(place))
      if !builder.read(tag, element, at: range) {
        if !shownTags.contains(tag.name) {
          diagnostics.append(
            .rawHTML(
              "`</\(tag.name)>` stays text: nothing opens it here", at: range,
              hint: "write `<\(tag.name)>` before it, in the same list item or quote"))
        }
        builder.append(Block(.html(html.text(place)), range))
      }
    }
  }

  /// Reads a piece between tags as a paragraph; what is more than that stays as it is typed.
  private mutating func block(ofText place: Range<Int>, in html: HTMLBlock) -> Block? {
    let text = html.text(place)
    guard !text.trimmed.isEmpty else { return nil }
    let range = lines.range(html.map.offsets(html.trimmed(place)))
    if let inlines = runningText(place, in: html) {
      return inlines.isEmpty ? nil : Block(.paragraph(inlines), range, label: labelOfPicture(inlines))
    }
    let bytes = Array(text.trimmed.utf8)
    if let tag = HTMLTag.read(bytes, at: 0)?.tag {
      shownTags.insert(tag.name)
      diagnostics.append(
        .rawHTML(
          "`\(tag.mark)` stays text: a page does not keep this HTML", at: range,
          hint: HTMLElement.advice(for: tag.name)))
      return Block(.html(text), range)
    }
    diagnostics.append(
      .rawHTML(
        "this stays text: HTML goes on up to the next blank line", at: range,
        hint: "put a blank line before it, so that it is Markdown"))
    return Block(.paragraph(plainText(place, in: html)), range)
  }

  /// The lines of a piece as they are typed.
  private func plainText(_ place: Range<Int>, in html: HTMLBlock) -> [Inline] {
    var inlines: [Inline] = []
    for line in html.lines(place) {
      let range = lines.range(html.map.offsets(line))
      if !inlines.isEmpty { inlines.append(Inline(.softBreak, range.startPoint)) }
      inlines.append(Inline(.text(html.text(line)), range))
    }
    return inlines
  }

  /// Reads a piece as running text; nil where it is more than a paragraph, or one piece too many.
  private mutating func runningText(_ place: Range<Int>, in html: HTMLBlock) -> [Inline]? {
    htmlTexts += 1
    guard htmlTexts <= InputBounds.htmlTexts else { return nil }
    // A line before it, so that a tag which stands alone is read as running text, too.
    var source = Array("x".utf8)
    var map = ContentMap()
    for line in html.lines(place) {
      source.append(.lineFeed)
      map.add(content: source.count, file: html.map.offset(line.lowerBound))
      source += html.bytes[line]
    }
    guard source.count > 1 else { return [] }
    let document = source.withUnsafeBytes { bytes in
      ccmark_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document else { return nil }
    defer { ccmark_free(document) }
    guard let root = ccmark_root(document), let paragraph = cmark_node_first_child(root),
      cmark_node_next(paragraph) == nil, ccmark_node_kind(paragraph) == CCMARK_PARAGRAPH
    else { return nil }
    return inlines(of: paragraph, source, map, from: 2)
  }
}
