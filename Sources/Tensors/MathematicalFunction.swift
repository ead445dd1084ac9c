import CKernels

/// A function of one number, computed by our own kernels: the same bits on every machine.
///
/// The cases stand in the order of the reference.
public enum MathematicalFunction: String, Sendable, Hashable, CaseIterable {
  /// The exponential function.
  case exp
  /// The natural logarithm.
  case log
  /// The sine.
  case sin
  /// The cosine.
  case cos
  /// The tangent.
  case tan
  /// The inverse of the sine.
  case asin
  /// The inverse of the cosine.
  case acos
  /// The inverse of the tangent.
  case atan
  /// The error function.
  case erf
  /// 1 minus the error function.
  case erfc
  /// The square root.
  case sqrt
  /// The magnitude.
  case abs
  /// The largest whole number that is not larger.
  case floor
  /// The nearest whole number; to the even one where two are equally near, as in Python.
  case round

  /// What the table knows of a function.
  private struct Entry {
    let formula: String
    let symbol: String?
    let code: nnb_code
    let cost: Int

    init(
      _ formula: String, symbol: String? = nil, _ code: nnb_code, cost: Int = Operation.functionCost
    ) {
      self.formula = formula
      self.symbol = symbol
      self.code = code
      self.cost = cost
    }
  }

  private var entry: Entry {
    switch self {
    case .exp: Entry(#"e^{x}"#, NNB_EXP)
    case .log: Entry(#"\ln x"#, symbol: #"\ln"#, NNB_LOG)
    case .sin: Entry(#"\sin x"#, symbol: #"\sin"#, NNB_SIN)
    case .cos: Entry(#"\cos x"#, symbol: #"\cos"#, NNB_COS)
    case .tan: Entry(#"\tan x"#, symbol: #"\tan"#, NNB_TAN)
    case .asin: Entry(#"\arcsin x"#, symbol: #"\arcsin"#, NNB_ASIN)
    case .acos: Entry(#"\arccos x"#, symbol: #"\arccos"#, NNB_ACOS)
    case .atan: Entry(#"\arctan x"#, symbol: #"\arctan"#, NNB_ATAN)
    case .erf: Entry(#"\operatorname{erf} x"#, NNB_ERF)
    case .erfc: Entry(#"1 - \operatorname{erf} x"#, NNB_ERFC)
    case .sqrt: Entry(#"\sqrt{x}"#, NNB_SQRT, cost: 1)
    case .abs: Entry(#"\lvert x \rvert"#, NNB_ABS, cost: 1)
    case .floor: Entry(#"\lfloor x \rfloor"#, NNB_FLOOR, cost: 1)
    case .round: Entry(#"\operatorname{round}(x)"#, NNB_ROUND, cost: 1)
    }
  }

  /// The name in the language, such as `exp`.
  public var name: String { rawValue }
  /// The derivative in the language, in the letter z; nil where it has no short form.
  public var derivativeText: String? {
    switch self {
    case .exp: "exp(z)"
    case .log: "1/z"
    case .sin: "cos(z)"
    case .cos: "-sin(z)"
    case .sqrt: "1/(2*sqrt(z))"
    case .tan, .asin, .acos, .atan, .erf, .erfc, .abs, .floor, .round: nil
    }
  }
  /// The formula in TeX, in the letter x.
  public var formula: String { entry.formula }
  /// The sign that mathematics has for it, in TeX; nil where it is written by its name.
  public var symbol: String? { entry.symbol }
  /// The fuel one value takes.
  public var cost: Int { entry.cost }

  /// Every function there is, in the order of the reference.
  public static let all = allCases

  /// Returns the function with this name.
  public static func named(_ name: String) -> MathematicalFunction? { MathematicalFunction(rawValue: name) }

  /// What an operation applies to every element.
  public var element: ElementFunction { ElementFunction(rawValue, entry.code, cost: entry.cost) }

  /// The function of every element, as an operation.
  public var operation: Operation { .map(element) }

  /// Returns the function's value.
  public func callAsFunction(_ x: Double) -> Double { element(x) }
}
