import CCMarkGFM
import Diagnostics
import Formulas
import Wording

/// A node of the parser's tree.
typealias MarkdownNode = OpaquePointer

/// What the running text of a page speaks of.
struct InlineFindings {
  /// The number of the first value: files that are included count on.
  var firstValue = 0
  var values: [InlineSource] = []
  var images: [(url: String, range: SourceRange)] = []
  var links: [(url: String, range: SourceRange)] = []
  /// Words that look like references and stay text.
  var lookAlikes: [(word: ReferenceWord, range: SourceRange)] = []
  /// The commands for formulas that the page has defined so far.
  var macros = TeXMacros()
  /// What tells the footnotes of this file from those of others.
  var notePrefix = ""
}

/// Turns the running text of one block into ``Inline`` values.
///
/// A cursor runs along the block's own source beside the tree, over each mark and each
/// character that the tree stands for: the parser's own columns are wrong on lazy and
/// re-indented lines and behind a formula of two lines.
struct InlineReader {
  let lines: SourceLines
  let source: [UInt8]
  let map: ContentMap
  /// Whether this is a table's cell, where `|` cuts formulas.
  let isTableCell: Bool
  /// What the page has found so far; this reader adds to it.
  private(set) var findings: InlineFindings
  var diagnostics: [Diagnostic] = []
  /// Whether something lay too deep and became plain text.
  private(set) var isTooDeep = false
  var cursor = 0
  /// The names of the tags that are told to be shown as text.
  var shownTags: Set<String> = []
  /// Steps left for finding the cursor's position again, so that hostile text stays cheap.
  var searches: Int
  private var isInLink = false
  /// Whether a `$$` without partner was found: where there are several, one is told.
  private var hasOpenMath = false

  init(
    lines: SourceLines, source: [UInt8], map: ContentMap, from start: Int = 0, isTableCell: Bool = false,
    findings: InlineFindings
  ) {
    cursor = start
    self.findings = findings
    self.lines = lines
    self.source = source
    self.map = map
    self.isTableCell = isTableCell
    self.searches = 8 * source.count
  }

  /// Reads the children of `parent` behind the first `skipped`, and joins what stands between tags of HTML.
  mutating func inlines(of parent: MarkdownNode, depth: Int = 0, skipped: Int = 0) -> [Inline] {
    var child = cmark_node_first_child(parent)
    for _ in 0..<skipped { child = child.flatMap { cmark_node_next($0) } }
    return joiningTags(takingAttributes(pieces(from: child, depth: depth)))
  }

  /// Reads a node and those behind it; neighbouring texts are one, as an escape is no piece of its own.
  private mutating func pieces(from first: MarkdownNode?, depth: Int) -> [Inline] {
    var inlines: [Inline] = []
    var text = ""
    var textRange: SourceRange?
    var content = cursor..<cursor
    var child = first
    while let node = child {
      child = cmark_node_next(node)
      let start = cursor
      guard let next = inline(node, depth: depth) else { continue }
      if case .text(let more) = next.kind {
        content = (textRange == nil ? start : content.lowerBound)..<max(start, cursor)
        text += more
        textRange = textRange?.joined(with: next.range) ?? next.range
      } else {
        if let range = textRange { inlines += split(text, range, content) }
        (text, textRange) = ("", nil)
        inlines.append(next)
      }
    }
    if let range = textRange { inlines += split(text, range, content) }
    return inlines
  }

