import Wording

/// The cells of a text of comma-separated values, row by row.
///
/// Cells may stand in double quotes, in which two of them mean one; rows end with LF, CRLF or CR, empty lines are left
/// out. Cells are parted by what is most frequent in the first line: tabs, semicolons or commas. Source: RFC 4180.
/// - Complexity: O(length).
struct CSVRows {
  /// What stands between two cells.
  enum Separator: String, CaseIterable {
    case tab = "\t"
    case semicolon = ";"
    case comma = ","

    fileprivate var byte: UInt8 { rawValue.utf8.first ?? 0 }

    /// What it is called.
    var word: Message {
      switch self {
      case .tab: "tab"
      case .semicolon: "semicolon"
      case .comma: "comma"
      }
    }
  }

  /// What stands between the cells.
  let separator: Separator
  /// The rows, each with the line it begins in, from 1.
  private(set) var rows: [(line: Int, cells: [String])] = []
  /// The line of a quote that is never closed.
  private(set) var openQuoteLine: Int?

  private let bytes: [UInt8]
  private var position = 0
  private var cell: [UInt8] = []
  private var cells: [String] = []
  private var line = 1
  private var firstLine = 1

  init(_ text: String) {
    // A mark of the byte order is no part of the first name.
    let mark = "\u{FEFF}"
    bytes = Array(text.utf8.dropFirst(text.hasPrefix(mark) ? mark.utf8.count : 0))
    separator = Self.separator(of: bytes.prefix { !Self.isLineEnd($0) })
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == separator.byte {
        endCell()
      } else if Self.isLineEnd(byte) {
        endRow()
        endLine(byte)
        firstLine = line
      } else if byte == Self.quote, cell.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        readQuoted()
      } else {
        cell.append(byte)
      }
    }
    endRow()
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The most frequent one outside of quotes; of equally frequent ones the first.
  private static func separator(of head: ArraySlice<UInt8>) -> Separator {
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in head {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let frequencies = Separator.allCases.map { counts[$0.byte] ?? 0 }
    let most = frequencies.max() ?? 0
    return zip(Separator.allCases, frequencies).first { most > 0 && $1 == most }?.0 ?? .comma
  }

  /// Goes behind the end of a line, of which this is the first byte.
  private mutating func endLine(_ byte: UInt8) {
    line += 1
    if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
  }

  /// Reads up to the closing quote.
  private mutating func readQuoted() {
    cell = []
    let start = line
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if Self.isLineEnd(byte) {
        endLine(byte)
        cell.append(0x0A)
        continue
      }
      guard byte == Self.quote else {
        cell.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == Self.quote else { return }
      cell.append(byte)
      position += 1
    }
    openQuoteLine = start
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self).trimmingBlanks)
    cell.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    let isFirst = cells.isEmpty
    endCell()
    if !isFirst || cells != [""] { rows.append((firstLine, cells)) }
    cells = []
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
