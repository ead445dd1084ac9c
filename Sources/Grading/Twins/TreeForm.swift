import Bytes
import Diagnostics
import Syntax

/// A program with what a copyist changes taken out: names, the order of statements, spaces and comments.
///
/// Two programs have the same form where one becomes the other by naming its names anew and putting its statements in
/// another order.
struct TreeForm: Hashable, Sendable {
  /// The statements, each with its names replaced by how they are bound and used, sorted.
  private let statements: [String]
  /// How many words, numbers and signs there are.
  let size: Int

  /// Takes the form of a cell's code, without the statements that are `common` to all who have the sheet.
  init(_ code: String, without common: Set<String> = []) {
    let statements = Self.statements(of: code).filter { !common.contains($0.text(Self.nameless)) }
    self.statements = Self.resolved(statements).sorted()
    size = statements.reduce(0) { $0 + $1.words.count }
  }

  /// The form of words in which a person wrote.
  init(prose: String) {
    let words = prose.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    statements = words
    size = words.count
  }

  /// The statements of a code, each by itself, for `common`.
  static func parts(of code: String) -> [String] { statements(of: code).map { $0.text(nameless) } }

  private static func statements(of code: String) -> [FormedStatement] {
    let program = parse(SourceText(whole: SourceFile(path: "answer", text: code))).program
    let bound = program.bound
    return program.statements.map { FormedStatement($0, bound: bound) }
  }

  /// The same for all names.
  private static let nameless: @Sendable (String) -> String = { _ in "·" }

  /// The statements with each name as what binds it and what uses it, followed a few steps far.
  private static func resolved(_ statements: [FormedStatement]) -> [String] {
    var colours: [String: String] = [:]
    for _ in 0..<4 {
      var uses: [String: [String]] = [:]
      for statement in statements {
        let text = statement.text { colours[$0] ?? "·" }
        for name in statement.defined { uses[name, default: []].append("=" + text) }
        for name in statement.used { uses[name, default: []].append("<" + text) }
      }
      colours = uses.mapValues { texts in
        String(Digest(of: Array(texts.sorted().joined(separator: "\n").utf8)).description.prefix(16))
      }
    }
    return statements.map { statement in statement.text { colours[$0] ?? "·" } }
  }
}

/// A statement as words, each of which knows whether it is a name of the answer.
private struct FormedStatement: Sendable {
  enum Word: Sendable {
    /// A name that a statement of the answer binds.
    case own(String)
    /// A name inside the statement, by when it appears first.
    case local(Int)
    /// Anything else, as it stands.
    case fixed(String)
  }

  let words: [Word]
  let defined: [String]
  let used: [String]

  init(_ statement: Statement, bound: Set<String>) {
    let (defined, free) = (Set(statement.definedNames.map(\.text)), Set(statement.usedNames))
    var locals: [String: Int] = [:]
    var words: [Word] = []
    let pieces = Self.pieces(of: statement.canonicalText)
    for (index, piece) in pieces.enumerated() {
      let isName = piece.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
      let isField = index > 0 && pieces[index - 1] == "."
      // A label has its sign behind it without a space.
      let isLabel = index + 1 < pieces.count && pieces[index + 1] == "="
      if !isName || isKeyword(piece) || isField || isLabel {
        words.append(.fixed(piece))
      } else if defined.contains(piece) || free.contains(piece) {
        words.append(bound.contains(piece) ? .own(piece) : .fixed(piece))
      } else {
        let number = locals[piece] ?? locals.count
        locals[piece] = number
        words.append(.local(number))
      }
    }
    self.words = words.filter { if case .fixed(" = ") = $0 { false } else { true } }
    self.defined = defined.sorted()
    used = free.intersection(bound).sorted()
  }

  func text(_ name: (String) -> String) -> String {
    words.map { word in
      switch word {
      case .own(let own): name(own)
      case .local(let number): "local\(number)"
      case .fixed(let text): text
      }
    }.joined(separator: " ")
  }

  /// Names, numbers, texts in quotes, and every other sign; the sign of a binding with its spaces.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      let piece: Substring
      if first == "\"" {
        let end = rest.dropFirst().firstIndex(of: "\"").map { rest.index(after: $0) } ?? rest.endIndex
        piece = rest[..<end]
      } else if first.isLetter || first.isNumber || first == "_" {
        piece = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      } else if rest.hasPrefix(" = ") {
        piece = rest.prefix(3)
      } else if ["==", "!=", "<=", ">=", "->", ".."].contains(where: rest.hasPrefix) {
        piece = rest.prefix(2)
      } else {
        piece = rest.prefix(1)
      }
      rest = rest[piece.endIndex...]
      if !piece.allSatisfy(\.isWhitespace) { pieces.append(String(piece)) }
    }
    return pieces
  }
}
