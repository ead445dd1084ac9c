import CKernels
import Tensors

// The activations of the lecture's first half.
extension Activation {
  /// 1 where z ≥ 0, else 0: the slide's threshold unit.
  public static let step = Activation(
    "step", NNB_STEP, #"\begin{cases} 1 & z \ge 0 \\ 0 & z < 0 \end{cases}"#, derivative: "0",
    range: 0...1, isThreshold: true, isDecision: true, slope: { _, _ in nil })

  /// −1, 0 or 1: the sign of z.
  public static let sign = Activation(
    "sign", NNB_SIGN, #"\begin{cases} 1 & z > 0 \\ 0 & z = 0 \\ -1 & z < 0 \end{cases}"#, derivative: "0",
    range: -1...1, isThreshold: true, slope: { _, _ in nil })

  /// z itself.
  public static let identity = Activation(
    "identity", NNB_IDENTITY, "z", derivative: "1", written: "1", range: unbounded, linearity: .joint,
    slope: { _, g in g.number(1) })

  /// The logistic function σ, at most 2 units in the last place off.
  public static let sigmoid = Activation(
    "sigmoid", symbol: #"\sigma"#, NNB_SIGMOID, #"\frac{1}{1 + e^{-z}}"#,
    derivative: #"\sigma(z)\,(1 - \sigma(z))"#, written: "sigmoid(z)*(1 - sigmoid(z))",
    range: 0...1, cost: smooth, slope: { z, g in g.sigmoidSlope(z) })

  /// The hyperbolic tangent, at most 2 units in the last place off.
  public static let tanh = Activation(
    "tanh", symbol: #"\tanh"#, NNB_TANH, #"\tanh z"#, derivative: #"1 - \tanh^2 z"#,
    written: "1 - tanh(z)^2", range: -1...1, cost: smooth,
    slope: { z, g in g.scaled(4, g.sigmoidSlope(g.scaled(2, z))) })

  /// The larger of 0 and z.
  ///
  /// NaN stays NaN. The derivative at 0 is 0.
  public static let relu = Activation(
    "relu", NNB_RELU, #"\max(0, z)"#, derivative: #"\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}"#,
    range: 0 ... .infinity, slope: { z, g in g.above(z, 0) })
}
