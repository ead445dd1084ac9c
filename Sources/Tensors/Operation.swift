/// Why operands do not fit: the fact with its sizes, in words for a diagnostic.
public struct ShapeProblem: Error, Sendable, Hashable {
  /// The fact with the values, lower case, such as `the inner sizes are 784 and 100`.
  public let message: String
  /// One action, where there is an obvious one.
  public let hint: String?
  /// The operand (from 0) that is wrong alone, if one is.
  public let operand: Int?

  /// Makes a problem.
  public init(_ message: String, hint: String? = nil, operand: Int? = nil) {
    self.message = message
    self.hint = hint
    self.operand = operand
  }
}

/// A pure function of tensors: what the checker, the evaluator and a net's graph all read.
///
/// A kernel works on ONE example; rows are a loop around it, so a row's bits never depend on the batch.
public struct Operation: Sendable {
  /// Writes the result, given pointers to the operands' elements.
  public typealias Kernel = @Sendable (_ operands: [UnsafePointer<Double>], _ result: UnsafeMutablePointer<Double>) -> Void

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
  /// Checks the operands' shapes and gives the result's shape, cost and kernel.
  public let prepare: @Sendable (_ operands: [Shape]) -> Result<Prepared, ShapeProblem>

  /// Makes an operation.
  public init(_ name: String, prepare: @escaping @Sendable ([Shape]) -> Result<Prepared, ShapeProblem>) {
    self.name = name
    self.prepare = prepare
  }
}
