import Tensors

/// A line through points, such as a function's graph.
public struct Curve: Sendable, Hashable {
  /// How the line is broken up, so that colour is not the only cue.
  public enum Pattern: String, Sendable, Hashable {
    case solid, dashed, dotted, dashDotted, longDashed
  }

  /// What the legend calls it; empty for no entry.
  public let name: String
  /// The points in order; one that is not a number parts the curve, and one alone between such is a dot.
  public let points: [PlanePoint]
  /// What its colour says.
  public let role: ColourRole
  /// How it is drawn.
  public let pattern: Pattern

  /// Makes a curve; a long name is cut.
  public init(_ name: String, points: [PlanePoint], role: ColourRole, pattern: Pattern = .solid) {
    self.name = PlainText.bounded(name, limit: 60)
    self.points = points
    self.role = role
    self.pattern = pattern
  }
}

extension Curve.Pattern {
  func stroke(width: Int) -> DrawingStroke {
    switch self {
    case .solid: DrawingStroke(width: width)
    case .dashed: DrawingStroke(width: width, dashes: [4 * width, 2 * width])
    case .dotted: DrawingStroke(width: width, dashes: [width, 2 * width])
    case .dashDotted: DrawingStroke(width: width, dashes: [5 * width, 2 * width, width, 2 * width])
    case .longDashed: DrawingStroke(width: width, dashes: [9 * width, 3 * width])
    }
  }
}

extension Curve: MarkContent {
  private var stroke: DrawingStroke { pattern.stroke(width: 2 * Measure.pixel) }

  /// Three for each point that is drawn, as each is a corner and the end of two lines; those of a very long curve share
  /// columns.
  func partCount(on x: Axis) -> Int { 3 * drawnCount(on: x) }

  private func drawnCount(on x: Axis) -> Int {
    guard points.count > ColumnThinning.longest else { return points.count }
    let shown = x.shown
    func column(_ index: Int) -> Int {
      let place = shown.fraction(of: x.coordinate(of: points[index].x)) * 2_000
      // What lies beyond the axis, or nowhere, is one place.
      return points[index].y.isFinite && place >= 0 && place <= 2_000 ? Int(place) : -1
    }
    return ColumnThinning.kept(points.count, column: column, height: { points[$0].y }).count
  }

  var legend: [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(sample: .line(role, stroke), label: name)]
  }

  func draw(on canvas: inout PlotCanvas) {
    canvas.stroke(pieces(on: canvas).map { DrawingLine($0) }, role, stroke)
    // Of dots that would cover each other but for 2 px, one is drawn.
    var taken: Set<DrawingPoint> = []
    let grain = 2 * Measure.pixel
    for dot in dots(on: canvas) where taken.insert(DrawingPoint(x: dot.x / grain, y: dot.y / grain)).inserted
    {
      canvas.list.append(.fill([Self.disc(around: dot)], role))
      canvas.obstacles.append(DrawingRect(around: dot, radius: Self.dotRadius))
    }
  }

  func dataTable(x: Axis, y: Axis) -> DataTable? {
    DataTable(
      title: name.isEmpty ? "Curve" : name, header: [x.name(or: "x"), y.name(or: "y")], spreading: points
    ) { [x.text($0.x), y.text($0.y)] }
  }

  func description(x: Axis, y: Axis) -> String? {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    let title = name.isEmpty ? "a curve" : name
    guard let first = finite.first, let last = finite.last else { return "\(title) without values" }
    var words = "\(title) from \(first.words) to \(last.words)"
    if let low = finite.min(by: { $0.y < $1.y }), low.y < min(first.y, last.y) {
      words += ", least \(low.words)"
    }
    if let high = finite.max(by: { $0.y < $1.y }), high.y > max(first.y, last.y) {
      words += ", greatest \(high.words)"
    }
    return words
  }

  /// The parts of the curve inside the plane.
  private func pieces(on canvas: PlotCanvas) -> [[DrawingPoint]] {
    var pieces: [[DrawingPoint]] = []
    var end: PlanePoint?
    let points = points.map(canvas.coordinates(of:))
    for (a, b) in zip(points, points.dropFirst()) {
      guard let part = PlaneSegment(a, b).clipped(x: canvas.x, y: canvas.y) else {
        end = nil
        continue
      }
      if end != part.start { pieces.append([canvas.place(coordinates: part.start.x, part.start.y)]) }
      let place = canvas.place(coordinates: part.end.x, part.end.y)
      if !isNear(pieces[pieces.count - 1].last, place) { pieces[pieces.count - 1].append(place) }
      end = part.end
    }
    return pieces.filter { $0.count > 1 }.map(Self.thinned)
  }

  /// The line through `places` with as many as half a pixel can show, where there are very many.
  private static func thinned(_ places: [DrawingPoint]) -> [DrawingPoint] {
    guard places.count > ColumnThinning.longest else { return places }
    // The pixels of a screen are half as wide as those of a page.
    let column = Measure.pixel / 2
    return ColumnThinning.kept(
      places.count, column: { places[$0].x / column }, height: { Double(places[$0].y) }
    ).map { places[$0] }
  }

  private static let dotRadius = 3 * Measure.pixel + Measure.pixel / 2

  /// The parts of the curve that are no line: a point alone, or several at one place.
  private func dots(on canvas: PlotCanvas) -> [DrawingPoint] {
    let runs = points.map(canvas.coordinates(of:)).split { !($0.x.isFinite && $0.y.isFinite) }
    return runs.compactMap { run in
      let places = run.lazy.map { canvas.place(coordinates: $0.x, $0.y) }
      guard let first = run.first, canvas.x.contains(first.x), canvas.y.contains(first.y),
        let place = places.first, places.allSatisfy({ isNear(place, $0) })
      else { return nil }
      return place
    }
  }

  /// A disc as a polygon that no eye tells from one.
  private static func disc(around centre: DrawingPoint) -> [DrawingPoint] {
    (0..<24).map { corner in
      let angle = Double(corner) * 0.2617993877991494
      return DrawingPoint(
        near: Double(centre.x) + Double(dotRadius) * Mathematics.cos(angle),
        Double(centre.y) + Double(dotRadius) * Mathematics.sin(angle))
    }
  }

  /// Whether two places are so near that nobody sees both.
  private func isNear(_ a: DrawingPoint?, _ b: DrawingPoint) -> Bool {
    guard let a else { return false }
    return abs(a.x - b.x) < 8 && abs(a.y - b.y) < 8
  }
}
