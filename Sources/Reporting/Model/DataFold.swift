import Language
import Tensors

/// The numbers behind a figure as its fold shows them: few and round, and all of them to copy.
struct DataFold {
  /// At most this many rows are shown.
  static let mostRows = 20

  /// The table on the page.
  let shown: TableOutput
  /// How many rows stand only in ``csv``.
  let omitted: Int
  /// All rows as lines of comma-separated values; nil where ``shown`` has them as they are.
  let csv: String?

  /// Returns the tables, those of one first column as one.
  static func tables(_ tables: [TableOutput]) -> [DataFold] {
    var joined: [TableOutput] = []
    for table in tables {
      if let last = joined.last, let both = Self.joined(last, table) {
        joined[joined.count - 1] = both
      } else {
        joined.append(table)
      }
    }
    return joined.map { DataFold($0) }
  }

  /// Puts the further columns of `b` beside `a`, if both have the same first column.
  private static func joined(_ a: TableOutput, _ b: TableOutput) -> TableOutput? {
    guard a.header.count >= 2, b.header.count == 2, a.header[0] == b.header[0], a.rows.count == b.rows.count,
      !a.rows.isEmpty, a.note == b.note, a.header.count < 8,
      zip(a.rows, b.rows).allSatisfy({ $0.first == $1.first && $0.count == a.header.count && $1.count == 2 })
    else { return nil }
    let names = (a.title.map { [$0] } ?? []) + (b.title.map { [$0] } ?? [])
    let isFirst = a.header.count == 2
    let first = isFirst ? [a.header[0], Self.name(a)] : a.header
    return TableOutput(
      title: isFirst ? names.joined(separator: ", ") : (a.title ?? "") + ", " + (b.title ?? ""),
      header: first + [Self.name(b)], inputCount: a.inputCount,
      rows: zip(a.rows, b.rows).map { $0 + [$1[1]] },
      note: a.note)
  }

  /// What the values of a series are called.
  private static func name(_ table: TableOutput) -> String { table.title ?? table.header[1] }

  private init(_ table: TableOutput) {
    let step = max(1, (table.rows.count + Self.mostRows - 1) / Self.mostRows)
    let kept = table.rows.indices.filter { $0 % step == 0 }
    shown = TableOutput(
      title: table.title, header: table.header, inputCount: table.inputCount,
      rows: kept.map { row in table.rows[row].map { Self.rounded($0) } }, note: table.note)
    omitted = table.rows.count - kept.count
    let lines = ([table.header] + table.rows).map { row in row.map { Self.field(Self.plain($0)) } }
    let isWhole = shown.rows == table.rows && lines == [table.header] + table.rows
    csv = isWhole ? nil : lines.map { $0.joined(separator: ",") }.joined(separator: "\n")
  }

  /// Returns a number with four digits; other texts stay.
  private static func rounded(_ text: String) -> String {
    guard text.contains("."), let number = Double(plain(text)) else { return text }
    return number.text(significantDigits: 4)
  }

  /// Returns a number that is written for readers as programs read it: `−6.25×10⁻⁸` is `-6.25e-8`; other texts stay.
  private static func plain(_ text: String) -> String {
    let parts = text.replacing("−", with: "-").split(separator: "×10", maxSplits: 1)
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let exponent = parts.dropFirst().first?.map { sign in
      sign == "⁻" ? "-" : digits.firstIndex(of: sign).map(String.init) ?? "?"
    }
    let number = (parts.first ?? "") + (exponent.map { "e" + $0.joined() } ?? "")
    return Double(number) == nil ? text : String(number)
  }

  /// Returns a field of a line, in quotes where it needs them.
  ///
  /// A spreadsheet would run a text that begins as a formula does, so such a text gets an apostrophe.
  private static func field(_ text: String) -> String {
    let isRisky = text.first.map { "=+@\t\r".contains($0) || ($0 == "-" && Double(text) == nil) } ?? false
    let safe = isRisky ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
