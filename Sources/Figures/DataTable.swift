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

  /// How many rows were left out, in words; nil if none.
  public var note: String? {
    let rest = rowCount - rows.count
    return rest > 0 ? "… and \(rest) more row\(rest == 1 ? "" : "s")" : nil
  }

  init(title: String, header: [String], rows: some Collection<[String]>) {
    self.init(
      title: title, header: header, rows: Array(rows.prefix(DataTable.rowLimit)), rowCount: rows.count)
  }

  private init(title: String, header: [String], rows: [[String]], rowCount: Int) {
    self.title = title
    self.header = header
    self.rows = rows
    self.rowCount = rowCount
  }

  /// The table of both, if they have the same title and columns.
  func joined(with other: DataTable) -> DataTable? {
    guard title == other.title && header == other.header else { return nil }
    return DataTable(
      title: title, header: header, rows: Array((rows + other.rows).prefix(DataTable.rowLimit)),
      rowCount: rowCount + other.rowCount)
  }
}
