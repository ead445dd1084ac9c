import CCMarkGFM
import Diagnostics

/// Reads the captions of cells as running text.
///
/// To be used when the page's tree was given back: a thread reads one tree at a time.
struct CaptionReader {
  let lines: SourceLines
  private(set) var findings: InlineFindings
  private(set) var diagnostics: [Diagnostic] = []

  init(lines: SourceLines, findings: InlineFindings) {
    self.lines = lines
    self.findings = findings
  }

  /// Reads a caption whose YAML stands at `range`; one that is more than a paragraph stays as it is typed.
  mutating func read(_ caption: Caption, at range: SourceRange) -> Caption {
    guard caption.text.utf8.contains(where: Self.marks.contains) else { return caption }
    let bytes = SourceLines(SourceFile(path: "", text: caption.text)).bytes
    let document = bytes.withUnsafeBytes { bytes in
      ccmark_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document else { return caption }
    defer { ccmark_free(document) }
    guard let root = ccmark_root(document), let paragraph = cmark_node_first_child(root),
      cmark_node_next(paragraph) == nil, ccmark_node_kind(paragraph) == CCMARK_PARAGRAPH
    else { return caption }
    let source = ccmark_inline_source(paragraph).map { Array(String(cString: $0).utf8) } ?? []
    var reader = InlineReader(lines: lines, source: source, map: map(source, range), findings: findings)
    let inlines = reader.inlines(of: paragraph)
    findings = reader.findings
    diagnostics += reader.diagnostics
    return Caption(caption.text, inlines)
  }

  private static let marks = Array("`$*_~[!&\\<@".utf8)

  /// A caption stands in the file as it is, unless YAML folds or escapes it.
  private func map(_ source: [UInt8], _ range: SourceRange) -> ContentMap {
    let text = range.text
    guard let found = text.firstRange(of: String(decoding: source, as: UTF8.self)) else {
      return ContentMap(whole: range.bytes)
    }
    var map = ContentMap()
    map.add(
      content: 0, file: range.lowerBound + text.utf8.distance(from: text.startIndex, to: found.lowerBound))
    return map
  }
}
