import Language

extension Points {
  /// `1.5 of 2 points`.
  var text: String { "\(sum) \(possible == 1000 ? "point" : "points")" }

  /// `1.5 of 2`.
  var sum: String { "\(Self.decimal(earned)) of \(Self.decimal(possible))" }

  /// Returns a number of milli-units without needless zeros: 1500 is `1.5`.
  static func decimal(_ milli: Int) -> String {
    let (whole, rest) = milli.magnitude.quotientAndRemainder(dividingBy: 1000)
    let sign = milli < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}

/// Returns `1 blank` or `2 blanks`.
func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}

/// Returns a whole number with its digits in groups of three.
func grouped(_ number: Int) -> String {
  var groups = String(number.magnitude)
  var result = ""
  while groups.count > 3 {
    result = ",\(groups.suffix(3))" + result
    groups.removeLast(3)
  }
  return (number < 0 ? "-" : "") + groups + result
}
