/// Which colour stands for which number, in 25 shades.
public struct ColourScale: Sendable, Hashable {
  /// What the colours say.
  public enum Kind: String, Sendable, Hashable {
    /// Orange below the middle, blue above it.
    case diverging
    /// Pale at the lower end, strong at the upper one.
    case sequential
  }

  /// What the colours say.
  public let kind: Kind
  /// The numbers from the first shade to the last; what lies beyond gets these.
  public let range: AxisRange
  /// Whether it is of counts, which have no numbers between them.
  public let isWhole: Bool

  private static let reach = 12

  /// Makes a scale.
  public init(_ kind: Kind, _ range: AxisRange, isWhole: Bool = false) {
    self.kind = kind
    self.range = range
    self.isWhole = isWhole
  }

  /// The scale of both, where they say the same: around one middle, or from low to high; nil where they do not.
  func joined(with other: ColourScale) -> ColourScale? {
    guard kind == other.kind else { return nil }
    let whole = isWhole && other.isWhole
    switch kind {
    case .sequential:
      return ColourScale(
        kind, AxisRange(min(range.lower, other.range.lower), max(range.upper, other.range.upper)),
        isWhole: whole)
    case .diverging:
      let (middle, another) = (range.value(at: 0.5), other.range.value(at: 0.5))
      guard abs(middle - another) <= 1e-9 * max(range.width, other.range.width) else { return nil }
      return ColourScale(kind, range.width >= other.range.width ? range : other.range, isWhole: whole)
    }
  }

  /// Orange below `middle`, blue above it, `reach` to either side.
  public static func diverging(around middle: Double, reach: Double) -> ColourScale {
    ColourScale(.diverging, AxisRange(middle - abs(reach), middle + abs(reach)))
  }

  /// The scale that suits `values`: around `middle` where one is known; otherwise around ½ for shares from 0 to 1,
  /// around 0 where signs differ, else sequential.
  public static func automatic(for values: [Double], around middle: Double? = nil) -> ColourScale {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return .diverging(around: 0, reach: 1) }
    if let middle {
      let least = middle == 0 ? 1 : middle.magnitude
      return .diverging(around: middle, reach: max(least, middle - low, high - middle))
    }
    if low >= 0 && high <= 1 { return .diverging(around: 0.5, reach: 0.5) }
    guard low < 0 else {
      let areCounts = finite.allSatisfy { $0 == $0.rounded() }
      return ColourScale(.sequential, AxisRange(low, high), isWhole: areCounts)
    }
    return .diverging(around: 0, reach: max(1, -low, high))
  }

  /// The scale of weights: around 0, as far as the greatest.
  static func weights(_ values: [Double]) -> ColourScale {
    let reach = values.lazy.filter(\.isFinite).map { abs($0) }.max() ?? 0
    return .diverging(around: 0, reach: reach > 0 ? reach : 1)
  }

  /// The number of the shade of `value`, from 0; nil for NaN.
  func shade(of value: Double) -> Int? {
    guard !value.isNaN else { return nil }
    // Halves, since the distance of two great numbers can be infinite.
    let part = (value / 2 - range.lower / 2) / (range.upper / 2 - range.lower / 2)
    return Int((max(0, min(1, part)) * Double(2 * ColourScale.reach)).rounded())
  }

  /// The colour of a shade.
  func role(of shade: Int?) -> ColourRole {
    guard let shade else { return .noValue }
    return switch kind {
    case .diverging: .diverging(shade - ColourScale.reach)
    case .sequential: .sequential(shade)
    }
  }

  /// The colour of words on a shade.
  func inkRole(on shade: Int?) -> ColourRole {
    guard let shade else { return .ink }
    return switch kind {
    case .diverging: .onDiverging(shade - ColourScale.reach)
    case .sequential: .onSequential(shade)
    }
  }

  /// How many shades there are.
  static let count = 2 * reach + 1
}
