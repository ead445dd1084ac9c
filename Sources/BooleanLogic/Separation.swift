import BigInt

/// Whether a hyperplane has one set of points on its one side and another set on the other, decided in whole numbers.
///
/// There is such a hyperplane if and only if the convex hulls of the two sets do not meet. Both answers come with what
/// proves them.
public enum Separation: Sendable, Hashable {
  /// The hyperplane that is farthest from both sets.
  case separated(Hyperplane)
  /// The hulls meet: a point of both.
  case crossing(Crossing)
  /// The work was cut off.
  case undecided

  /// The points x with w·x = T, the upper points on the side w·x > T.
  public struct Hyperplane: Sendable, Hashable {
    /// The weights w: whole numbers without a common divisor, 0 where one of the sets is empty.
    public let weights: [BigInt]
    /// 2·T, which lies halfway between the nearest points of both sets.
    public let twiceThreshold: BigInt
    /// The smallest w·x of the upper points less the largest one of the lower points.
    public let gap: BigInt
    /// The indices of the upper and of the lower points that are nearest to it.
    public let upperSupport, lowerSupport: [Int]
  }

  /// Points with positive whole coefficients: Σ aᵢ·upperᵢ = Σ bⱼ·lowerⱼ and Σ aᵢ = Σ bⱼ.
  ///
  /// A unit that fires at the upper points and not at the lower ones would need Σ aᵢ·(w·upperᵢ) ≥ T·Σ aᵢ and
  /// Σ bⱼ·(w·lowerⱼ) < T·Σ bⱼ, though both sides are equal.
  public struct Crossing: Sendable, Hashable {
    /// A point, by its index in its set, and how often it counts.
    public struct Part: Sendable, Hashable {
      /// The index of the point.
      public let index: Int
      /// The coefficient.
      public let coefficient: BigInt
    }

    /// The points of the upper set.
    public let upper: [Part]
    /// The points of the lower set.
    public let lower: [Part]

    /// Whether both sides are the same point, counted equally often: the certificate checked from nothing but the points.
    public func holds(upper points: [[BigInt]], lower others: [[BigInt]]) -> Bool {
      holds(upper: .listed(points), lower: .listed(others))
    }

    fileprivate func holds(upper points: PointSet, lower others: PointSet) -> Bool {
      guard upper.allSatisfy({ $0.coefficient > 0 }), lower.allSatisfy({ $0.coefficient > 0 }), !upper.isEmpty
      else { return false }
      let dimension = points[0].count
      func sum(_ parts: [Part], _ points: PointSet) -> [BigInt] {
        parts.reduce([BigInt](repeating: 0, count: dimension + 1)) { sum, part in
          zip(sum, points[part.index] + [1]).map { $0 + part.coefficient * $1 }
        }
      }
      return sum(upper, points) == sum(lower, others)
    }
  }

  /// Decides for two sets of points with whole coordinates.
  ///
  /// The shortest vector between the hulls is found among the differences of an upper and a lower point: a set of at
  /// most n + 1 of them is kept whose own shortest vector lies inside, and the difference that is nearest along it is
  /// added until none is nearer. All numbers are fractions, so no rounding decides.
  /// Source: P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11, 1976.
  /// - Complexity: each step takes m·n + n³ operations on whole numbers for m points of n coordinates. `stepsLeft` is
  ///   counted down; at 0 the answer is ``undecided``.
  /// - Precondition: all points have as many coordinates.
  public init(upper: [[BigInt]], lower: [[BigInt]], stepsLeft: inout Int) {
    let dimension = (upper.first ?? lower.first ?? []).count
    precondition((upper + lower).allSatisfy { $0.count == dimension }, "points of several dimensions")
    self.init(.listed(upper), .listed(lower), dimension: dimension, stepsLeft: &stepsLeft)
  }

