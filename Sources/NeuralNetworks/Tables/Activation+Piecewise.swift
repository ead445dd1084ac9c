import CKernels
import Tensors

// Activations made of straight or exponential pieces. Clipping compares z with the ends, so NaN stays NaN.
extension Activation {
  /// The slope of ``leakyRelu`` on the left, PyTorch's default.
  static let leak = 0.01
  /// The two constants of ``selu``, for which mean 0 and variance 1 are kept.
  static let selfNormalizing = (alpha: 1.6732632423543772, scale: 1.0507009873554805)

  /// z on the right, z/100 on the left.
  ///
  /// The derivative at 0 is the left one.
  public static let leakyRelu = Activation(
    "leaky_relu", NNB_LEAKY_RELU, #"\begin{cases} z & z > 0 \\ 0.01\,z & z \le 0 \end{cases}"#,
    derivative: #"\begin{cases} 1 & z > 0 \\ 0.01 & z \le 0 \end{cases}"#, range: unbounded,
    slope: { z, g in g.oneSided(z, right: 1, left: g.number(leak)) })

  /// z on the right, e^z − 1 on the left.
  public static let elu = Activation(
    "elu", NNB_ELU, #"\begin{cases} z & z > 0 \\ e^{z} - 1 & z \le 0 \end{cases}"#,
    derivative: #"\begin{cases} 1 & z > 0 \\ e^{z} & z \le 0 \end{cases}"#, range: -1 ... .infinity,
    cost: smooth,
    slope: { z, g in g.oneSided(z, right: 1, left: g.map(.exp, z)) })

  /// λz on the right, λα(e^z − 1) on the left.
  ///
  /// The derivative at 0 is λα.
  public static let selu = Activation(
    "selu", NNB_SELU, #"\lambda \begin{cases} z & z > 0 \\ \alpha (e^{z} - 1) & z \le 0 \end{cases}"#,
    derivative: #"\lambda \begin{cases} 1 & z > 0 \\ \alpha e^{z} & z \le 0 \end{cases}"#,
    range: -selfNormalizing.alpha * selfNormalizing.scale ... .infinity, cost: smooth,
    slope: { z, g in
      let (alpha, scale) = selfNormalizing
      return g.oneSided(z, right: scale, left: g.scaled(scale, g.scaled(alpha, g.map(.exp, z))))
    })

  /// z/6 + ½ clipped to 0 … 1.
  ///
  /// The derivative at both ends is 0.
  public static let hardSigmoid = Activation(
    "hard_sigmoid", NNB_HARD_SIGMOID, #"\min(\max(\tfrac{z}{6} + \tfrac12, 0), 1)"#,
    derivative: #"\begin{cases} \tfrac16 & -3 < z < 3 \\ 0 & \text{else} \end{cases}"#,
    range: 0...1, slope: { z, g in g.scaled(1.0 / 6, g.inside(z, -3, 3)) })

  /// z clipped to −1 … 1.
  ///
  /// The derivative at both ends is 0.
  public static let hardTanh = Activation(
    "hard_tanh", NNB_HARD_TANH, #"\min(\max(z, -1), 1)"#,
    derivative: #"\begin{cases} 1 & -1 < z < 1 \\ 0 & \text{else} \end{cases}"#,
    range: -1...1, slope: { z, g in g.inside(z, -1, 1) })

  /// z clipped to 0 … 6.
  ///
  /// The derivative at both ends is 0.
  public static let relu6 = Activation(
    "relu6", NNB_RELU6, #"\min(\max(z, 0), 6)"#,
    derivative: #"\begin{cases} 1 & 0 < z < 6 \\ 0 & \text{else} \end{cases}"#,
    range: 0...6, slope: { z, g in g.inside(z, 0, 6) })

  /// z times the hard sigmoid.
  ///
  /// The derivative at −3 is 0 and at 3 is 1, the slopes outside.
  public static let hardSwish = Activation(
    "hard_swish", NNB_HARD_SWISH, #"\frac{z}{6} \min(\max(z + 3, 0), 6)"#,
    derivative:
      #"\begin{cases} 0 & z \le -3 \\ \tfrac{z}{3} + \tfrac12 & -3 < z < 3 \\ 1 & z \ge 3 \end{cases}"#,
    range: -0.375 ... .infinity,
    slope: { z, g in
      let slope = g.sum(g.scaled(1.0 / 3, z), g.number(0.5))
      let left = g.appending(.choice, [g.above(z, -3), slope, g.number(0)])
      return g.appending(.choice, [g.appending(.less, [z, g.number(3)]), left, g.number(1)])
    })

  /// z/(1 + |z|).
  public static let softsign = Activation(
    "softsign", NNB_SOFTSIGN, #"\frac{z}{1 + \lvert z \rvert}"#,
    derivative: #"\frac{1}{(1 + \lvert z \rvert)^2}"#,
    range: -1...1,
    slope: { z, g in
      let share = g.quotient(g.number(1), g.sum(g.number(1), g.map(.abs, z)))
      return g.product(share, share)
    })
}
