import Wording

/// The numbers behind a mark, ready to print below a picture.
public struct DataTable: Sendable, Hashable {
  /// At most this many rows are kept.
  public static let rowLimit = 200

  /// What the numbers are.
  public let title: String
  /// The columns' names.
  public let header: [String]
  /// The cells, row by row.
  public let rows: [[String]]
  /// How many rows there are in all.
  private let rowCount: Int
  /// Whether rows were left out between others, not after them.
  private let isSpread: Bool

  /// How many rows were left out, in words; nil if none.
  public func note(_ words: Words) -> String? {
    let rest = rowCount - rows.count
    guard rest > 0 else { return nil }
    if isSpread { return words(.leftOutBetween, "\(rest)", "\(rowCount)") }
    return words.fill(.moreRows, isOne: rest == 1, ["\(rest)"])
  }

  init(title: String, header: [String], rows: some Collection<[String]>) {
    self.init(
      title: title, header: header, rows: Array(rows.prefix(DataTable.rowLimit)), rowCount: rows.count)
  }

  /// A table of about a hundred of `items`, evenly spread.
  init<Item>(title: String, header: [String], spreading items: [Item], row: (Item) -> [String]) {
    let step = items.count <= DataTable.rowLimit ? 1 : (items.count + 99) / 100
    var indices = Array(stride(from: 0, to: items.count, by: step))
    if let last = indices.last, last != items.count - 1 { indices.append(items.count - 1) }
    self.init(
      title: title, header: header, rows: indices.map { row(items[$0]) }, rowCount: items.count,
      isSpread: true)
  }

  private init(title: String, header: [String], rows: [[String]], rowCount: Int, isSpread: Bool = false) {
    self.title = title
    self.header = header
    self.rows = rows
    self.rowCount = rowCount
    self.isSpread = isSpread
  }

  /// The table of both, if they have the same title and columns.
  func joined(with other: DataTable) -> DataTable? {
    guard title == other.title && header == other.header && !isSpread && !other.isSpread else { return nil }
    return DataTable(
      title: title, header: header, rows: Array((rows + other.rows).prefix(DataTable.rowLimit)),
      rowCount: rowCount + other.rowCount)
  }

  /// The tables in order, those that belong together as one.
  static func joined(_ tables: some Sequence<DataTable>) -> [DataTable] {
    tables.reduce(into: []) { result, table in
      if let joined = result.last?.joined(with: table) {
        result[result.count - 1] = joined
      } else {
        result.append(table)
      }
    }
  }

  /// The same table as part of a picture of several.
  func titled(_ title: String) -> DataTable {
    DataTable(title: title, header: header, rows: rows, rowCount: rowCount, isSpread: isSpread)
  }
}
