import Diagnostics

/// Definitions with a colon behind the name, as other languages and mathematics have them.
extension Parser {
  /// `a: float = 3`.
  mutating func typedName() -> (Statement.Kind, height: Int) {
    let name = Identifier(token.text, here)
    let type = range(token.bytes.upperBound..<token(at: position + 2).bytes.upperBound)
    report(
      Diagnostic(
        .foreignSpelling, "a name has no type", at: range(token(at: position + 2).bytes),
        hint: .init("delete `\(type.text.prefix(40))`", edit: .init(type, ""))))
    mute()
    position += 4
    let value = expression(.value)
    return (.binding(name: name, value: value.expression), value.height + 1)
  }

  /// `f: x -> x^2`.
  mutating func mapping() -> (Statement.Kind, height: Int) {
    let name = Identifier(token.text, here)
    let parameter = Identifier(token(at: position + 2).text, range(token(at: position + 2).bytes))
    let head = "\(name.text)(\(parameter.text)) ="
    let whole = range(token.bytes.lowerBound..<token(at: position + 3).bytes.upperBound)
    report(
      Diagnostic(
        .foreignSpelling, "a function has its parameters behind its name",
        at: range(token(at: position + 1).bytes),
        hint: .init("write `\(head) …`", edit: .init(whole, head))))
    mute()
    position += 4
    let value = expression(.value)
    return (
      .function(name: name, parameters: [.name(parameter)], value: .expression(value.expression)),
      value.height + 1
    )
  }

  /// `x: 3`.
  mutating func boundByColon() -> (Statement.Kind, height: Int) {
    let name = Identifier(token.text, here)
    advance()
    let place = range(previousEnd..<token.bytes.upperBound)
    report(
      Diagnostic(
        .foreignSpelling, "a name is bound with `=`", at: here,
        hint: .init("write `=`", edit: .init(place, " ="))))
    mute()
    advance()
    let value = expression(.value)
    return (.binding(name: name, value: value.expression), value.height + 1)
  }
}
