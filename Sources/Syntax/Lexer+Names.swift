import Diagnostics

/// Returns how cells know the name `text`, such as `alpha` for `α`; nil where `text` is not one name.
public func canonicalName(_ text: String) -> String? {
  var lexer = Lexer(SourceText(whole: SourceFile(path: "", text: text)))
  lexer.scan()
  guard let token = lexer.tokens.first, lexer.tokens.count == 1, lexer.comments.isEmpty else { return nil }
  guard token.kind == .name, !token.isRepaired, token.bytes == 0..<lexer.bytes.count else { return nil }
  return token.text
}

extension Lexer {
  /// Reads a NAME or a KEYWORD.
  mutating func name() {
    var end = offset
    while Self.isNameByte(byte(end)) { end += 1 }
    guard byte(end) < 0x80 else { return unicodeName() }
    let text = slice(offset..<end)
    if let word = capitalKeyword(text, to: end) {
      let place = range(offset, end)
      return addRepaired(
        .keyword(word), to: end, text: word.rawValue,
        Diagnostic(
          .foreignSpelling, "keywords have small letters", at: place,
          hint: .init("write `\(word.rawValue)`", edit: .init(place, word.rawValue))))
    }
    add(Keyword(rawValue: text).map(Token.Kind.keyword) ?? .name, to: end, text: text)
  }

  /// The keyword that begins a statement here with capitals, as in `Table T(…)` and `Check x == 2`.
  private func capitalKeyword(_ text: String, to end: Int) -> Keyword? {
    guard text.first?.isUppercase == true, text.utf8.count <= 5, byte(end) == 0x20,
      let word = Keyword(rawValue: text.lowercased()), [.table, .net, .param, .check, .if].contains(word)
    else { return nil }
    switch tokens.last?.kind {
    case nil, .line, .sign(.semicolon): break
    case .name, .number, .text, .run, .keyword, .sign, .separator, .bad, .end: return nil
    }
    var next = end
    while byte(next) == 0x20 { next += 1 }
    return Self.isNameByte(byte(next)) || byte(next) == 0x22 ? word : nil
  }

  /// Reads a name with letters beyond ASCII, and spells it.
  mutating func unicodeName() {
    let start = offset
    var spelling = ""
    var like: (found: Unicode.Scalar, meant: Unicode.Scalar, at: Range<Int>)?
    var end = offset
    while end < bytes.count {
      let (scalar, length) = scalar(at: end)
      if scalar.isASCII {
        guard Self.isNameByte(bytes[end]) else { break }
        spelling.unicodeScalars.append(scalar)
      } else if let digit = Letters.digit(ofSubscript: scalar) {
        spelling.append(digit)
      } else if Letters.isMark(scalar) {
        guard compose(&spelling, scalar) else { break }
      } else if let letter = Letters.letter(scalar) {
        switch letter {
        case .plain(let plain): spelling += plain
        case .lookAlike(let meant):
          spelling += Letters.greek[meant] ?? String(meant)
          like = like ?? (scalar, meant, end..<end + length)
        }
      } else {
        break
      }
      end += length
    }
    let typed = slice(start..<end)
    if typed == "σ" { spelling = "sigmoid" }
    if typed == "Σ" { spelling = "sum" }
    let kind = Keyword(rawValue: spelling).map(Token.Kind.keyword) ?? .name
    guard let like else { return add(kind, to: end, text: spelling) }
    let place = source.range(like.at)
    addRepaired(
      kind, to: end, text: spelling,
      Diagnostic(
        .lookAlikeLetter,
        "this is `\(like.found)` \(Letters.code(like.found)), not `\(like.meant)` \(Letters.code(like.meant))",
        at: place, hint: .init("write `\(like.meant)`", edit: .init(place, String(like.meant)))))
  }

  /// Puts a mark on the last letter of `spelling`, if there is one letter that is both.
  private func compose(_ spelling: inout String, _ mark: Unicode.Scalar) -> Bool {
    guard let last = spelling.unicodeScalars.last else { return false }
    var pair = String(last)
    pair.unicodeScalars.append(mark)
    guard let letter = Letters.composed(pair) else { return false }
    spelling.unicodeScalars.removeLast()
    spelling.unicodeScalars.append(letter)
    return true
  }
}
