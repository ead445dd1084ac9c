import Tensors

/// The data sets of TensorFlow Playground, by their names in the language.
///
/// Formulas and the order of the draws are those of its `dataset.ts`. With our random numbers the points have the same
/// distribution and not the same coordinates; with those of a seed of the page they are the page's. Classes are −1 and
/// 1. For an odd number of rows the class that is drawn first has one more.
public enum PlaygroundData: String, Sendable, CaseIterable {
  /// A disc inside a ring.
  case circle
  /// Two clouds.
  case gauss
  /// Four squares; the label is 1 where both inputs have the same sign.
  case xor = "xor_points"
  /// Two arms that wind around each other.
  case spiral
  /// A plane to be approximated.
  case plane
  /// Six hills and valleys to be approximated.
  case hills = "reg_gauss"

  /// The greatest noise that Playground takes from a link; its slider ends at 50, which is 0.5.
  public static let maximalNoise = 0.8

  /// What it is, in one line.
  public var summary: String {
    switch self {
    case .circle: "a disc of class 1 inside a ring of class -1, as in TensorFlow Playground"
    case .gauss: "two clouds around (2, 2) and (-2, -2), as in TensorFlow Playground"
    case .xor: "four squares, class 1 where the signs agree, as in TensorFlow Playground"
    case .spiral: "two arms that wind around each other, as in TensorFlow Playground"
    case .plane: "points of the plane y = (x1 + x2)/10, as in TensorFlow Playground"
    case .hills: "six hills and valleys from -1 to 1, as in TensorFlow Playground"
    }
  }

  /// What the labels are without noise, as TeX.
  public var formula: String {
    switch self {
    case .circle: #"y = 1 \text{ if } x_1^2 + x_2^2 < 2.5^2 \text{, else } -1"#
    case .gauss: #"x \sim N(\pm(2, 2), 0.5 + 7\nu)"#
    case .xor: #"y = 1 \text{ if } x_1 x_2 \ge 0 \text{, else } -1"#
    case .spiral: #"x = r\,(\sin t, \cos t), \quad t = 3.5\,\pi\, r/5 \; (+ \pi)"#
    case .plane: #"y = (x_1 + x_2)/10"#
    case .hills: #"y = \pm\max(0, 1 - d/2)"#
    }
  }

  /// Draws `count` points in random order: x1, x2 and the label y.
  ///
  /// `noise` ν is Playground's slider divided by 100: it moves the points before they get their label in `circle`,
  /// `xor`, `plane` and `hills`, the points themselves in `spiral`, and widens the clouds of `gauss`.
  /// - Complexity: O(n).
  public func table(name: String, count: Int, noise: Double, _ stream: RandomStream) -> Table {
    var draws = DrawSequence(stream)
    return table(name: name, count: count, noise: noise, &draws)
  }

  /// Draws the points from a sequence, which then goes on behind them.
  public func table(name: String, count: Int, noise: Double, _ draws: inout DrawSequence) -> Table {
    let firstCount = (count + 1) / 2
    var points = (0..<count).map { index in
      let isFirst = index < firstCount
      let turn = Turn(
        number: isFirst ? index : index - firstCount, count: isFirst ? firstCount : count - firstCount)
      return point(isFirst: isFirst, turn, noise, &draws)
    }
    draws.shuffle(&points)
    return Table(
      name: name, inputs: ["x1", "x2"], outputs: ["y"],
      X: Tensor([count, 2], points.flatMap { [$0.x, $0.y] }),
      Y: Tensor([count, 1], points.map(\.label)))
  }

  private typealias Point = (x: Double, y: Double, label: Double)

  /// How many points of a class were drawn, and how many will be.
  private struct Turn {
    let number, count: Int
  }

