import Diagnostics
import Wording

/// Reads the text of a cell: always a tree, with what is wrong beside it.
///
/// Total: any text gives a program, what could not be read is `broken`.
/// - Complexity: O(length).
public func parse(_ source: SourceText) -> (program: Program, diagnostics: [Diagnostic]) {
  var parser = Parser(source, TokenStream(source))
  let statements = parser.statements()
  return (Program(statements: statements), parser.sortedDiagnostics)
}

/// Recursive descent over the tokens of a cell.
///
/// After the first mistake of a statement every token reads as the end, so all functions come back
/// with what they have; then reading goes on where the next statement, part or row begins.
struct Parser {
  enum State {
    case sound
    /// A mistake was found, and `failure` says which.
    case failed
    /// As `failed`, and nothing more may be built.
    case tooDeep
  }

  /// The most nodes above a node.
  static let deepest = 1_000
  /// The most brackets open at once.
  static let mostBrackets = 200

  let source: SourceText
  var tokens: [Token]
  private let problems: [Diagnostic]
  var position = 0
  var diagnostics: [Diagnostic]
  /// How many of them the tokens came with.
  private let streamDiagnosticCount: Int
  /// The height of the tallest part of the block that is being read.
  var tallest = 0
  /// Statements beside the one that is being read: `a, b = 1, 2` defines two names.
  var further: [Statement] = []
  /// The keywords that this cell uses as names, of which it hears once.
  private var refusedNames: Set<Keyword> = []
  private(set) var state = State.sound
  private var failure: Diagnostic?

  init(_ source: SourceText, _ stream: TokenStream) {
    self.source = source
    tokens = stream.tokens
    problems = stream.problems
    diagnostics = stream.diagnostics
    streamDiagnosticCount = stream.diagnostics.count
  }

  /// The diagnostics in the order of the text, each mistake of a line once.
  var sortedDiagnostics: [Diagnostic] {
    let sorted = diagnostics.enumerated().sorted {
      ($0.element.primary.range.lowerBound, $0.offset) < ($1.element.primary.range.lowerBound, $1.offset)
    }
    return Self.joined(sorted.map(\.element))
  }

  // MARK: Looking

  var hasFailed: Bool { state != .sound }
  /// Whether so much is wrong that reading on tells nothing.
  var hasMistakesEnough: Bool { diagnostics.count - streamDiagnosticCount >= Lexer.mostDiagnostics }
  var lastIndex: Int { tokens.count - 1 }

  /// What stands here; the end, after a mistake.
  var current: Token.Kind { hasFailed ? .end : tokens[position].kind }
  var token: Token { tokens[position] }
  func token(at index: Int) -> Token { tokens[min(index, lastIndex)] }
  func kind(ahead: Int) -> Token.Kind { hasFailed ? .end : token(at: position + ahead).kind }
  func range(_ bytes: Range<Int>) -> SourceRange { source.range(bytes) }
  var here: SourceRange { range(token.bytes) }

  /// The end of the token before this position.
  var previousEnd: Int { position > 0 ? tokens[position - 1].bytes.upperBound : 0 }

  // MARK: Taking

  mutating func advance() {
    if position < lastIndex { position += 1 }
  }

