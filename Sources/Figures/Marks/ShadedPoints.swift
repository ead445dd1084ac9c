import Tensors
import Wording

/// Data points whose colour is a number: the examples of a regression.
public struct ShadedPoints: Sendable, Hashable {
  /// The points.
  public let points: [PlanePoint]
  /// The number of each point.
  public let values: [Double]
  /// What the numbers are.
  public let name: String
  /// Which colour stands for which number.
  public let scale: ColourScale

  /// Makes points in the colours that suit their numbers, or in those of `scale`.
  /// - Precondition: there is a number for each point.
  public init(_ points: [PlanePoint], values: [Double], name: String, scale: ColourScale? = nil) {
    precondition(points.count == values.count, "\(values.count) values for \(points.count) points")
    self.points = points
    self.values = values
    self.name = PlainText.label(name, limit: 60)
    self.scale = scale ?? .automatic(for: values)
  }

  /// The same points in other colours.
  func scaled(_ scale: ColourScale) -> ShadedPoints {
    ShadedPoints(points, values: values, name: name, scale: scale)
  }
}

extension ShadedPoints: MarkContent {
  var subject: Phrase { .scatterPlot }
  func partCount(on x: Axis) -> Int { points.count }

  func draw(on canvas: inout PlotCanvas) {
    let radius = PointCloud.radius(of: points.count, in: canvas.box)
    var circles: [[[DrawingPoint]]] = Array(repeating: [], count: ColourScale.count + 1)
    // Of thousands of points, those that would cover each other but for 2 px, or 4, are drawn once.
    let grain = points.count > 20_000 ? 4 * Measure.pixel : points.count > 2000 ? 2 * Measure.pixel : 1
    var drawn: Set<DrawingPoint> = []
    for (point, value) in zip(points, values) where canvas.shows(point) {
      let place = canvas.place(point)
      guard drawn.insert(DrawingPoint(x: place.x / grain, y: place.y / grain)).inserted || grain == 1 else {
        continue
      }
      let shade = scale.shade(of: value) ?? ColourScale.count
      circles[shade].append(Self.circle(around: place, radius: radius))
    }
    for (shade, outlines) in circles.enumerated() where !outlines.isEmpty {
      canvas.list.append(.fill(outlines, scale.role(of: shade < ColourScale.count ? shade : nil)))
      // The rim tells a point from a ground of the same colour.
      canvas.list.append(
        .stroke(
          outlines.map { DrawingLine($0, isClosed: true) },
          .frame, DrawingStroke(width: Measure.pixel / 2)
        ))
    }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return words(.noPoints) }
    return words(
      .shadedPoints, "\(points.count)", name, NumberText.three(low), NumberText.three(high))
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: words(.dataPoints), header: [x.name(or: "x"), y.name(or: "y"), name],
      spreading: Array(points.indices)
    ) { index in
      [points[index].x, points[index].y, values[index]].map(NumberText.short)
    }
  }

  /// A circle as a polygon of twelve corners.
  private static func circle(around center: DrawingPoint, radius: Int) -> [DrawingPoint] {
    (0..<12).map { corner in
      let angle = Double(corner) * 0x1.921fb54442d18p+1 / 6
      return DrawingPoint(
        near: Double(center.x) + Double(radius) * Mathematics.cos(angle),
        Double(center.y) + Double(radius) * Mathematics.sin(angle))
    }
  }
}
