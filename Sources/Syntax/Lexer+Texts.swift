import Diagnostics

extension Lexer {
  /// Reads a STRING whose opening quote stands at `start`.
  mutating func text(from start: Int, contentAt content: Int) {
    let isCurly = bytes[start] != 0x22
    var index = content
    var value = String.UnicodeScalarView()
    var escape: Diagnostic?
    while !isLineEnd(index) {
      let (scalar, length) = scalar(at: index)
      if scalar == "\"" || (isCurly && (scalar == "“" || scalar == "”")) {
        return endText(start, index..<index + length, value: String(value), isCurly: isCurly, escape)
      }
      if scalar == "\\" {
        let next = isLineEnd(index + 1) ? nil : self.scalar(at: index + 1).scalar
        if let next, let meant = Self.escapes[next] {
          value.append(meant)
          index += 2
          continue
        }
        escape = escape ?? unknownEscape(next ?? " ", at: index)
      }
      value.append(scalar)
      index += length
    }
    remarkBidirectionalControls(in: start..<index)
    addRepaired(
      .text, to: index, text: String(value),
      Diagnostic(
        .unclosedText, "this text has no second quote on its line", at: range(start, content),
        hint: .init("close it with `\"`", edit: .init(range(index, index), "\""))))
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "\\": "\\", "n": "\n"]

  private func unknownEscape(_ next: Unicode.Scalar, at index: Int) -> Diagnostic {
    let end = bytes[(index + 1)...].firstIndex { !Self.isNameByte($0) || $0 == 0x5F } ?? bytes.count
    let command = slice(index + 1..<end)
    let place = range(index, index + 1)
    // A text holds no TeX, and the letter itself.
    if let letter = Letters.greek.first(where: { $0.value == command })?.key {
      return Diagnostic(
        .unknownEscape, "`\\\(next)` means nothing in a text, which holds no TeX", at: place,
        hint: .init("write the letter itself: `\(letter)`", edit: lettersOfTeX(from: index)))
    }
    return Diagnostic(
      .unknownEscape, "`\\\(next)` means nothing in a text", at: place,
      hint: .init("for a backslash write two", edit: .init(range(index, index), "\\")))
  }

  /// The rest of a text with Greek letters in place of their commands.
  private func lettersOfTeX(from index: Int) -> Diagnostic.Edit {
    let end = bytes[index...].firstIndex { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var text = slice(index..<end)
    for (letter, name) in Letters.greek.sorted(by: { $0.value.count > $1.value.count }) {
      text = text.replacing("\\" + name, with: String(letter))
    }
    return .init(range(index, end), text)
  }

  private mutating func endText(
    _ start: Int, _ closing: Range<Int>, value: String, isCurly: Bool, _ escape: Diagnostic?
  ) {
    remarkBidirectionalControls(in: start..<closing.upperBound)
    if isCurly {
      remarkRepaired(
        "curly quotes are read as `\"`", start..<closing.upperBound, as: Self.quoted(value),
        "write plain quotes")
    }
    guard let escape else { return add(.text, to: closing.upperBound, text: value) }
    addRepaired(.text, to: closing.upperBound, text: value, escape)
  }

  /// Returns `value` as a STRING.
  static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Reads `'`: the derivative behind what it can belong to, else a refused `'text'`.
  mutating func quote(to end: Int) {
    if let last = touching, isDifferentiable(last) { return add(.sign(.quote), to: end) }
    let start = offset
    var index = end
    while !isLineEnd(index) {
      let (scalar, length) = scalar(at: index)
      if scalar == "'" || scalar == "’" { return addQuoted(start, end..<index, to: index + length) }
      index += length
    }
    addBad(
      to: end,
      Diagnostic(
        .foreignSpelling, "`'` is the derivative of the function it touches", at: range(start, end),
        hint: .init("write `f'`; a text stands in `\"…\"`")))
  }

  private func isDifferentiable(_ token: Token) -> Bool {
    switch token.kind {
    case .name: return true
    case .number, .keyword:
      guard tokens.count > 1 else { return false }
      let before = tokens[tokens.count - 2]
      return before.kind == .sign(.point) && before.bytes.upperBound == token.bytes.lowerBound
    case .sign(let sign): return sign.closes || sign == .hole || sign == .transposed || sign == .quote
    case .text, .run, .line, .separator, .bad, .end: return false
    }
  }

  private mutating func addQuoted(_ start: Int, _ content: Range<Int>, to end: Int) {
    let value = slice(content)
    remarkBidirectionalControls(in: content)
    let spelling = Self.quoted(value)
    // `activation='tanh'` names a function.
    let isName = !value.isEmpty && value.utf8.allSatisfy { Self.isNameByte($0) && $0 < 0x80 }
    if isName, tokens.count > 1, tokens[tokens.count - 1].kind == .sign(.binds),
      ["activation", "loss", "init"].contains(tokens[tokens.count - 2].text)
    {
      return addRepaired(
        .name, to: end, text: value,
        Diagnostic(
          .foreignSpelling, "a function is named without quotes", at: range(start, end),
          hint: .init("write `\(value)`", edit: .init(range(start, end), value))))
    }
    addRepaired(
      .text, to: end, text: value,
      Diagnostic(
        .foreignSpelling, "a text stands in double quotes", at: range(start, end),
        hint: .init("write `\(spelling)`", edit: .init(range(start, end), spelling))))
  }
}
