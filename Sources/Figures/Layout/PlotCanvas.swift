import Tensors
import Wording

/// The plane while marks are drawn on it: where it stands, what is drawn, what labels must keep clear of.
struct PlotCanvas {
  /// The plane's border on the paper.
  let box: DrawingRect
  /// The horizontal axis.
  let xAxis: Axis
  /// The vertical axis.
  let yAxis: Axis
  /// The horizontal part of the plane, in coordinates of its axis.
  let x: AxisRange
  /// The vertical part of the plane, in coordinates of its axis.
  let y: AxisRange
  /// The language of what marks write themselves.
  let words: Words
  /// What is drawn so far.
  var list: DrawingList
  /// What no label may cover.
  var obstacles: [DrawingRect] = []
  /// Lines that labels should not cross.
  var wires: [Wire] = []
  /// The lines x = 0 and y = 0, which labels cross only where there is no other position.
  var axes: [Wire] = []
  /// Arrows that wait until every line is drawn.
  var arrows: [ArrowRequest] = []
  /// Labels that wait until every mark is drawn.
  var labels: [LabelRequest] = []

  init(box: DrawingRect, x: Axis, y: Axis, list: DrawingList, _ words: Words) {
    self.box = box
    xAxis = x
    yAxis = y
    self.x = x.shown
    self.y = y.shown
    self.list = list
    self.words = words
  }

  /// Where `point` lies on both axes; NaN where it lies nowhere.
  func coordinates(of point: PlanePoint) -> PlanePoint {
    PlanePoint(xAxis.coordinate(of: point.x), yAxis.coordinate(of: point.y))
  }

  /// The position of the coordinates (`x`, `y`) on the paper.
  func place(coordinates x: Double, _ y: Double) -> DrawingPoint {
    place(atFraction: self.x.fraction(of: x), self.y.fraction(of: y))
  }

  /// The position of `point` on the paper.
  func place(_ point: PlanePoint) -> DrawingPoint {
    let point = coordinates(of: point)
    return place(coordinates: point.x, point.y)
  }

  /// The position at fractions of the plane's width and height, from the lower left corner.
  func place(atFraction u: Double, _ v: Double) -> DrawingPoint {
    DrawingPoint(near: Double(box.x) + u * Double(box.width), Double(box.maxY) - v * Double(box.height))
  }

  /// Whether the plane shows `point`.
  func shows(_ point: PlanePoint) -> Bool {
    let point = coordinates(of: point)
    return x.contains(point.x) && y.contains(point.y)
  }

  /// Draws lines, and remembers them for the labels.
  mutating func stroke(_ lines: [DrawingLine], _ role: ColourRole, _ stroke: DrawingStroke) {
    guard !lines.isEmpty else { return }
    list.append(.stroke(lines, role, stroke))
    for line in lines {
      wires += zip(line.points, line.points.dropFirst()).map { Wire(a: $0, b: $1) }
    }
  }
}

/// Sizes of type and lines, in 1/64 px: the one file that sets them.
enum Measure {
  static let pixel = 64
  static let titleSize = 15 * pixel
  static let labelSize = 13 * pixel
  static let tickSize = 12 * pixel
  static let noteSize = 12 * pixel
  /// The usual distance between two things.
  static let gap = 7 * pixel

  /// The distance from the top of a line of text to its base line.
  static func ascent(_ size: Int) -> Int { size * 93 / 100 }
  /// The height of a line of text.
  static func lineHeight(_ size: Int) -> Int { size * 117 / 100 }
  /// A circle as a polygon of 24 corners, which no eye tells from one of a few pixels.
  static func circle(around centre: DrawingPoint, radius: Int) -> [DrawingPoint] {
    (0..<24).map { corner in
      let angle = Double(corner) * 0.2617993877991494
      return DrawingPoint(
        near: Double(centre.x) + Double(radius) * Mathematics.cos(angle),
        Double(centre.y) + Double(radius) * Mathematics.sin(angle))
    }
  }
  /// How far the base line lies below the middle of digits and capitals.
  static func middle(_ size: Int) -> Int { size * 36 / 100 }
}
