import Testing

@testable import Figures

private let hostile: [Double] = [
  0, -0.0, 1, -1, 1e300, -1e300, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, 1e-300, 1e17,
]

@Test func hostileCoordinatesGiveAPictureOfUsualExtent() {
  let points = hostile.indices.flatMap { x in
    [0, 1, 5].map { PlanePoint(hostile[x], hostile[(x + $0) % hostile.count]) }
  }
  let ranges = hostile.flatMap { x in hostile.map { AxisRange(x, $0) } }
  for range in ranges {
    let figure = Figure(
      x: Axis("x", range), y: Axis("y", .around(points.map(\.y))),
      marks: [
        .points(PointSeries("p", classIndex: Int.max, points: points)),
        .curve(Curve("c", points: points, role: .function, pattern: .dotted)),
        .arrow(Arrow(from: points[3], to: points[30])), .note(Note("n", at: points[20])),
      ])
    let isInside = figure.drawingList().isInside
    #expect(isInside, "\(range)")
    #expect(!figure.altText().isEmpty)
  }
}

@Test func hostileLinesGiveAPictureOfUsualExtent() {
  for x in hostile {
    for y in hostile {
      let lines = hostile.map { HalfPlaneLine(w: (x, y), threshold: $0, label: "h: \(x) \(y) \($0)") }
      let figure = Figure.lines(lines, x: Axis("x", .boolean), y: Axis("y", AxisRange(-1e300, 1e300)))
      let isInside = figure.drawingList().isInside
      #expect(isInside, "w = (\(x), \(y))")
      #expect(figure.altText().count <= 700)
    }
  }
}

@Test(arguments: [(0, 0), (-5, 9), (1_000_000, 200), (240, Int.max)])
func sizesAreBounded(width: Int, height: Int) {
  var figure = SampleFigures.xor
  figure.width = width
  figure.height = height
  let list = figure.drawingList()
  let isInside = list.isInside
  #expect(isInside)
  #expect((240...2000).contains(list.width) && (200...2000).contains(list.height))
}

@Test func anEmptyFigureHasAxes() {
  let figure = Figure.scatter([], x: Axis("x", .around([])), y: Axis("y", .around([])))
  #expect(figure.drawingList().textBoxes.map(\.words).contains("0.4"))
  #expect(figure.altText() == "Empty plot over x from 0 to 1 and y from 0 to 1.")
}

extension DrawingList {
  /// Whether every place lies on the paper, with a few pixels of grace for markers on the edge of a plane.
  var isInside: Bool {
    let grace = 640
    func isNear(_ point: DrawingPoint) -> Bool {
      point.x >= -grace && point.x <= width * 64 + grace && point.y >= -grace
        && point.y <= height * 64 + grace
    }
    return elements.allSatisfy { element in
      switch element {
      case .fill(let outlines, _): outlines.joined().allSatisfy(isNear)
      case .stroke(let lines, _, _): lines.flatMap(\.points).allSatisfy(isNear)
      case .marker(let marker): isNear(marker.center)
      case .text(let text, _): isNear(text.start)
      }
    }
  }
}
