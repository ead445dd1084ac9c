import Tensors

// The activations of the lecture's first half.
extension Activation {
  /// 1 where z ≥ 0, else 0: the slide's threshold unit.
  public static let step = Activation(
    "step", #"\begin{cases} 1 & z \ge 0 \\ 0 & z < 0 \end{cases}"#, derivative: "0", isThreshold: true,
    isDecision: true, { $0 >= 0 ? 1 : ($0.isNaN ? $0 : 0) }, derivative: { _ in 0 },
    slope: { _, _ in nil })

  /// −1, 0 or 1: the sign of z.
  public static let sign = Activation(
    "sign", #"\begin{cases} 1 & z > 0 \\ 0 & z = 0 \\ -1 & z < 0 \end{cases}"#, derivative: "0",
    isThreshold: true,
    { $0 > 0 ? 1 : ($0 < 0 ? -1 : ($0.isNaN ? $0 : 0)) }, derivative: { _ in 0 },
    slope: { _, _ in nil })

  /// z itself.
  public static let identity = Activation(
    "identity", "z", derivative: "1", linearity: .joint, { $0 }, derivative: { _ in 1 },
    slope: { _, g in g.number(1) })

  /// The logistic function σ, at most 2 units in the last place off.
  public static let sigmoid = Activation(
    "sigmoid", #"\frac{1}{1 + e^{-z}}"#, derivative: #"\sigma(z)\,(1 - \sigma(z))"#, cost: smooth,
    { Mathematics.sigmoid($0) },
    // 1 − σ(z) = σ(−z), without the cancellation on the right.
    derivative: { Mathematics.sigmoid($0) * Mathematics.sigmoid(-$0) },
    slope: { z, g in g.sigmoidSlope(z) })

  /// The hyperbolic tangent, at most 2 units in the last place off.
  public static let tanh = Activation(
    "tanh", #"\tanh z"#, derivative: #"1 - \tanh^2 z"#, cost: smooth,
    { Mathematics.tanh($0) },
    // 1 − tanh² z = 4σ(2z)σ(−2z), without the cancellation far out.
    derivative: { 4 * Mathematics.sigmoid(2 * $0) * Mathematics.sigmoid(-2 * $0) },
    slope: { z, g in g.scaled(4, g.sigmoidSlope(g.scaled(2, z))) })

  /// The larger of 0 and z.
  ///
  /// NaN stays NaN. The derivative at 0 is 0.
  public static let relu = Activation(
    "relu", #"\max(0, z)"#, derivative: #"\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}"#,
    { $0 <= 0 ? 0 : $0 }, derivative: { $0 > 0 ? 1 : 0 },
    slope: { z, g in g.above(z, 0) })
}
