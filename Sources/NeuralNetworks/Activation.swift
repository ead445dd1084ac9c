import Tensors

/// A function that a unit applies to its weighted sum z.
public struct Activation: Sendable {
  /// The name in the language, such as `sigmoid`.
  public let name: String
  /// The formula in TeX, in the letter z.
  public let formula: String
  /// The fuel one value takes.
  public let cost: Int
  /// Whether it only tells on which side of a threshold z lies, so that its derivative is 0 everywhere.
  public let isThreshold: Bool
  /// The operation on every element.
  public let operation: Operation
  /// The function itself.
  public let function: @Sendable (Double) -> Double

  init(
    _ name: String, formula: String, cost: Int = 1, isThreshold: Bool = false,
    linearity: Operation.Linearity = .none, function: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.formula = formula
    self.cost = cost
    self.isThreshold = isThreshold
    self.function = function
    operation = .elementwise(name: name, cost: cost, linearity: linearity, function: function)
  }

  /// Returns the activation with this name.
  public static func named(_ name: String) -> Activation? { all.first { $0.name == name } }
}
