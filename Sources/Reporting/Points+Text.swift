import Language
import Wording

extension Points {
  /// Returns a number of milli-units without needless zeros: 1500 is `1.5`, and a third is `⅓`.
  static func decimal(_ milli: Int) -> String {
    let (whole, rest) = milli.magnitude.quotientAndRemainder(dividingBy: 1000)
    let sign = milli < 0 ? "-" : ""
    // Thirds of a point are shared out in thousandths, of which the last share has what is left.
    let third = 331...335 ~= rest ? "⅓" : 664...669 ~= rest ? "⅔" : nil
    if let third { return sign + (whole == 0 ? "" : String(whole)) + third }
    guard rest != 0 else { return "\(sign)\(whole)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}

/// Returns `1 blank` or `2 blanks`.
func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(PageLanguage.english.grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}
