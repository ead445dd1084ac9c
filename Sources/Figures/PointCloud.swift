/// All series of a figure together, so that points at the same place are set side by side and stay visible.
struct PointCloud {
  var series: [PointSeries]

  /// Markers shrink where there are many.
  var radius: Int {
    let count = series.reduce(0) { $0 + $1.points.count }
    return (count <= 40 ? 6 : count <= 150 ? 5 : count <= 600 ? 4 : 3) * Measure.pixel
  }

  func draw(on canvas: inout PlotCanvas) {
    let places = series.map { one in one.points.filter(canvas.shows).map { canvas.place($0) } }
    let classes = classesByPlace(places)
    let radius = radius
    var drawn: Set<Placed> = []
    for (one, places) in zip(series, places) {
      for place in places where drawn.insert(Placed(place: place, index: one.classIndex)).inserted {
        let center = shifted(place, among: classes[place] ?? [], class: one.classIndex)
        for element in one.shape.elements(at: center, radius: radius, class: one.classIndex) {
          canvas.list.append(element)
        }
        canvas.obstacles.append(DrawingRect(around: center, radius: radius * 5 / 4))
      }
    }
  }

  private struct Placed: Hashable {
    var place: DrawingPoint
    var index: Int
  }

  private func classesByPlace(_ places: [[DrawingPoint]]) -> [DrawingPoint: [Int]] {
    var classes: [DrawingPoint: [Int]] = [:]
    for (one, places) in zip(series, places) {
      for place in places where classes[place]?.contains(one.classIndex) != true {
        classes[place, default: []].append(one.classIndex)
      }
    }
    return classes
  }

  /// The place of the class `index` in a row of markers around the place that several classes share.
  private func shifted(_ place: DrawingPoint, among classes: [Int], class index: Int) -> DrawingPoint {
    guard classes.count > 1, let position = classes.firstIndex(of: index) else { return place }
    return DrawingPoint(x: place.x + (2 * position - classes.count + 1) * radius, y: place.y)
  }
}
