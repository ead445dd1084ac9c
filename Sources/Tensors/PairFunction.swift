import CKernels

/// A function of two numbers that an operation applies to the elements that meet in broadcasting.
public enum PairFunction: String, Sendable, Hashable, CaseIterable {
  /// The sum a + b.
  case add
  /// The difference a − b.
  case subtract
  /// The difference b − a.
  case subtractFrom
  /// The product a·b.
  case multiply
  /// The quotient a/b.
  case divide
  /// The power a^b.
  case power
  /// The smaller of a and b; NaN if either is, a if they are equal.
  case minimum
  /// The larger of a and b; NaN if either is, a if they are equal.
  case maximum

  /// 1 where a = b, else 0.
  case equal
  /// 1 where a ≠ b, else 0.
  case notEqual
  /// 1 where a < b, else 0.
  case less
  /// 1 where a ≤ b, else 0.
  case lessOrEqual
  /// 1 where a > b, else 0.
  case greater
  /// 1 where a ≥ b, else 0.
  case greaterOrEqual

  // The language takes 0 and 1 only here and asks `Tensor.isBoolean` before. Inside a net a kernel cannot
  // fail, so it reads every number but 0 as 1.

  /// 1 where both are 1; any number but 0 counts as 1.
  case and
  /// 1 where one or both are 1; any number but 0 counts as 1.
  case or
  /// 1 where exactly one is 1; any number but 0 counts as 1.
  case xor

  // The losses of one element that are more exact as one function than as a formula of several.

  /// The cross-entropy of a probability p against y, with logarithms not below −100.
  ///
  ///     −(y max(ln p, −100) + (1 − y) max(ln(1 − p), −100))
  case bce
  /// The slope of ``bce`` by p: (p − y)/max(p(1 − p), 1e−12).
  case bceSlope
  /// The cross-entropy of the sigmoid of a raw output z against y: max(z, 0) − z y + ln(1 + e^−|z|).
  case bceLogits
}

extension PairFunction {
  /// What the table knows of a function.
  private struct Entry {
    let code: nnb_code
    let linearity: Operation.Linearity
    let cost: Int
    let isDecision: Bool

    init(
      _ code: nnb_code, linearity: Operation.Linearity = .none, cost: Int = 1, isDecision: Bool = false
    ) {
      self.code = code
      self.linearity = linearity
      self.cost = cost
      self.isDecision = isDecision
    }
  }

  private var entry: Entry {
    switch self {
    case .add: Entry(NNB_ADD, linearity: .joint)
    case .subtract: Entry(NNB_SUBTRACT, linearity: .joint)
    case .subtractFrom: Entry(NNB_SUBTRACT_FROM, linearity: .joint)
    case .multiply: Entry(NNB_MULTIPLY, linearity: .inEach)
    case .divide: Entry(NNB_DIVIDE, linearity: .inFirst)
    case .power: Entry(NNB_POWER, cost: Operation.functionCost)
    case .minimum: Entry(NNB_MINIMUM)
    case .maximum: Entry(NNB_MAXIMUM)
    case .equal: Entry(NNB_EQUAL, isDecision: true)
    case .notEqual: Entry(NNB_NOT_EQUAL, isDecision: true)
    case .less: Entry(NNB_LESS, isDecision: true)
    case .lessOrEqual: Entry(NNB_LESS_OR_EQUAL, isDecision: true)
    case .greater: Entry(NNB_GREATER, isDecision: true)
    case .greaterOrEqual: Entry(NNB_GREATER_OR_EQUAL, isDecision: true)
    case .and: Entry(NNB_AND, isDecision: true)
    case .or: Entry(NNB_OR, isDecision: true)
    case .xor: Entry(NNB_XOR, isDecision: true)
    case .bce: Entry(NNB_BCE, cost: 2 * Operation.functionCost)
    case .bceSlope: Entry(NNB_BCE_SLOPE, cost: 4)
    case .bceLogits: Entry(NNB_BCE_LOGITS, cost: 2 * Operation.functionCost)
    }
  }

  /// The kernel that computes it.
  var code: nnb_code { entry.code }
  /// In which operands it is linear.
  var linearity: Operation.Linearity { entry.linearity }
  /// The fuel one value takes.
  var cost: Int { entry.cost }
  /// Whether every result is 0 or 1, whatever the operands.
  public var isDecision: Bool { entry.isDecision }

  /// The difference whose sign a comparison by size tells: a − b for `>` and `≥`, b − a for `<` and `≤`.
  var comparedDifference: PairFunction? {
    switch self {
    case .greater, .greaterOrEqual: .subtract
    case .less, .lessOrEqual: .subtractFrom
    case .add, .subtract, .subtractFrom, .multiply, .divide, .power, .minimum, .maximum, .equal, .notEqual,
      .and, .or, .xor, .bce, .bceSlope, .bceLogits:
      nil
    }
  }
}

extension Operation {
  /// The difference whose sign a comparison by size tells: a − b for `>` and `≥`, b − a for `<` and `≤`.
  public var comparedDifference: Operation? {
    if case .meet(let function) = self { function.comparedDifference.map { .meet($0) } } else { nil }
  }
}
