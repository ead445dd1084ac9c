import Diagnostics

extension Notebook {
  /// Returns the text of `part`, the notebook's own file unless given, with the records of some of its cells
  /// set, replaced or, for nil, removed.
  ///
  /// Cells are named by their index; a cell whose fence is not closed keeps what it has. No other
  /// byte changes, and a record that says the same already stays as it is.
  public func settingRecords(_ records: [Int: String?], in part: SourceFile? = nil) -> String {
    let file = part ?? file
    let bytes = Array(file.text.utf8)
    var result: [UInt8] = []
    var copied = 0
    let lines = SourceLines(file)
    for cell in cells where cell.range.file === file {
      guard let change = records[cell.index], let edit = edit(cell, change, lines) else { continue }
      result += bytes[copied..<max(copied, edit.range.lowerBound)]
      result += edit.text.utf8
      copied = max(copied, edit.range.upperBound)
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  private func edit(
    _ cell: Cell, _ text: String?, _ lines: SourceLines
  ) -> (range: Range<Int>, text: String)? {
    let text = text.map(Self.normalized)
    guard text != cell.record?.text else { return nil }
    let range = cell.record.map { wholeLines($0.range, lines) } ?? cell.recordOffset..<cell.recordOffset
    guard let text else { return (range, "") }
    guard cell.isClosed else { return nil }
    let lineEnd = Self.lineEnd(lines)
    var fence = fence(text, cell.linePrefix).joined(separator: lineEnd)
    // The last line of a file may have no end: then the record is the line without one.
    let needsBreak = range.lowerBound > 0 && !isLineStart(range.lowerBound, lines)
    if needsBreak { fence = lineEnd + fence }
    if range.upperBound < lines.bytes.count || isLineStart(range.upperBound, lines) { fence += lineEnd }
    return (range, fence)
  }

  /// Ends each line with LF; NUL cannot stand in Markdown.
  private static func normalized(_ text: String) -> String {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      if byte == .lineFeed, previous == .carriageReturn { continue }
      bytes.append(byte == .carriageReturn ? .lineFeed : byte)
    }
    if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a record's fence, longer than any run of backticks in the text.
  private func fence(_ text: String, _ prefix: String) -> [String] {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == .backtick ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: max(3, longest + 1))
    var blank = prefix
    while blank.hasSuffix(" ") || blank.hasSuffix("\t") { blank.removeLast() }
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return [prefix + marks + "output"] + body.map { $0.isEmpty ? blank : prefix + $0 } + [prefix + marks]
  }

  private func wholeLines(_ range: SourceRange, _ lines: SourceLines) -> Range<Int> {
    let first = lines.line(of: range.lowerBound)
    let last = lines.line(of: range.upperBound)
    return lines.ranges[first].lowerBound..<lines.nextStarts[last]
  }

  private func isLineStart(_ offset: Int, _ lines: SourceLines) -> Bool {
    offset > 0 && (lines.bytes[offset - 1] == .lineFeed || lines.bytes[offset - 1] == .carriageReturn)
  }

  /// The file's own line end: that of its first line.
  private static func lineEnd(_ lines: SourceLines) -> String {
    guard let first = lines.ranges.first, let next = lines.nextStarts.first, next > first.upperBound else {
      return "\n"
    }
    return lines.file.slice(first.upperBound..<next)
  }
}
