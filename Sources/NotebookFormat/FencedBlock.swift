import CCMarkGFM
import Diagnostics

/// A fenced block of code with the positions of its lines.
struct FencedBlock {
  /// What stands behind the marks that open the fence.
  let info: String
  /// The first word of the info string.
  let language: String
  let isBackticks: Bool
  /// How many marks open it.
  let width: Int
  /// The lines of the code and where each begins in the file.
  let code: [(text: String, offset: Int)]
  /// The line that opens the fence and the offset of its first mark.
  let opening: (line: Int, offset: Int)
  /// The line that closes the fence and the offset of its first mark, unless nothing does.
  let closing: (line: Int, offset: Int)?
  /// From the opening mark to the end of the closing line.
  let range: SourceRange
  /// The last line of the fence.
  let lastLine: Int

  /// Reads a code block that is fenced.
  init?(_ node: MarkdownNode, in lines: SourceLines, firstLine: Int) {
    var width: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    guard cmark_node_get_fenced(node, &width, &offset, &mark) != 0 else { return nil }
    let openingLine = Int(cmark_node_get_start_line(node)) - 1 + firstLine
    guard lines.ranges.indices.contains(openingLine) else { return nil }
    let line = lines.ranges[openingLine]
    let markByte = UInt8(bitPattern: mark)
    var start = min(line.lowerBound + max(0, Int(cmark_node_get_start_column(node)) - 1), line.upperBound)
    while start < line.upperBound, lines.bytes[start] != markByte { start += 1 }

    let literal = cmark_node_get_literal(node).map { Array(String(cString: $0).utf8) } ?? []
    let code = Self.code(literal, in: lines, from: openingLine + 1)
    let after = openingLine + 1 + code.count
    let begins = Self.lineOfNext(node).map { $0 - 1 + firstLine } == after
    let close = begins ? nil : Self.closingMark(in: lines, line: after, markByte, Int(width))
    let lastLine = close == nil ? max(openingLine, min(after, lines.ranges.count) - 1) : after

    self.info = (cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "").trimmed
    self.language = Self.firstWord(info)
    self.isBackticks = markByte == .backtick
    self.width = Int(width)
    self.code = code
    self.opening = (openingLine, start)
    self.closing = close.map { (after, $0) }
    self.lastLine = lastLine
    self.range = lines.range(start..<max(start, lines.trimmed(lastLine).upperBound))
  }

  /// Whether it ends where it should: a cell that holds the line which opens the next fence ends with that one's marks.
  var isClosed: Bool { closing != nil && !holdsOpening }

  private var holdsOpening: Bool {
    guard isBackticks, ["nn", "{nn}"].contains(language) else { return false }
    return code.contains { line in
      line.text.prefix { $0 == "`" }.count == width
        && ["nn", "{nn}", "output", "math"].contains(Self.firstWord(String(line.text.dropFirst(width))))
    }
  }

  /// How many lines of a fence that is not closed are code: prose behind it shows where it should have ended.
  var codeCount: Int {
    guard !isClosed else { return code.count }
    let prose = code.indices.first { Self.isProse(code[$0].text, behind: $0 > 0 ? code[$0 - 1].text : nil) }
    var count = prose ?? code.count
    while prose != nil, count > 0, code[count - 1].text.trimmed.isEmpty { count -= 1 }
    return count
  }

  /// Whether a line holds nothing but marks that were to close the fence: too few, or others.
  static func isWrongMark(_ line: String) -> Bool {
    let marks = line.trimmed
    return marks.count > 1 && marks.count < 6 && marks.allSatisfy { "`~'´’".contains($0) }
  }

  /// Whether a line begins a heading, another fence or a sentence.
  private static func isProse(_ line: String, behind before: String?) -> Bool {
    if isWrongMark(line) || line.hasPrefix("```") || line.hasPrefix("## ") || line.hasPrefix("### ") {
      return true
    }
    guard before?.trimmed.isEmpty ?? false else { return false }
    if line.hasPrefix("# ") { return true }
    let words = line.split(separator: " ")
    let plain = words.prefix(4).filter { $0.allSatisfy { $0.isLetter || ",.'’-".contains($0) } }
    return words.count > 3 && plain.count == 4 && line.first?.isUppercase == true
  }

  /// The code, its lines ended by LF.
  var text: String { code.map { $0.text + "\n" }.joined() }

  private static func firstWord(_ info: String) -> String {
    info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map(String.init) ?? ""
  }

  /// Finds the lines of `literal` at the ends of the file's lines.
  private static func code(
    _ literal: [UInt8], in lines: SourceLines, from first: Int
  ) -> [(text: String, offset: Int)] {
    var code: [(text: String, offset: Int)] = []
    var at = 0
    while at < literal.count, first + code.count < lines.ranges.count {
      let end = literal[at...].firstIndex(of: .lineFeed) ?? literal.count
      let line = lines.ranges[first + code.count]
      let start = commonTail(literal[at..<end], lines.bytes, line)
      code.append((lines.file.slice(start..<line.upperBound), start))
      at = end + 1
    }
    return code
  }

  /// Where in `line` the text begins; a tab of which the list took a part stays a tab.
  private static func commonTail(_ text: ArraySlice<UInt8>, _ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var start = line.upperBound
    var rest = text.endIndex
    while start > line.lowerBound, rest > text.startIndex, bytes[start - 1] == text[rest - 1] {
      start -= 1
      rest -= 1
    }
    let isPartOfTab = rest > text.startIndex && start > line.lowerBound && bytes[start - 1] == .tab
    return isPartOfTab ? start - 1 : start
  }

  /// The offset of the marks on `line` if it can close the fence.
  private static func closingMark(
    in lines: SourceLines, line: Int, _ mark: UInt8, _ width: Int
  ) -> Int? {
    guard line < lines.ranges.count else { return nil }
    let range = lines.trimmed(line)
    var start = range.upperBound
    while start > range.lowerBound, lines.bytes[start - 1] == mark { start -= 1 }
    guard range.upperBound - start >= width else { return nil }
    let isAlone = lines.bytes[range.lowerBound..<start].allSatisfy { $0.isBlank || $0 == .greaterThan }
    return isAlone ? start : nil
  }

  /// The line of the next node of the page: a fence that stands there opens that node.
  private static func lineOfNext(_ node: MarkdownNode) -> Int? {
    var node = node
    while true {
      if let next = cmark_node_next(node) { return Int(cmark_node_get_start_line(next)) }
      guard let parent = cmark_node_parent(node) else { return nil }
      node = parent
    }
  }
}
