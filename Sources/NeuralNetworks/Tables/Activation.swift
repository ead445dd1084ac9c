import CKernels
import Tensors

/// A function that a unit applies to its weighted sum z.
public struct Activation: Sendable {
  /// The name in the language, such as `sigmoid`.
  public let name: String
  /// The sign that mathematics has for it, in TeX; nil where it is written by its name.
  public let symbol: String?
  /// The formula in TeX, in the letter z.
  public let formula: String
  /// The derivative's formula in TeX, in the letter z.
  public let derivativeFormula: String
  /// The derivative in the language, in the letter z; nil where it has no short form.
  public let derivativeText: String?
  /// What its values lie between; the ends themselves may be out of reach.
  public let range: ClosedRange<Double>
  /// The fuel one value takes.
  public let cost: Int
  /// Whether it only tells on which side of a threshold z lies, so that its derivative is 0 everywhere.
  public let isThreshold: Bool
  /// What an operation applies to every element.
  let element: ElementFunction
  /// The derivative by simpler operations, from which the second one is made.
  let slope: Slope

  init(
    _ name: String, symbol: String? = nil, _ code: nnb_code, _ formula: String,
    derivative derivativeFormula: String, written derivativeText: String? = nil,
    range: ClosedRange<Double>, cost: Int = 1, isThreshold: Bool = false, isDecision: Bool = false,
    linearity: Operation.Linearity = .none, slope: @escaping Slope
  ) {
    self.name = name
    self.symbol = symbol
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.derivativeText = derivativeText
    self.range = range
    self.cost = cost
    self.isThreshold = isThreshold
    self.slope = slope
    element = ElementFunction(name, code, cost: cost, linearity: linearity, isDecision: isDecision)
  }

  /// The function of every element, as an operation.
  public var operation: Operation { .map(element) }

  /// The derivative of every element, as an operation of its own: exact at kinks and far out.
  public var derivativeOperation: Operation { .map(derivativeElement) }

  /// Returns the value at z.
  public func callAsFunction(_ z: Double) -> Double { element(z) }

  /// Returns the derivative at z; at a kink the value that the catalogue publishes.
  public func derivative(_ z: Double) -> Double { derivativeElement(z) }

  /// What the derivative applies to every element.
  var derivativeElement: ElementFunction {
    // The kernels of the derivatives stand in the order of those of the functions.
    let code = nnb_code(element.code.rawValue - NNB_STEP.rawValue + NNB_STEP_SLOPE.rawValue)
    return ElementFunction(name + "'", code, cost: 2 * cost)
  }

  /// Every activation there is, in the order of the reference.
  public static let all: [Activation] = [
    step, sign, identity, sigmoid, tanh, relu, leakyRelu, elu, selu, softplus, softsign, hardSigmoid,
    hardTanh,
    relu6, silu, hardSwish, gelu, mish, logSigmoid,
  ]

  /// Returns the activation with this name.
  public static func named(_ name: String) -> Activation? { all.first { $0.name == name } }

  /// The range of what has no bounds.
  static let unbounded = -Double.infinity ... .infinity
  /// The fuel of a function that takes one exp or the like.
  static let smooth = Operation.functionCost
}

extension Activation: Hashable {
  /// Activations are equal when their names are.
  public static func == (a: Activation, b: Activation) -> Bool { a.name == b.name }
  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
