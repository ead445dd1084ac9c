import Wording

/// A matrix as a table of coloured cells, with its numbers where they fit.
public struct MatrixHeat: Sendable, Hashable {
  /// At most this many rows and columns are kept.
  public static let sideLimit = 200

  /// The numbers, row by row from above; what is missing is NaN.
  public let values: [[Double]]
  /// The names of the rows.
  public let rowNames: [String]
  /// The names of the columns.
  public let columnNames: [String]
  /// Which colour stands for which number.
  public let scale: ColourScale

  /// Makes a heat map of a matrix; rows and columns without a name are numbered from 1.
  public init(
    _ values: [[Double]], rows: [String] = [], columns: [String] = [], scale: ColourScale? = nil
  ) {
    let kept = values.prefix(MatrixHeat.sideLimit)
    let width = min(MatrixHeat.sideLimit, kept.map(\.count).max() ?? 0)
    self.values = kept.map { row in (0..<width).map { $0 < row.count ? row[$0] : .nan } }
    rowNames = MatrixHeat.names(rows, count: kept.count)
    columnNames = MatrixHeat.names(columns, count: width)
    self.scale = scale ?? .weights(self.values.flatMap { $0 })
  }

  /// The same numbers in other colours.
  func scaled(_ scale: ColourScale) -> MatrixHeat {
    MatrixHeat(values, rows: rowNames, columns: columnNames, scale: scale)
  }

  private static func names(_ names: [String], count: Int) -> [String] {
    (0..<count).map { $0 < names.count ? PlainText.label(names[$0], limit: 40) : "\($0 + 1)" }
  }

  /// The axes of the matrix: columns from the left, rows from above.
  var axes: (x: Axis, y: Axis) {
    (Axis("", categories: columnNames), Axis("", categories: rowNames.reversed()))
  }
}

extension MatrixHeat: MarkContent {
  var subject: Phrase { .matrix }
  func partCount(on x: Axis) -> Int { values.reduce(0) { $0 + $1.count } }
  var coversPlane: Bool { true }

  func draw(on canvas: inout PlotCanvas) {
    guard let width = values.first?.count, width > 0 else { return }
    for (row, numbers) in values.enumerated() {
      for (column, number) in numbers.enumerated() {
        let cell = rect(row, column, on: canvas)
        canvas.list.append(.fill([cell.corners], scale.role(of: scale.shade(of: number))))
      }
    }
    let cell = DrawingRect(
      x: 0, y: 0, width: canvas.box.width / width, height: canvas.box.height / values.count)
    guard let digits = digits(fitting: cell) else { return }
    let size = Measure.tickSize
    for (row, numbers) in values.enumerated() {
      for (column, number) in numbers.enumerated() {
        let cell = rect(row, column, on: canvas), words = NumberText.rounded(number, digits: digits)
        let start = DrawingPoint(
          x: cell.x + (cell.width - TextWidths.width(of: words, size: size)) / 2,
          y: cell.y + cell.height / 2 + Measure.middle(size))
        let role = scale.inkRole(on: scale.shade(of: number))
        canvas.list.append(.text(DrawingText(words, start: start, size: size), role))
      }
    }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    let numbers = values.flatMap { $0 }
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return words(.noValues) }
    if numbers.count <= 12 {
      return values.indices.map { row in
        "\(rowNames[row]): \(values[row].map { NumberText.three($0) }.joined(separator: ", "))"
      }.joined(separator: "; ")
    }
    return words(.valuesFromTo, NumberText.three(low), NumberText.three(high))
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: words(.matrix), header: [""] + columnNames.prefix(50),
      rows: values.indices.lazy.map { row in
        [rowNames[row]] + values[row].prefix(50).map { NumberText.short($0) }
      })
  }

  /// The number of decimals with which every number fits into `cell`.
  private func digits(fitting cell: DrawingRect) -> Int? {
    guard cell.height >= Measure.lineHeight(Measure.tickSize) + 2 * Measure.pixel else { return nil }
    let numbers = values.joined()
    return [4, 3, 2, 1].first { digits in
      numbers.allSatisfy { number in
        let words = NumberText.rounded(number, digits: digits)
        return TextWidths.width(of: words, size: Measure.tickSize) + 6 * Measure.pixel <= cell.width
      }
    }
  }

  private func rect(_ row: Int, _ column: Int, on canvas: PlotCanvas) -> DrawingRect {
    func edge(_ index: Int, _ count: Int, _ start: Int, _ length: Int) -> Int {
      if index == 0 { return start }
      if index == count { return start + length }
      return (start + length * index / count) / Measure.pixel * Measure.pixel
    }
    let box = canvas.box, width = values[row].count
    let left = edge(column, width, box.x, box.width), top = edge(row, values.count, box.y, box.height)
    return DrawingRect(
      x: left, y: top, width: edge(column + 1, width, box.x, box.width) - left,
      height: edge(row + 1, values.count, box.y, box.height) - top)
  }
}
