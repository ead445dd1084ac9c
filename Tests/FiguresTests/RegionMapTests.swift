import Testing

@testable import Figures

struct Shape: Sendable, CustomTestStringConvertible {
  var name: String
  var range: AxisRange
  var classes: Int
  /// The part of the plane that each class covers, and how far the traced area may be from it.
  var shares: [Double]
  var tolerance: Double
  var classify: @Sendable (PlanePoint) -> Int
  var testDescription: String { name }

  static let all: [Shape] = [
    Shape(name: "half plane", range: .boolean, classes: 2, shares: [23.0 / 32, 9.0 / 32], tolerance: 1e-6) {
      $0.x + $0.y >= 1.5 ? 1 : 0
    },
    Shape(
      name: "slanted half plane", range: AxisRange(-1, 1), classes: 2, shares: [0.5, 0.5], tolerance: 1e-6
    ) {
      3 * $0.x - 7 * $0.y >= 0 ? 1 : 0
    },
    Shape(name: "quarter", range: AxisRange(0, 1), classes: 2, shares: [0.7771, 0.2229], tolerance: 1e-6) {
      $0.x >= 0.37 && $0.y >= 1 - 0.2229 / 0.63 ? 1 : 0
    },
    Shape(name: "band", range: .boolean, classes: 2, shares: [9.0 / 16, 7.0 / 16], tolerance: 1e-6) {
      $0.x + $0.y >= 0.5 && $0.x + $0.y <= 1.5 ? 1 : 0
    },
    Shape(
      name: "circle", range: .playground, classes: 2, shares: [1 - .pi / 16, .pi / 16], tolerance: 1e-4
    ) {
      $0.x * $0.x + $0.y * $0.y < 9 ? 1 : 0
    },
    Shape(
      name: "ring", range: .playground, classes: 2, shares: [1 - .pi / 12, .pi / 12], tolerance: 1e-4
    ) {
      let square = $0.x * $0.x + $0.y * $0.y
      return square < 16 && square > 4 ? 1 : 0
    },
    Shape(
      name: "quadrants", range: .playground, classes: 4, shares: [0.25, 0.25, 0.25, 0.25], tolerance: 1e-3
    ) {
      ($0.x > 0 ? 1 : 0) + ($0.y > 0 ? 2 : 0)
    },
    Shape(name: "no value on the right", range: AxisRange(0, 1), classes: 1, shares: [0.3], tolerance: 1e-6) {
      $0.x < 0.3 ? 0 : -1
    },
    Shape(name: "one class", range: .boolean, classes: 2, shares: [1, 0], tolerance: 0) { _ in 0 },
  ]
}

@Test(arguments: Shape.all)
func regionsCoverWhatTheyShould(_ shape: Shape) {
  var asked = 0
  var batches = 0
  let names = (0..<shape.classes).map { "\($0)" }
  let map = RegionMap.tracing(x: shape.range, y: shape.range, classNames: names) { points in
    asked += points.count
    batches += 1
    return points.map(shape.classify)
  }
  for (index, share) in shape.shares.enumerated() {
    let traced = map.regions.first { $0.classIndex == index }?.share ?? 0
    #expect(abs(traced - share) <= shape.tolerance, "class \(index)")
  }
  #expect(abs(map.regions.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  #expect(asked <= 25_000)
  #expect(batches <= 32)
}

@Test func straightBordersHaveTwoPoints() throws {
  let map = SampleFigures.map { 0.7 * $0.x + 1.9 * $0.y >= 1.1 ? 1 : 0 }
  let border = try #require(map.borders.first)
  #expect(map.borders.count == 1)
  #expect(border.points.count == 2)
  for point in border.points { #expect(abs(0.7 * point.x + 1.9 * point.y - 1.1) < 1e-6) }
}

@Test func cornersOfPolygonsAreSharp() throws {
  let lines = SampleFigures.pentagon
  let map = SampleFigures.map(AxisRange(-2, 2)) { point in
    lines.allSatisfy { $0.w.x * point.x + $0.w.y * point.y >= $0.threshold } ? 1 : 0
  }
  let inside = try #require(map.regions.first { $0.classIndex == 1 }?.outlines.first)
  // Each corner lies on two of the lines.
  let corners = inside.filter { point in
    lines.count { abs($0.w.x * point.x + $0.w.y * point.y - $0.threshold) < 1e-4 } == 2
  }
  #expect(corners.count == 5)
  #expect(inside.count == 5)
}

@Test func outlinesTellEveryPointItsClass() throws {
  let shape = try #require(Shape.all.first { $0.name == "ring" })
  let map = SampleFigures.map(shape.range, shape.classify)
  for step in 0..<400 {
    let point = PlanePoint(Double(step * 37 % 400) / 400 * 12 - 6, Double(step * 91 % 397) / 397 * 12 - 6)
    let square = point.x * point.x + point.y * point.y
    guard abs(square - 16) > 0.05, abs(square - 4) > 0.05 else { continue }
    let holders = map.regions.filter { isInside(point, $0.outlines) }
    #expect(holders.map(\.classIndex) == [shape.classify(point)])
  }
}

@Test(
  arguments: [
    { _ in [] }, { $0.map { _ in 99 } }, { $0.map { _ in Int.min } },
    { $0.map { Int(($0.x * 1000).rounded()) % 2 } },
    { $0.map { Int(($0.x * 977 + $0.y * 1013).rounded()) & 3 } },
  ] as [@Sendable ([PlanePoint]) -> [Int]])
func tracingIsTotal(classify: @Sendable ([PlanePoint]) -> [Int]) {
  var asked = 0
  let map = RegionMap.tracing(x: .playground, y: .playground, classNames: ["a", "b", "c", "d"]) { points in
    asked += points.count
    return classify(points)
  }
  #expect(abs(map.regions.reduce(0) { $0 + $1.share } - 1) < 1e-6)
  #expect(asked <= 25_000)
}

@Test func tracingPassesErrorsOn() {
  struct OutOfFuel: Error {}
  #expect(throws: OutOfFuel.self) {
    try RegionMap.tracing(x: .boolean, y: .boolean, classNames: ["0"]) { points throws(OutOfFuel) -> [Int] in
      throw OutOfFuel()
    }
  }
}

/// Whether `point` lies inside of `outlines`, by the even-odd rule.
private func isInside(_ point: PlanePoint, _ outlines: [[PlanePoint]]) -> Bool {
  var isInside = false
  for outline in outlines {
    for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1))
    where (a.y > point.y) != (b.y > point.y) {
      if point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y) { isInside.toggle() }
    }
  }
  return isInside
}
