/// A text the user typed, with the name it goes by in messages.
public final class SourceFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The whole text, as it stands on disk: nothing is removed, so offsets are the file's.
  public let text: String
  /// The UTF-8 offset at which each line begins.
  private let lineStarts: [Int]

  /// Reads the lines of `text`; a line ends with LF, CR LF or CR.
  public init(path: String, text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.path = path
    self.text = text
    self.lineStarts = Self.lineStarts(of: text)
  }

  /// The number of lines, at least one.
  public var lineCount: Int { lineStarts.count }

  /// Returns the line and column of the character at a UTF-8 offset, both from 1.
  public func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), text.utf8.count)
    let line = lineIndex(of: offset)
    let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[line])
    let end = text.utf8.index(text.startIndex, offsetBy: offset)
    // The byte order mark shows as nothing, so it takes no column.
    let scalars = text.unicodeScalars[start..<max(start, end)].lazy.filter { $0 != "\u{FEFF}" }
    return SourceLocation(line: line + 1, column: scalars.count + 1)
  }

  /// Returns the column of the character at a UTF-8 offset from 0, in UTF-16 code units, as editors' protocols count.
  ///
  /// A byte order mark is one, as it stands in the text that editors send.
  /// - Complexity: O(line).
  public func utf16Column(of offset: Int) -> Int {
    let offset = min(max(offset, 0), text.utf8.count)
    let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[lineIndex(of: offset)])
    return text.utf16.distance(from: start, to: text.utf8.index(text.startIndex, offsetBy: offset))
  }

  /// Returns the UTF-8 offset of the character at a column (from 0, in UTF-16 code units) of line `number` (from 1).
  ///
  /// A line or column behind the end is the end, and one inside a character its start.
  /// - Complexity: O(line).
  public func offset(line number: Int, utf16Column column: Int) -> Int {
    guard number >= 1 else { return 0 }
    guard number <= lineCount else { return text.utf8.count }
    let line = bytes(ofLine: number)
    let start = text.utf8.index(text.startIndex, offsetBy: line.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: line.upperBound)
    let index = text.utf16.index(start, offsetBy: max(column, 0), limitedBy: end) ?? end
    // Between the halves of a character there is no byte: its start counts.
    let whole = index.samePosition(in: text.utf8) ?? text.utf16.index(before: index)
    return text.utf8.distance(from: text.startIndex, to: whole)
  }

  /// Returns the UTF-8 offsets of line `number` (from 1) without its line end.
  public func bytes(ofLine number: Int) -> Range<Int> {
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : text.utf8.count
    let utf8 = text.utf8
    while end > start {
      let last = utf8[utf8.index(utf8.startIndex, offsetBy: end - 1)]
      guard last == 0x0A || last == 0x0D else { break }
      end -= 1
    }
    return start..<end
  }

  /// Returns the text of line `number` (from 1) without its line end and byte order mark.
  public func line(_ number: Int) -> String {
    let line = slice(bytes(ofLine: number))
    return line.hasPrefix("\u{FEFF}") ? String(line.unicodeScalars.dropFirst()) : line
  }

  /// Returns the text between two UTF-8 offsets.
  public func slice(_ bytes: Range<Int>) -> String {
    String(decoding: text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count), as: UTF8.self)
  }

  /// Returns the number (from 1) of the line that holds a UTF-8 offset.
  public func lineNumber(of offset: Int) -> Int { lineIndex(of: offset) + 1 }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func lineStarts(of text: String) -> [Int] {
    var starts = [0]
    var offset = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0A && previous == 0x0D {
        starts[starts.count - 1] = offset + 1
      } else if byte == 0x0A || byte == 0x0D {
        starts.append(offset + 1)
      }
      previous = byte
      offset += 1
    }
    return starts
  }
}

/// A position for a person: line and column from 1, columns counted in Unicode scalars.
public struct SourceLocation: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
}
