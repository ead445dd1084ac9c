/// The data points of one class.
public struct PointSeries: Sendable, Hashable {
  /// What the legend calls them; empty for no entry.
  public let name: String
  /// The class, from 0; it decides colour and shape.
  public let classIndex: Int
  /// The points.
  public let points: [PlanePoint]

  /// Makes a series; a long name is cut.
  public init(_ name: String, classIndex: Int, points: [PlanePoint]) {
    self.name = PlainText.bounded(name, limit: 60)
    self.classIndex = max(0, classIndex)
    self.points = points
  }
}

extension PointSeries: MarkContent {
  var subject: String { "Scatter plot" }
  func partCount(on x: Axis) -> Int { points.count }
  var shape: MarkerShape { MarkerShape.forClass(classIndex) }

  var legend: [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(sample: .marker(shape, classIndex), label: name)]
  }

  /// Draws the points; ``Figure`` draws all series at once, so that equal points of two classes are both seen.
  func draw(on canvas: inout PlotCanvas) {
    PointCloud(series: [self]).draw(on: &canvas)
  }

  func dataTable(x: Axis, y: Axis) -> DataTable? {
    DataTable(
      title: name.isEmpty ? "Points" : name, header: [x.label, y.label],
      rows: points.lazy.map { [NumberText.short($0.x), NumberText.short($0.y)] })
  }

  func description(x: Axis, y: Axis) -> String? {
    let title = name.isEmpty ? "points" : name
    let hidden = points.count { !x.range.contains($0.x) || !y.range.contains($0.y) }
    let remark = hidden > 0 ? " (\(hidden) outside the plane shown)" : ""
    guard !points.isEmpty else { return "\(title): none" }
    guard points.count <= 8 else { return "\(title): \(points.count) points\(remark)" }
    return "\(title) at \(points.map(\.words).joined(separator: ", "))\(remark)"
  }
}