  /// Takes the references out of a text that stands at `content`, and notes what only looks like one.
  private mutating func split(_ text: String, _ range: SourceRange, _ content: Range<Int>) -> [Inline] {
    guard text.utf8.contains(.at) else { return [Inline(.text(text), range)] }
    let bytes = Array(text.utf8)
    var inlines: [Inline] = []
    var (done, place) = (0, content.lowerBound)
    var offset = range.lowerBound
    for at in bytes.indices where bytes[at] == .at {
      guard let word = ReferenceWord(in: bytes, at: at, isInLink: isInLink) else { continue }
      guard let found = find(word.typed, in: place..<content.upperBound) else { break }
      place = found.upperBound
      guard !isEscaped(found.lowerBound) else { continue }
      let whole = map.offsets(found)
      guard word.reading == .reference else {
        findings.lookAlikes.append((word, lines.range(whole)))
        continue
      }
      if at > done, let before = String(validating: bytes[done..<at], as: UTF8.self) {
        inlines.append(Inline(.text(before), lines.range(offset..<max(offset, whole.lowerBound))))
      }
      inlines.append(Inline(.reference(label: word.label), lines.range(whole)))
      (done, offset) = (at + 1 + word.typed.utf8.count, whole.upperBound)
    }
    guard done < bytes.count else { return inlines }
    let rest = String(decoding: bytes[done...], as: UTF8.self)
    return inlines + [Inline(.text(rest), lines.range(offset..<max(offset, range.upperBound)))]
  }

  /// The first position where the word `typed` stands behind an `@`, even if a backslash takes its meaning away.
  private func find(_ typed: String, in content: Range<Int>) -> Range<Int>? {
    let bytes = Array("@\(typed)".utf8)
    var at = content.lowerBound
    while at + bytes.count <= content.upperBound {
      if matches(bytes, at: at), ReferenceWord(in: source, at: at)?.typed == typed {
        return at..<(at + bytes.count)
      }
      at += 1
    }
    return nil
  }

  private func isEscaped(_ at: Int) -> Bool {
    source[..<at].reversed().prefix { $0 == .backslash }.count % 2 == 1
  }

  private mutating func inline(_ node: MarkdownNode, depth: Int) -> Inline? {
    guard depth < InputBounds.depth else { return flattened(node) }
    let start = cursor
    let kind = ccmark_node_kind(node)
    switch kind {
    case CCMARK_TEXT: return text(literal(node))
    case CCMARK_SOFT_BREAK: return lineBreak(.softBreak)
    case CCMARK_LINE_BREAK: return lineBreak(.lineBreak)
    case CCMARK_CODE: return code(literal(node))
    case CCMARK_HTML: return html(literal(node))
    case CCMARK_MATH: return math(literal(node))
    case CCMARK_FOOTNOTE_REFERENCE: return footnoteReference(literal(node))
    case CCMARK_EMPHASIS, CCMARK_STRONG, CCMARK_STRIKETHROUGH:
      return delimited(node, kind, depth: depth)
    case CCMARK_LINK, CCMARK_IMAGE: return link(node, isImage: kind == CCMARK_IMAGE, depth: depth)
    default: return Inline(.text(""), range(start..<start))  // No other kind of inline exists.
    }
  }

  func range(_ content: Range<Int>) -> SourceRange { lines.range(map.offsets(content)) }

  func literal(_ node: MarkdownNode) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  // MARK: Leaves

  private mutating func text(_ literal: String) -> Inline {
    let range = range(consume(text: literal))
    if let problem = CodeLookAlike.problem(ofText: literal, at: range) { diagnostics.append(problem) }
    return Inline(.text(literal), range)
  }

  private mutating func lineBreak(_ kind: Inline.Kind) -> Inline {
    let start = cursor
    while cursor < source.count, source[cursor] != .lineFeed { cursor += 1 }
    let end = cursor
    cursor = min(cursor + 1, source.count)
    // Behind a backslash the parser keeps a lazy line's indentation.
    let keepsBlanks = kind == .lineBreak && end > start && source[end - 1] == .backslash
    while !keepsBlanks, cursor < source.count, source[cursor].isBlank { cursor += 1 }
    return Inline(kind, range(start..<end))
  }

  private mutating func code(_ literal: String) -> Inline {
    seek(.backtick)
    let start = cursor
    let width = run(of: .backtick)
    cursor += width
    while cursor < source.count {
      let closing = run(of: .backtick)
      cursor += max(1, closing)
      if closing == width { break }
    }
    if let value = value(literal, start..<cursor, width) { return value }
    let range = range(start..<cursor)
    if let problem = CodeLookAlike.problem(ofSpan: literal, at: range) { diagnostics.append(problem) }
    return Inline(.code(literal), range)
  }

