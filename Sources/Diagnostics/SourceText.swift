/// A text taken out of a file line by line, such as a cell whose lines lost a list's indentation.
///
/// It knows for each of its own offsets where the byte stands in the file, so that whoever reads
/// it can speak of the file the student typed.
public struct SourceText: Sendable {
  /// The file the text comes from.
  public let file: SourceFile
  /// The text, lines ended by LF.
  public let text: String
  /// Where the pieces begin, ascending: offset in `text` and the offset in the file of that byte.
  private let pieces: [Piece]

  private struct Piece: Sendable {
    let local: Int
    let inFile: Int
  }

  /// The whole of a file, as one text.
  public init(whole file: SourceFile) {
    self.file = file
    self.text = file.text
    self.pieces = [Piece(local: 0, inFile: 0)]
  }

  /// Joins `lines` with LF; each is a text and the offset in `file` of its first byte.
  ///
  /// `end` is the offset in the file of what follows the last line.
  public init(file: SourceFile, lines: [(text: String, offset: Int)], end: Int) {
    var text = ""
    var pieces: [Piece] = []
    for line in lines {
      pieces.append(Piece(local: text.utf8.count, inFile: line.offset))
      text += line.text
      // The line end may be CR LF in the file: it stands right behind the line's text.
      pieces.append(Piece(local: text.utf8.count, inFile: line.offset + line.text.utf8.count))
      text += "\n"
    }
    pieces.append(Piece(local: text.utf8.count, inFile: end))
    text.makeContiguousUTF8()
    self.file = file
    self.text = text
    self.pieces = pieces
  }

  /// Returns where the byte at `local` stands in the file.
  public func offsetInFile(_ local: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].local <= local { low = middle } else { high = middle }
    }
    return pieces[low].inFile + (local - pieces[low].local)
  }

  /// Returns the range in the file of the bytes `local` of the text.
  public func range(_ local: Range<Int>) -> SourceRange {
    let lower = offsetInFile(local.lowerBound)
    guard !local.isEmpty else { return SourceRange(file, lower..<lower) }
    // From the last byte inside, so that a range which ends a line does not run into the next.
    let upper = offsetInFile(local.upperBound - 1) + 1
    return SourceRange(file, lower..<max(lower, upper))
  }

  /// The range in the file from the first byte to the last.
  public var range: SourceRange { range(0..<text.utf8.count) }
}