  mutating func take(_ sign: Sign) -> Bool {
    guard current == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func take(_ word: Keyword) -> Bool {
    guard current == .keyword(word) else { return false }
    advance()
    return true
  }

  /// Takes `sign`, or says that it is missing.
  mutating func expect(_ sign: Sign, _ purpose: Message) {
    if !take(sign) { unexpected("expected `\(sign.rawValue)` \(purpose)") }
  }

  /// Takes a NAME, or says that one is missing.
  mutating func expectName(_ purpose: Message, hint: Message? = nil) -> Identifier? {
    if !hasFailed, let (name, last) = hyphenated(from: position) {
      report(hyphenProblem(name))
      mute()
      position = last + 1
      return name
    }
    switch current {
    case .name:
      let identifier = Identifier(token.text, here)
      advance()
      return identifier
    case .keyword(let word):
      fail(keywordAsName(word))
    case .number where hint == nil:
      unexpected("expected a name \(purpose)", hint: .init("a name begins with a letter: `x1`"))
    case .number, .text, .run, .sign, .line, .separator, .bad, .end:
      unexpected("expected a name \(purpose)", hint: hint.map { .init($0) })
    }
    return nil
  }

  /// Refuses a keyword as a name; the change renames all its uses below, if they stand near.
  mutating func keywordAsName(_ word: Keyword) -> Diagnostic {
    refusedNames.insert(word)
    let name = word.rawValue + "1"
    var edit = Diagnostic.Edit(here, name)
    let uses = (position + 1..<tokens.count).filter { isUse(of: word, at: $0) }
    let last = uses.last.map { tokens[$0].bytes.upperBound } ?? token.bytes.upperBound
    if !uses.isEmpty, last - token.bytes.lowerBound <= 10 * Self.longestCopy {
      var text = name
      var end = token.bytes.upperBound
      for use in uses {
        text += range(end..<tokens[use].bytes.lowerBound).text + name
        end = tokens[use].bytes.upperBound
      }
      edit = .init(range(token.bytes.lowerBound..<end), text)
    }
    return Diagnostic(
      .keywordAsName, "`\(word.rawValue)` is a keyword and cannot be a name", at: here,
      hint: .init("choose another name, such as `\(name)`", edit: edit))
  }

  /// Whether the keyword stands at `index` for a value: nothing that it begins follows.
  private func isUse(of word: Keyword, at index: Int) -> Bool {
    guard [.table, .net, .param].contains(word), tokens[index].kind == .keyword(word) else { return false }
    return token(at: index + 1).kind != .name && tokens[index - 1].kind != .sign(.point)
  }

  /// Takes an opening bracket, unless too many are open.
  mutating func open(_ sign: Sign) -> Bool {
    guard current == .sign(sign) else { return false }
    guard token.depth <= Self.mostBrackets else {
      failTooDeep("more than \(Self.mostBrackets) brackets are open here")
      return false
    }
    advance()
    return true
  }

  // MARK: Mistakes

  /// Stops this statement, part or row with `diagnostic`.
  mutating func fail(_ diagnostic: Diagnostic) {
    guard state == .sound else { return }
    state = .failed
    failure = token.kind == .bad ? token.problem.map { problems[$0] } ?? diagnostic : diagnostic
  }

  mutating func failTooDeep(_ message: Message) {
    if state == .sound {
      failure = Diagnostic(
        .tooDeep, message, at: here, hint: .init("give a part of it a name on a line of its own"))
    }
    state = .tooDeep
  }

  /// Says that what stands here cannot.
  mutating func unexpected(_ expectation: Message, hint: Diagnostic.Hint? = nil) {
    let place = isAtEnd ? range(previousEnd..<previousEnd) : here
    fail(Diagnostic(.unexpectedToken, "\(expectation), found \(found)", at: place, hint: hint))
  }

  private var isAtEnd: Bool { token.kind == .end || token.kind == .separator }

  private var found: Message {
    switch token.kind {
    case .end: "the end of the cell"
    case .separator: "the end of the statement"
    case .name, .number, .keyword, .sign, .run, .line, .bad: token.bytes.isEmpty ? "nothing" : "`\(shown)`"
    case .text: "a text"
    }
  }

  private var shown: String {
    let text = here.text
    return text.unicodeScalars.count <= 40 ? text : String(text.unicodeScalars.prefix(39)) + "…"
  }

  /// Marks this token as a repaired one, so that mistakes behind it are not said.
  mutating func mute() { mute(position) }

  /// Marks the token at `index` as a repaired one; where the statement has failed, nothing was repaired and its own mistake is to be said.
  mutating func mute(_ index: Int) {
    if state == .sound { tokens[index].isRepaired = true }
  }

  /// Adds a diagnostic without stopping.
  mutating func report(_ diagnostic: Diagnostic) {
    if state == .sound { diagnostics.append(diagnostic) }
  }

  /// Whether a mistake near this token is likely to come from one that was told.
  private func isExcuse(_ token: Token) -> Bool {
    if case .keyword(let word) = token.kind { return token.isRepaired || refusedNames.contains(word) }
    return token.isRepaired
  }

  /// Goes on behind a mistake: to the next token that `ends`, outside the brackets opened since `start`.
  ///
  /// A mistake behind a repair is likely to come from it and is not said.
  mutating func recover(from start: Int, in bracket: Int, where ends: (Token) -> Bool) {
    guard let diagnostic = failure else { return }
    let close = bracket < 0 ? lastIndex : tokens[bracket].partner
    while position < close, !(tokens[position].parent == bracket && ends(tokens[position])) { position += 1 }
    if diagnostic.kind == .tooDeep {
      // Brackets too many to read that are not closed either are one mistake.
      let place = source.offsetInFile(tokens[start].bytes.lowerBound)
      diagnostics.removeAll { $0.kind == .unclosedBracket && $0.primary.range.lowerBound >= place }
      diagnostics.append(diagnostic)
    } else if !tokens[start..<max(start, position)].contains(where: isExcuse)
      || diagnostic.kind == .keywordAsName
    {
      diagnostics.append(diagnostic)
    }
    state = .sound
    failure = nil
  }
}