  /// Reads `` `{nn} expr` ``.
  private mutating func value(_ literal: String, _ span: Range<Int>, _ width: Int) -> Inline? {
    let mark = Array("{nn}".utf8)
    guard literal.trimmed.utf8.starts(with: mark), span.count > 2 * width else { return nil }
    var first = span.lowerBound + width
    while first < span.upperBound, source[first].isBlank || source[first] == .lineFeed { first += 1 }
    guard matches(mark, at: first) else { return nil }
    first += mark.count
    let end = max(first, span.upperBound - width)
    guard first < end, source[first].isBlank || source[first] == .lineFeed else { return nil }
    var pieces: [(text: String, offset: Int)] = []
    for line in source[first..<end].split(separator: .lineFeed, omittingEmptySubsequences: false) {
      pieces.append((String(decoding: line, as: UTF8.self), map.offset(line.startIndex)))
    }
    let range = range(span)
    findings.values.append(
      InlineSource(source: SourceText(file: lines.file, lines: pieces, end: range.upperBound), range: range))
    return Inline(.value(findings.firstValue + findings.values.count - 1), range)
  }

  private mutating func html(_ literal: String) -> Inline? {
    let range = range(consume(verbatim: literal))
    guard literal.hasPrefix("<!--") else {
      let (inline, picture) = piece(ofTag: literal, at: range)
      if let picture { findings.images.append((picture, range)) }
      return inline
    }
    if let name = Marker.name(in: literal) { diagnostics.append(Marker.misplaced(name, range)) }
    return nil
  }

  /// A formula, or dollars that found no partner.
  private mutating func math(_ text: String) -> Inline {
    let range = range(consume(verbatim: text))
    let width = text.hasPrefix("$$") ? 2 : 1
    guard text.contains(where: { $0 != "$" }) else {
      if text == "$$", !hasOpenMath {
        diagnostics.append(openMath(range))
        hasOpenMath = true
      } else if text == "$", !hasOpenMath, beginsFormula(at: cursor) {
        diagnostics.append(
          Diagnostic(
            .openMath, "`$` has no partner in its paragraph, so this is no formula", at: range,
            hint: .init("write `$` behind the formula; a plain dollar is `\\$`")))
        hasOpenMath = true
      }
      return Inline(.text(text), range)
    }
    var tex = String(text.dropFirst(width).dropLast(width))
    // GitHub's other form puts the formula between backticks inside the dollars.
    let ticks = tex.prefix { $0 == "`" }.count
    if width == 1, ticks > 0, tex.count > 2 * ticks, tex.hasSuffix(String(repeating: "`", count: ticks)) {
      tex = String(tex.dropFirst(ticks).dropLast(ticks))
    }
    return Inline(.math(Math(tex, macros: &findings.macros), isDisplayed: width == 2), range)
  }

  /// Whether a command of TeX, a script or a `=` behind one letter tells that a formula was meant.
  private func beginsFormula(at start: Int) -> Bool {
    let line = source[start...].prefix(200).prefix { $0 != .lineFeed }
    guard let first = line.first, first == .backslash || first.isLetter else { return false }
    if line.indices.dropLast().contains(where: { line[$0] == .backslash && line[$0 + 1].isLetter }) {
      return true
    }
    return line.dropFirst().first { !$0.isBlank }.map { "=_^".utf8.contains($0) } == true
  }

  private func openMath(_ range: SourceRange) -> Diagnostic {
    let fact: Message =
      isTableCell ? "`$$` has no partner in its table cell" : "`$$` has no partner in its paragraph"
    let hint: Message =
      isTableCell ? "write `\\mid` for a `|` in a formula" : "put the formula into a ```math fence"
    return Diagnostic(.openMath, fact, at: range, hint: .init(hint))
  }

  private mutating func footnoteReference(_ label: String) -> Inline {
    seek(.leftBracket)
    let start = cursor
    while cursor < source.count, source[cursor] != .rightBracket { cursor += 1 }
    cursor = min(cursor + 1, source.count)
    return Inline(.footnoteReference(label: findings.notePrefix + label), range(start..<cursor))
  }

