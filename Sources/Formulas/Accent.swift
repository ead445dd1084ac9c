extension Formula {
  /// A mark above or below a part of a formula, named as in TeX.
  public enum Accent: String, Sendable, Hashable, CaseIterable {
    case bar, overline, hat, widehat, tilde, widetilde, vec, dot, ddot, dddot, acute, grave, check, breve,
      mathring,
      overrightarrow, overleftarrow, overleftrightarrow, overbrace, underbrace, underline, underbar,
      widecheck,
      underrightarrow, underleftarrow

    /// The mark as a character of its own.
    var mark: String {
      switch self {
      case .bar, .overline: "\u{AF}"
      case .hat: "ˆ"
      case .widehat: "^"
      case .tilde: "˜"
      case .widetilde: "~"
      case .vec, .overrightarrow, .underrightarrow: "→"
      case .overleftarrow, .underleftarrow: "←"
      case .overleftrightarrow: "↔"
      case .dot: "˙"
      case .ddot: "¨"
      case .dddot: "\u{20DB}"
      case .acute: "´"
      case .grave: "`"
      case .check, .widecheck: "ˇ"
      case .breve: "˘"
      case .mathring: "˚"
      case .overbrace: "⏞"
      case .underbrace: "⏟"
      case .underline, .underbar: "_"
      }
    }

    /// The mark as a character that combines with the letter before it; nil for one that spans a whole part.
    var combining: Unicode.Scalar? {
      switch self {
      case .bar, .overline: "\u{304}"
      case .hat, .widehat: "\u{302}"
      case .tilde, .widetilde: "\u{303}"
      case .vec, .overrightarrow: "\u{20D7}"
      case .overleftarrow: "\u{20D6}"
      case .overleftrightarrow: "\u{20E1}"
      case .dot: "\u{307}"
      case .ddot: "\u{308}"
      case .dddot: "\u{20DB}"
      case .acute: "\u{301}"
      case .grave: "\u{300}"
      case .check, .widecheck: "\u{30C}"
      case .breve: "\u{306}"
      case .mathring: "\u{30A}"
      case .underline, .underbar: "\u{332}"
      case .overbrace, .underbrace, .underrightarrow, .underleftarrow: nil
      }
    }

    /// Whether the mark is as wide as what it stands on.
    var isWide: Bool {
      switch self {
      case .overline, .widehat, .widetilde, .widecheck, .overrightarrow, .overleftarrow, .overleftrightarrow,
        .overbrace, .underbrace, .underline, .underrightarrow, .underleftarrow:
        true
      case .bar, .hat, .tilde, .vec, .dot, .ddot, .dddot, .acute, .grave, .check, .breve, .mathring,
        .underbar:
        false
      }
    }

    /// Whether it stands below.
    var isBelow: Bool {
      switch self {
      case .underbrace, .underline, .underbar, .underrightarrow, .underleftarrow: true
      case .bar, .overline, .hat, .widehat, .tilde, .widetilde, .vec, .dot, .ddot, .dddot, .acute, .grave,
        .check,
        .breve, .mathring, .overrightarrow, .overleftarrow, .overleftrightarrow, .overbrace, .widecheck:
        false
      }
    }

    /// Whether it is a line that the page's style draws.
    var isLine: Bool {
      switch self {
      case .bar, .overline, .underline, .underbar: true
      case .hat, .widehat, .tilde, .widetilde, .vec, .dot, .ddot, .dddot, .acute, .grave, .check, .breve,
        .mathring,
        .overrightarrow, .overleftarrow, .overleftrightarrow, .overbrace, .underbrace, .widecheck,
        .underrightarrow,
        .underleftarrow:
        false
      }
    }

    /// Whether scripts of it stand above or below, as the words at a brace do.
    var takesLimits: Bool { self == .overbrace || self == .underbrace }
  }
}
