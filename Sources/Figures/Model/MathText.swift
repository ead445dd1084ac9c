/// Names and expressions as the lecture writes them: x₁ for x1, ŷ for y_hat, − for -.
public enum MathText {
  /// Returns `text` with the names of quantities in it typeset: a letter with a number, and a letter with a hat.
  public static func names(_ text: String) -> String {
    MathText.words(of: text).map { $0.isWord ? name(String($0.text)) : String($0.text) }.joined()
  }

  /// Returns an expression of the language typeset, a field of a value by its own name: y for `XOR.y`.
  public static func expression(_ code: String) -> String {
    words(of: code[field(of: code)...]).map { part in
      let text = String(part.text)
      guard !part.isWord else { return greek[text] ?? name(text) }
      return exponential(text) ?? signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
    .joined()
  }

  /// Returns an expression as the label of an axis; what is written out in brackets, or is long, is called `name`.
  public static func label(_ code: String?, or name: String) -> String {
    guard let code, !code.hasPrefix("["), code.count <= 40 else { return name }
    return expression(code)
  }

  /// Returns `2·x₁ − x₂ = 1.5`, in three digits and without the terms whose weight is 0.
  public static func equation(_ weights: [Double], equals value: Double) -> String {
    var text = ""
    for (position, weight) in weights.enumerated() where weight != 0 {
      let sign = weight < 0 ? (text.isEmpty ? "−" : " − ") : (text.isEmpty ? "" : " + ")
      let size = weight.magnitude
      text += sign + (size == 1 ? "" : NumberText.three(size) + "·") + "x" + lowered("\(position + 1)")
    }
    return "\(text.isEmpty ? "0" : text) = \(NumberText.three(value))"
  }

  /// Returns `value` in three digits, whole numbers below a million in all of theirs.
  public static func number(_ value: Double) -> String { NumberText.three(value) }

  /// Returns the name of the unit `index` of a layer, such as h₂ or, of the layer 1 of several, h⁽¹⁾₂.
  public static func unit(_ letter: String, _ index: Int, layer: Int?) -> String {
    letter + (layer.map { "⁽" + Decade.raised($0) + "⁾" } ?? "") + lowered("\(index)")
  }

  // MARK: Parts

  private struct Part {
    var text: Substring
    /// Whether it begins with a letter.
    var isWord: Bool
  }

  /// Parts `text` into words, numbers, and what stands between them.
  private static func words(of text: some StringProtocol) -> [Part] {
    let text = Substring(text)
    var parts: [Part] = []
    var start = text.startIndex
    while start < text.endIndex {
      let kind = Kind(text[start])
      var end = text.index(after: start)
      while end < text.endIndex, belongs(text[end], after: text[text.index(before: end)], kind) {
        end = text.index(after: end)
      }
      parts.append(Part(text: text[start..<end], isWord: kind == .word))
      start = end
    }
    return parts
  }

  private enum Kind {
    case word, number, other

    init(_ character: Character) {
      self = character.isLetter || character == "_" ? .word : character.isNumber ? .number : .other
    }
  }

  /// Whether a part of `kind` goes on with `next`.
  private static func belongs(_ next: Character, after last: Character, _ kind: Kind) -> Bool {
    switch kind {
    case .word: Kind(next) != .other
    case .number: Kind(next) != .other || next == "." || (last == "e" && (next == "-" || next == "+"))
    case .other: Kind(next) == .other
    }
  }

  /// Where the name of the last field begins, where `code` is fields of a name and nothing else.
  private static func field(of code: String) -> String.Index {
    guard code.allSatisfy({ Kind($0) != .other || $0 == "." }), let dot = code.lastIndex(of: ".") else {
      return code.startIndex
    }
    let start = code.index(after: dot)
    return start < code.endIndex && Kind(code[start]) == .word && Kind(code[code.startIndex]) == .word
      ? start : code.startIndex
  }

  // MARK: Letters

  private static func name(_ word: String) -> String {
    guard let first = word.first, first.isLetter else { return word }
    let rest = word.dropFirst()
    if rest == "_hat" || rest == "hat", let hatted = hats[first] { return hatted }
    let index = rest.hasPrefix("_") ? rest.dropFirst() : rest
    guard 1...3 ~= index.count, index.allSatisfy({ $0.isASCII && $0.isNumber }) else { return word }
    return String(first) + lowered(index)
  }

  /// A number with an exponent, typeset; nil where `text` is none.
  private static func exponential(_ text: String) -> String? {
    guard text.first?.isNumber == true, text.contains("e"), let value = Double(text) else { return nil }
    return NumberText.short(value)
  }

  private static func lowered(_ digits: some StringProtocol) -> String {
    let lowered = Array("₀₁₂₃₄₅₆₇₈₉")
    return String(digits.compactMap(\.wholeNumberValue).map { lowered[$0] })
  }

  private static let hats: [Character: String] = [
    "a": "â", "c": "ĉ", "e": "ê", "g": "ĝ", "h": "ĥ", "i": "î", "o": "ô", "s": "ŝ", "u": "û", "w": "ŵ",
    "y": "ŷ", "Y": "Ŷ",
  ]

  private static let signs = [
    ("->", "→"), (">=", "≥"), ("<=", "≤"), ("!=", "≠"), ("*", "·"), ("-", "−"), ("'", "′"),
  ]

  private static let greek = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ",
    "lambda": "λ", "mu": "μ", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω", "pi": "π",
  ]
}
