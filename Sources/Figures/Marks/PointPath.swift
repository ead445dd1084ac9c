import Tensors
import Wording

/// A way through the plane, such as the steps of gradient descent seen from above.
public struct PointPath: Sendable, Hashable {
  /// What the legend calls it; empty for no entry.
  public let name: String
  /// The points in order; one that is not a number parts the way.
  public let points: [PlanePoint]

  /// Makes a path; a long name is cut.
  public init(_ name: String, points: [PlanePoint]) {
    self.name = PlainText.label(name, limit: 60)
    self.points = points
  }
}

extension PointPath: MarkContent {
  private static let stroke = DrawingStroke(width: 2 * Measure.pixel)
  /// At most this many points are drawn as dots.
  private static let mostDots = 60

  /// Three for each point, as each is a corner and the end of two lines.
  func partCount(on x: Axis) -> Int { 3 * points.count }

  func legend(_ words: Words) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(sample: .path(PointPath.stroke), label: name)]
  }

  func draw(on canvas: inout PlotCanvas) {
    let pixel = Measure.pixel
    let wires = wires(on: canvas)
    let lines = wires.map { DrawingLine([$0.a, $0.b]) }
    guard !lines.isEmpty || points.contains(where: canvas.shows) else { return }
    // A rim of paper keeps the way visible on every ground.
    canvas.list.append(.stroke(lines, .paper, DrawingStroke(width: 5 * pixel)))
    canvas.stroke(lines, .ink, PointPath.stroke)
    let shown = points.filter(canvas.shows).map { canvas.place($0) }
    if points.count <= PointPath.mostDots {
      let dots = shown.map { Measure.circle(around: $0, radius: 2 * pixel + pixel / 2) }
      if !dots.isEmpty { canvas.list.append(.fill(dots, .ink)) }
    }
    for arrow in arrows(along: wires) { canvas.list.append(.fill([arrow], .ink)) }
    if let first = points.first, canvas.shows(first) { drawEnd(at: first, isStart: true, on: &canvas) }
    if let last = points.last, canvas.shows(last), points.count > 1 {
      drawEnd(at: last, isStart: false, on: &canvas)
    }
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: name.isEmpty ? words(.path) : name, header: [x.name(or: "x"), y.name(or: "y")], spreading: points
    ) { [x.text($0.x), y.text($0.y)] }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    guard let first = points.first, let last = points.last else { return nil }
    let title = name.isEmpty || name == "path" ? words(.aPath) : words(.thePath, name)
    return words(
      .pathOf, title, "\(points.count)", first.words(on: x, y), last.words(on: x, y))
  }

  /// A ring at the start, a disc at the end.
  private func drawEnd(at point: PlanePoint, isStart: Bool, on canvas: inout PlotCanvas) {
    let pixel = Measure.pixel, place = canvas.place(point), radius = 5 * pixel
    let circle = Measure.circle(around: place, radius: radius)
    canvas.list.append(.fill([Measure.circle(around: place, radius: radius + 3 * pixel / 2)], .paper))
    canvas.list.append(.fill([circle], isStart ? .paper : .ink))
    canvas.list.append(
      .stroke([DrawingLine(circle, isClosed: true)], .ink, DrawingStroke(width: 3 * pixel / 2)))
    canvas.obstacles.append(DrawingRect(around: place, radius: radius))
  }

  /// The pieces of the path inside the plane; invisible ones are joined to the next.
  private func wires(on canvas: PlotCanvas) -> [Wire] {
    let coordinates = points.map(canvas.coordinates(of:))
    var wires: [Wire] = []
    for (a, b) in zip(coordinates, coordinates.dropFirst()) {
      guard let part = PlaneSegment(a, b).clipped(x: canvas.x, y: canvas.y) else { continue }
      let end = canvas.place(coordinates: part.end.x, part.end.y)
      let start = canvas.place(coordinates: part.start.x, part.start.y)
      if start != end { wires.append(Wire(a: start, b: end)) }
    }
    return wires
  }

  /// Heads of arrows, evenly spread over the length of the way.
  private func arrows(along wires: [Wire]) -> [[DrawingPoint]] {
    let pixel = Double(Measure.pixel)
    let total = wires.reduce(0) { $0 + $1.length }
    guard total > 24 * pixel else { return [] }
    let count = max(1, min(6, Int(total / (70 * pixel))))
    var heads: [[DrawingPoint]] = []
    var passed = 0.0
    for wire in wires {
      let length = wire.length
      while heads.count < count, (Double(heads.count) + 0.5) / Double(count) * total <= passed + length {
        let part = ((Double(heads.count) + 0.5) / Double(count) * total - passed) / max(length, 1)
        heads.append(Self.head(of: wire, at: part, size: 5 * pixel))
      }
      passed += length
    }
    return heads
  }

  private static func head(of wire: Wire, at part: Double, size: Double) -> [DrawingPoint] {
    let middle = wire.place(at: part), length = max(wire.length, 1)
    let u = (Double(wire.b.x - wire.a.x) / length, Double(wire.b.y - wire.a.y) / length)
    func corner(_ along: Double, _ aside: Double) -> DrawingPoint {
      DrawingPoint(
        near: Double(middle.x) + size * (along * u.0 - aside * u.1),
        Double(middle.y) + size * (along * u.1 + aside * u.0))
    }
    return [corner(1.1, 0), corner(-0.9, 0.95), corner(-0.5, 0), corner(-0.9, -0.95)]
  }
}

extension Wire {
  /// How long it is, in 1/64 px.
  var length: Double {
    let dx = Double(b.x - a.x), dy = Double(b.y - a.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