  /// Draws a point of the first class or the second.
  private func point(
    isFirst: Bool, _ turn: Turn, _ noise: Double, _ draws: inout DrawSequence
  ) -> Point {
    switch self {
    case .circle: Self.circlePoint(isInside: isFirst, noise, &draws)
    case .gauss: Self.cloudPoint(sign: isFirst ? 1 : -1, noise, &draws)
    case .xor: Self.squarePoint(noise, &draws)
    case .spiral: Self.armPoint(sign: isFirst ? 1 : -1, turn, noise, &draws)
    case .plane where draws.isPage:
      Self.fieldPoint(noise, &draws) { Self.scaled($0 + $1, from: (-10, 10), to: (-1, 1)) }
    case .plane: Self.fieldPoint(noise, &draws) { ($0 + $1) / 10 }
    case .hills: Self.fieldPoint(noise, &draws, Self.height)
    }
  }

  /// What lies in `new` as x lies in `old`, computed as the page's library does, so that the last bits are the same.
  private static func scaled(
    _ x: Double, from old: (Double, Double), to new: (Double, Double)
  ) -> Double {
    let t = (x - old.0) / (old.1 - old.0)
    return new.0 * (1 - t) + new.1 * t
  }

  private static let pi = 0x1.921fb54442d18p+1

  /// Even in the radius, not in the area; the noise moves only where the label is taken.
  private static func circlePoint(isInside: Bool, _ noise: Double, _ draws: inout DrawSequence) -> Point {
    let radius = 5.0
    let r = isInside ? draws.uniform(0, 0.5 * radius) : draws.uniform(0.7 * radius, radius)
    let angle = draws.uniform(0, 2 * pi)
    let x = r * Mathematics.sin(angle), y = r * Mathematics.cos(angle)
    let u = x + noise * draws.uniform(-radius, radius), v = y + noise * draws.uniform(-radius, radius)
    return (x, y, (u * u + v * v).squareRoot() < 0.5 * radius ? 1 : -1)
  }

  /// The variance grows from 0.5 without noise to 4.
  private static func cloudPoint(sign: Double, _ noise: Double, _ draws: inout DrawSequence) -> Point {
    let deviation = scaled(noise, from: (0, 0.5), to: (0.5, 4)).squareRoot()
    return (2 * sign + deviation * draws.normal(), 2 * sign + deviation * draws.normal(), sign)
  }

  private static func squarePoint(_ noise: Double, _ draws: inout DrawSequence) -> Point {
    func apart(_ value: Double) -> Double { value + (value > 0 ? 0.3 : -0.3) }
    let x = apart(draws.uniform(-5, 5)), y = apart(draws.uniform(-5, 5))
    let u = x + noise * draws.uniform(-5, 5), v = y + noise * draws.uniform(-5, 5)
    return (x, y, u * v >= 0 ? 1 : -1)
  }

  /// Nothing but the noise is drawn.
  private static func armPoint(
    sign: Double, _ turn: Turn, _ noise: Double, _ draws: inout DrawSequence
  ) -> Point {
    let (number, count) = (Double(turn.number), Double(max(1, turn.count)))
    let r = number / count * 5, t = 1.75 * number / count * 2 * pi + (sign > 0 ? 0 : pi)
    let x = r * Mathematics.sin(t) + noise * draws.uniform(-1, 1)
    return (x, r * Mathematics.cos(t) + noise * draws.uniform(-1, 1), sign)
  }

  private static func fieldPoint(
    _ noise: Double, _ draws: inout DrawSequence, _ height: (Double, Double) -> Double
  ) -> Point {
    let x = draws.uniform(-6, 6), y = draws.uniform(-6, 6)
    let u = x + noise * draws.uniform(-6, 6), v = y + noise * draws.uniform(-6, 6)
    return (x, y, height(u, v))
  }

  /// The height of the hill or valley that is highest or deepest here; the first of two alike.
  private static func height(_ x: Double, _ y: Double) -> Double {
    let hills: [Point] = [
      (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
    ]
    return hills.reduce(0) { height, hill in
      let distance = ((x - hill.x) * (x - hill.x) + (y - hill.y) * (y - hill.y)).squareRoot()
      let own = distance >= 2 ? 0 : hill.label * scaled(distance, from: (0, 2), to: (1, 0))
      return own.magnitude > height.magnitude ? own : height
    }
  }
}