  /// Decides for rows of a truth table, by their numbers: x₁ is the highest bit.
  /// - Complexity: each step takes m + 2ⁿᐟ² additions and n³ operations on whole numbers for m rows of n inputs.
  public init(inputCount: Int, upper: [Int], lower: [Int], stepsLeft: inout Int) {
    self.init(
      .rows(upper, inputCount: inputCount), .rows(lower, inputCount: inputCount), dimension: inputCount,
      stepsLeft: &stepsLeft)
  }

  private init(_ upper: PointSet, _ lower: PointSet, dimension: Int, stepsLeft: inout Int) {
    guard !upper.isEmpty, !lower.isEmpty else {
      // With w = 0, T = −1 or 1 puts every point on the one side there is.
      self = .separated(
        Hyperplane(
          weights: Array(repeating: 0, count: dimension), twiceThreshold: upper.isEmpty ? 1 : -1, gap: 0,
          upperSupport: [], lowerSupport: []))
      return
    }
    var search = NearestPoints(upper, lower)
    while stepsLeft > 0 {
      stepsLeft -= 1
      if search.isAtOrigin {
        let crossing = search.crossing
        precondition(crossing.holds(upper: upper, lower: lower), "a certificate that does not hold")
        self = .crossing(crossing)
        return
      }
      if !search.step() {
        self = .separated(search.hyperplane)
        return
      }
    }
    self = .undecided
  }
}

/// The shortest vector between two hulls, so far.
private struct NearestPoints {
  private let upper, lower: PointSet
  /// The differences kept, each of an upper and a lower point, affinely independent.
  private var corners: [(upper: Int, lower: Int, vector: [BigInt])] = []
  /// Their weights, positive, with sum 1.
  private var shares: [Rational] = []
  /// The vector that they make, times a positive number that makes it whole.
  private var vector: [BigInt] = []

  init(_ upper: PointSet, _ lower: PointSet) {
    (self.upper, self.lower) = (upper, lower)
    add(0, 0)
    shares = [Rational(1)]
    vector = corners[0].vector
  }

  private mutating func add(_ a: Int, _ b: Int) {
    corners.append((a, b, zip(upper[a], lower[b]).map { $0 - $1 }))
  }

  /// Whether the hulls meet.
  var isAtOrigin: Bool { vector.allSatisfy { $0 == 0 } }

  /// Takes a difference that is nearer along the vector; false where there is none.
  mutating func step() -> Bool {
    let (a, lowest) = upper.lowest(along: vector)
    let (b, highest) = lower.lowest(along: vector.map { -$0 })
    // Each kept difference d has vector·d = vector·(the vector itself).
    guard lowest + highest < BigInt.dot(vector, corners[0].vector) else { return false }
    add(a, b)
    shares.append(.zero)
    settle()
    return true
  }

  /// Moves to the shortest vector of the affine hull of the kept differences, leaving out those that it passes.
  private mutating func settle() {
    while true {
      let wanted = affineShares()
      if wanted.allSatisfy({ $0 > .zero }) {
        shares = wanted
        break
      }
      // As far towards it as no share becomes negative.
      var step = Rational(1)
      for (now, then) in zip(shares, wanted) where then <= .zero && now > then {
        step = min(step, now / (now - then))
      }
      shares = zip(shares, wanted).map { $0 + step * ($1 - $0) }
      let kept = shares.indices.filter { shares[$0] > .zero }
      corners = kept.map { corners[$0] }
      shares = kept.map { shares[$0] }
    }
    let scale = BigInt.leastCommonMultiple(shares.lazy.map(\.denominator))
    vector = vector.indices.map { coordinate in
      zip(shares, corners).reduce(BigInt(0)) { sum, part in
        sum + scale / part.0.denominator * part.0.numerator * part.1.vector[coordinate]
      }
    }
    let divisor = vector.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
    if divisor > 1 { vector = vector.map { $0 / divisor } }
  }

