/// A set of rows of a truth table, one bit a row.
public struct RowSet: Sendable, Hashable {
  /// How many rows the table has.
  public let rowCount: Int
  private var words: [UInt64]

  /// Makes a set without rows.
  /// - Precondition: `rowCount` is not negative.
  public init(rowCount: Int) {
    precondition(rowCount >= 0, "\(rowCount) rows")
    self.rowCount = rowCount
    words = Array(repeating: 0, count: (rowCount + 63) / 64)
  }

  /// Makes a set of these rows.
  /// - Precondition: each is a row of the table.
  public init(_ rows: some Sequence<Int>, rowCount: Int) {
    self.init(rowCount: rowCount)
    for row in rows { insert(row) }
  }

  /// Makes the set of all rows.
  public static func all(rowCount: Int) -> RowSet { RowSet(rowCount: rowCount).complement }

  /// Whether the row is in it.
  public func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// Adds a row.
  public mutating func insert(_ row: Int) {
    precondition(row >= 0 && row < rowCount, "row \(row) of \(rowCount)")
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Takes a row out.
  public mutating func remove(_ row: Int) {
    precondition(row >= 0 && row < rowCount, "row \(row) of \(rowCount)")
    words[row >> 6] &= ~(1 << UInt64(row & 63))
  }

  /// Whether it has no rows.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  /// How many rows it has.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The first row.
  public var first: Int? {
    for (index, word) in words.enumerated() where word != 0 {
      return index << 6 + word.trailingZeroBitCount
    }
    return nil
  }

  /// The rows in their order.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        rows.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rows
  }

  /// The rows that are not in it.
  public var complement: RowSet {
    var result = self
    for index in words.indices { result.words[index] = ~words[index] }
    let used = rowCount & 63
    if used != 0 { result.words[words.count - 1] &= (1 << UInt64(used)) - 1 }
    return result
  }

  /// The rows that are in both.
  /// - Precondition: both are of tables with as many rows, as in the other operations.
  public func intersection(_ other: RowSet) -> RowSet { combined(other, &) }
  /// The rows that are in either.
  public func union(_ other: RowSet) -> RowSet { combined(other, |) }
  /// The rows that are in this one alone.
  public func subtracting(_ other: RowSet) -> RowSet { combined(other) { $0 & ~$1 } }

  /// Whether all its rows are in `other`.
  public func isSubset(of other: RowSet) -> Bool {
    precondition(rowCount == other.rowCount, "\(rowCount) rows and \(other.rowCount)")
    return words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
  }

  /// Whether no row is in both.
  public func isDisjoint(with other: RowSet) -> Bool {
    precondition(rowCount == other.rowCount, "\(rowCount) rows and \(other.rowCount)")
    return words.indices.allSatisfy { words[$0] & other.words[$0] == 0 }
  }

  private func combined(_ other: RowSet, _ operation: (UInt64, UInt64) -> UInt64) -> RowSet {
    precondition(rowCount == other.rowCount, "\(rowCount) rows and \(other.rowCount)")
    var result = self
    for index in words.indices { result.words[index] = operation(words[index], other.words[index]) }
    return result
  }
}
