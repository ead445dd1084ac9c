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
  /// How many rows were left out, in words; nil if none.
  public let note: String?

  init(title: String, header: [String], rows: some Collection<[String]>) {
    self.title = title
    self.header = header
    self.rows = Array(rows.prefix(DataTable.rowLimit))
    let rest = rows.count - self.rows.count
    note = rest > 0 ? "… and \(rest) more row\(rest == 1 ? "" : "s")" : nil
  }
}
