import CKernels

/// A pure function of tensors, as data: its kind and the numbers it is made with.
///
/// There are three functions of it, each one `switch` over the kinds. ``shape(of:)`` is what it gives for operands
/// of known shapes, or why they do not fit. Prepared for such operands it has a ``Prepared/cost`` and, by
/// ``Prepared/lower(_:into:)``, the instructions that compute it. Its derivative and its form for many rows are
/// `switch`es of their own, so that a new kind compiles only when it has all of them.
///
/// Operations that are treated alike are one case and the entries of a table: ``ElementFunction``,
/// ``PairFunction``, ``Reduction``.
///
/// It is written for ONE example; its instructions can be for many rows as well, and a row's bits never depend on the
/// others.
public enum Operation: Sendable, Hashable {
  /// A function of each element: f(aᵢ).
  case map(ElementFunction)
  /// A function of each two elements that meet in broadcasting: f(aᵢ, bᵢ).
  case meet(PairFunction)
  /// 1 where |a − b| ≤ t, else 0; operands a, b and the number t.
  case near
  /// The second operand's element where the first's is not 0, else the third's; numbers go with every shape.
  ///
  /// The element that is not chosen has no influence, be it infinite or NaN.
  case choice
  /// The second operand where the first, a number, is not 0, else the third, of the same shape.
  case select
  /// The operand itself, of which training drops this share of the elements.
  case dropout(Double)

  /// One number for all elements, or for each row or column.
  case reduce(Reduction, Along)
  /// The shares e^(zᵢ − max z)/Σⱼ e^(zⱼ − max z) along the last axis; the sum in the order of rule R3.
  case softmax
  /// The position (from 1) of the largest element along the last axis; of equal ones the first.
  ///
  /// The first NaN counts as the largest, as in ``max(_:)``.
  case argmax
  /// The cross-entropy of the softmax of raw outputs z against the label l, for each row.
  ///
  ///     ln Σⱼ e^(zⱼ − max z) − (z_l − max z)
  ///
  /// The sum in the order of rule R3; NaN for a label that is not one of 0 … k−1.
  /// Shapes: z `[m, k]`, labels `[m]`, result `[m]`.
  case crossEntropy
  /// The slope of ``crossEntropy`` by z, times g: (softmax(z) − [j = l]) g.
  ///
  /// Shapes: z `[m, k]`, labels `[m]`, g `[m]`, result `[m, k]`.
  case crossEntropySlope

  /// The matrix product: `[n]@[n]` a number, `[m,n]@[n]` `[m]`, `[n]@[n,k]` `[k]`, `[m,n]@[n,k]` `[m,k]`.
  ///
  /// Each output has one accumulator, k ascending by fused multiply-add, in chunks of 256 that are added
  /// in ascending order (rule R2). Cost m·n·k.
  case matrixProduct
  /// The weighted sums z = x·W − T of threshold units, exact where rounding could decide on their sign.
  ///
  /// It is given z as it was computed, and x, W and T, of which z was made. Where |z| is within the bound of
  /// the rounding, the sum of the shortest decimals of these numbers takes its place. So 0.7·1 + 0.1·1 − 0.8
  /// is 0, as it is written, and not −1.1e-16.
  /// Shapes: z `[]`, x `[n]`, W `[n]`, T `[]`; or z `[k]`, x `[n]`, W `[n, k]`, T `[k]`.
  case exactNearZero
  /// The cross-correlation of pictures with windows, or one of its adjoints.
  case convolve(Convolution, Convolution.Part)
  /// One number for each window of pictures, or the adjoint of that.
  case pool(Pooling, Pooling.Part)

  /// The transpose of a matrix; a vector and a number are their own.
  case transpose
  /// The same elements in another shape of as many.
  case reshape(to: Shape)
  /// So many operands of one shape along a new first axis.
  case stack(Int)
  /// The elements at these positions, one item for each axis.
  case index([IndexItem])
  /// Each element of the result from its position in the operand: result[i] = operand[table[i]].
  case gather(Movement)
  /// Each element of the operand added to its position in the result, the adjoint of ``gather(_:)``.
  ///
  ///     result = 0; result[table[i]] += operand[i], i ascending
  case scatter(Movement)

  /// Another operation applied to each row, the results one behind the other.
  indirect case eachRow(EachRow)
}

extension Operation {
  /// The name, for messages: `add`, `sigmoid`, `sum along rows`.
  public var name: String {
    switch self {
    case .map(let function): function.name
    case .meet(let function): function.rawValue
    case .near: "near"
    case .choice: "choice"
    case .select: "select"
    case .dropout: "dropout"
    case .reduce(let reduction, .all): reduction.rawValue
    case .reduce(let reduction, let along): "\(reduction.rawValue) along \(along.rawValue)"
    case .softmax: "softmax"
    case .argmax: "argmax"
    case .crossEntropy: "crossEntropy"
    case .crossEntropySlope: "crossEntropySlope"
    case .matrixProduct: "matrixProduct"
    case .exactNearZero: "exactNearZero"
    case .convolve(_, let part): part.name
    case .pool(_, let part): part.name
    case .transpose: "transpose"
    case .reshape: "reshape"
    case .stack: "stack"
    case .index: "index"
    case .gather: "gather"
    case .scatter: "scatter"
    case .eachRow(let each): "\(each.operation.name) of each row"
    }
  }

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

  /// In which operands the function is linear.
  public var linearity: Linearity {
    switch self {
    case .map(let function): function.linearity
    case .meet(let function): function.linearity
    case .reduce(let reduction, _): reduction.linearity
    case .pool(_, let part): part.linearity
    case .eachRow(let each): each.operation.linearity
    case .dropout, .transpose, .reshape, .stack, .index, .gather, .scatter: .joint
    case .matrixProduct, .convolve: .inEach
    case .exactNearZero: .first
    case .near, .choice, .select, .softmax, .argmax, .crossEntropy, .crossEntropySlope: .none
    }
  }

  /// Whether every result is 0 or 1, whatever the operands.
  public var isDecision: Bool {
    switch self {
    case .map(let function): function.isDecision
    case .meet(let function): function.isDecision
    case .near: true
    case .eachRow(let each): each.operation.isDecision
    case .choice, .select, .dropout, .reduce, .softmax, .argmax, .crossEntropy, .crossEntropySlope,
      .matrixProduct, .exactNearZero, .convolve, .pool, .transpose, .reshape, .stack, .index, .gather,
      .scatter:
      false
    }
  }

  /// The number of operands.
  public var operandCount: Int {
    switch self {
    case .map, .dropout, .reduce, .softmax, .argmax, .transpose, .reshape, .index, .gather, .scatter: 1
    case .meet, .crossEntropy, .matrixProduct, .convolve: 2
    case .near, .choice, .select, .crossEntropySlope: 3
    case .exactNearZero: 4
    case .pool(_, let part): part.operandCount
    case .stack(let count): count
    case .eachRow(let each): each.perRow.count
    }
  }

  /// The fuel one value of a function such as exp takes.
  public static let functionCost = 20
}
