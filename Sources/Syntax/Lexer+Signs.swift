import Diagnostics

extension Lexer {
  private static let twoByteSigns: [UInt8: [Sign]] = Dictionary(
    grouping: Sign.allCases.filter { $0.rawValue.unicodeScalars.count == 2 }
  ) { $0.rawValue.utf8.first ?? 0 }
  private static let oneByteSigns: [UInt8: Sign] = {
    var table: [UInt8: Sign] = [:]
    for sign in Sign.allCases where sign.rawValue.utf8.count == 1 {
      for unit in sign.rawValue.utf8 { table[unit] = sign }
    }
    return table
  }()

  /// Reads an ASCII sign, ours or a refused one.
  mutating func sign() {
    if bytes[offset] == 0x27 { return quote(to: offset + 1) }
    if bytes[offset] == 0x2E, Self.isDigit(byte(offset + 1)), touching?.endsField != true {
      return pointBeforeDigits()
    }
    if bytes[offset] == 0x5C { return command() }
    if bytes[offset] == 0x5F { return underscores() }
    if stands("=>=", at: offset) { return unquotedSign() }
    if foreignComment() { return }
    if stands("||", at: offset), normBars() { return }
    if let foreign = foreignSign() { return add(foreign) }
    if let sign = Self.twoByteSigns[bytes[offset], default: []].first(where: {
      stands($0.rawValue, at: offset)
    }) {
      return add(.sign(sign), to: offset + 2)
    }
    if let sign = Self.oneByteSigns[bytes[offset]] { return add(.sign(sign), to: offset + 1) }
    if bytes[offset] == 0x7C { return bar() }
    unknown(Unicode.Scalar(bytes[offset]), length: 1)
  }

  /// Reads what begins with a character beyond ASCII.
  mutating func unicode() {
    let (scalar, length) = scalar(at: offset)
    let end = offset + length
    if let kind = Self.aliases[scalar] { return add(kind, to: end) }
    switch scalar {
    case "–", "‑":
      remarkRepaired(scalar, offset..<end, as: "-", "`-`")
      return add(.sign(.minus), to: end)
    case "′", "‘", "’":
      remarkRepaired(scalar, offset..<end, as: "'", "`'`")
      return quote(to: end)
    case "″":
      remarkRepaired(scalar, offset..<end, as: "''", "two `'`")
      add(.sign(.quote), to: end)
      tokens.append(Token(kind: .sign(.quote), bytes: end..<end))
    case "“", "”", "„": text(from: offset, contentAt: end)
    case "\u{FEFF}" where offset == 0: offset = end
    default: rareCharacter(scalar, to: end)
    }
  }

  private static let aliases: [Unicode.Scalar: Token.Kind] = [
    "·": .sign(.dot), "⋅": .sign(.dot), "ᵀ": .sign(.transposed), "×": .sign(.times), "−": .sign(.minus),
    "≥": .sign(.greaterOrEqual), "≤": .sign(.lessOrEqual), "≠": .sign(.notEqual),
    "⊕": .keyword(.xor), "∧": .keyword(.and), "∨": .keyword(.or), "¬": .keyword(.not),
  ]

