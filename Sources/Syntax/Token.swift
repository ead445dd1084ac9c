/// The words that are never names.
enum Keyword: String, Sendable, Hashable, CaseIterable {
  case table, net, param, check
  case `for`, `in`, `if`, then, `else`
  case and, or, not, xor
  case `true`, `false`
  case with, within, worth, on
}

/// Whether a text is a word of the language, which is never a name.
public func isKeyword(_ text: String) -> Bool { Keyword(rawValue: text) != nil }

/// The signs, by their ASCII spelling where they have one.
enum Sign: String, Sendable, Hashable, CaseIterable {
  case arrow = "->"
  case range = ".."
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  case binds = "="
  case tilde = "~"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case at = "@"
  case dot = "·"
  case power = "^"
  case quote = "'"
  case point = "."
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case hole = "?"
  case openRound = "("
  case closeRound = ")"
  case openSquare = "["
  case closeSquare = "]"
  case openCurly = "{"
  case closeCurly = "}"
  case transposed = "ᵀ"

  /// The closing bracket of an opening one.
  var closing: Sign? {
    switch self {
    case .openRound: .closeRound
    case .openSquare: .closeSquare
    case .openCurly: .closeCurly
    case .arrow, .range, .equal, .notEqual, .lessOrEqual, .greaterOrEqual, .less, .greater, .binds,
      .tilde, .plus, .minus, .times, .over, .at, .dot, .power, .quote, .point, .comma, .colon,
      .semicolon, .hole, .closeRound, .closeSquare, .closeCurly, .transposed:
      nil
    }
  }

  /// Whether it closes a bracket.
  var closes: Bool { self == .closeRound || self == .closeSquare || self == .closeCurly }
}

/// A piece of a cell's text that the grammar knows.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case name
    case number
    case text
    case run
    case keyword(Keyword)
    case sign(Sign)
    /// A line end that has not been judged yet.
    case line
    /// What ends a statement.
    case separator
    /// No token of the language; its problem says why.
    case bad
    /// Behind the last token.
    case end
  }

  /// What a `{` opens.
  enum Brace: Sendable { case body, table, with }

  var kind: Kind
  /// Where it stands in the cell's text.
  var bytes: Range<Int>
  /// The name in English letters, the number as typed, the run, or what a text says.
  var text = ""
  /// The index of the diagnostic that belongs to it, if it was repaired or is bad.
  var problem: Int?
  /// The bracket at the other end.
  var partner = -1
  /// The innermost bracket around it.
  var parent = -1
  /// What it opens, if it is a `{`.
  var brace = Brace.body
  /// How many brackets are open at it.
  var depth = 0
  /// Whether it was put in, or stands for something else that was typed.
  var isRepaired = false

  /// Whether it is a number made of digits only.
  var isInteger: Bool { kind == .number && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

  /// Whether a value may end with it.
  var endsOperand: Bool {
    switch kind {
    case .name, .number, .text, .run: true
    case .keyword(let word): word == .true || word == .false
    case .sign(let sign): sign.closes || sign == .hole || sign == .quote || sign == .transposed
    case .line, .separator, .bad, .end: false
    }
  }
}
