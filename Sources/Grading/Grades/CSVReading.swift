/// The rows of a CSV text (RFC 4180), with commas, semicolons or tabs between the fields, whichever its first line has.
public struct CSVReading: Sendable {
  /// The fields of each row, quotes read.
  public private(set) var rows: [[String]] = []
  /// What stands between fields.
  public let separator: Character

  /// Reads a text that may come from anywhere.
  /// - Complexity: linear in the text.
  public init(_ text: String) {
    let first = text.prefix { !$0.isNewline }
    separator = [",", ";", "\t"].max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? ","
    var (row, field, isQuoted) = ([String](), "", false)
    var rest = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          field.append(character)
        } else if rest.first == "\"" {
          field.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == separator {
        row.append(field)
        field = ""
      } else if character.isNewline {
        rows.append(row + [field])
        (row, field) = ([], "")
      } else {
        field.append(character)
      }
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [field]) }
  }
}
