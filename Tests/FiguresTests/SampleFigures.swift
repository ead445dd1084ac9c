import Figures

/// The figures that several tests look at.
enum SampleFigures {
  static let classNames = ["class 0", "class 1"]

  static func points(_ ones: [(Double, Double)], _ zeros: [(Double, Double)]) -> [PointSeries] {
    [
      PointSeries("class 0", classIndex: 0, points: zeros.map { PlanePoint($0.0, $0.1) }),
      PointSeries("class 1", classIndex: 1, points: ones.map { PlanePoint($0.0, $0.1) }),
    ]
  }

  static let andPoints = points([(1, 1)], [(0, 0), (0, 1), (1, 0)])
  static let xorPoints = points([(0, 1), (1, 0)], [(0, 0), (1, 1)])

  static func map(
    _ range: AxisRange = .boolean, classNames: [String] = SampleFigures.classNames,
    _ classify: (PlanePoint) -> Int
  ) -> RegionMap {
    RegionMap.tracing(x: range, y: range, classNames: classNames) { $0.map(classify) }
  }

  static let and: Figure =
    .regions(
      map { $0.x + $0.y >= 1.5 ? 1 : 0 }, points: andPoints, xLabel: "x1", yLabel: "x2",
      title: "Decision regions of and_gate")

  static var xorLines: [HalfPlaneLine] {
    [
      HalfPlaneLine(w: (1, 1), threshold: 0.5, label: "h1: x1 + x2 = 0.5"),
      HalfPlaneLine(w: (-1, -1), threshold: -1.5, label: "h2: −x1 − x2 = −1.5"),
    ]
  }

  static let xor: Figure =
    .regions(
      map { $0.x + $0.y >= 0.5 && $0.x + $0.y <= 1.5 ? 1 : 0 }, points: xorPoints, lines: xorLines,
      xLabel: "x1", yLabel: "x2", title: "XOR with two hidden units")

  /// Five half planes around the origin whose normals are 72° apart, to three digits.
  static var pentagon: [HalfPlaneLine] {
    [(1.0, 0.0), (0.309, 0.951), (-0.809, 0.588), (-0.809, -0.588), (0.309, -0.951)].enumerated().map {
      HalfPlaneLine(
        w: (-$1.0, -$1.1), threshold: -1, label: "h\($0 + 1): \(-$1.0) x1 + \(-$1.1) x2 = −1")
    }
  }

  static let lines: Figure =
    .lines(
      pentagon, points: points([(0, 0)], [(1.5, 1.5)]), x: Axis("x1", AxisRange(-2, 2)),
      y: Axis("x2", AxisRange(-2, 2)), title: "The first layer")

  static let scatter: Figure =
    .scatter(
      points([(0.5, 2), (1.25, 3)], [(0.5, 2), (-1, 0)]), x: Axis("hours", .around([-1, 0.5, 1.25])),
      y: Axis("mark", .around([0, 2, 3])))

  static let all: [(name: String, figure: Figure)] =
    [("and", and), ("xor", xor), ("lines", lines), ("scatter", scatter)] + kinds
}
