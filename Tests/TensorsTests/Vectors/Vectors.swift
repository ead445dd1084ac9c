/// Points made with mpmath by make_mathematics.py, one text a function.
enum Vectors {
  /// One point: the arguments, the nearest value, and the true value minus it in units of its last place.
  struct Point {
    let arguments: [Double]
    let value: Double
    let residue: Double

    /// How far `result` is from the true value, in units of the last place of the nearest value.
    func error(of result: Double) -> Double {
      guard value.isFinite, result.isFinite else { return same(result, value) ? 0 : .infinity }
      if value == 0 { return result == 0 && result.sign == value.sign ? 0 : .infinity }
      return abs((result - value) / value.ulp - residue)
    }
  }

  /// Reads the points of a text.
  static func points(_ text: String) -> [Point] {
    text.split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      return Point(
        arguments: Array(numbers.dropLast(2)), value: numbers[numbers.count - 2],
        residue: numbers[numbers.count - 1])
    }
  }
}

/// Whether two numbers have the same bits, every NaN counting as the same.
func same(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }
