/// Where each byte of a block's inline source stands in the file.
///
/// The parser joins a block's lines without their indentation and container marks; each line
/// of it is the end of a line of the file, which is how it is found again.
struct ContentMap {
  /// Where the pieces begin, ascending: offset in the content and in the file.
  private var pieces: [(content: Int, file: Int)] = []
  /// Where the whole stands, if the positions of its bytes are not known.
  private var whole: Range<Int>?

  /// Says that the content from `content` on stands in the file from `file` on.
  mutating func add(content: Int, file: Int) { pieces.append((content, file)) }

  /// Returns the position in the file of the byte at `content`.
  func offset(_ content: Int) -> Int {
    if let whole { return whole.lowerBound }
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
    if let whole { return whole }
    let lower = offset(content.lowerBound)
    guard !content.isEmpty else { return lower..<lower }
    // From the last byte inside, so that a range which ends a line does not run into the next.
    return lower..<max(lower, offset(content.upperBound - 1) + 1)
  }
}

extension ContentMap {
  /// Maps every byte to all of `whole`.
  init(whole: Range<Int>) { self.whole = whole }

  /// Whether the parser took the backslash from each `\|` of a text.
  enum Pipes { case asTyped, unescaped }

  /// Maps the lines of `content` to the ends of the lines of the file from `first` on.
  init(content: [UInt8], in lines: SourceLines, from first: Int, pipes: Pipes = .asTyped) {
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
      if pipes == .unescaped { addEscapes(of: content, at..<(at + length), in: lines, line: line) }
      at = end + 1
      line += 1
    }
    pieces.sort { $0.content < $1.content }
    if pieces.isEmpty, first < lines.ranges.count { add(content: 0, file: lines.trimmed(first).upperBound) }
  }

  /// Maps one line again, from its end: each `|` of it was typed as `\|`, or lost the backslash before it.
  private mutating func addEscapes(
    of content: [UInt8], _ text: Range<Int>, in lines: SourceLines, line: Int
  ) {
    guard content[text].contains(.pipe) else { return }
    pieces.removeAll { $0.content >= text.lowerBound }
    let range = lines.trimmed(line)
    var at = range.upperBound
    for index in text.reversed() {
      guard at > range.lowerBound else { break }
      at -= 1
      add(content: index, file: at)
      if content[index] == .pipe, at > range.lowerBound, lines.bytes[at - 1] == .backslash { at -= 1 }
    }
  }
}
