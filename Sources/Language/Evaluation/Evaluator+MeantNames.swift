import Diagnostics
import Syntax

// What is meant by names that stand for nothing, as the names around them tell.
extension Evaluator {
  /// `my-gate`, where `my_gate` is a name of the page; `range` is that of its first or its last part.
  func hyphenated(_ name: String, at range: SourceRange) -> Diagnostic? {
    func isPart(_ character: Character) -> Bool {
      character == "-" || character == "_" || character.isLetter || character.isNumber
    }
    let behind = text(behind: range, while: isPart)
    let start = max(0, range.lowerBound - 100)
    let line = SourceRange(range.file, start..<range.lowerBound).text
    let before = String(line.reversed().prefix(while: isPart).reversed())
    guard behind.hasPrefix("-") || before.hasSuffix("-") else { return nil }
    let joined = (before + name + behind).replacing("-", with: "_")
    guard scope[joined] != nil else { return nil }
    let place = SourceRange(
      range.file, range.lowerBound - before.utf8.count..<range.upperBound + behind.utf8.count)
    return Diagnostic(
      .unknownName, "a name has no `-`, which is a minus", at: place,
      hint: .init("write \(joined)", edit: .init(place, joined)))
  }

  /// `w1x1`, where both are names of the page.
  func productOfNames(_ name: String, at range: SourceRange) -> Diagnostic.Hint? {
    guard name.utf8.count <= 20 else { return nil }
    for count in 1..<max(2, name.count) {
      let (left, right) = (String(name.prefix(count)), String(name.dropFirst(count)))
      guard !right.isEmpty, left != right, isNumber(left), isNumber(right) else { continue }
      return .init("a product needs its sign: \(left)*\(right)", edit: .init(range, "\(left)*\(right)"))
    }
    return nil
  }

  private func isNumber(_ name: String) -> Bool {
    guard let value = scope[name]?.value else { return false }
    return value.shape != nil || value.isUnknown
  }

  /// `f(x) == x^2` as a statement, where `f` stands for nothing.
  func refuseComparedDefinition(_ expression: Expression) throws(Stop) {
    guard case .binary(.equal, let sign, let left, _) = expression.kind,
      case .call(let base, let arguments) = left.kind,
      case .name(let name) = base.kind, scope[name] == nil, library.value(name) == nil, sign.text == "==",
      arguments.allSatisfy({ argument in
        if case .name(let name) = argument.value.kind { scope[name] == nil } else { false }
      })
    else { return }
    throw .error(
      .unknownName, "`==` compares, and `\(name)` is not defined", at: sign,
      hint: "a function is defined with one `=`", edit: .init(sign, "="))
  }

  /// `W` in a net that declares no such parameter.
  func parameterMeant(_ name: String, at range: SourceRange) -> Diagnostic.Hint? {
    guard recorder.isRecording, ["W", "b", "v", "w", "W1", "W2", "b1", "b2", "V", "U"].contains(name) else {
      return nil
    }
    let sizes = name.first?.isUppercase == true ? "2, 3" : "3"
    let declaration = name.hasPrefix("b") ? "param \(name)[3] = 0" : "param \(name)[\(sizes)] ~ xavier"
    return .init("a net declares its parameters above: \(declaration)")
  }
}
