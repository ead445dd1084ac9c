import CKernels

/// A pure function of tensors: what the checker, the evaluator and a net's graph all read.
///
/// It is written for ONE example; its kernel works on many rows as well, and a row's bits never depend on the others.
public struct Operation: Sendable {
  /// In which operands a function is linear, without a constant term.
  public enum Linearity: Sendable, Hashable {
    /// In none.
    case none
    /// In all of them together: f(a + c, b + d) = f(a, b) + f(c, d).
    case joint
    /// In each one, while the others are constant: a product.
    case inEach
    /// In the first, while the others are constant: a quotient.
    case inFirst
    /// It is its first operand up to rounding; the others tell how that one was computed.
    case first
  }

  /// What the operation becomes for operands of known shapes.
  public struct Prepared: Sendable {
    /// The result's shape.
    public let shape: Shape
    /// The fuel one application takes: multiply-add or element 1, exp-class function 20.
    public let cost: Int
    /// How a machine computes it.
    public let kernel: Kernel
    /// The code of the function, where the operation is one of each element of its only operand.
    public let function: nnb_code?
    /// The places of the result's elements in the only operand, where the operation does nothing but choose them.
    let chosen: [Int]?

    /// Makes a prepared operation.
    public init(
      shape: Shape, cost: Int, kernel: Kernel, function: nnb_code? = nil, choosing chosen: [Int]? = nil
    ) {
      self.shape = shape
      self.cost = cost
      self.kernel = kernel
      self.function = function
      self.chosen = chosen
    }

    /// Whether an application to tensors reads them where they are.
    public var readsInPlace: Bool { chosen != nil }
  }

  /// The name, for descriptions of graphs: `add`, `sigmoid`.
  public let name: String
  /// In which operands the function is linear.
  public let linearity: Linearity
  /// Whether every result is 0 or 1, whatever the operands.
  public private(set) var isDecision = false
  /// The numbers it was made with, where its derivative or its application to rows must know them.
  public private(set) var setting = Setting.none
  /// Checks the operands' shapes and gives the result's shape, cost and kernel.
  public let prepare: @Sendable (_ operands: [Shape]) -> Result<Prepared, ShapeProblem>

  /// Makes an operation.
  public init(
    _ name: String, linearity: Linearity = .none,
    prepare: @escaping @Sendable ([Shape]) -> Result<Prepared, ShapeProblem>
  ) {
    self.name = name
    self.linearity = linearity
    self.prepare = prepare
  }
  /// The same operation, known to give 0 or 1 whatever its operands.
  public var deciding: Operation {
    var operation = self
    operation.isDecision = true
    return operation
  }

  /// The same operation, with the numbers it was made with.
  func with(_ setting: Setting) -> Operation {
    var operation = self
    operation.setting = setting
    return operation
  }
}
