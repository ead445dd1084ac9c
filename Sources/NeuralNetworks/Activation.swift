import CKernels
import Tensors

/// A function that a unit applies to its weighted sum z.
public struct Activation: Sendable {
  /// The name in the language, such as `sigmoid`.
  public let name: String
  /// The formula in TeX, in the letter z.
  public let formula: String
  /// The derivative's formula in TeX, in the letter z.
  public let derivativeFormula: String
  /// What its values lie between; the ends themselves may be out of reach.
  public let range: ClosedRange<Double>
  /// The fuel one value takes.
  public let cost: Int
  /// Whether it only tells on which side of a threshold z lies, so that its derivative is 0 everywhere.
  public let isThreshold: Bool
  /// The operation on every element.
  public let operation: Operation
  let code: nnb_code
  /// The derivative by simpler operations, from which the second one is made.
  let slope: Slope

  init(
    _ name: String, _ code: nnb_code, _ formula: String, derivative derivativeFormula: String,
    range: ClosedRange<Double> = -.infinity ... .infinity, cost: Int = 1, isThreshold: Bool = false,
    isDecision: Bool = false, linearity: Operation.Linearity = .none,
    slope: @escaping Slope
  ) {
    self.name = name
    self.code = code
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.range = range
    self.cost = cost
    self.isThreshold = isThreshold
    self.slope = slope
    let operation = Operation.elementwise(name, code, cost: cost, linearity: linearity)
    self.operation = isDecision ? operation.deciding : operation
  }

  /// Returns the value at z.
  public func callAsFunction(_ z: Double) -> Double { code.value(z) }

  /// Returns the derivative at z; at a kink the value that the catalogue publishes.
  public func derivative(_ z: Double) -> Double { slopeCode.value(z) }

  /// The derivatives stand in the order of the functions.
  private var slopeCode: nnb_code {
    nnb_code(code.rawValue - NNB_STEP.rawValue + NNB_STEP_SLOPE.rawValue)
  }

  /// The derivative of every element, as an operation of its own: exact at kinks and far out.
  public var derivativeOperation: Operation { .elementwise(derivativeName, slopeCode, cost: 2 * cost) }

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
