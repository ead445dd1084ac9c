/// A number at every place of a plane, shown as a colour.
public struct HeatMap: Sendable, Hashable {
  /// The horizontal part of the plane.
  public let x: AxisRange
  /// The vertical part of the plane.
  public let y: AxisRange
  /// How many cells stand side by side.
  public let columns: Int
  /// How many cells stand one above the other.
  public let rows: Int
  /// The numbers in the middle of the cells, row by row from below.
  public let values: [Double]
  /// Which colour stands for which number.
  public let scale: ColourScale

  /// The same numbers in other colours.
  public func scaled(_ scale: ColourScale) -> HeatMap {
    HeatMap(x: x, y: y, columns: columns, rows: rows, values: values, scale: scale)
  }

  private init(
    x: AxisRange, y: AxisRange, columns: Int, rows: Int, values: [Double], scale: ColourScale
  ) {
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    self.values = values
    self.scale = scale
  }
}

extension HeatMap {
  /// How many maps stand in one figure at most.
  public static let mostOutputs = FigureGrid.panelLimit

  /// Samples a field of `outputs` numbers in the middle of each cell; gives one map for each of them.
  ///
  /// `evaluate` gets all points in one batch, at most 40,000, and answers with the numbers of the first point, then
  /// those of the second, and so on; what it leaves out is NaN. All maps share `scale`, or the scale that suits the
  /// numbers, around `middle` where there is one.
  /// - Precondition: there are at most ``mostOutputs`` outputs.
  /// - Throws: what `evaluate` throws.
  public static func sampling<Failure: Error>(
    x: AxisRange, y: AxisRange, columns: Int = 100, rows: Int = 100, outputs: Int = 1,
    scale: ColourScale? = nil, middle: Double? = nil, evaluate: ([PlanePoint]) throws(Failure) -> [Double]
  ) throws(Failure) -> [HeatMap] {
    precondition(outputs <= mostOutputs, "\(outputs) maps")
    let columns = max(1, min(200, columns)), rows = max(1, min(200, rows)), outputs = max(1, outputs)
    var points: [PlanePoint] = []
    points.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        points.append(
          PlanePoint(
            x.value(at: (Double(column) + 0.5) / Double(columns)),
            y.value(at: (Double(row) + 0.5) / Double(rows))))
      }
    }
    let answers = try evaluate(points)
    let scale = scale ?? .automatic(for: answers, around: middle)
    return (0..<outputs).map { output in
      let values = points.indices.map { index in
        let place = index * outputs + output
        return place < answers.count ? answers[place] : .nan
      }
      return HeatMap(x: x, y: y, columns: columns, rows: rows, values: values, scale: scale)
    }
  }
}

extension HeatMap: MarkContent {
  var subject: String { "Heat map" }
  /// The rectangles: neighbours of one shade are one.
  func partCount(on x: Axis) -> Int {
    values.indices.reduce(0) { count, cell in
      let isNew = cell % columns == 0 || scale.shade(of: values[cell]) != scale.shade(of: values[cell - 1])
      return count + (isNew ? 1 : 0)
    }
  }
  var coversPlane: Bool { true }

  func draw(on canvas: inout PlotCanvas) {
    let xs = (0...columns).map { edge($0, of: columns, from: canvas.box.x, width: canvas.box.width) }
    let ys = (0...rows).map { edge(rows - $0, of: rows, from: canvas.box.y, width: canvas.box.height) }
    var cells: [[[DrawingPoint]]] = Array(repeating: [], count: ColourScale.count + 1)
    for row in 0..<rows {
      // Neighbours of one shade are one rectangle.
      var start = 0
      let shades = (0..<columns).map { scale.shade(of: values[row * columns + $0]) ?? ColourScale.count }
      for column in 1...columns where column == columns || shades[column] != shades[start] {
        let rect = DrawingRect(
          x: xs[start], y: ys[row + 1], width: xs[column] - xs[start], height: ys[row] - ys[row + 1])
        if rect.width > 0 && rect.height > 0 { cells[shades[start]].append(rect.corners) }
        start = column
      }
    }
    for (shade, outlines) in cells.enumerated() where !outlines.isEmpty {
      canvas.list.append(.fill(outlines, scale.role(of: shade < ColourScale.count ? shade : nil)))
    }
  }

  func description(x: Axis, y: Axis) -> String? {
    let finite = values.indices.filter { values[$0].isFinite }
    guard let low = finite.min(by: { values[$0] < values[$1] }),
      let high = finite.max(by: { values[$0] < values[$1] })
    else { return "no values" }
    let missing = values.count { $0.isNaN }
    let remark = missing > 0 ? ", without value in \(missing) of \(values.count) cells" : ""
    if values[low] == values[high] { return "\(NumberText.short(values[low])) everywhere\(remark)" }
    return "values from \(word(low)) to \(word(high))\(remark)"
  }

  func dataTable(x: Axis, y: Axis) -> DataTable? {
    let chosen = [0.05, 0.25, 0.5, 0.75, 0.95]
    let indices = chosen.flatMap { v in
      chosen.map { u in Int(v * Double(rows)) * columns + Int(u * Double(columns)) }
    }
    return DataTable(
      title: "Values", header: [x.name(or: "x"), y.name(or: "y"), "value"],
      rows: indices.map { index in
        let point = point(index)
        return [NumberText.short(point.x), NumberText.short(point.y), NumberText.short(values[index])]
      })
  }

  private func word(_ index: Int) -> String {
    "\(NumberText.short(values[index])) at \(point(index).words)"
  }

  /// The middle of a cell.
  private func point(_ index: Int) -> PlanePoint {
    PlanePoint(
      x.value(at: (Double(index % columns) + 0.5) / Double(columns)),
      y.value(at: (Double(index / columns) + 0.5) / Double(rows)))
  }

  /// An edge of a cell: on whole pixels, so that no shade is mixed, but for the edges of the plane.
  private func edge(_ index: Int, of count: Int, from start: Int, width: Int) -> Int {
    if index == 0 { return start }
    if index == count { return start + width }
    let place = (start + width * index / count + Measure.pixel / 2) / Measure.pixel * Measure.pixel
    return max(start, min(start + width, place))
  }
}
