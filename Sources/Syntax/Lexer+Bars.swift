import Diagnostics
import Wording

/// `|` and `||`, which other languages and mathematics have.
extension Lexer {
  /// `|x|`, read as `abs(x)` if both bars stand on the line.
  mutating func bar() {
    let start = offset
    if barIsOpen {
      barIsOpen = false
      return add(.sign(.closeRound), to: start + 1)
    }
    var end = start + 1
    let mayOpen = tokens.last?.endsOperand != true
    while mayOpen, !isLineEnd(end), bytes[end] != 0x7C { end += 1 }
    guard mayOpen, byte(end) == 0x7C else {
      return loneBar()
    }
    let whole = range(start, end + 1)
    let call = "abs(\(slice(start + 1..<end)))"
    addRepaired(
      .name, to: start, text: "abs",
      Diagnostic(
        .foreignSpelling, "the absolute value is a function", at: whole,
        hint: .init("write `\(call)`", edit: .init(whole, call))))
    barIsOpen = true
    add(.sign(.openRound), to: start + 1)
  }

  /// `|` behind a value: `or` of other languages, or the `for` of a set in mathematics, `[k^2 | k in 1..3]`.
  mutating func loneBar() {
    let place = range(offset, offset + 1)
    if let opening = tokens.lastIndex(where: { $0.kind == .sign(.openRound) }), opening >= 2,
      tokens[opening - 2].kind == .keyword(.table),
      !tokens[opening...].contains(where: { $0.kind == .sign(.closeRound) })
    {
      return addRepaired(
        .sign(.arrow), to: offset + 1,
        Diagnostic(
          .foreignSpelling, "the outputs stand behind `->`", at: place,
          hint: .init("write `->`", edit: .init(place, "->"))))
    }
    guard tokens.last?.endsOperand == true, let meant = wordMeantByBar() else {
      return addBad(
        to: offset + 1,
        Diagnostic(
          .foreignSpelling, "`|` is not a sign of this language", at: place,
          hint: .init("the absolute value is `abs(x)`, and `or` joins two truths")))
    }
    let hint: Message = meant == .for ? "a comprehension is `[f(k) for k in 1..5]`" : "write `or`"
    addRepaired(
      .keyword(meant), to: offset + 1, text: meant.rawValue,
      Diagnostic(
        .foreignSpelling, "`|` is not a sign of this language", at: place,
        hint: .init(hint, edit: .init(place, meant.rawValue))))
  }

  func wordMeantByBar() -> Keyword? {
    var end = offset + 1
    while !isLineEnd(end), bytes[end] != 0x7C { end += 1 }
    guard byte(end) != 0x7C else { return nil }
    let words = slice(offset + 1..<min(end, offset + 80)).split(separator: " ")
    return words.count > 2 && (words[1] == "in" || words[1] == "∈") ? .for : .or
  }

  /// `||v||` where a value begins, read as `norm(v)`.
  mutating func normBars() -> Bool {
    let start = offset
    if normIsOpen {
      normIsOpen = false
      add(.sign(.closeRound), to: start + 2)
      return true
    }
    guard tokens.last?.endsOperand != true else { return false }
    var end = start + 2
    while !isLineEnd(end), !stands("||", at: end) { end += 1 }
    guard stands("||", at: end), end > start + 2 else { return false }
    let whole = range(start, end + 2)
    let call = "norm(\(slice(start + 2..<end)))"
    addRepaired(
      .name, to: start, text: "norm",
      Diagnostic(
        .foreignSpelling, "the length of a vector is a function", at: whole,
        hint: .init("write `\(call)`", edit: .init(whole, call))))
    normIsOpen = true
    add(.sign(.openRound), to: start + 2)
    return true
  }
}
