import Wording

/// A number at every position of a plane, shown as a colour.
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
  /// The number along which a line is drawn.
  public let level: Double?
  /// Where each of the numbers is, of a field that has only a few; its borders are then sharp.
  public var steps: Steps?

  /// The few numbers of a field, and the parts of the plane that have them.
  public struct Steps: Sendable, Hashable {
    /// The numbers, ascending.
    public let numbers: [Double]
    /// The part of each number, which is the class of a region.
    public let regions: RegionMap
  }

  /// The same numbers in other colours.
  public func scaled(_ scale: ColourScale) -> HeatMap {
    var map = HeatMap(x: x, y: y, columns: columns, rows: rows, values: values, scale: scale, level: level)
    map.steps = steps
    return map
  }

  private init(
    x: AxisRange, y: AxisRange, columns: Int, rows: Int, values: [Double], scale: ColourScale, level: Double?
  ) {
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    self.values = values
    self.scale = scale
    self.level = level
  }
}

extension HeatMap {
  /// How many maps stand in one figure at most.
  public static let mostOutputs = FigureGrid.panelLimit

  /// Samples a field of `outputs` numbers in the middle of each cell; gives one map for each of them.
  ///
  /// `evaluate` gets all points in one batch, at most 40,000, and answers with the numbers of the first point, then
  /// those of the second, and so on; what it leaves out is NaN. All maps share `scale`, or the scale that suits the
  /// numbers, around `middle` where there is one, and have a line at `level`.
  /// - Precondition: there are at most ``mostOutputs`` outputs.
  /// - Throws: what `evaluate` throws.
  public static func sampling<Failure: Error>(
    x: AxisRange, y: AxisRange, columns: Int = 100, rows: Int = 100, outputs: Int = 1,
    scale: ColourScale? = nil, middle: Double? = nil, level: Double? = nil,
    evaluate: ([PlanePoint]) throws(Failure) -> [Double]
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
      return HeatMap(x: x, y: y, columns: columns, rows: rows, values: values, scale: scale, level: level)
    }
  }
}

extension HeatMap {
  /// Of more numbers than these the contours are smooth enough.
  private static let mostSteps = 12

  /// Finds where a field that has only a few numbers steps from one to the next; any other stays as it is.
  ///
  /// `evaluate` gets points in a dozen batches, at most 25,000 in all, and answers with the number at each.
  /// - Throws: what `evaluate` throws.
  public func stepped<Failure: Error>(
    evaluate: ([PlanePoint]) throws(Failure) -> [Double]
  ) throws(Failure) -> HeatMap {
    let numbers = Set(values).sorted()
    // A line at a level is one of the borders only where there is a single one.
    guard 2...(level == nil ? HeatMap.mostSteps : 2) ~= numbers.count, numbers.allSatisfy(\.isFinite) else {
      return self
    }
    let names = numbers.map { NumberText.three($0) }
    let regions = try RegionMap.tracing(x: x, y: y, classNames: names) { (points) throws(Failure) -> [Int] in
      try evaluate(points).map { numbers.firstIndex(of: $0) ?? -1 }
    }
    // What has another number somewhere is no field of a few.
    guard regions.regions.allSatisfy({ $0.classIndex != nil }) else { return self }
    var map = self
    map.steps = Steps(numbers: numbers, regions: regions)
    return map
  }
}

extension HeatMap: MarkContent {
  var subject: Phrase { .heatMap }
  /// The pieces of the grounds.
  func partCount(on x: Axis) -> Int { steps?.regions.partCount(on: x) ?? HeatContours(self).pieceCount }
  var coversPlane: Bool { true }

  private static let levelStroke = DrawingStroke(width: 2 * Measure.pixel)

  func legend(_ words: Words) -> [LegendEntry] {
    level.map {
      [
        LegendEntry(
          sample: .line(.boundary, HeatMap.levelStroke), label: $0 == 0.5 ? "½" : NumberText.three($0))
      ]
    } ?? []
  }

  func draw(on canvas: inout PlotCanvas) {
    if let steps { return draw(steps, on: &canvas) }
    let contours = HeatContours(self)
    for ground in contours.grounds() {
      let outlines = ground.outlines.map { $0.map { canvas.place(atFraction: $0.x, $0.y) } }
      canvas.list.append(.fill(outlines, scale.role(of: ground.shade)))
    }
    drawGaps(on: &canvas)
    guard let level else { return }
    let lines = contours.lines(at: level).map { line in
      DrawingLine(line.map { canvas.place(atFraction: $0.x, $0.y) })
    }
    canvas.stroke(lines, .boundary, HeatMap.levelStroke)
  }

  /// Draws the part of each number, and the border between two of them where it is the line at a level.
  private func draw(_ steps: Steps, on canvas: inout PlotCanvas) {
    for region in steps.regions.regions {
      guard let index = region.classIndex else { continue }
      let outlines = region.outlines.map { $0.map(canvas.place(_:)) }
      canvas.list.append(.fill(outlines, scale.role(of: scale.shade(of: steps.numbers[index]))))
    }
    guard let level, let first = steps.numbers.first, let last = steps.numbers.last, first < level,
      level <= last
    else { return }
    let lines = steps.regions.borders.map {
      DrawingLine($0.points.map(canvas.place(_:)), isClosed: $0.isClosed)
    }
    canvas.stroke(lines, .boundary, HeatMap.levelStroke)
  }

  /// Covers the cells that have no number.
  private func drawGaps(on canvas: inout PlotCanvas) {
    var gaps: [[DrawingPoint]] = []
    for row in 0..<rows {
      var start: Int?
      for column in 0...columns {
        if column < columns, values[row * columns + column].isNaN {
          start = start ?? column
        } else if let first = start {
          let a = canvas.place(atFraction: Double(first) / Double(columns), Double(row + 1) / Double(rows))
          let b = canvas.place(atFraction: Double(column) / Double(columns), Double(row) / Double(rows))
          gaps.append(DrawingRect(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y).corners)
          start = nil
        }
      }
    }
    if !gaps.isEmpty { canvas.list.append(.fill(gaps, .noValue)) }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    let finite = values.indices.filter { values[$0].isFinite }
    guard let low = finite.min(by: { values[$0] < values[$1] }),
      let high = finite.max(by: { values[$0] < values[$1] })
    else { return words(.noValues) }
    let missing = values.count { $0.isNaN }
    func place(_ index: Int) -> String {
      words(.at, NumberText.three(values[index]), point(index).words)
    }
    let text =
      values[low] == values[high]
      ? words(.everywhere, NumberText.three(values[low])) : words(.valuesFromTo, place(low), place(high))
    return missing > 0 ? words(.missingIn, text, "\(missing)", "\(values.count)") : text
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    let chosen = [0.05, 0.25, 0.5, 0.75, 0.95]
    let indices = chosen.flatMap { v in
      chosen.map { u in Int(v * Double(rows)) * columns + Int(u * Double(columns)) }
    }
    return DataTable(
      title: words(.values), header: [x.name(or: "x"), y.name(or: "y"), words(.valueColumn)],
      rows: indices.map { index in
        let point = point(index)
        return [NumberText.short(point.x), NumberText.short(point.y), NumberText.short(values[index])]
      })
  }

  /// The middle of a cell.
  private func point(_ index: Int) -> PlanePoint {
    PlanePoint(
      x.value(at: (Double(index % columns) + 0.5) / Double(columns)),
      y.value(at: (Double(index / columns) + 0.5) / Double(rows)))
  }
}
