import Wording

/// Something in a formula that the reader does not know, and where.
struct TeXProblem: Error {
  /// The fact, as a diagnostic says it.
  let message: Message
  /// The bytes of the TeX it is about.
  let bytes: Range<Int>
  /// What to do.
  var hint: Message?
  /// What to write there instead.
  var replacement: String?
  /// A name that is not known and those that are, where one may be meant; looking for it is dear.
  var unknown: (name: String, known: [String], mark: String)?
}

/// Cuts TeX into tokens, one at a time.
struct TeXScanner {
  /// What a token is.
  enum Kind: Equatable {
    case command(String)
    case character(Unicode.Scalar)
    case open, close, lower, upper, prime, cell, line, end
  }

  /// A token and the bytes it was read from.
  struct Token {
    let kind: Kind
    let bytes: Range<Int>
  }

  private let scalars: [Unicode.Scalar]
  /// The bytes of the formula that each scalar comes from.
  private let places: [Range<Int>]
  private var index = 0

  init(_ tex: PlacedTeX) { (scalars, places) = (tex.scalars, tex.places) }

  /// The token that comes next, which stays.
  var next: Token {
    var copy = self
    return copy.take()
  }

  /// Takes the next token; blanks in front of it mean nothing.
  mutating func take() -> Token {
    skipBlanks()
    let start = index
    guard let scalar = peek() else { return token(.end, from: start) }
    index += 1
    switch scalar {
    case "\\":
      let kind = command()
      return token(kind, from: start)
    case "{": return token(.open, from: start)
    case "}": return token(.close, from: start)
    case "_": return token(.lower, from: start)
    case "^": return token(.upper, from: start)
    case "'": return token(.prime, from: start)
    case "&": return token(.cell, from: start)
    default: return token(.character(scalar), from: start)
    }
  }

  /// Goes to what comes next.
  mutating func skipBlanks() {
    while let scalar = peek(), Self.isBlank(scalar) { index += 1 }
  }

  /// Takes the digits that follow, with a point or `{,}` between them.
  mutating func takeDigits() -> String {
    var digits = ""
    while let scalar = peek() {
      if Self.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
        index += 1
      } else if scalar == ".", !digits.contains("."), Self.isDigit(peek(1)) {
        digits += "."
        index += 1
      } else if scalar == "{", peek(1) == ",", peek(2) == "}", Self.isDigit(peek(3)) {
        digits += ","
        index += 3
      } else {
        break
      }
    }
    return digits
  }

  /// Takes everything up to the next of `stops`, which stays; nothing when there is none.
  mutating func takeText(upTo stops: Set<Unicode.Scalar>) -> String? {
    var text = ""
    var at = index
    while at < scalars.count {
      if stops.contains(scalars[at]) {
        index = at
        return text
      }
      text.unicodeScalars.append(scalars[at])
      at += 1
    }
    return nil
  }

  /// Takes the next scalar if it is this one; blanks count.
  mutating func takeExactly(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    index += 1
    return true
  }

  /// Takes exactly this text if it comes next, behind blanks.
  mutating func takeText(_ text: String) -> Bool {
    skipBlanks()
    var at = index
    for scalar in text.unicodeScalars {
      guard at < scalars.count, scalars[at] == scalar else { return false }
      at += 1
    }
    index = at
    return true
  }

  /// Takes a group in braces as text, without its braces; nil where there is none.
  mutating func takeGroup() -> String? {
    skipBlanks()
    guard peek() == "{" else { return nil }
    var depth = 0
    var at = index
    while at < scalars.count {
      if scalars[at] == "{" { depth += 1 }
      if scalars[at] == "}" { depth -= 1 }
      at += 1
      if depth == 0 {
        defer { index = at }
        return String(scalars[(index + 1)..<(at - 1)])
      }
    }
    return nil
  }

  /// Takes one scalar of a text.
  mutating func takeScalar() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    index += 1
    return scalar
  }

  /// The offset in bytes of what comes next.
  var offset: Int { index < places.count ? places[index].lowerBound : places.last?.upperBound ?? 0 }

  /// Whether what comes next is a number: digits, or a point before digits.
  var isAtNumber: Bool { Self.isDigit(peek()) || peek() == "." && Self.isDigit(peek(1)) }

  private mutating func command() -> Kind {
    guard let first = peek() else { return .command("") }
    index += 1
    guard Self.isLetter(first) else { return first == "\\" ? .line : .command(String(first)) }
    var name = String(first)
    while let scalar = peek(), Self.isLetter(scalar) {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    return .command(name)
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private func token(_ kind: Kind, from start: Int) -> Token {
    guard start < places.count else { return Token(kind: kind, bytes: offset..<offset) }
    let lower = places[start].lowerBound
    return Token(kind: kind, bytes: lower..<max(lower, places[max(start, index - 1)].upperBound))
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  /// Takes a length such as `1em`, `3mu` or `-2pt`, in em.
  mutating func takeLength() -> Double? {
    skipBlanks()
    let isBraced = takeExactly("{")
    skipBlanks()
    var digits = ""
    while let scalar = peek(), digits.count < 12,
      Self.isDigit(scalar) || scalar == "." || scalar == "-" || scalar == "+"
    {
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    skipBlanks()
    if peek() == "\\" { index += 1 }
    var unit = ""
    while let scalar = peek(), Self.isLetter(scalar), unit.count < (isBraced ? 9 : 2) {
      unit.unicodeScalars.append(scalar)
      index += 1
    }
    skipBlanks()
    if isBraced, !takeExactly("}") { return nil }
    let ems = [
      "em": 1.0, "ex": 0.43, "pt": 0.1, "px": 0.075, "mu": 0.0556, "cm": 2.845, "mm": 0.2845, "in": 7.227,
    ]
    guard let number = Double(digits) ?? (digits.isEmpty ? 1 : nil) else { return nil }
    guard let size = ems[unit] ?? (unit.hasSuffix("width") ? 30 : nil) else { return nil }
    return max(-10, min(50, number * size))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }
}
