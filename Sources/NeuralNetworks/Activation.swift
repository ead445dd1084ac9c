import Tensors

/// A function that a unit applies to its weighted sum z.
public struct Activation: Sendable {
  /// The name in the language, such as `sigmoid`.
  public let name: String
  /// The formula in TeX, in the letter z.
  public let formula: String
  /// The derivative's formula in TeX, in the letter z.
  public let derivativeFormula: String
  /// The fuel one value takes.
  public let cost: Int
  /// Whether it only tells on which side of a threshold z lies, so that its derivative is 0 everywhere.
  public let isThreshold: Bool
  /// The operation on every element.
  public let operation: Operation
  /// The function itself.
  public let function: @Sendable (Double) -> Double
  /// The derivative; at a kink the value that the catalogue publishes.
  public let derivative: @Sendable (Double) -> Double
  /// The derivative by simpler operations, from which the second one is made.
  let slope: Slope

  init(
    _ name: String, _ formula: String, derivative derivativeFormula: String, cost: Int = 1,
    isThreshold: Bool = false, isDecision: Bool = false, linearity: Operation.Linearity = .none,
    _ function: @escaping @Sendable (Double) -> Double, derivative: @escaping @Sendable (Double) -> Double,
    slope: @escaping Slope
  ) {
    self.name = name
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.cost = cost
    self.isThreshold = isThreshold
    self.function = function
    self.derivative = derivative
    self.slope = slope
    let operation = Operation.elementwise(name: name, cost: cost, linearity: linearity, function: function)
    self.operation = isDecision ? operation.deciding : operation
  }

  /// The derivative of every element, as an operation of its own: exact at kinks and far out.
  public var derivativeOperation: Operation {
    .elementwise(name: derivativeName, cost: 2 * cost, function: derivative)
  }

  private var derivativeName: String { name + "'" }

  /// Every activation there is, in the order of the reference.
  public static let all: [Activation] = [
    step, sign, identity, sigmoid, tanh, relu, leakyRelu, elu, selu, softplus, softsign, hardSigmoid,
    hardTanh,
    relu6, silu, hardSwish, gelu, mish, logSigmoid,
  ]

  /// Returns the activation with this name.
  public static func named(_ name: String) -> Activation? { all.first { $0.name == name } }

  /// Returns the activation whose derivative is the operation with this name.
  static func derivative(named name: String) -> Activation? {
    all.first { $0.derivativeName == name }
  }

  /// The fuel of a function that takes one exp or the like.
  static let smooth = Operation.functionCost
}
