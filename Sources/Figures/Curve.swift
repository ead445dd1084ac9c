/// A line through points, such as a function's graph.
public struct Curve: Sendable, Hashable {
  /// How the line is broken up, so that colour is not the only cue.
  public enum Pattern: String, Sendable, Hashable {
    case solid, dashed, dotted
  }

  /// What the legend calls it; empty for no entry.
  public let name: String
  /// The points in order; one that is not a number parts the curve.
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
    }
  }
}

extension Curve: MarkContent {
  private var stroke: DrawingStroke { pattern.stroke(width: 2 * Measure.pixel) }

  var legend: [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(sample: .line(role, stroke), label: name)]
  }

  func draw(on canvas: inout PlotCanvas) {
    canvas.stroke(pieces(on: canvas).map { DrawingLine($0) }, role, stroke)
  }

  func dataTable(x: Axis, y: Axis) -> DataTable? {
    DataTable(
      title: name.isEmpty ? "Curve" : name, header: [x.label, y.label],
      rows: points.lazy.map { [NumberText.short($0.x), NumberText.short($0.y)] })
  }

  func description(x: Axis, y: Axis) -> String? {
    guard let first = points.first, let last = points.last else { return nil }
    return "\(name.isEmpty ? "a curve" : name) from \(first.words) to \(last.words)"
  }

  /// The parts of the curve inside the plane.
  private func pieces(on canvas: PlotCanvas) -> [[DrawingPoint]] {
    var pieces: [[DrawingPoint]] = []
    var end: PlanePoint?
    for (a, b) in zip(points, points.dropFirst()) {
      guard let part = PlaneSegment(a, b).clipped(x: canvas.x, y: canvas.y) else {
        end = nil
        continue
      }
      if end != part.start { pieces.append([canvas.place(part.start)]) }
      let place = canvas.place(part.end)
      if pieces[pieces.count - 1].last != place { pieces[pieces.count - 1].append(place) }
      end = part.end
    }
    return pieces.filter { $0.count > 1 }
  }
}
