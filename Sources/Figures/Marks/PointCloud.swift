/// All series of a figure together, so that points at the same position are set side by side or counted, and stay visible.
struct PointCloud {
  var series: [PointSeries]

  /// The most positions with several points of one class whose number is written.
  private static let mostCounts = 40

  private var pointCount: Int { series.reduce(0) { $0 + $1.points.count } }

  /// The radius of one of `count` markers in a plane of `box`: smaller where there are many or little room.
  static func radius(of count: Int, in box: DrawingRect) -> Int {
    let large = count <= 40 ? 12 : count <= 150 ? 10 : count <= 600 ? 8 : count <= 2000 ? 6 : 4
    let room = min(box.width, box.height) / Measure.pixel
    return max(4, room < 220 ? large - 2 : large) * Measure.pixel / 2
  }

  func draw(on canvas: inout PlotCanvas) {
    let places = joined(
      series.map { one in
        one.points.indices.filter { canvas.shows(one.points[$0]) }.map { (canvas.place(one.points[$0]), $0) }
      })
    let classes = classesByPlace(places)
    let radius = Self.radius(of: pointCount, in: canvas.box)
    // Of thousands of points, those that would cover each other but for 2 px are drawn once.
    let grain = pointCount > 2000 ? 2 * Measure.pixel : 1
    var drawn: [Placed: Int] = [:]
    var centers: [(center: DrawingPoint, placed: Placed)] = []
    for (one, places) in zip(series, places) {
      for (place, index) in places {
        let cell = DrawingPoint(x: place.x / grain, y: place.y / grain)
        let placed = Placed(cell: cell, index: one.classIndex)
        let center = shifted(place, by: radius, among: classes[place] ?? [], class: one.classIndex)
        drawn[placed, default: 0] += 1
        if drawn[placed] == 1 {
          canvas.list.append(
            .marker(DrawingMarker(one.shape, classIndex: one.classIndex, center: center, radius: radius)))
          canvas.obstacles.append(DrawingRect(around: center, radius: radius * 5 / 4))
          centers.append((center, placed))
        }
        if one.wrong.contains(index) { ring(around: center, radius: radius, on: &canvas) }
      }
    }
    if grain == 1 { count(centers.map { ($0.center, drawn[$0.placed] ?? 1) }, radius, on: &canvas) }
  }

  /// Draws a ring around a point that a net gets wrong.
  private func ring(around center: DrawingPoint, radius: Int, on canvas: inout PlotCanvas) {
    let ring = Measure.circle(around: center, radius: radius + 4 * Measure.pixel)
    canvas.list.append(
      .stroke([DrawingLine(ring, isClosed: true)], .ink, DrawingStroke(width: 2 * Measure.pixel)))
    canvas.obstacles.append(DrawingRect(around: center, radius: radius + 5 * Measure.pixel))
  }

  /// Asks for `×2` beside each marker that stands for two points.
  private func count(_ markers: [(DrawingPoint, Int)], _ radius: Int, on canvas: inout PlotCanvas) {
    let several = markers.filter { $0.1 > 1 }
    guard several.count <= Self.mostCounts else { return }
    let directions = [
      (1.0, 0.0), (0.7, -0.7), (0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (-0.7, 0.7), (0.0, -1.0), (0.0, 1.0),
    ]
    for (center, count) in several {
      let spots = directions.map {
        LabelSpot(place: center, direction: $0, distance: radius * 5 / 4 + 2 * Measure.pixel)
      }
      canvas.labels.append(
        LabelRequest(full: "×\(count)", short: nil, home: nil, spots: spots, isListable: false))
    }
  }

  /// The most points of which those that look like one are taken for one.
  private static let mostJoined = 150

  /// The places, of which those within a pixel of an earlier one are moved onto it: markers that lie on each other but
  /// for a pixel cannot be told apart.
  private func joined(_ places: [[(DrawingPoint, Int)]]) -> [[(DrawingPoint, Int)]] {
    guard pointCount <= Self.mostJoined else { return places }
    var known: [DrawingPoint] = []
    return places.map { places in
      places.map { place, index in
        let near = known.first {
          max(abs($0.x - place.x), abs($0.y - place.y)) <= Measure.pixel
        }
        if near == nil { known.append(place) }
        return (near ?? place, index)
      }
    }
  }

  private struct Placed: Hashable {
    var cell: DrawingPoint
    var index: Int
  }

  private func classesByPlace(_ places: [[(DrawingPoint, Int)]]) -> [DrawingPoint: [Int]] {
    var classes: [DrawingPoint: [Int]] = [:]
    for (one, places) in zip(series, places) {
      for (place, _) in places where classes[place]?.contains(one.classIndex) != true {
        classes[place, default: []].append(one.classIndex)
      }
    }
    return classes
  }

  /// The position of the class `index` in a row of markers around the position that several classes share.
  private func shifted(
    _ place: DrawingPoint, by radius: Int, among classes: [Int], class index: Int
  ) -> DrawingPoint {
    guard classes.count > 1, let position = classes.firstIndex(of: index) else { return place }
    return DrawingPoint(x: place.x + (2 * position - classes.count + 1) * radius, y: place.y)
  }
}
