/// The data points of one class.
public struct PointSeries: Sendable, Hashable {
  /// What the legend calls them; empty for no entry.
  public let name: String
  /// The class, from 0; it decides colour and shape.
  public let classIndex: Int
  /// The points.
  public let points: [PlanePoint]
  /// The places in ``points`` of those that a net gets wrong.
  public let wrong: Set<Int>

  /// Makes a series; a long name is cut.
  public init(_ name: String, classIndex: Int, points: [PlanePoint], wrong: Set<Int> = []) {
    self.name = PlainText.label(name, limit: 60)
    self.classIndex = max(0, classIndex)
    self.points = points
    self.wrong = wrong
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

  /// Where the points are on average.
  private var middle: String {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard !finite.isEmpty else { return "" }
    let sum = finite.reduce(PlanePoint(0, 0)) { PlanePoint($0.x + $1.x, $0.y + $1.y) }
    let count = Double(finite.count)
    return " around \(PlanePoint(sum.x / count, sum.y / count).words)"
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
    let errors = wrong.isEmpty ? "" : ", \(wrong.count) of \(points.count) wrong"
    guard points.count <= 8 else { return "\(title): \(points.count) points\(middle)\(remark)\(errors)" }
    let words = points.map { $0.words(on: x, y) }
    var places: [String] = []
    for place in words where !places.contains(place) { places.append(place) }
    let counted = places.map { place in
      let count = words.count { $0 == place }
      return count > 1 ? "\(place) ×\(count)" : place
    }
    return "\(title) at \(counted.joined(separator: ", "))\(remark)\(errors)"
  }
}
