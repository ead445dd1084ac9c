import Diagnostics

/// The tokens of a cell as the grammar wants them: brackets paired, rows read, statements parted.
struct TokenStream {
  var tokens: [Token] = []
  /// What was found on the way: repairs and remarks.
  private(set) var diagnostics: [Diagnostic] = []
  /// The diagnostics of tokens of kind `bad`, by ``Token/problem``.
  var problems: [Diagnostic]
  let comments: [Range<Int>]

  /// What the ends of lines mean.
  enum Lines {
    /// They end statements.
    case endStatements
    /// They are blanks.
    case areBlanks
  }

  init(_ source: SourceText, lines: Lines = .endStatements) {
    var lexer = Lexer(source)
    lexer.scan()
    var brackets = Brackets(lexer.tokens, source)
    brackets.pair()
    var rows = RowReader(brackets.tokens, lexer)
    rows.read()
    problems = rows.lexer.problems
    comments = lexer.comments
    diagnostics = lexer.remarks + brackets.diagnostics
    tokens = rows.result
    part(lines)
    tokens.append(Token(kind: .end, bytes: lexer.bytes.count..<lexer.bytes.count))
    link()
    readFatArrows(source)
    for token in tokens where token.kind != .bad {
      if let problem = token.problem { diagnostics.append(problems[problem]) }
    }
  }

  /// Forgets the token at `index` and all behind it.
  mutating func cut(at index: Int, _ source: SourceText) {
    let offset = tokens[index].bytes.lowerBound
    tokens.removeSubrange(index...)
    tokens.append(Token(kind: .end, bytes: offset..<offset))
    link()
    let place = source.offsetInFile(offset)
    diagnostics.removeAll { $0.primary.range.lowerBound >= place }
  }

  // MARK: Statements

  /// Drops the line ends that end no statement, and makes separators of the others.
  private mutating func part(_ lines: Lines) {
    var result: [Token] = []
    result.reserveCapacity(tokens.count)
    var open: [Token] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .line:
        // What the first of several line ends means, all mean.
        if index > 0, tokens[index - 1].kind == .line { continue }
        guard lines == .endStatements, endsStatement(result, open.last, next: index + 1) else { continue }
        append(token, &result)
      case .sign(.semicolon) where open.last.map(\.isBody) ?? true: append(token, &result)
      case .sign(let sign) where sign.closing != nil:
        open.append(token)
        result.append(token)
      case .sign(let sign) where sign.closes:
        open.removeLast()
        result.append(token)
      case .name, .number, .text, .run, .keyword, .sign, .separator, .bad, .end: result.append(token)
      }
    }
    tokens = result
  }

  private func append(_ separator: Token, _ result: inout [Token]) {
    guard result.last?.kind != .separator else { return }
    var separator = separator
    separator.kind = .separator
    result.append(separator)
  }

  private func endsStatement(_ before: [Token], _ bracket: Token?, next: Int) -> Bool {
    if let bracket, !bracket.isBody { return false }
    if let last = before.last, continues(last, behind: before.dropLast().last) { return false }
    var next = next
    while next < tokens.count, tokens[next].kind == .line { next += 1 }
    guard next < tokens.count else { return true }
    switch tokens[next].kind {
    case .sign(.arrow), .keyword(.then), .keyword(.else): return false
    case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return true
    }
  }

  /// Whether a statement cannot end with `token`.
  private func continues(_ token: Token, behind before: Token?) -> Bool {
    switch token.kind {
    case .keyword(let word):
      guard before?.kind != .sign(.point) else { return false }
      switch word {
      case .and, .or, .xor, .not, .within, .then, .else: return true
      case .table, .net, .param, .check, .for, .in, .if, .true, .false, .with, .worth, .on: return false
      }
    case .sign(let sign):
      switch sign {
      case .binds, .colon, .tilde, .arrow, .range, .plus, .minus, .times, .over, .at, .dot, .power,
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        return true
      case .quote, .point, .comma, .semicolon, .hole, .openRound, .closeRound, .openSquare, .closeSquare,
        .openCurly, .closeCurly, .transposed:
        return false
      }
    case .name, .number, .text, .run, .line, .separator, .bad, .end: return false
    }
  }

  // MARK: Brackets

  /// Tells every token its innermost bracket, and every bracket its partner.
  private mutating func link() {
    var open: [Int] = []
    for index in tokens.indices {
      tokens[index].parent = open.last ?? -1
      guard case .sign(let sign) = tokens[index].kind else { continue }
      if sign.closing != nil {
        open.append(index)
        tokens[index].depth = open.count
      } else if sign.closes, let opening = open.popLast() {
        tokens[index].partner = opening
        tokens[opening].partner = index
        tokens[index].parent = tokens[opening].parent
      }
    }
  }
}

extension Token {
  /// Whether it is the `{` of a block.
  var isBody: Bool { kind == .sign(.openCurly) && brace == .body }
}
