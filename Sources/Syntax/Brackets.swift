import Diagnostics

/// Pairs the brackets of a cell, puts in the closing ones that are missing, and skips those too many.
///
/// - Complexity: O(tokens).
struct Brackets {
  let source: SourceText
  private(set) var tokens: [Token]
  private(set) var diagnostics: [Diagnostic] = []
  /// The opening bracket that each closing one takes, and back; -1 where there is none.
  private var partners: [Int]
  /// The closing brackets that stand in a statement far behind their opening ones, by those.
  private var late: [Int: Int] = [:]

  private struct Open {
    let index: Int
    /// The lowest bracket of the unpaired ones up to this that a line's end closes.
    let lowestEndingWithLine: Int?
  }

  init(_ tokens: [Token], _ source: SourceText) {
    self.source = source
    self.tokens = tokens
    partners = [Int](repeating: -1, count: tokens.count)
  }

  /// Makes the tokens balanced.
  mutating func pair() {
    findPartners()
    closeOpen()
  }

  // MARK: Partners

  private mutating func findPartners() {
    var open: [Int] = []
    var counts: [Sign: Int] = [:]
    var left: [Int] = []
    for index in tokens.indices {
      if tokens[index].kind == .line, beginsDefinition(index + 1, in: open.last) {
        while let last = open.last, tokens[last].kind != .sign(.openCurly) {
          open.removeLast()
          counts[closing(of: last), default: 0] -= 1
          left.append(last)
        }
      }
      guard case .sign(let sign) = tokens[index].kind else { continue }
      if sign.closes, counts[sign, default: 0] <= 0,
        let last = left.lastIndex(where: { closing(of: $0) == sign })
      {
        late[left.remove(at: last)] = index
        continue
      }
      if let closing = sign.closing {
        if sign == .openCurly { tokens[index].brace = brace(at: index, innermost: open.last) }
        open.append(index)
        counts[closing, default: 0] += 1
      } else if sign.closes {
        close(index, sign, &open, &counts)
      }
    }
  }

  private mutating func close(_ index: Int, _ sign: Sign, _ open: inout [Int], _ counts: inout [Sign: Int]) {
    guard let innermost = open.last else { return skip(index, sign) }
    if counts[sign, default: 0] > 0 {
      while let last = open.popLast() {
        let kind = closing(of: last)
        counts[kind, default: 0] -= 1
        guard kind == sign else { continue }
        return join(last, index)
      }
    }
    guard isOnOneLine(innermost, index) else { return skip(index, sign) }
    open.removeLast()
    let due = closing(of: innermost)
    counts[due, default: 0] -= 1
    join(innermost, index)
    replace(index, sign, by: due)
  }

  /// Whether `y = …` or `f(x) = …` begins at `index`, on a line of its own, where a bracket can hold none.
  private func beginsDefinition(_ index: Int, in bracket: Int?) -> Bool {
    guard let bracket, index + 1 < tokens.count, tokens[index].kind == .name, index > 1 else { return false }
    switch tokens[bracket].kind {
    case .sign(.openSquare): break
    // Behind a comma it is a named argument.
    case .sign(.openRound) where tokens[index - 2].endsOperand: break
    case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return false
    }
    if tokens[index + 1].kind == .sign(.binds) { return true }
    guard tokens[index + 1].kind == .sign(.openRound) else { return false }
    let head = tokens[index...].prefix { $0.kind != .line }
    guard let close = head.firstIndex(where: { $0.kind == .sign(.closeRound) }) else { return false }
    return close + 1 < head.endIndex && tokens[close + 1].kind == .sign(.binds)
  }

  private func closing(of index: Int) -> Sign {
    guard case .sign(let sign) = tokens[index].kind, let closing = sign.closing else { return .closeRound }
    return closing
  }

  private mutating func join(_ opening: Int, _ closing: Int) {
    partners[opening] = closing
    partners[closing] = opening
  }

  private func isOnOneLine(_ first: Int, _ last: Int) -> Bool {
    let file = source.file
    return file.lineNumber(of: source.offsetInFile(tokens[first].bytes.lowerBound))
      == file.lineNumber(of: source.offsetInFile(tokens[last].bytes.lowerBound))
  }

