import CKernels

/// A function of one number that an operation applies to each element, with all that is known of it here.
///
/// Equal where the kernel is the same.
public struct ElementFunction: Sendable {
  /// The name, for messages.
  public let name: String
  /// The kernel that computes it.
  public let code: nnb_code
  /// The fuel one value takes.
  public let cost: Int
  /// Whether it is linear.
  public let linearity: Operation.Linearity
  /// Whether every result is 0 or 1, whatever the operand.
  public let isDecision: Bool

  /// Makes a function.
  public init(
    _ name: String, _ code: nnb_code, cost: Int, linearity: Operation.Linearity = .none,
    isDecision: Bool = false
  ) {
    self.name = name
    self.code = code
    self.cost = cost
    self.linearity = linearity
    self.isDecision = isDecision
  }

  /// Returns the value at x, with the bits that the operation gives.
  public func callAsFunction(_ x: Double) -> Double { code.value(x) }

  /// The opposite −a.
  public static let negate = ElementFunction("negate", NNB_NEGATE, cost: 1, linearity: .joint)
  /// 1 where a is 0, else 0.
  public static let not = ElementFunction("not", NNB_NOT, cost: 1, isDecision: true)
  /// The derivative a(1 − a) of the sigmoid, from its value a.
  public static let sigmoidSlopeOfOutput = ElementFunction(
    "sigmoidSlopeOfOutput", NNB_SIGMOID_SLOPE_OF_OUTPUT, cost: 2)
  /// The derivative 1 − a² of the hyperbolic tangent, from its value a.
  public static let tanhSlopeOfOutput = ElementFunction(
    "tanhSlopeOfOutput", NNB_TANH_SLOPE_OF_OUTPUT, cost: 2)
}

extension ElementFunction: Hashable {
  /// Functions are equal when their kernels are.
  public static func == (a: ElementFunction, b: ElementFunction) -> Bool { a.code == b.code }

  /// Hashes the kernel.
  public func hash(into hasher: inout Hasher) { hasher.combine(code.rawValue) }
}

extension Operation {
  /// The opposite −a.
  public static let negate = Operation.map(.negate)
  /// 1 where a is 0, else 0.
  public static let not = Operation.map(.not)
  /// The derivative a(1 − a) of the sigmoid, from its value a.
  public static let sigmoidSlopeOfOutput = Operation.map(.sigmoidSlopeOfOutput)
  /// The derivative 1 − a² of the hyperbolic tangent, from its value a.
  public static let tanhSlopeOfOutput = Operation.map(.tanhSlopeOfOutput)
}
