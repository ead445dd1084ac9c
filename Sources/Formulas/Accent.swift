extension Formula {
  /// A mark above a part of a formula, named as in TeX.
  public enum Accent: String, Sendable, Hashable, CaseIterable {
    case bar, overline, hat, widehat, tilde, widetilde, vec, dot, ddot

    /// The mark as a character of its own.
    var mark: String {
      switch self {
      case .bar, .overline: "\u{AF}"
      case .hat: "ˆ"
      case .widehat: "^"
      case .tilde: "˜"
      case .widetilde: "~"
      case .vec: "→"
      case .dot: "˙"
      case .ddot: "¨"
      }
    }

    /// The mark as a character that combines with the letter before it.
    var combining: Unicode.Scalar {
      switch self {
      case .bar, .overline: "\u{304}"
      case .hat, .widehat: "\u{302}"
      case .tilde, .widetilde: "\u{303}"
      case .vec: "\u{20D7}"
      case .dot: "\u{307}"
      case .ddot: "\u{308}"
      }
    }

    /// Whether the mark is as wide as what it stands on.
    var isWide: Bool {
      switch self {
      case .overline, .widehat, .widetilde: true
      case .bar, .hat, .tilde, .vec, .dot, .ddot: false
      }
    }
  }
}
