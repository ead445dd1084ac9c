/// The rows of a CSV file of another program (RFC 4180), each field with its range of bytes, so that one field can
/// be replaced and every other byte be kept.
///
/// Between the fields stand commas, semicolons or tabs, whichever the first line has most of.
public struct DelimitedText: Sendable {
  /// One field.
  struct Field: Sendable, Hashable {
    /// Its text, quotes read.
    let text: String
    /// Its bytes in the file, with its quotes.
    let bytes: Range<Int>
  }

  /// The fields of each row.
  private(set) var fields: [[Field]] = []
  private let bytes: [UInt8]
  private let separator: UInt8

  /// The texts of each row.
  public var rows: [[String]] { fields.map { $0.map(\.text) } }

  /// Reads a file that may come from anywhere; nil of what is not UTF-8.
  /// - Complexity: linear in the file.
  public init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].prefix { !Self.isLineEnd($0) }
    let counts = Self.separators.map { mark in first.count { $0 == mark } }
    self.bytes = bytes
    separator = zip(Self.separators, counts).max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    var row: [Field] = []
    var position = start
    while position < bytes.count {
      let field = field(at: position)
      row.append(field)
      position = field.bytes.upperBound
      guard position < bytes.count, bytes[position] != separator else {
        position += 1
        // What ends with a separator ends with an empty field.
        if position == bytes.count { row.append(Field(text: "", bytes: position..<position)) }
        continue
      }
      fields.append(row)
      row = []
      position += bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
    }
    if !row.isEmpty { fields.append(row) }
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
  private static let quote = UInt8(ascii: "\"")

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The field that begins at a byte; a quote that is never closed ends with the file.
  private func field(at start: Int) -> Field {
    var (text, position, isQuoted) = ([UInt8](), start, false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        if isQuoted, position + 1 < bytes.count, bytes[position + 1] == Self.quote {
          text.append(byte)
          position += 1
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, byte == separator || Self.isLineEnd(byte) {
        break
      } else {
        text.append(byte)
      }
      position += 1
    }
    return Field(text: String(decoding: text, as: UTF8.self), bytes: start..<position)
  }

  /// The file with other texts in some fields; every byte of the others stays.
  func replacing(_ texts: [(field: Field, text: String)]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for (field, text) in texts.sorted(by: { $0.field.bytes.lowerBound < $1.field.bytes.lowerBound }) {
      result += bytes[position..<field.bytes.lowerBound]
      result += written(text).utf8
      position = field.bytes.upperBound
    }
    return result + bytes[position...]
  }

  /// A text as a field, with quotes where it needs them.
  private func written(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == separator || $0 == Self.quote || Self.isLineEnd($0) }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
