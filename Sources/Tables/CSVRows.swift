/// The cells of a text of comma-separated values, row by row.
///
/// Cells may stand in double quotes, in which two of them mean one; rows end with LF or CRLF, empty lines are left
/// out. Where the first line has semicolons and no commas, these part the cells. Source: RFC 4180.
struct CSVRows {
  /// The rows, each with the line it begins in, from 1.
  private(set) var rows: [(line: Int, cells: [String])] = []
  /// The line of a quote that is never closed.
  private(set) var openQuoteLine: Int?

  private var cell = ""
  private var cells: [String] = []
  private var line = 1
  private var firstLine = 1

  init(_ text: String) {
    let head = text.prefix { !$0.isNewline }
    let separator: Character = head.contains(";") && !head.contains(",") ? ";" : ","
    var characters = text[...]
    // A mark of the byte order is no part of the first name.
    if characters.first == "\u{FEFF}" { characters.removeFirst() }
    while let character = characters.popFirst() {
      if character == separator {
        endCell()
      } else if character.isNewline {
        endRow()
        line += 1
        firstLine = line
      } else if character == "\"", cell.allSatisfy(\.isWhitespace) {
        readQuoted(&characters)
      } else {
        cell.append(character)
      }
    }
    endRow()
  }

  /// Reads up to the closing quote.
  private mutating func readQuoted(_ characters: inout Substring) {
    cell = ""
    let start = line
    while let character = characters.popFirst() {
      if character.isNewline { line += 1 }
      guard character == "\"" else {
        cell.append(character)
        continue
      }
      guard characters.first == "\"" else { return }
      cell.append(characters.removeFirst())
    }
    openQuoteLine = start
  }

  private mutating func endCell() {
    cells.append(cell.trimmingBlanks)
    cell = ""
  }

  private mutating func endRow() {
    let isEmpty = cells.isEmpty && cell.allSatisfy(\.isWhitespace)
    endCell()
    if !isEmpty { rows.append((firstLine, cells)) }
    cells = []
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