  private mutating func skip(_ index: Int, _ sign: Sign) {
    let place = source.range(tokens[index].bytes)
    note(
      Diagnostic(
        .strayBracket, "`\(sign.rawValue)` closes nothing", at: place,
        hint: .init("delete it", edit: .init(place, ""))))
  }

  private mutating func replace(_ index: Int, _ sign: Sign, by due: Sign) {
    let place = source.range(tokens[index].bytes)
    tokens[index].kind = .sign(due)
    tokens[index].isRepaired = true
    note(
      Diagnostic(
        .strayBracket, "`\(sign.rawValue)` stands where `\(due.rawValue)` is due", at: place,
        hint: .init("write `\(due.rawValue)`", edit: .init(place, due.rawValue))))
  }

  private mutating func note(_ diagnostic: @autoclosure () -> Diagnostic) {
    if diagnostics.count < Lexer.mostDiagnostics { diagnostics.append(diagnostic()) }
  }

  /// Tells a table's `{` and that of `with` from a block's by what stands before it.
  private func brace(at index: Int, innermost: Int?) -> Token.Brace {
    var before = index - 1
    while before >= 0, tokens[before].kind == .line { before -= 1 }
    guard before >= 0 else { return .body }
    if tokens[before].kind == .keyword(.with), !isField(before) { return .with }
    // `table T(a -> b) = { … }` has a sign too much.
    if tokens[before].kind == .sign(.binds), before > 0, tokens[before - 1].kind == .sign(.closeRound),
      partners[before - 1] > 0, isTableHead(endingAt: partners[before - 1] - 1)
    {
      before -= 1
    }
    if tokens[before].kind == .sign(.closeRound), partners[before] >= 0 { before = partners[before] - 1 }
    if isTableHead(endingAt: before) { return .table }
    // The head's own parenthesis may be missing its partner.
    if let innermost, tokens[innermost].kind == .sign(.openRound), isTableHead(endingAt: innermost - 1) {
      return .table
    }
    return .body
  }

  private func isTableHead(endingAt index: Int) -> Bool {
    guard index >= 0 else { return false }
    if tokens[index].kind == .keyword(.table) { return !isField(index) }
    return index > 0 && tokens[index].kind == .name && tokens[index - 1].kind == .keyword(.table)
      && !isField(index - 1)
  }

  private func isField(_ index: Int) -> Bool { index > 0 && tokens[index - 1].kind == .sign(.point) }

  // MARK: Missing ones

