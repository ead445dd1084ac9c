import Figures
import Language
import Tables
import Tensors
import Wording

/// Two sets of points of the plane with what proves that a line parts them, or that none does.
struct SeparationPicture {
  /// What is drawn beside the points.
  enum Proof {
    /// The line w·x = T, and how far the nearest points are from it.
    case line([Double], Double, margin: Double)
    /// The convex hulls of both sets, and a point of both.
    case hulls(common: [Double])
  }

  private let table: Table
  private let upper, lower: [Int]
  private let proof: Proof
  private let x, y: AxisRange
  private let words: Words

  /// Takes the rows of both sets.
  init(_ table: Table, upper: [Int], lower: [Int], _ proof: Proof, _ words: Words) {
    self.words = words
    self.table = table
    self.upper = upper
    self.lower = lower
    self.proof = proof
    (x, y) = (.around(table.X.row(along: 0)), .around(table.X.row(along: 1)))
  }

  /// The points, and the proof.
  var figure: Figure {
    let (names, series) = (table.inputs, table.pointSeries.map(Mark.points))
    let marks: [Mark]
    switch proof {
    case .line(let w, let T, let margin): marks = lines(w, T, margin) + series
    case .hulls(let common):
      let (points, crossing) = (table.pointSeries, PlanePoint(common[0], common[1]))
      marks =
        hull(of: lower, points.first, .solid) + hull(of: upper, points.last, .dashed) + series + [
          .curve(Curve("", points: [crossing], role: .ink)),
          .note(Note(words(.inBothHulls), at: crossing)),
        ]
    }
    return Figure(
      x: Axis(names[0], x), y: Axis(names[1], y), marks: marks, proportion: Figure.proportion(x, y))
  }

  /// The line, and dashed beside it those through the nearest points.
  private func lines(_ w: [Double], _ T: Double, _ margin: Double) -> [Mark] {
    let length = (w[0] * w[0] + w[1] * w[1]).squareRoot()
    let label = MathText.equation(w, equals: T)
    let borders = [-margin, margin].enumerated().map { number, distance in
      Mark.curve(
        Curve(
          number == 0 ? words(.margin, MathText.number(margin)) : "",
          points: ends(w, T + distance * length), role: .boundary, pattern: .dashed))
    }
    return borders + [.halfPlane(HalfPlaneLine(w: (w[0], w[1]), threshold: T, label: label))]
  }

  /// Two points of the line w·x = T, beyond the plane on both sides.
  private func ends(_ w: [Double], _ T: Double) -> [PlanePoint] {
    let square = w[0] * w[0] + w[1] * w[1]
    let foot = PlanePoint(w[0] * T / square, w[1] * T / square)
    let far =
      2 * (x.width + y.width + max(x.upper.magnitude, y.upper.magnitude, foot.x.magnitude, foot.y.magnitude))
    let step = far / square.squareRoot()
    return [
      PlanePoint(foot.x - w[1] * step, foot.y + w[0] * step),
      PlanePoint(foot.x + w[1] * step, foot.y - w[0] * step),
    ]
  }

  /// The outline of the convex hull of some rows, which are drawn as `series`.
  private func hull(of rows: [Int], _ series: PointSeries?, _ pattern: Curve.Pattern) -> [Mark] {
    let points = rows.map { PlanePoint(table.X.elements[2 * $0], table.X.elements[2 * $0 + 1]) }
    let corners = Self.hull(of: points)
    guard let series, corners.count > 1, let first = corners.first else { return [] }
    return [
      .curve(
        Curve(
          words(.hullOf, series.name), points: corners + [first], role: .seriesEdge(series.classIndex),
          pattern: pattern))
    ]
  }

  /// The corners of the convex hull against the clock, those along a side left out.
  ///
  /// Source: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions, 1979.
  /// - Complexity: that of sorting.
  static func hull(of points: [PlanePoint]) -> [PlanePoint] {
    let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func half(_ points: some Sequence<PlanePoint>) -> [PlanePoint] {
      var chain: [PlanePoint] = []
      for point in points {
        while chain.count >= 2, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return Array(chain.dropLast())
    }
    return half(sorted) + half(sorted.reversed())
  }

  private static func turn(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}

extension Tensor {
  /// The numbers of a column of two.
  fileprivate func row(along column: Int) -> [Double] {
    stride(from: column, to: elements.count, by: 2).map { elements[$0] }
  }
}
