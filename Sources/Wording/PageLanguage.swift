/// The language of a page; the raw value is its code.
public enum PageLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case polish = "pl"

  /// The code of the language, as HTML has it.
  public var code: String { rawValue }

  /// Returns a whole number with its digits in groups of three.
  public func grouped(_ number: Int) -> String {
    let mark =
      switch self {
      case .english: ","
      // A narrow blank at which no line breaks; a comma would part the decimals.
      case .polish: "\u{202F}"
      }
    var groups = String(number.magnitude)
    var result = ""
    while groups.count > 3 {
      result = "\(mark)\(groups.suffix(3))" + result
      groups.removeLast(3)
    }
    return (number < 0 ? "-" : "") + groups + result
  }
}
