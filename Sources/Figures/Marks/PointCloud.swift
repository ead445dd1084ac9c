/// All series of a figure together, so that points at the same place are set side by side and stay visible.
struct PointCloud {
  var series: [PointSeries]

  /// The radius of one of `count` markers in a plane of `box`: smaller where there are many or little room.
  static func radius(of count: Int, in box: DrawingRect) -> Int {
    let large = count <= 40 ? 12 : count <= 150 ? 10 : count <= 600 ? 8 : 6
    let room = min(box.width, box.height) / Measure.pixel
    return max(4, room < 220 ? large - 2 : large) * Measure.pixel / 2
  }

  func draw(on canvas: inout PlotCanvas) {
    let places = series.map { one in one.points.filter(canvas.shows).map { canvas.place($0) } }
    let classes = classesByPlace(places)
    let radius = Self.radius(of: series.reduce(0) { $0 + $1.points.count }, in: canvas.box)
    // Of thousands of points, those that would cover each other but for 2 px are drawn once.
    let grain = series.reduce(0) { $0 + $1.points.count } > 2000 ? 2 * Measure.pixel : 1
    var drawn: Set<Placed> = []
    for (one, places) in zip(series, places) {
      for place in places {
        let cell = DrawingPoint(x: place.x / grain, y: place.y / grain)
        guard drawn.insert(Placed(cell: cell, index: one.classIndex)).inserted else { continue }
        let row = classes[place] ?? []
        let center = shifted(place, by: radius, among: row, class: one.classIndex)
        canvas.list.append(
          .marker(DrawingMarker(one.shape, classIndex: one.classIndex, center: center, radius: radius)))
        canvas.obstacles.append(DrawingRect(around: center, radius: radius * 5 / 4))
      }
    }
  }

  private struct Placed: Hashable {
    var cell: DrawingPoint
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
  private func shifted(
    _ place: DrawingPoint, by radius: Int, among classes: [Int], class index: Int
  ) -> DrawingPoint {
    guard classes.count > 1, let position = classes.firstIndex(of: index) else { return place }
    return DrawingPoint(x: place.x + (2 * position - classes.count + 1) * radius, y: place.y)
  }
}
