/// The class at each corner of a fine grid over the plane, found by asking only where classes meet.
struct LabelGrid {
  /// The label where there is no value.
  static let noValue = -1
  /// The cells along a side of the grid that is asked first.
  static let coarseSide = 80

  /// How many fine cells stand along a coarse one.
  let factor: Int
  /// The fine cells along a side.
  var side: Int { LabelGrid.coarseSide * factor }
  /// Halvings that find a border to about 1/32 px in a picture of usual size.
  var roughSteps: Int { factor >= 4 ? 5 : factor >= 2 ? 6 : 7 }
  /// The corners that the fine grid still needs.
  private(set) var openPlaces: [PlanePoint] = []
  private var labels: [Int]

  /// The corners of the coarse grid, row by row from below.
  static var coarsePlaces: [PlanePoint] {
    (0...coarseSide).flatMap { row in
      (0...coarseSide).map { PlanePoint(Double($0), Double(row)) }
    }
  }

  /// Makes the fine grid from the labels at ``coarsePlaces``.
  init(coarse: [Int]) {
    let size = LabelGrid.coarseSide
    func label(_ column: Int, _ row: Int) -> Int { coarse[row * (size + 1) + column] }
    func isMixed(_ column: Int, _ row: Int) -> Bool {
      let first = label(column, row)
      return label(column + 1, row) != first || label(column, row + 1) != first
        || label(column + 1, row + 1) != first
    }
    let cells = (0..<size * size).map { (column: $0 % size, row: $0 / size) }
    let mixed = cells.filter { isMixed($0.column, $0.row) }
    let factor = LabelGrid.factor(mixedCells: mixed.count)
    self.factor = factor
    let width = size * factor + 1
    var labels = [Int](repeating: LabelGrid.noValue, count: width * width)
    for row in 0...size * factor {
      for column in 0...size * factor {
        labels[row * width + column] = label(column / factor, row / factor)
      }
    }
    self.labels = labels
    findOpenPlaces(in: mixed)
  }

  /// The label of the corner at `column` and `row`.
  func label(_ column: Int, _ row: Int) -> Int { labels[row * (side + 1) + column] }

  /// Takes the answers for ``openPlaces``.
  mutating func refine(with answers: [Int]) {
    for (place, answer) in zip(openPlaces, answers) {
      labels[Int(place.y) * (side + 1) + Int(place.x)] = answer
    }
    openPlaces = []
  }

  /// The finest grid that leaves enough questions for the borders.
  private static func factor(mixedCells: Int) -> Int {
    [4, 2].first { mixedCells * $0 * ($0 + 6) < 14_500 } ?? 1
  }

  private mutating func findOpenPlaces(in mixed: [(column: Int, row: Int)]) {
    guard factor > 1 else { return }
    var isOpen = [Bool](repeating: false, count: labels.count)
    for cell in mixed {
      for row in cell.row * factor...(cell.row + 1) * factor {
        for column in cell.column * factor...(cell.column + 1) * factor
        where row % factor != 0 || column % factor != 0 {
          isOpen[row * (side + 1) + column] = true
        }
      }
    }
    openPlaces = isOpen.indices.filter { isOpen[$0] }
      .map { PlanePoint(Double($0 % (side + 1)), Double($0 / (side + 1))) }
  }
}