  /// Too deep: the text in `node`, without its marks.
  private mutating func flattened(_ node: MarkdownNode) -> Inline {
    isTooDeep = true
    let start = cursor
    var text = ""
    let iterator = cmark_iter_new(node)
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER else { continue }
      guard let leaf = cmark_iter_get_node(iterator), ccmark_node_kind(leaf) == CCMARK_TEXT else { continue }
      let piece = literal(leaf)
      _ = consume(text: piece)
      text += piece
    }
    cmark_iter_free(iterator)
    return Inline(.text(text), range(start..<cursor))
  }

  // MARK: Containers

  private mutating func delimited(_ node: MarkdownNode, _ kind: ccmark_kind, depth: Int) -> Inline {
    let start = cursor
    let mark = cursor < source.count ? source[cursor] : 0
    let width = kind == CCMARK_EMPHASIS ? 1 : kind == CCMARK_STRONG ? 2 : min(2, run(of: .tilde))
    skip(mark, width)
    let children = inlines(of: node, depth: depth + 1)
    skip(mark, width)
    let range = range(start..<cursor)
    switch kind {
    case CCMARK_EMPHASIS: return Inline(.emphasis(children), range)
    case CCMARK_STRONG: return Inline(.strong(children), range)
    default: return Inline(.strikethrough(children), range)  // The caller passes these three.
    }
  }

  /// Steps over `count` marks, if they stand here.
  private mutating func skip(_ mark: UInt8, _ count: Int) {
    for _ in 0..<count where cursor < source.count && source[cursor] == mark { cursor += 1 }
  }

  private mutating func link(_ node: MarkdownNode, isImage: Bool, depth: Int) -> Inline {
    let url = String(cString: cmark_node_get_url(node))
    let title = String(cString: cmark_node_get_title(node))
    let start = cursor
    let opener = cursor < source.count ? source[cursor] : 0
    if let bare = bareLink(node, url, title) { return bare }
    if opener == .leftBracket || opener == .lessThan { cursor += 1 }
    if opener == .exclamation { cursor = min(cursor + 2, source.count) }
    let wasInLink = isInLink
    isInLink = true
    let children = inlines(of: node, depth: depth + 1)
    isInLink = wasInLink
    if opener == .lessThan {
      seek(.greaterThan)
      cursor = min(cursor + 1, source.count)
    } else if opener == .leftBracket || opener == .exclamation {
      seek(.rightBracket)
      cursor = min(cursor + 1, source.count)
      skipLinkTarget()
    }
    let range = range(start..<cursor)
    if isImage { findings.images.append((url, range)) } else { checkTarget(url, range) }
    return Inline(
      isImage
        ? .image(url: url, title: title, attributes: PictureAttributes(), children)
        : .link(url: url, title: title, children), range)
  }

  /// An address that is a link by itself; escapes and references mean nothing in it.
  private mutating func bareLink(_ node: MarkdownNode, _ url: String, _ title: String) -> Inline? {
    guard let child = cmark_node_first_child(node), ccmark_node_kind(child) == CCMARK_TEXT else { return nil }
    let text = literal(child)
    guard !text.isEmpty, matches(Array(text.utf8), at: cursor), url.hasSuffix(text) else { return nil }
    let range = range(consume(verbatim: text))
    checkTarget(url, range)
    return Inline(.link(url: url, title: title, [Inline(.text(text), range)]), range)
  }

  /// Notes where a link leads; a link that a page must not hold is dropped.
  mutating func checkTarget(_ url: String, _ range: SourceRange) {
    guard let reason = LinkTarget(url).refusal else {
      findings.links.append((url, range))
      return
    }
    diagnostics.append(
      Diagnostic(
        .linkDropped, "this link is dropped, its words stay: \(reason)", at: range,
        hint: .init("lead to a page of the web, to a file beside this one, or to `#place` on this page")))
  }
}
