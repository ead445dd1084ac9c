/// A pure function of tensors: what the checker, the evaluator and a net's graph all read.
///
/// A kernel works on ONE example; rows are a loop around it, so a row's bits never depend on the batch.
public struct Operation: Sendable {
  /// The operands' elements, one pointer for each operand.
  public typealias Operands = UnsafePointer<UnsafePointer<Double>>
  /// Writes the result's elements, given the operands'.
  public typealias Kernel = @Sendable (_ operands: Operands, _ result: UnsafeMutablePointer<Double>) -> Void

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
  }

  /// What the operation becomes for operands of known shapes.
  public struct Prepared: Sendable {
    /// The result's shape.
    public let shape: Shape
    /// The fuel one application takes: multiply-add or element 1, exp-class function 20.
    public let cost: Int
    /// The function itself.
    public let kernel: Kernel

    /// Makes a prepared operation.
    public init(shape: Shape, cost: Int, kernel: @escaping Kernel) {
      self.shape = shape
      self.cost = cost
      self.kernel = kernel
    }
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
