extension NameItem {
  /// The most names that one range stands for.
  static let mostNames = 10_000

  /// The number of names it stands for, or nil if the two do not make a range.
  var count: Int? {
    switch self {
    case .name: 1
    case .range: family?.numbers.count
    }
  }

  /// The names it stands for, in order; none if the two do not make a range.
  public var names: [String] {
    switch self {
    case .name(let name): return [name.text]
    case .range:
      guard let family, family.numbers.count <= Self.mostNames else { return [] }
      return family.numbers.map { "\(family.stem)\($0)" }
    }
  }

  /// What the names of a range have in common, and the numbers at their ends.
  var family: (stem: String, numbers: ClosedRange<Int>)? {
    guard case .range(let first, let last) = self, let (stem, lower) = Self.split(first.text),
      let (other, upper) = Self.split(last.text), stem == other, lower <= upper
    else { return nil }
    return (stem, lower...upper)
  }

  /// Parts a name before its last digits, unless these have a leading zero.
  static func split(_ name: String) -> (stem: String, number: Int)? {
    let units = Array(name.utf8)
    let stem = units.count - units.reversed().prefix(while: Lexer.isDigit).count
    let digits = units[stem...]
    guard let first = digits.first, digits.count == 1 || first != 0x30, digits.count <= 15 else { return nil }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    return (String(decoding: units[..<stem], as: UTF8.self), number)
  }
}