  private mutating func closeOpen() {
    var result: [Token] = []
    result.reserveCapacity(tokens.count)
    var open: [Open] = []
    var lastEnd = 0
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .line: closeAtLine(&open, &result, at: lastEnd, next: index + 1)
      case .sign(let sign) where sign.closing != nil: push(index, &open)
      case .sign(let sign) where sign.closes:
        guard partners[index] >= 0 else { continue }
        while let last = open.last, last.index != partners[index] { insert(&open, &result, at: lastEnd) }
        open.removeLast()
      case .sign(.arrow): if isLayer(open.last) { insert(&open, &result, at: lastEnd) }
      case .sign(.binds): if isHead(open.last, before: index) { insert(&open, &result, at: lastEnd) }
      case .name, .number, .text, .run, .keyword, .sign, .separator, .bad, .end: break
      }
      result.append(token)
      if token.kind != .line { lastEnd = token.bytes.upperBound }
    }
    while !open.isEmpty { insert(&open, &result, at: lastEnd) }
    tokens = result
  }

  private func push(_ index: Int, _ open: inout [Open]) {
    guard partners[index] < 0 else { return open.append(Open(index: index, lowestEndingWithLine: nil)) }
    let below = open.last.flatMap { partners[$0.index] < 0 ? $0.lowestEndingWithLine : nil }
    let isBody = tokens[index].kind == .sign(.openCurly) && tokens[index].brace == .body
    open.append(Open(index: index, lowestEndingWithLine: below ?? (isBody ? nil : open.count)))
  }

  private mutating func closeAtLine(
    _ open: inout [Open], _ result: inout [Token], at end: Int, next: Int
  ) {
    if beginsStatement(next) || standsOutside(next, of: open.last) {
      while let last = open.last, partners[last.index] < 0 { insert(&open, &result, at: end) }
    } else if let last = open.last, partners[last.index] < 0, let lowest = last.lowestEndingWithLine {
      while open.count > lowest { insert(&open, &result, at: end) }
    }
  }

  /// Whether `dense(4, tanh` stands open, in which no arrow can stand.
  private func isLayer(_ open: Open?) -> Bool {
    guard let bracket = open?.index, partners[bracket] < 0, tokens[bracket].kind == .sign(.openRound),
      bracket > 0
    else { return false }
    return tokens[bracket - 1].kind == .name && ForeignSpelling.layers.contains(tokens[bracket - 1].text)
  }

  /// Whether `f(x` stands open at the beginning of a line and before this ` = `.
  private func isHead(_ open: Open?, before index: Int) -> Bool {
    guard let bracket = open?.index, partners[bracket] < 0, tokens[bracket].kind == .sign(.openRound),
      bracket > 0,
      tokens[bracket - 1].kind == .name, bracket < 2 || tokens[bracket - 2].kind == .line,
      tokens[index].bytes.lowerBound > tokens[index - 1].bytes.upperBound
    else { return false }
    return tokens[bracket + 1..<index].allSatisfy { $0.kind == .name || $0.kind == .sign(.comma) }
  }

  /// Whether the line of the token `index` stands no further in than that of a block whose lines do.
  private func standsOutside(_ index: Int, of open: Open?) -> Bool {
    guard let brace = open?.index, partners[brace] < 0, tokens[brace].brace == .body,
      tokens[brace].kind == .sign(.openCurly), brace + 2 < tokens.count, index < tokens.count
    else { return false }
    let beginsBelow = tokens[brace + 1].kind == .line
    var first = brace
    while first > 0, tokens[first - 1].kind != .line { first -= 1 }
    let column = source.range(tokens[first].bytes).start.column
    return (!beginsBelow || source.range(tokens[brace + 2].bytes).start.column > column)
      && source.range(tokens[index].bytes).start.column <= column
  }

  private func beginsStatement(_ index: Int) -> Bool {
    guard index < tokens.count, case .keyword(let word) = tokens[index].kind else { return false }
    return word == .table || word == .net || word == .check
  }

  private mutating func insert(_ open: inout [Open], _ result: inout [Token], at end: Int) {
    guard let last = open.popLast() else { return }
    let sign = closing(of: last.index)
    let place = source.range(tokens[last.index].bytes)
    let here = source.range(end..<end)
    let opening = place.text
    if let far = late[last.index] {
      noteLate(place, sign, from: end, to: tokens[far].bytes)
    } else {
      note(
        Diagnostic(
          .unclosedBracket, "`\(opening)` is never closed", at: place,
          hint: .init("close it with `\(sign.rawValue)`", edit: .init(here, sign.rawValue))))
    }
    result.append(Token(kind: .sign(sign), bytes: end..<end, isRepaired: true))
  }

  /// A bracket whose closing one, at `far`, stands in another statement than what it encloses, which ends at `end`.
  private mutating func noteLate(_ opening: SourceRange, _ sign: Sign, from end: Int, to far: Range<Int>) {
    guard diagnostics.count < Lexer.mostDiagnostics else { return }
    let behind = source.range(end..<max(end, far.upperBound))
    let isShort = behind.bytes.count <= Parser.longestCopy
    diagnostics.append(
      Diagnostic(
        .unclosedBracket, "`\(opening.text)` is not closed before the next statement", at: opening,
        secondary: [.init(source.range(far), "`\(sign.rawValue)` stands only here")],
        hint: .init(
          "close it with `\(sign.rawValue)` at the end of its line",
          edit: isShort ? .init(behind, sign.rawValue + behind.text.dropLast()) : nil)))
  }
}
