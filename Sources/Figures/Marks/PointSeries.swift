import Wording

/// The data points of one class.
public struct PointSeries: Sendable, Hashable {
  /// What the legend calls them; empty for no entry.
  public let name: String
  /// The class, from 0; it decides colour and shape.
  public let classIndex: Int
  /// The points.
  public let points: [PlanePoint]
  /// The positions in ``points`` of those that a net gets wrong.
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
  var subject: Phrase { .scatterPlot }
  func partCount(on x: Axis) -> Int { points.count }
  var shape: MarkerShape { MarkerShape.forClass(classIndex) }

  func legend(_ words: Words) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(sample: .marker(shape, classIndex), label: name)]
  }

  /// Draws the points; ``Figure`` draws all series at once, so that equal points of two classes are both seen.
  func draw(on canvas: inout PlotCanvas) {
    PointCloud(series: [self]).draw(on: &canvas)
  }

  /// The words with where the points are on average.
  private func around(_ text: String, _ words: Words) -> String {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard !finite.isEmpty else { return text }
    let sum = finite.reduce(PlanePoint(0, 0)) { PlanePoint($0.x + $1.x, $0.y + $1.y) }
    let count = Double(finite.count)
    return words(.around, text, PlanePoint(sum.x / count, sum.y / count).words)
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: name.isEmpty ? words(.dataPoints) : name, header: [x.label, y.label],
      rows: points.lazy.map { [NumberText.short($0.x), NumberText.short($0.y)] })
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    let title = name.isEmpty ? words(.pointsUnnamed) : name
    let hidden = points.count { !x.range.contains($0.x) || !y.range.contains($0.y) }
    guard !points.isEmpty else { return words(.noneOf, title) }
    func remarked(_ text: String) -> String {
      let shown = hidden > 0 ? words(.notShown, text, "\(hidden)") : text
      return wrong.isEmpty ? shown : words(.wrongOf, shown, "\(wrong.count)", "\(points.count)")
    }
    guard points.count <= 8 else {
      return remarked(around(words(.pointCount, title, "\(points.count)"), words))
    }
    let all = points.map { $0.words(on: x, y) }
    var places: [String] = []
    for place in all where !places.contains(place) { places.append(place) }
    let counted = places.map { place in
      let count = all.count { $0 == place }
      return count > 1 ? "\(place) ×\(count)" : place
    }
    return remarked(words(.pointsAt, title, counted.joined(separator: ", ")))
  }
}
