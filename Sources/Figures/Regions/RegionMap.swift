import Wording

/// Which class holds where in a plane: regions as polygons, and the borders between them as lines.
public struct RegionMap: Sendable, Hashable {
  /// All that belongs to one class.
  public struct Region: Sendable, Hashable {
    /// The class, from 0; nil where there is no value.
    public let classIndex: Int?
    /// Closed outlines: counterclockwise around the inside, clockwise around its holes.
    public let outlines: [[PlanePoint]]
    /// The part of the plane that it covers, from 0 to 1.
    public let share: Double
  }

  /// A line between two regions.
  public struct Border: Sendable, Hashable {
    /// The points, in order.
    public let points: [PlanePoint]
    /// Whether the last point is joined to the first.
    public let isClosed: Bool
  }

  /// The horizontal part of the plane.
  public let x: AxisRange
  /// The vertical part of the plane.
  public let y: AxisRange
  /// The names of the classes, by index.
  public let classNames: [String]
  /// The regions in order of their class, that of no value first; one that covers nothing is absent.
  public let regions: [Region]
  /// The borders.
  public let borders: [Border]
}

extension RegionMap: MarkContent {
  var subject: Phrase { .decisionRegions }
  var coversPlane: Bool { true }
  func partCount(on x: Axis) -> Int {
    regions.reduce(0) { $0 + $1.outlines.reduce(0) { $0 + $1.count } }
      + borders.reduce(0) { $0 + $1.points.count }
  }

  func legend(_ words: Words) -> [LegendEntry] {
    regions.map { region in
      LegendEntry(sample: .ground(region.role), label: name(of: region, words))
    }
  }

  func draw(on canvas: inout PlotCanvas) {
    // The largest region is drawn as the ground, so that no paper shines through between neighbours.
    guard let ground = regions.max(by: { $0.share < $1.share }) else { return }
    canvas.list.append(.fill([canvas.box.corners], ground.role))
    for region in regions where region != ground {
      canvas.list.append(.fill(region.outlines.map { $0.map(canvas.place(_:)) }, region.role))
    }
    for region in regions { drawHatch(over: region, on: &canvas) }
    canvas.stroke(
      borders.map { DrawingLine($0.points.map(canvas.place(_:)), isClosed: $0.isClosed) }, .boundary,
      DrawingStroke(width: 2 * Measure.pixel))
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    regions.map { region in
      let parts = PlaneWords.parts(of: region.outlines, x: self.x, y: self.y)
      let cover = words(.covers, name(of: region, words), percent(region.share, words))
      guard region.share <= 0.999, let first = parts.first else { return cover }
      return cover + ", " + parts.dropFirst().reduce(words(first)) { words(.pair, $0, words($1)) }
    }
    .joined(separator: "; ")
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: words(.regions), header: [words(.region), words(.partOfPlane)],
      rows: regions.map { [name(of: $0, words), percent($0.share, words)] })
  }

  private func name(of region: Region, _ words: Words) -> String {
    region.classIndex.map { classNames[$0] } ?? words(.noValue)
  }

  private func percent(_ share: Double, _ words: Words) -> String {
    let tenths = Int((share * 1000).rounded())
    if tenths == 0 { return words(.lessThan, "0.1 %") }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// Draws slanted lines inside the outlines of a region that has no colour of its own.
  private func drawHatch(over region: Region, on canvas: inout PlotCanvas) {
    guard let hatch = region.role.hatch else { return }
    let outlines = region.outlines.map { $0.map(canvas.place(_:)) }
    let box = canvas.box, step = hatch.distance
    var lines: [DrawingLine] = []
    for sum in stride(from: box.x + box.y + step, to: box.maxX + box.maxY, by: step) {
      let crossings = outlines.flatMap { self.crossings(of: $0, withSum: sum) }.sorted()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let from = crossings[index], to = crossings[index + 1]
        lines.append(DrawingLine([DrawingPoint(x: from, y: sum - from), DrawingPoint(x: to, y: sum - to)]))
      }
    }
    guard !lines.isEmpty else { return }
    canvas.list.append(.stroke(lines, hatch.role, DrawingStroke(width: Measure.pixel)))
  }

  /// Where the closed outline crosses the line x + y = `sum`, as x.
  private func crossings(of outline: [DrawingPoint], withSum sum: Int) -> [Int] {
    guard let last = outline.last else { return [] }
    return zip([last] + outline, outline).compactMap { a, b in
      let from = a.x + a.y - sum, to = b.x + b.y - sum
      guard (from < 0) != (to < 0) else { return nil }
      return a.x + (b.x - a.x) * from / (from - to)
    }
  }
}

extension RegionMap.Region {
  /// The colour of the region's ground.
  fileprivate var role: ColourRole { classIndex.map { .region($0) } ?? .noValue }
}
