/// Fewer points for the same picture of a very long line.
enum ColumnThinning {
  /// The most points of a line that is drawn as it is.
  static let longest = 4_000

  /// Which of `count` points in a row a line needs that is drawn in narrow columns: of those in one column, one after
  /// the other, the first, the lowest, the highest and the last.
  ///
  /// The line between these covers what the line through all of them covers, but for what is narrower than a column.
  /// - Complexity: O(count).
  static func kept(_ count: Int, column: (Int) -> Int, height: (Int) -> Double) -> [Int] {
    var kept: [Int] = []
    var start = 0
    while start < count {
      var (lowest, highest, end) = (start, start, start + 1)
      let own = column(start)
      while end < count, column(end) == own {
        if height(end) < height(lowest) { lowest = end }
        if height(end) > height(highest) { highest = end }
        end += 1
      }
      kept.append(start)
      for index in [min(lowest, highest), max(lowest, highest), end - 1] where index != kept.last {
        kept.append(index)
      }
      start = end
    }
    return kept
  }
}