  /// The shares μ with Σ μ = 1 whose vector Σ μᵢ·dᵢ is shortest: dᵢ·Σ μⱼ·dⱼ is the same for all i.
  private func affineShares() -> [Rational] {
    let vectors = corners.map(\.vector)
    // Most numbers are short, and a hundred times as fast to compute with.
    let short = vectors.map { vector in vector.compactMap { $0.bitWidth < 60 ? Int128($0) : nil } }
    if short.map(\.count) == vectors.map(\.count),
      let shares = ShortestVector.shares(
        of: short, product: ShortestVector.checkedProduct, step: ShortestVector.checkedStep)
    {
      return shares.map { Rational(BigInt($0.share), BigInt($0.whole)) }
    }
    let shares = ShortestVector.shares(
      of: vectors, product: BigInt.dot, step: { ($0 * $1 - $2 * $3) / $4 })
    return (shares ?? []).map { Rational($0.share, $0.whole) }
  }

  // MARK: Results

  var hyperplane: Separation.Hyperplane {
    let divisor = vector.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
    let weights = vector.map { $0 / divisor }
    let lowest = upper.lowest(along: weights).value
    let highest = -lower.lowest(along: weights.map { -$0 }).value
    return Separation.Hyperplane(
      weights: weights, twiceThreshold: lowest + highest, gap: lowest - highest,
      upperSupport: upper.indices(along: weights, at: lowest),
      lowerSupport: lower.indices(along: weights, at: highest))
  }

  var crossing: Separation.Crossing {
    let scale = BigInt.leastCommonMultiple(shares.lazy.map(\.denominator))
    var (a, b): ([Int: BigInt], [Int: BigInt]) = ([:], [:])
    for (share, corner) in zip(shares, corners) {
      let coefficient = scale / share.denominator * share.numerator
      a[corner.upper, default: 0] += coefficient
      b[corner.lower, default: 0] += coefficient
    }
    let divisor = (Array(a.values) + Array(b.values)).reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
    func parts(_ sums: [Int: BigInt]) -> [Separation.Crossing.Part] {
      sums.sorted { $0.key < $1.key }.map { .init(index: $0.key, coefficient: $0.value / divisor) }
    }
    return Separation.Crossing(upper: parts(a), lower: parts(b))
  }
}

extension Separation {
  /// Decides for the rows of a truth table that give 1, and those that give 0; indices are those of the rows.
  public init(_ function: BooleanFunction, stepsLeft: inout Int) {
    self.init(
      inputCount: function.inputCount, upper: function.ones.rows, lower: function.zeros.rows,
      stepsLeft: &stepsLeft)
  }

  /// Decides for points whose coordinates are float64 numbers, taken exactly as they are.
  ///
  /// All are multiplied by one power of two, 2^`scale`, which makes them whole.
  /// - Precondition: every coordinate is finite.
  public static func decide(
    upper: [[Double]], lower: [[Double]], stepsLeft: inout Int
  ) -> (separation: Separation, scale: Int) {
    let scale = max(0, (upper + lower).joined().map(Self.fractionBits).max() ?? 0)
    func whole(_ points: [[Double]]) -> [[BigInt]] {
      points.map { point in point.map { Self.whole($0, scaledBy: scale) } }
    }
    return (Separation(upper: whole(upper), lower: whole(lower), stepsLeft: &stepsLeft), scale)
  }

  /// How many binary digits a number has behind the point.
  private static func fractionBits(_ x: Double) -> Int {
    precondition(x.isFinite, "the coordinate \(x)")
    guard x != 0 else { return 0 }
    return x.significandWidth - Int(x.exponent)
  }

  private static func whole(_ x: Double, scaledBy scale: Int) -> BigInt {
    guard x != 0 else { return 0 }
    let width = x.significandWidth
    // x = significand·2^exponent, and the significand has `width` digits behind its point.
    let digits = BigInt(x.significand * Double(sign: .plus, exponent: width, significand: 1))
    let whole = digits << (Int(x.exponent) - width + scale)
    return x < 0 ? -whole : whole
  }
}
