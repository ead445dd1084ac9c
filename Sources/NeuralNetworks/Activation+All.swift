import Tensors

extension Activation {
  /// Every activation there is, in the order of the reference.
  public static let all: [Activation] = [step, sign, identity, sigmoid, tanh, relu]

  /// 1 where z ≥ 0, else 0; the slide's threshold unit.
  public static let step = Activation(
    "step", formula: #"\begin{cases} 1 & z \ge 0 \\ 0 & z < 0 \end{cases}"#, isThreshold: true
  ) { $0 >= 0 ? 1 : ($0.isNaN ? $0 : 0) }

  /// −1, 0 or 1 with the sign of z.
  public static let sign = Activation(
    "sign", formula: #"\begin{cases} 1 & z > 0 \\ 0 & z = 0 \\ -1 & z < 0 \end{cases}"#, isThreshold: true
  ) { $0 > 0 ? 1 : ($0 < 0 ? -1 : ($0.isNaN ? $0 : 0)) }

  /// z itself.
  public static let identity = Activation("identity", formula: "z", linearity: .joint) { $0 }

  /// The logistic function, at most 2 units in the last place from 1/(1 + e^−z).
  public static let sigmoid = Activation(
    "sigmoid", formula: #"\frac{1}{1 + e^{-z}}"#, cost: Operation.functionCost
  ) { Mathematics.sigmoid($0) }

  /// The hyperbolic tangent, at most 2 units in the last place off.
  public static let tanh = Activation("tanh", formula: #"\tanh z"#, cost: Operation.functionCost) {
    Mathematics.tanh($0)
  }

  /// The larger of 0 and z; NaN stays NaN.
  public static let relu = Activation("relu", formula: #"\max(0, z)"#) { $0 <= 0 ? 0 : $0 }
}
