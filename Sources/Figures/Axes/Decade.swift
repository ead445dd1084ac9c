import Tensors

/// Powers of ten.
enum Decade {
  /// The decimal logarithm.
  static func logarithm(_ value: Double) -> Double { Mathematics.log(value) / 2.302585092994046 }

  /// 10 to the power `exponent`.
  static func power(_ exponent: Double) -> Double {
    if exponent == exponent.rounded() && abs(exponent) <= 300 { return power(Int(exponent)) }
    return Mathematics.exp(exponent * 2.302585092994046)
  }

  /// 10^`exponent`, rounded correctly.
  static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }

  /// The power as words, such as `10⁻³`.
  static func words(_ exponent: Int) -> String { "10" + raised(exponent) }

  /// A number in raised digits.
  static func raised(_ number: Int) -> String {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = "\(number.magnitude)".compactMap(\.wholeNumberValue).map { raised[$0] }
    return (number < 0 ? "⁻" : "") + String(digits)
  }
}
