import Wording

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
  /// Which side of each jump has the value there.
  public let jumps: [CurveJump]
  /// Whether each point is a number of its own and no sample of a function, so that few are marked.
  public let isOfNumbers: Bool

  /// The most numbers that are marked.
  private static let mostMarked = 30

  /// Makes a curve; a long name is cut.
  public init(
    _ name: String, points: [PlanePoint], role: ColourRole, pattern: Pattern = .solid,
    jumps: [CurveJump] = [], isOfNumbers: Bool = false
  ) {
    self.name = PlainText.label(name, limit: 60)
    self.points = points
    self.role = role
    self.pattern = pattern
    self.jumps = jumps
    self.isOfNumbers = isOfNumbers
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
      // What lies beyond the axis, or nowhere, is one position.
      return points[index].y.isFinite && place >= 0 && place <= 2_000 ? Int(place) : -1
    }
    return ColumnThinning.kept(points.count, column: column, height: { points[$0].y }).count
  }

  func legend(_ words: Words) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(sample: .line(role, stroke), label: name)]
  }

  func draw(on canvas: inout PlotCanvas) {
    canvas.stroke(pieces(on: canvas).map { DrawingLine($0) }, role, stroke)
    // Of dots that would cover each other but for 2 px, one is drawn.
    var taken: Set<DrawingPoint> = []
    let grain = 2 * Measure.pixel
    for dot in dots(on: canvas) where taken.insert(DrawingPoint(x: dot.x / grain, y: dot.y / grain)).inserted
    {
      drawEnd(at: dot, isClosed: true, on: &canvas)
    }
    if isOfNumbers, points.count <= Self.mostMarked {
      let marks = points.filter(canvas.shows).map {
        Measure.circle(around: canvas.place($0), radius: 5 * Measure.pixel / 2)
      }
      if !marks.isEmpty { canvas.list.append(.fill(marks, role)) }
    }
    for end in jumps.flatMap(\.ends) where canvas.shows(end.point) {
      drawEnd(at: canvas.place(end.point), isClosed: end.isClosed, on: &canvas)
    }
  }

  /// Draws a dot where the curve has a value, and a ring where it ends without having it.
  private func drawEnd(at place: DrawingPoint, isClosed: Bool, on canvas: inout PlotCanvas) {
    let disc = Measure.circle(around: place, radius: Self.dotRadius)
    canvas.list.append(.fill([disc], isClosed ? role : .paper))
    if !isClosed {
      let ring = Measure.circle(around: place, radius: Self.dotRadius - Measure.pixel / 2)
      canvas.list.append(
        .stroke([DrawingLine(ring, isClosed: true)], role, DrawingStroke(width: 3 * Measure.pixel / 2)))
    }
    canvas.obstacles.append(DrawingRect(around: place, radius: Self.dotRadius))
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: name.isEmpty ? words(.curve) : name, header: [x.name(or: "x"), y.name(or: "y")],
      spreading: points
    ) { [x.text($0.x), y.text($0.y)] }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    CurveWords(self, x, y, words).text
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

  /// The line through `positions` with as many as half a pixel can show, where there are very many.
  private static func thinned(_ places: [DrawingPoint]) -> [DrawingPoint] {
    guard places.count > ColumnThinning.longest else { return places }
    // The pixels of a screen are half as wide as those of a page.
    let column = Measure.pixel / 2
    return ColumnThinning.kept(
      places.count, column: { places[$0].x / column }, height: { Double(places[$0].y) }
    ).map { places[$0] }
  }

  private static let dotRadius = 3 * Measure.pixel + Measure.pixel / 2

  /// The parts of the curve that are no line: a point alone, or several at one position.
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

  /// Whether two points are too near to be told apart.
  private func isNear(_ a: DrawingPoint?, _ b: DrawingPoint) -> Bool {
    guard let a else { return false }
    return abs(a.x - b.x) < 8 && abs(a.y - b.y) < 8
  }
}
