/// A function of one number, computed by our own kernels: the same bits on every machine.
public struct MathematicalFunction: Sendable {
  /// The name in the language, such as `exp`.
  public let name: String
  /// The formula in TeX, in the letter x.
  public let formula: String
  /// The fuel one value takes.
  public let cost: Int
  /// The function itself.
  public let function: @Sendable (Double) -> Double

  /// Every function there is, in the order of the reference.
  public static let all: [MathematicalFunction] = [
    MathematicalFunction("exp", #"e^{x}"#) { Mathematics.exp($0) },
    MathematicalFunction("log", #"\ln x"#) { Mathematics.log($0) },
    MathematicalFunction("sin", #"\sin x"#) { Mathematics.sin($0) },
    MathematicalFunction("cos", #"\cos x"#) { Mathematics.cos($0) },
    MathematicalFunction("tan", #"\tan x"#) { Mathematics.tan($0) },
    MathematicalFunction("asin", #"\arcsin x"#) { Mathematics.asin($0) },
    MathematicalFunction("acos", #"\arccos x"#) { Mathematics.acos($0) },
    MathematicalFunction("atan", #"\arctan x"#) { Mathematics.atan($0) },
    MathematicalFunction("erf", #"\operatorname{erf} x"#) { Mathematics.erf($0) },
    MathematicalFunction("erfc", #"1 - \operatorname{erf} x"#) { Mathematics.erfc($0) },
    MathematicalFunction("sqrt", #"\sqrt{x}"#, cost: 1) { $0.squareRoot() },
    MathematicalFunction("abs", #"\lvert x \rvert"#, cost: 1) { $0.magnitude },
    MathematicalFunction("floor", #"\lfloor x \rfloor"#, cost: 1) { $0.rounded(.down) },
    // To the even neighbour where two are equally near, as in Python.
    MathematicalFunction("round", #"\operatorname{round}(x)"#, cost: 1) { $0.rounded(.toNearestOrEven) },
  ]

  /// Returns the function with this name.
  public static func named(_ name: String) -> MathematicalFunction? { all.first { $0.name == name } }

  /// The function of every element, as an operation.
  public var operation: Operation { .elementwise(name: name, cost: cost, function: function) }

  private init(
    _ name: String, _ formula: String, cost: Int = Operation.functionCost,
    _ function: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.formula = formula
    self.cost = cost
    self.function = function
  }
}
