/// A block of raw HTML, piece by piece.
struct HTMLBlock {
  /// A piece, by its position in the block.
  enum Piece {
    case text(Range<Int>)
    /// The words between `<summary>` and its end.
    case summary(Range<Int>, whole: Range<Int>)
    /// A tag that parts blocks.
    case tag(HTMLTag, HTMLElement, Range<Int>)
  }

  let bytes: [UInt8]
  /// Where the bytes stand in the file.
  let map: ContentMap
  private var at = 0
  private var waiting: Piece?

  init(_ html: String, _ map: ContentMap) {
    bytes = Array(html.utf8)
    self.map = map
  }

  /// The next piece without comments; nil behind the last.
  mutating func next() -> Piece? {
    if let piece = waiting {
      waiting = nil
      return piece
    }
    var start = at
    while at < bytes.count {
      guard bytes[at] == .lessThan else {
        at += 1
        continue
      }
      if isComment(at) {
        let text = start..<at
        at = endOfComment(at)
        if !text.isEmpty { return .text(text) }
        start = at
        continue
      }
      if let (tag, end) = HTMLTag.read(bytes, at: at), let element = HTMLElement(tag), element.isBlock {
        let text = start..<at
        let piece = piece(tag, element, at..<end)
        if text.isEmpty { return piece }
        waiting = piece
        return .text(text)
      }
      at += 1
    }
    return start < at ? .text(start..<at) : nil
  }

  private mutating func piece(_ tag: HTMLTag, _ element: HTMLElement, _ place: Range<Int>) -> Piece {
    at = place.upperBound
    guard case .summary = element, !tag.isClosing else { return .tag(tag, element, place) }
    var end = at
    while end < bytes.count {
      if bytes[end] == .lessThan, let (tag, behind) = HTMLTag.read(bytes, at: end), tag.name == "summary" {
        at = behind
        return .summary(place.upperBound..<end, whole: place.lowerBound..<behind)
      }
      end += 1
    }
    at = end
    return .summary(place.upperBound..<end, whole: place.lowerBound..<end)
  }

  private func isComment(_ at: Int) -> Bool { bytes[at...].starts(with: "<!--".utf8) }

  private func endOfComment(_ start: Int) -> Int {
    var at = start + 4
    while at < bytes.count, !bytes[at...].starts(with: "-->".utf8) { at += 1 }
    return min(at + 3, bytes.count)
  }

  /// The text of a piece.
  func text(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }

  /// The lines of a piece without the blanks around them; empty ones are left out.
  func lines(_ place: Range<Int>) -> [Range<Int>] {
    bytes[place].split(separator: .lineFeed).map { trimmed($0.startIndex..<$0.endIndex) }.filter {
      !$0.isEmpty
    }
  }

  /// A range without the blanks and line ends around it.
  func trimmed(_ place: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte.isBlank || byte == .lineFeed }
    let start = bytes[place].firstIndex { !isBlank($0) } ?? place.upperBound
    let end = bytes[place].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return start..<max(start, end)
  }
}
