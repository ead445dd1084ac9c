/// Moving the cursor along the source.
extension InlineReader {
  /// The number of bytes `byte` from the cursor on.
  func run(of byte: UInt8) -> Int {
    var end = cursor
    while end < source.count, source[end] == byte { end += 1 }
    return end - cursor
  }

  /// Moves on to the next `byte`, if there is one within reach.
  mutating func seek(_ byte: UInt8) {
    var at = cursor
    while at < source.count, source[at] != byte, searches > 0 {
      at += 1
      searches -= 1
    }
    if at < source.count, source[at] == byte { cursor = at }
  }

  /// Moves behind `text`, which stands in the source as it is.
  mutating func consume(verbatim text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    if !matches(bytes, at: cursor), let first = bytes.first {
      var at = cursor
      while at < source.count, searches > 0, !(source[at] == first && matches(bytes, at: at)) {
        at += 1
        searches -= 1
      }
      if matches(bytes, at: at) { cursor = at }
    }
    guard matches(bytes, at: cursor) else { return cursor..<cursor }
    defer { cursor += bytes.count }
    return cursor..<(cursor + bytes.count)
  }

  /// Whether `bytes` stand at an offset.
  func matches(_ bytes: [UInt8], at start: Int) -> Bool {
    start + bytes.count <= source.count && source[start..<(start + bytes.count)].elementsEqual(bytes)
  }

  /// Moves behind the source of `text`, in which escapes and character references are one character.
  mutating func consume(text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    let start = cursor
    var next = 0
    while next < bytes.count, cursor < source.count {
      if source[cursor] == .backslash, cursor + 1 < source.count, source[cursor + 1].isPunctuation,
        source[cursor + 1] == bytes[next]
      {
        cursor += 2
        next += 1
      } else if source[cursor] == .ampersand, let reference = reference(), !stands(bytes[next...], reference)
      {
        cursor = reference.upperBound
        next = nextScalar(bytes, next)
      } else if source[cursor] == bytes[next] {
        cursor += 1
        next += 1
      } else if next == 0, searches > 0 {
        // Something the tree does not show stands before the text.
        cursor += 1
        searches -= 1
      } else {
        next = nextScalar(bytes, next)
      }
    }
    if next == 0, !bytes.isEmpty { cursor = start }
    return firstMatch(bytes, start)..<max(cursor, firstMatch(bytes, start))
  }

  /// Skips what was stepped over before the text's first character.
  private func firstMatch(_ bytes: [UInt8], _ start: Int) -> Int {
    guard let first = bytes.first, start < cursor else { return start }
    var at = start
    while at < cursor {
      if source[at] == first || source[at] == .ampersand { return at }
      if source[at] == .backslash, at + 1 < source.count, source[at + 1] == first { return at }
      at += 1
    }
    return start
  }

  private func nextScalar(_ bytes: [UInt8], _ at: Int) -> Int {
    var next = at + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The `&name;` at the cursor.
  private func reference() -> Range<Int>? {
    var end = cursor + 1
    while end < source.count, end < cursor + 40, source[end] != .semicolon {
      let byte = source[end]
      guard byte == .numberSign || byte.isAlphanumeric else { return nil }
      end += 1
    }
    return end < source.count && source[end] == .semicolon && end > cursor + 1 ? cursor..<(end + 1) : nil
  }

  /// Whether `text` shows the reference as it is typed: it names no character.
  private func stands(_ text: ArraySlice<UInt8>, _ reference: Range<Int>) -> Bool {
    let typed = source[reference]
    if typed.elementsEqual("&amp;".utf8) || typed.elementsEqual("&AMP;".utf8) { return false }
    if typed.dropFirst().first == .numberSign { return false }
    return text.starts(with: typed)
  }

  /// Moves behind the `(url "title")` or `[label]` of a link, if one stands here.
  mutating func skipLinkTarget() {
    guard cursor < source.count else { return }
    if source[cursor] == .leftBracket {
      var at = cursor + 1
      while at < source.count, source[at] != .rightBracket {
        if source[at] == .leftBracket { return }
        at += source[at] == .backslash ? 2 : 1
      }
      if at < source.count { cursor = at + 1 }
    } else if source[cursor] == UInt8(ascii: "("), let end = endOfTarget() {
      cursor = end
    }
  }

  /// Where the parenthesis at the cursor closes, as the parser reads a link's address and title.
  private func endOfTarget() -> Int? {
    var at = blanksEnd(cursor + 1)
    if at < source.count, source[at] == .lessThan {
      while at < source.count, source[at] != .greaterThan { at += source[at] == .backslash ? 2 : 1 }
      at += 1
    } else {
      at = endOfAddress(at)
    }
    at = blanksEnd(at)
    guard at < source.count else { return nil }
    if let close = closingMark(ofTitle: source[at]) {
      at = blanksEnd(endOfTitle(at + 1, close))
    }
    return at < source.count && source[at] == UInt8(ascii: ")") ? at + 1 : nil
  }

  /// A title ends at its mark; at the last escaped one where no other follows.
  private func endOfTitle(_ start: Int, _ close: UInt8) -> Int {
    var at = start
    var escaped: Int?
    while at < source.count, source[at] != close {
      if source[at] == .backslash, at + 1 < source.count, source[at + 1] == close { escaped = at + 2 }
      at += source[at] == .backslash ? 2 : 1
    }
    return at < source.count ? at + 1 : escaped ?? at
  }

  private func closingMark(ofTitle opening: UInt8) -> UInt8? {
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): opening
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil  // Bytes, not a case of ours.
    }
  }

  private func endOfAddress(_ start: Int) -> Int {
    var at = start
    var open = 0
    while at < source.count, !source[at].isBlank, source[at] != .lineFeed {
      if source[at] == .backslash, at + 1 < source.count, source[at + 1].isPunctuation {
        at += 1
      } else if source[at] == UInt8(ascii: "(") {
        open += 1
      } else if source[at] == UInt8(ascii: ")") {
        if open == 0 { return at }
        open -= 1
      }
      at += 1
    }
    return at
  }

  private func blanksEnd(_ start: Int) -> Int {
    var at = start
    while at < source.count, source[at].isBlank || source[at] == .lineFeed { at += 1 }
    return at
  }
}
