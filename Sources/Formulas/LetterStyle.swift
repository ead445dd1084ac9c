extension Formula {
  /// The alphabet a letter is taken from.
  public enum LetterStyle: Sendable, Hashable {
    /// Slanted, as variables are.
    case italic
    /// Upright, as names of units and functions are: `\mathrm`.
    case upright
    /// `\mathbf`.
    case bold
    /// `\boldsymbol`.
    case boldItalic
    /// ℝ: `\mathbb`.
    case doubleStruck
    /// `\mathcal` and `\mathscr`.
    case script
    /// `\mathfrak`.
    case fraktur
    /// `\mathsf`.
    case sansSerif
    /// `\mathtt`.
    case monospace
  }
}

extension Formula.LetterStyle {
  /// Returns the letters of `text` in this alphabet; italic and upright ones stay, since MathML has words for them.
  func styled(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(styled(scalar)) }
    return result
  }

  private func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch self {
    case .italic, .upright: return scalar
    case .bold: return shifted(scalar, capital: 0x1D400, greek: 0x1D6A8, digit: 0x1D7CE)
    // Greek capitals stand upright in TeX, bold ones too.
    case .boldItalic:
      let greek: UInt32 = ("Α"..."Ω").contains(scalar) ? 0x1D6A8 : 0x1D71C
      return shifted(scalar, capital: 0x1D468, greek: greek, digit: 0x1D7CE)
    case .doubleStruck:
      return Self.oldDoubleStruck[scalar] ?? shifted(scalar, capital: 0x1D538, greek: nil, digit: 0x1D7D8)
    case .script: return Self.oldScript[scalar] ?? shifted(scalar, capital: 0x1D49C, greek: nil, digit: nil)
    case .fraktur: return Self.oldFraktur[scalar] ?? shifted(scalar, capital: 0x1D504, greek: nil, digit: nil)
    case .sansSerif: return shifted(scalar, capital: 0x1D5A0, greek: nil, digit: 0x1D7E2)
    case .monospace: return shifted(scalar, capital: 0x1D670, greek: nil, digit: 0x1D7F6)
    }
  }

  /// Returns words in this alphabet: of those that MathML has words for in formulas, slanted ones too.
  public func styledWords(_ text: String) -> String {
    guard self == .italic else { return styled(text) }
    var result = ""
    for scalar in text.unicodeScalars {
      let slanted = scalar == "h" ? "ℎ" : shifted(scalar, capital: 0x1D434, greek: 0x1D6E2, digit: nil)
      result.unicodeScalars.append(slanted)
    }
    return result
  }

  /// Moves a letter into a block of Unicode that begins with these code points.
  private func shifted(_ scalar: Unicode.Scalar, capital: UInt32, greek: UInt32?, digit: UInt32?)
    -> Unicode.Scalar
  {
    let moved: UInt32? =
      switch scalar {
      case "A"..."Z": capital + scalar.value - 0x41
      case "a"..."z": capital + 26 + scalar.value - 0x61
      case "0"..."9": digit.map { $0 + scalar.value - 0x30 }
      case "Α"..."Ω": greek.map { $0 + scalar.value - 0x391 }
      case "α"..."ω": greek.map { $0 + 26 + scalar.value - 0x3B1 }
      case "∇": greek.map { $0 + 25 }
      case "∂": greek.map { $0 + 51 }
      case "ϵ": greek.map { $0 + 52 }
      case "ϑ": greek.map { $0 + 53 }
      case "ϕ": greek.map { $0 + 55 }
      case "ϱ": greek.map { $0 + 56 }
      case "ϖ": greek.map { $0 + 57 }
      default: nil
      }
    return moved.flatMap { Unicode.Scalar($0) } ?? scalar
  }

  /// Letters that Unicode had before it had the alphabet; the alphabet has holes there.
  private static let oldDoubleStruck: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
  private static let oldFraktur: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ",
  ]
  private static let oldScript: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
    "o": "ℴ",
  ]
}
