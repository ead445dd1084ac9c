import CKernels

/// A function of one number, computed by our own kernels: the same bits on every machine.
public struct MathematicalFunction: Sendable {
  /// The name in the language, such as `exp`.
  public let name: String
  /// The formula in TeX, in the letter x.
  public let formula: String
  /// The fuel one value takes.
  public let cost: Int
  let code: nnb_code

  /// Every function there is, in the order of the reference.
  public static let all: [MathematicalFunction] = [
    MathematicalFunction("exp", #"e^{x}"#, NNB_EXP),
    MathematicalFunction("log", #"\ln x"#, NNB_LOG),
    MathematicalFunction("sin", #"\sin x"#, NNB_SIN),
    MathematicalFunction("cos", #"\cos x"#, NNB_COS),
    MathematicalFunction("tan", #"\tan x"#, NNB_TAN),
    MathematicalFunction("asin", #"\arcsin x"#, NNB_ASIN),
    MathematicalFunction("acos", #"\arccos x"#, NNB_ACOS),
    MathematicalFunction("atan", #"\arctan x"#, NNB_ATAN),
    MathematicalFunction("erf", #"\operatorname{erf} x"#, NNB_ERF),
    MathematicalFunction("erfc", #"1 - \operatorname{erf} x"#, NNB_ERFC),
    MathematicalFunction("sqrt", #"\sqrt{x}"#, NNB_SQRT, cost: 1),
    MathematicalFunction("abs", #"\lvert x \rvert"#, NNB_ABS, cost: 1),
    MathematicalFunction("floor", #"\lfloor x \rfloor"#, NNB_FLOOR, cost: 1),
    // To the even neighbour where two are equally near, as in Python.
    MathematicalFunction("round", #"\operatorname{round}(x)"#, NNB_ROUND, cost: 1),
  ]

  /// Returns the function with this name.
  public static func named(_ name: String) -> MathematicalFunction? { all.first { $0.name == name } }

  /// The function of every element, as an operation.
  public var operation: Operation { .elementwise(name, code, cost: cost) }

  /// Returns the function's value.
  public func callAsFunction(_ x: Double) -> Double { code.value(x) }

  private init(_ name: String, _ formula: String, _ code: nnb_code, cost: Int = Operation.functionCost) {
    self.name = name
    self.formula = formula
    self.cost = cost
    self.code = code
  }
}
