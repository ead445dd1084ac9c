import Diagnostics
import Wording

/// Reads again, by their own rules, the positions where digits are no NUMBERs: short rows and edits.
///
/// It takes balanced tokens and gives balanced ones.
struct RowReader {
  private let tokens: [Token]
  private(set) var lexer: Lexer
  private(set) var result: [Token] = []
  private var open: [Token] = []
  /// For each of these brackets, whether it holds numbers with a comma for their point.
  private var decimalLists: [Bool] = []

  init(_ tokens: [Token], _ lexer: Lexer) {
    self.tokens = tokens
    self.lexer = lexer
  }

  /// Reads all tokens.
  mutating func read() {
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      result.append(token)
      guard case .sign(let sign) = token.kind else { continue }
      if sign.closing != nil {
        open.append(token)
        decimalLists.append(sign == .openSquare && isDecimalList(from: index))
      }
      if sign.closes {
        open.removeLast()
        decimalLists.removeLast()
      }
      guard sign == .openCurly || sign == .comma else { continue }
      guard let bracket = open.last else {
        index = decimalComma(index)
        continue
      }
      if decimalLists.last == true, sign == .comma, index < tokens.count,
        tokens[index - 1].bytes.upperBound == tokens[index].bytes.lowerBound
      {
        index = decimalComma(index)
        continue
      }
      if bracket.kind == .sign(.openRound), isNamedValue(result.count - 2) {
        index = decimalComma(index)
        continue
      }
      guard bracket.kind == .sign(.openCurly) else { continue }
      switch bracket.brace {
      case .table: index = row(index)
      case .with: index = edit(index)
      case .body: index = sign == .comma ? decimalComma(index) : index
      }
    }
  }

  private func skipLines(_ index: Int) -> Int {
    var index = index
    while index < tokens.count, tokens[index].kind == .line { index += 1 }
    return index
  }

  // MARK: Rows

  private mutating func row(_ index: Int) -> Int {
    var start = skipLines(index)
    guard start < tokens.count else { return start }
    if tokens[start].kind == .keyword(.on) {
      result.append(tokens[start])
      start = skipLines(start + 1)
    }
    guard start < tokens.count, tokens[start].kind != .sign(.openRound) else { return start }
    let end = rowEnd(start)
    guard end > start else { return start }
    let limit = tokens[start..<end].last { $0.kind != .line }?.bytes.upperBound
    readRuns(tokens[start].bytes.lowerBound..<(limit ?? tokens[start].bytes.lowerBound))
    return end
  }

  /// Returns the index of the `,` or `}` behind the row that begins at `start`.
  private func rowEnd(_ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < tokens.count {
      if case .sign(let sign) = tokens[index].kind {
        if depth == 0, sign == .comma || sign.closes { return index }
        if sign.closing != nil { depth += 1 }
        if sign.closes { depth -= 1 }
      }
      index += 1
    }
    return index
  }

  private mutating func readRuns(_ bytes: Range<Int>) {
    var index = bytes.lowerBound
    while index < bytes.upperBound {
      switch lexer.bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0x23: index = lexer.lineEnd(from: index)
      case 0x3A:
        result.append(Token(kind: .sign(.colon), bytes: index..<index + 1))
        index += 1
      case 0x3B: index = repaired(.comma, index, length: 1, "rows are parted by commas", "write `,`")
      case 0x3D where lexer.byte(index + 1) == 0x3E:
        index = repaired(.colon, index, length: 2, "a row's outputs stand behind `:`", "write `:`")
      case 0x3D: index = repaired(.colon, index, length: 1, "a row's outputs stand behind `:`", "write `:`")
      case 0x2D where lexer.byte(index + 1) == 0x3E:
        index = repaired(.colon, index, length: 2, "a row's outputs stand behind `:`", "write `:`")
      default: index = readRun(index, limit: bytes.upperBound)
      }
    }
  }

  /// Reads a sign of a row that is written otherwise here.
  private mutating func repaired(
    _ sign: Sign, _ index: Int, length: Int, _ message: Message, _ action: Message
  ) -> Int {
    let place = lexer.range(index, index + length)
    lexer.offset = index
    lexer.addRepaired(
      .sign(sign), to: index + length,
      Diagnostic(.foreignSpelling, message, at: place, hint: .init(action, edit: .init(place, sign.rawValue)))
    )
    if let token = lexer.tokens.popLast() { result.append(token) }
    return index + length
  }

  private mutating func readRun(_ start: Int, limit: Int) -> Int {
    var text = ""
    var index = start
    var isRun = true
    scanning: while index < limit {
      let (scalar, length) = lexer.scalar(at: index)
      switch scalar {
      case "-" where lexer.byte(index + 1) == 0x3E: break scanning
      case "0", "1", "-", "?": text.unicodeScalars.append(scalar)
      case "−", "–", "‑": text += "-"
      case " ", "\t", "\n", "\r", "#", ":", ";", "=": break scanning
      default:
        if scalar.properties.generalCategory == .spaceSeparator {
          guard text.isEmpty else { break scanning }
          return index + length
        }
        isRun = false
        text.unicodeScalars.append(scalar)
      }
      index += length
    }
    result.append(Token(kind: isRun ? .run : .bad, bytes: start..<index, text: text))
    return index
  }

  // MARK: Numbers that are none

  /// `1.1 = …` in an edit is the field 1 of the field 1.
  private mutating func edit(_ index: Int) -> Int {
    let start = skipLines(index)
    guard start < tokens.count, tokens[start].kind == .number, tokens[start].problem == nil else {
      return index
    }
    let parts = tokens[start].text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(Lexer.isDigit) }) else { return index }
    let point = tokens[start].bytes.lowerBound + parts[0].utf8.count
    let end = tokens[start].bytes.upperBound
    result.append(Token(kind: .number, bytes: tokens[start].bytes.lowerBound..<point, text: String(parts[0])))
    result.append(Token(kind: .sign(.point), bytes: point..<point + 1))
    result.append(Token(kind: .number, bytes: point + 1..<end, text: String(parts[1])))
    return start + 1
  }

  /// Whether `0,5, 0,5]` stands at `index`: pairs of digits that touch their comma, parted by commas that do not.
  private func isDecimalList(from index: Int) -> Bool {
    var index = index
    var pairs = 0
    while index + 3 < tokens.count {
      if tokens[index].kind == .sign(.minus) { index += 1 }
      let (whole, comma, part) = (tokens[index], tokens[index + 1], tokens[index + 2])
      guard whole.isInteger, comma.kind == .sign(.comma), part.isInteger,
        whole.bytes.upperBound == comma.bytes.lowerBound, comma.bytes.upperBound == part.bytes.lowerBound,
        whole.text == "0" && part.text != "0" && part.text != "1" || part.text.utf8.count > 1
          || part.text == "5"
      else { return false }
      pairs += 1
      index += 3
      let next = tokens[index]
      if next.kind == .sign(.closeSquare) { return pairs > 1 }
      guard index + 1 < tokens.count, next.kind == .sign(.comma) || next.kind == .sign(.semicolon),
        next.kind == .sign(.semicolon) || next.bytes.upperBound < tokens[index + 1].bytes.lowerBound
      else { return false }
      index += 1
    }
    return false
  }

  /// Whether the token at `index` of the result ends a number or an interval behind `name=`, where no value without a name follows.
  private func isNamedValue(_ index: Int) -> Bool {
    var index = index
    for _ in 0..<8 where index > 1 {
      switch result[index].kind {
      case .sign(.binds): return result[index - 1].kind == .name
      case .number, .sign(.minus), .sign(.range): index -= 1
      case .name, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return false
      }
    }
    return false
  }

  /// `x = 1,5`: outside brackets a comma between digits is the point of another country.
  private mutating func decimalComma(_ index: Int) -> Int {
    guard index < tokens.count, result.count > 1, tokens[index].isInteger else { return index }
    let (whole, comma, part) = (result[result.count - 2], result[result.count - 1], tokens[index])
    guard whole.isInteger, comma.kind == .sign(.comma), whole.problem == nil,
      whole.bytes.upperBound == comma.bytes.lowerBound, comma.bytes.upperBound == part.bytes.lowerBound
    else { return index }
    result.removeLast(2)
    let groups = groups(behind: whole, index)
    let end = tokens[index + 2 * (groups.count - 1)].bytes.upperBound
    let place = lexer.range(whole.bytes.lowerBound, end)
    let (text, problem) = Self.comma(whole.text, groups, at: place)
    lexer.offset = whole.bytes.lowerBound
    lexer.addRepaired(.number, to: end, text: text, problem)
    if let number = lexer.tokens.popLast() { result.append(number) }
    return index + 2 * groups.count - 1
  }

  /// The digits behind each comma of `1,000,000`, from the token at `index`.
  private func groups(behind whole: Token, _ index: Int) -> [String] {
    var groups = [tokens[index].text]
    var last = index
    while groups.allSatisfy({ $0.utf8.count == 3 }), last + 2 < tokens.count,
      tokens[last + 1].kind == .sign(.comma), tokens[last + 2].isInteger,
      tokens[last + 1].bytes == tokens[last].bytes.upperBound..<tokens[last + 2].bytes.lowerBound
    {
      last += 2
      groups.append(tokens[last].text)
    }
    return groups
  }

  /// What a number with commas says: groups of three digits are thousands if nothing speaks against it.
  private static func comma(
    _ whole: String, _ groups: [String], at place: SourceRange
  ) -> (text: String, problem: Diagnostic) {
    let together = whole + groups.joined()
    let decimal = "\(whole).\(groups[0])"
    let mayBeGroups =
      groups.allSatisfy { $0.utf8.count == 3 } && !whole.hasPrefix("0") && whole.utf8.count <= 3
    guard mayBeGroups, together.utf8.count <= 15 else {
      return (
        decimal,
        Diagnostic(
          .foreignSpelling, "a number has a point, not a comma", at: place,
          hint: .init("write `\(decimal)`", edit: groups.count == 1 ? .init(place, decimal) : nil))
      )
    }
    let isRound = groups.count > 1 || groups[0] == "000"
    return (
      together,
      Diagnostic(
        .foreignSpelling, "a number has no comma", at: place,
        hint: .init(
          isRound ? "write `\(together)`" : "write `\(together)`, or `\(decimal)` if the comma is a point",
          edit: isRound ? .init(place, together) : nil))
    )
  }
}
