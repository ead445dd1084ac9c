/// Commands that a page or a formula defines for itself: `\newcommand{\R}{\mathbb{R}}`.
public struct TeXMacros: Sendable, Hashable {
  /// A command of its own.
  struct Macro: Sendable, Hashable {
    /// How many arguments it takes.
    var parameters: Int
    /// The argument that may stand in `[ ]` before the others, unless one is given.
    var preset: [Unicode.Scalar]?
    /// What it stands for; `#1` is the first argument.
    var body: [Unicode.Scalar]
  }

  /// The most commands of a page: courses have some dozens.
  static let mostMacros = 500
  /// The most characters that one of them stands for.
  static let longestBody = 1_000

  /// The most characters that a page's commands stand for in all its formulas together; a command that stands for
  /// nothing counts as ten.
  static let mostOfAPage = 2_000_000

  private(set) var named: [String: Macro] = [:]
  /// How many characters they stood for so far.
  var spent = 0

  /// No commands.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { named.isEmpty }

  /// Adds a command as a settings file gives it, `R: \mathbb{R}` or `"\\vect": "\\mathbf{#1}"`; false where it is none.
  ///
  /// It takes as many arguments as the highest `#` says.
  public mutating func add(_ name: String, _ body: String) -> Bool {
    let word = name.hasPrefix("\\") ? String(name.dropFirst()) : name
    let scalars = Array(body.unicodeScalars)
    guard !word.isEmpty, word.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
      return false
    }
    return define(word, Macro(parameters: Self.highestParameter(scalars), preset: nil, body: scalars))
  }

  /// Adds a command; false where there are too many or it is too long.
  mutating func define(_ name: String, _ macro: Macro) -> Bool {
    guard macro.body.count <= Self.longestBody, named.count < Self.mostMacros || named[name] != nil else {
      return false
    }
    named[name] = macro
    return true
  }

  /// Whether both mean the same, however often they were used.
  public static func == (a: TeXMacros, b: TeXMacros) -> Bool { a.named == b.named }

  /// Hashes what they mean.
  public func hash(into hasher: inout Hasher) { hasher.combine(named) }

  /// The number behind the highest `#`.
  private static func highestParameter(_ body: [Unicode.Scalar]) -> Int {
    zip(body, body.dropFirst()).reduce(0) { highest, pair in
      guard pair.0 == "#", ("1"..."9").contains(pair.1) else { return highest }
      return max(highest, Int(pair.1.value - 0x30))
    }
  }
}
