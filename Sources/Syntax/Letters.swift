/// What a character is to a name.
enum Letter {
  /// A letter, with its spelling in the language's names.
  case plain(String)
  /// A letter of another alphabet that looks like a Latin one.
  case lookAlike(Unicode.Scalar)
}

/// The tables of the letters that names are made of.
enum Letters {
  /// Returns what `scalar` is to a name, or nil if names have no such letter.
  static func letter(_ scalar: Unicode.Scalar) -> Letter? {
    if let name = greek[scalar] { return .plain(name) }
    if let like = lookAlikes[scalar] { return .lookAlike(like) }
    if let plain = compatible(scalar) { return .plain(plain) }
    guard isLatin(scalar) else { return nil }
    return .plain(String(scalar))
  }

  /// The English names of the Greek letters.
  static let greek: [Unicode.Scalar: String] = {
    let small = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
      "nu", "xi", "", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]
    var table: [Unicode.Scalar: String] = [
      "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma",
      "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    ]
    for (scalar, name) in zip(scalars(0x3B1...0x3C9), small) where !name.isEmpty { table[scalar] = name }
    return table
  }()

  /// The letters that look Latin (or like another letter of ours) and are not.
  static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
    "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ς": "σ",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
    "Х": "X", "У": "Y", "І": "I", "Ј": "J", "Ѕ": "S", "Ԛ": "Q", "Ԝ": "W", "а": "a", "в": "b", "е": "e",
    "о": "o", "р": "p", "с": "c", "т": "t", "х": "x", "у": "y", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d",
    "һ": "h", "ԛ": "q", "ԝ": "w", "к": "k", "м": "m", "н": "h", "г": "r", "п": "n",
  ]

  /// Returns the letters that a compatibility decomposition stands for.
  private static func compatible(_ scalar: Unicode.Scalar) -> String? {
    if let letters = decompositions[scalar] { return letters }
    switch scalar.value {
    case 0xFF21...0xFF3A: return latin(scalar.value - 0xFF21)
    case 0xFF41...0xFF5A: return latin(scalar.value - 0xFF41 + 26)
    case 0x1D400...0x1D6A3: return latin((scalar.value - 0x1D400) % 52)
    case 0x1D6A8...0x1D7C9: return mathematicalGreek((scalar.value - 0x1D6A8) % 58)
    default: return nil
    }
  }

  private static let decompositions: [Unicode.Scalar: String] = [
    "µ": "mu", "ϵ": "epsilon", "ϕ": "phi", "ϑ": "theta", "ϰ": "kappa", "ϱ": "rho", "ϖ": "pi", "ϴ": "Theta",
    "\u{2126}": "Omega", "\u{212A}": "K", "\u{212B}": "Å", "ſ": "s", "ℎ": "h", "ℓ": "l", "ℯ": "e",
    "ℊ": "g", "ℴ": "o", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
  ]

  private static func latin(_ index: UInt32) -> String? {
    let code = index < 26 ? 0x41 + index : 0x61 + index - 26
    return Unicode.Scalar(code).map(String.init)
  }

  private static func mathematicalGreek(_ index: UInt32) -> String? {
    let code: UInt32 = index < 25 ? 0x391 + index : 0x3B1 + index - 26
    return Unicode.Scalar(code).flatMap { greek[$0] }
  }

  private static let latinBlocks: [ClosedRange<UInt32>] = [
    0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x250...0x2AF, 0x1D00...0x1D25, 0x1D6B...0x1D77, 0x1D79...0x1D9A,
    0x1E00...0x1EFF, 0x2184...0x2184, 0x2C60...0x2C7F, 0xA722...0xA787, 0xA78B...0xA7F6, 0xAB30...0xAB64,
  ]

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    guard latinBlocks.contains(where: { $0.contains(scalar.value) }) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter: return true
    default: return false
    }
  }

  /// Whether `scalar` is a mark that sits on the letter before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// Returns the one letter that is canonically equal to `letter`, a letter with its marks.
  static func composed(_ letter: String) -> Unicode.Scalar? {
    // Characters are equal when they are canonically equal, so the table needs no decompositions.
    letter.count == 1 ? letter.first.flatMap { compositions[$0] } : nil
  }

  private static let compositions: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for block in [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for scalar in scalars(block) where isLatin(scalar) { table[Character(scalar)] = scalar }
    }
    return table
  }()

  private static func scalars(_ codes: ClosedRange<UInt32>) -> [Unicode.Scalar] {
    codes.compactMap { Unicode.Scalar($0) }
  }

  /// Returns the digit of a subscript digit.
  static func digit(ofSubscript scalar: Unicode.Scalar) -> Character? {
    guard (0x2080...0x2089).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x2080 + 0x30).map(Character.init)
  }

  /// Returns the digit or minus of a superscript.
  static func digit(ofSuperscript scalar: Unicode.Scalar) -> Character? {
    superscripts[scalar]
  }

  private static let superscripts: [Unicode.Scalar: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-",
  ]

  /// Whether `scalar` turns the direction of the text around it.
  static func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Returns `U+03A4`.
  static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
