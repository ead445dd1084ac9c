/// Where each byte of a block's inline source stands in the file.
///
/// The parser joins a block's lines without their indentation and container marks; each line
/// of it is the end of a line of the file, which is how it is found again.
struct ContentMap {
  /// Where the pieces begin, ascending: offset in the content and in the file.
  private var pieces: [(content: Int, file: Int)] = []

  /// Says that the content from `content` on stands in the file from `file` on.
  mutating func add(content: Int, file: Int) { pieces.append((content, file)) }

  /// Returns the place in the file of the byte at `content`.
  func offset(_ content: Int) -> Int {
    guard let first = pieces.first else { return 0 }
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].content <= content { low = middle } else { high = middle }
    }
    let piece = low == 0 ? first : pieces[low]
    return piece.file + max(0, content - piece.content)
  }

  /// Returns the offsets in the file of the bytes `content`.
  func offsets(_ content: Range<Int>) -> Range<Int> {
    let lower = offset(content.lowerBound)
    guard !content.isEmpty else { return lower..<lower }
    // From the last byte inside, so that a range which ends a line does not run into the next.
    return lower..<max(lower, offset(content.upperBound - 1) + 1)
  }
}

extension ContentMap {
  /// Maps the lines of `content` to the ends of the lines of the file from `first` on.
  init(content: [UInt8], in lines: SourceLines, from first: Int) {
    var line = first
    var at = 0
    while at < content.count {
      let end = content[at...].firstIndex(of: .lineFeed) ?? content.count
      guard line < lines.ranges.count else { break }
      var length = end - at
      while length > 0, content[at + length - 1].isBlank { length -= 1 }
      // Blanks of a lazy line may be the rest of a tab, so the text is found without them.
      let blanks = content[at..<(at + length)].prefix(while: \.isBlank).count
      let text = max(lines.ranges[line].lowerBound, lines.trimmed(line).upperBound - (length - blanks))
      add(content: at, file: max(lines.ranges[line].lowerBound, text - blanks))
      if blanks > 0 { add(content: at + blanks, file: text) }
      at = end + 1
      line += 1
    }
    if pieces.isEmpty, first < lines.ranges.count { add(content: 0, file: lines.trimmed(first).upperBound) }
  }
}