  private mutating func rareCharacter(_ scalar: Unicode.Scalar, to end: Int) {
    if Letters.letter(scalar) != nil { return unicodeName() }
    if Letters.digit(ofSuperscript: scalar) != nil { return superscript() }
    if let foreign = foreignSign() { return add(foreign) }
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      remarkRepaired(scalar, offset..<end, as: " ", "a blank")
      offset = end
    case .format, .lineSeparator, .paragraphSeparator, .control:
      remarkHidden(scalar, offset..<end)
      offset = end
    default: unknown(scalar, length: end - offset)
    }
  }

  private mutating func unknown(_ scalar: Unicode.Scalar, length: Int) {
    let place = range(offset, offset + length)
    let shown = scalar.properties.generalCategory == .control ? "" : "`\(scalar)` "
    let parts: [Unicode.Scalar: String] = ["½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"]
    if let part = parts[scalar] {
      return addBad(
        to: offset + length,
        Diagnostic(
          .unknownCharacter, "`\(scalar)` \(Letters.code(scalar)) has no meaning here", at: place,
          hint: .init("write `(\(part))`", edit: .init(place, "(\(part))"))))
    }
    if let sign = ForeignSpelling.otherSigns[scalar] {
      return addBad(
        to: offset + length,
        Diagnostic(
          .unknownCharacter, "`\(scalar)` \(Letters.code(scalar)) has no meaning here", at: place,
          hint: .init("write `\(sign)`", edit: .init(place, sign))))
    }
    addBad(
      to: offset + length,
      Diagnostic(
        .unknownCharacter, "\(shown)\(Letters.code(scalar)) has no meaning here", at: place,
        hint: .init("delete it", edit: .init(place, ""))))
  }

  // MARK: Refused spellings

  /// `___`, read as a blank to fill in; a name that begins with `_` is none.
  private mutating func underscores() {
    let start = offset
    var end = offset
    while byte(end) == 0x5F { end += 1 }
    let place = range(start, end)
    guard byte(end) < 0x80, !Self.isNameByte(byte(end)) else {
      return addBad(
        to: end,
        Diagnostic(
          .unknownCharacter, "a name begins with a letter, not with `_`", at: place,
          hint: .init("delete the `_`", edit: .init(place, ""))))
    }
    addRepaired(
      .sign(.hole), to: end,
      Diagnostic(
        .foreignSpelling, "a blank to fill in is `?`", at: place,
        hint: .init("write `?`, or the answer", edit: .init(place, "?"))))
  }

  /// `// …` and its like at the beginning of a line, read as a comment.
  private mutating func foreignComment() -> Bool {
    guard let typed = ForeignSpelling.comments.first(where: { stands($0, at: offset) }) else { return false }
    var before = offset
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    guard before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D else { return false }
    let place = range(offset, offset + typed.utf8.count)
    // As many as there are lines, of which a reader sees the first.
    if remarks.count < 2 * Self.mostDiagnostics {
      remarks.append(
        Diagnostic(
          .foreignSpelling, "a comment begins with `#`", at: place,
          hint: .init("write `#`", edit: .init(place, "#"))))
    }
    let end = lineEnd(from: offset)
    comments.append(offset..<end)
    remarkBidirectionalControls(in: offset..<end)
    offset = end
    return true
  }

  private func foreignSign() -> ForeignSpelling? {
    let candidates = ForeignSpelling.signsByFirstByte[bytes[offset], default: []]
    guard let found = candidates.first(where: { stands($0.typed, at: offset) }) else { return nil }
    if found.typed == "!", byte(offset + 1) == 0x3D { return nil }
    // `a =>= b` and the like are not worth a rule; `x == y` and `f(x) ==` must not be cut.
    if found.typed.hasSuffix("="), found.typed.utf8.count == 2, byte(offset + 2) == 0x3D { return nil }
    return found
  }

  /// Whether what ends at `end` stands alone behind `=` or a bracket, where a value is due.
  private func isAlone(to end: Int) -> Bool {
    guard let last = tokens.last, [.sign(.binds), .sign(.openRound)].contains(last.kind) else { return false }
    var next = end
    while byte(next) == 0x20 { next += 1 }
    return isLineEnd(next) || byte(next) == 0x29 || byte(next) == 0x23
  }

  private mutating func add(_ foreign: ForeignSpelling) {
    if ["%", "!", "°"].contains(foreign.typed), addPostfix(foreign) { return }
    if foreign.typed == "√", addRoot() { return }
    let end = offset + foreign.typed.utf8.count
    let place = range(offset, end)
    if foreign.typed == "`", let last = tokens.last, last.kind == .name, last.bytes.upperBound == offset,
      byte(end) == 0x28
    {
      return addRepaired(
        .sign(.quote), to: end,
        Diagnostic(
          .foreignSpelling, "the mark of a derivative is `'`", at: place,
          hint: .init("write `'`", edit: .init(place, "'"))))
    }
    if foreign.typed == "..." || foreign.typed == "…", isAlone(to: end) {
      return addRepaired(
        .sign(.hole), to: end,
        Diagnostic(
          .foreignSpelling, "a blank to fill in is `?`", at: place,
          hint: .init("write `?`, or the answer", edit: .init(place, "?"))))
    }
    if foreign.typed == "..." || foreign.typed == "…", tokens.last?.kind == .sign(.comma) {
      return addBad(
        to: end,
        Diagnostic(
          .foreignSpelling, "`\(foreign.typed)` leaves out what a reader may guess", at: place,
          hint: .init("a list of steps is [k for k in 0..5], or 0..5 alone")))
    }
    if case .name(let name) = foreign.meaning, byte(end) != 0x28 {
      return addBad(
        to: end,
        Diagnostic(
          .foreignSpelling, "`\(foreign.typed)` is a function", at: place,
          hint: .init("its argument stands in parentheses: \(name)([k^2 for k in 1..5])")))
    }
    let edit = foreign.meaning.spelling.map { spelling -> Diagnostic.Edit in
      let isWord = spelling.utf8.allSatisfy { Self.isNameByte($0) }
      let before = isWord && offset > 0 && Self.isNameByte(bytes[offset - 1]) ? " " : ""
      let after = isWord && Self.isNameByte(byte(end)) ? " " : ""
      return .init(place, before + spelling + after)
    }
    let problem = Diagnostic(
      .foreignSpelling, "`\(foreign.typed)` is not a sign of this language", at: place,
      hint: .init(foreign.advice, edit: edit))
    switch foreign.meaning {
    case .sign(let sign): addRepaired(.sign(sign), to: end, text: foreign.typed, problem)
    case .keyword(let word): addRepaired(.keyword(word), to: end, text: word.rawValue, problem)
    case .name(let name): addRepaired(.name, to: end, text: name, problem)
    case .none: addBad(to: end, problem)
    }
  }

  /// `90%` or `5!`.
  private mutating func addPostfix(_ foreign: ForeignSpelling) -> Bool {
    guard let last = tokens.last, last.endsOperand, last.bytes.upperBound == offset else { return false }
    var next = offset + foreign.typed.utf8.count
    while byte(next) == 0x20 { next += 1 }
    let isEnd = isLineEnd(next) || !(Self.isNameByte(byte(next)) || byte(next) == 0x28 || byte(next) >= 0x80)
    guard isEnd else { return false }
    if foreign.typed == "!" {
      let number = Int(slice(last.bytes)).flatMap { 2...10 ~= $0 ? $0 : nil }
      let product = (1...(number ?? 5)).map(String.init).joined(separator: "*")
      let place = range(last.bytes.lowerBound, offset + 1)
      addBad(
        to: offset + 1,
        Diagnostic(
          .foreignSpelling, "there is no sign for the factorial", at: range(offset, offset + 1),
          hint: .init(
            "write the product: `\(product)`", edit: number.map { _ in .init(place, "(\(product))") })))
      return true
    }
    if foreign.typed == "°" {
      let end = offset + foreign.typed.utf8.count
      let text = "\(slice(last.bytes))*pi/180"
      let place = range(last.bytes.lowerBound, end)
      addBad(
        to: end,
        Diagnostic(
          .foreignSpelling, "angles are in radians", at: place,
          hint: .init(
            "write `\(text)`", edit: last.kind == .number || last.kind == .name ? .init(place, text) : nil)))
      return true
    }
    guard last.kind == .number, let share = Double(last.text) else { return false }
    let place = range(last.bytes.lowerBound, offset + 1)
    let text = Double(share / 100).description
    addBad(
      to: offset + 1,
      Diagnostic(
        .foreignSpelling, "a share is a number", at: place,
        hint: .init("write `\(text)`", edit: .init(place, text))))
    return true
  }

  /// `√2` and `√x`.
  private mutating func addRoot() -> Bool {
    let first = offset + "√".utf8.count
    var end = first
    while Self.isNameByte(byte(end)) || byte(end) == 0x2E && Self.isDigit(byte(end + 1)) { end += 1 }
    guard end > first, byte(end) < 0x80, byte(end) != 0x28 else { return false }
    let place = range(offset, end)
    let call = "sqrt(\(slice(first..<end)))"
    addBad(
      to: end,
      Diagnostic(
        .foreignSpelling, "`√` is not a sign of this language", at: place,
        hint: .init("write `\(call)`", edit: .init(place, call))))
    return true
  }

  /// `fires=>=`, read as `fires=">="`.
  private mutating func unquotedSign() {
    let place = range(offset + 1, offset + 3)
    addRepaired(
      .sign(.binds), to: offset + 1,
      Diagnostic(
        .foreignSpelling, "a text stands in quotes", at: place,
        hint: .init("write `\">=\"`", edit: .init(place, "\">=\""))))
    add(.text, to: offset + 2, text: ">=")
  }

  /// `x²`.
  private mutating func superscript() {
    let start = offset
    var end = offset
    var exponent = ""
    while end < bytes.count {
      let (scalar, length) = scalar(at: end)
      guard let digit = Letters.digit(ofSuperscript: scalar) else { break }
      exponent.append(digit)
      end += length
    }
    let typed = slice(start..<end)
    let digits = exponent.filter { $0 != "-" }
    guard !digits.isEmpty, digits.count < 20,
      exponent.lastIndex(of: "-") ?? exponent.startIndex == exponent.startIndex
    else {
      return addBad(
        to: end,
        Diagnostic(
          .foreignSpelling, "`\(typed)` is no exponent", at: range(start, end),
          hint: .init("a power is `x^2`")))
    }
    if let function = tokens.last, function.kind == .name, function.bytes.upperBound == start,
      function.text.utf8.count > 1 || "fgh".contains(function.text), byte(end) == 0x28
    {
      return addBad(
        to: end, powerOfCall(function.text, from: function.bytes.lowerBound, exponent, argumentAt: end))
    }
    addRepaired(
      .sign(.power), to: start,
      Diagnostic(
        .foreignSpelling, "a power is written with `^`", at: range(start, end),
        hint: .init("write `^\(exponent)`", edit: .init(range(start, end), "^" + exponent))))
    if exponent.hasPrefix("-") { tokens.append(Token(kind: .sign(.minus), bytes: start..<start)) }
    add(.number, to: end, text: String(digits))
  }

  /// `sin²(x)`: the power stands behind the whole call.
  private func powerOfCall(
    _ name: String, from start: Int, _ exponent: String, argumentAt opening: Int
  ) -> Diagnostic {
    var end = opening
    var depth = 0
    repeat {
      if bytes[end] == 0x28 { depth += 1 }
      if bytes[end] == 0x29 { depth -= 1 }
      end += 1
    } while depth > 0 && !isLineEnd(end)
    let call = "\(name)\(slice(opening..<end))^\(exponent)"
    return .powerOfFunction(range(start, end), depth == 0 && call.utf8.count < 100 ? call : nil)
  }

  /// `\sigma`.
  private mutating func command() {
    let start = offset
    var end = start + 1
    while byte(end) | 0x20 >= 0x61, byte(end) | 0x20 <= 0x7A { end += 1 }
    let word = slice(start + 1..<end)
    if word.isEmpty {
      return addBad(
        to: end,
        Diagnostic(
          .foreignSpelling, "`\\` is not a sign of this language", at: range(start, end),
          hint: .init("the x of A @ x = b is solve(A, b)")))
    }
    let isGreek = Letters.greek.values.contains(word)
    guard let meant = ForeignSpelling.commands[word] ?? (isGreek ? word : nil) else {
      return addBad(
        to: end,
        Diagnostic(
          .foreignSpelling, "`\(slice(start..<end))` is TeX", at: range(start, end),
          hint: .init("write the formula without backslashes: `sigmoid(w*x - T)`")))
    }
    let kind =
      Sign(rawValue: meant).map(Token.Kind.sign) ?? Keyword(rawValue: meant).map(Token.Kind.keyword) ?? .name
    addRepaired(
      kind, to: end, text: meant,
      Diagnostic(
        .foreignSpelling, "`\\\(word)` is TeX", at: range(start, end),
        hint: .init("write `\(meant)`", edit: .init(range(start, end), meant))))
  }
}

extension Diagnostic {
  /// `sin²(x)` or `sin^2(x)`, which is `call`.
  static func powerOfFunction(_ place: SourceRange, _ call: String?) -> Diagnostic {
    Diagnostic(
      .foreignSpelling, "the power of a function's value stands behind its call", at: place,
      hint: .init("write `\(call ?? "sin(x)^2")`", edit: call.map { .init(place, $0) }))
  }
}

extension Token {
  /// Whether a field's point may touch its end.
  var endsField: Bool {
    switch kind {
    case .keyword: true
    case .name, .number, .text, .run, .sign, .line, .separator, .bad, .end: endsOperand
    }
  }
}
