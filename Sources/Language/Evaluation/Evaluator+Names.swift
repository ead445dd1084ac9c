import Diagnostics
import Syntax

// What a name stands for, and what to say of one that stands for nothing.
extension Evaluator {
  /// The value of a name: of the innermost block that has it, or of the library.
  mutating func lookUp(_ name: String, at range: SourceRange) throws(Stop) -> Value {
    if let entry = scope[name] { return entry.value }
    if let value = library.value(name) { return value }
    throw unknownName(name, at: range)
  }

  /// The most names among which one is looked for that is like an unknown one.
  private static let comparedNames = 2_000

  private mutating func unknownName(_ name: String, at range: SourceRange) -> Stop {
    if name == boundName {
      return .error(
        .unknownName, "`\(name)` is used inside its own definition", at: range,
        hint: "nothing refers to itself in NN-DSL; use `iterate` or a name defined above")
    }
    // A cell shows its first diagnostics: for one far behind them nothing is looked for.
    guard remarks.isSearchWorthIt else {
      return .error(.unknownName, "there is no `\(name)` here", at: range)
    }
    // On a page with thousands of names and of unknown ones, not every one is looked for elsewhere.
    let isLookedFor =
      scope.count < Self.comparedNames
      && gauge.takes(FuelGauge.nameComparison * (scope.count + upcoming.count))
    let inThisCell =
      isLookedFor ? upcoming.lazy.flatMap(\.definedNames).first { $0.text == name } : nil
    if let later = inThisCell?.range ?? laterDefinition(name) {
      return .error(
        .unknownName, "`\(name)` is not defined yet", at: range,
        secondary: [.init(later, "it is defined only here")],
        hint: "move its definition above this line")
    }
    if let hint = foreignHint(name, at: range) {
      return .error(Diagnostic(.unknownName, "there is no `\(name)` in NN-DSL", at: range, hint: hint))
    }
    var diagnostic = Diagnostic(.unknownName, "there is no `\(name)` here", at: range)
    // Who mistypes a name means one of the page sooner than one of the library.
    let own = isLookedFor ? nearMisses(of: name, in: scope.names) : []
    let all =
      own + (isLookedFor ? nearMisses(of: name, in: library.names).filter { !own.contains($0) } : [])
    // Another case is no guess, and of several guesses none is made for the reader.
    let same = all.first { $0.lowercased() == name.lowercased() }
    let misses = same.map { [$0] } ?? Array(all.prefix(4))
    if isLookedFor, let minus = hyphenated(name, at: range) { return .error(minus) }
    let joined = isLookedFor ? productOfNames(name, at: range) : nil
    if let compared = definition(comparedAt: range, name) {
      diagnostic.hint = compared
      define(Identifier(name, range), as: .unknown)
    } else if let meant = joined ?? derivativeFormula(at: range) ?? functionOf(name, at: range) {
      diagnostic.hint = meant
    } else if let text = didYouMean(misses) {
      diagnostic.hint = .init(text, edit: misses.count == 1 ? .init(range, misses[0]) : nil)
    } else {
      diagnostic.hint = parameterMeant(name, at: range) ?? .init("define it above: \(name) = …")
    }
    return .error(diagnostic)
  }

  /// `f'(x)`, where `x` stands for nothing.
  private func derivativeFormula(at range: SourceRange) -> Diagnostic.Hint? {
    let before = SourceRange(range.file, max(0, range.lowerBound - 40)..<range.lowerBound).text
    guard before.hasSuffix("'("), text(behind: range, while: { $0 == ")" }) == ")" else { return nil }
    let name = String(
      before.dropLast(2).reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let start = range.lowerBound - name.utf8.count - 2
    guard !name.isEmpty, start >= 0 else { return nil }
    return .init(
      "the formula of the derivative is derivative(\(name))",
      edit: .init(SourceRange(range.file, start..<range.upperBound + 1), "derivative(\(name))"))
  }

  /// `f = x^2`, where `x` stands for nothing: a function of it.
  private func functionOf(_ name: String, at range: SourceRange) -> Diagnostic.Hint? {
    guard ["x", "t", "z"].contains(name), let bound = boundName else { return nil }
    let before = SourceRange(range.file, max(0, range.lowerBound - 200)..<range.lowerBound).text
    guard let line = before.split(separator: "\n", omittingEmptySubsequences: false).last,
      line.hasPrefix("\(bound) =") || line.hasPrefix("\(bound)=")
    else { return nil }
    let end = range.lowerBound - line.utf8.count + bound.utf8.count
    return .init(
      "a function is written \(bound)(\(name)) = …, a value needs \(name) = … above",
      edit: .init(SourceRange(range.file, end..<end), "(\(name))"))
  }

  /// Whether both names of `df/dx` stand for nothing: then it is a derivative.
  func isDerivative(_ left: Expression, _ right: Expression) -> Bool {
    for side in [left, right] {
      guard case .name(let name) = side.kind, name.hasPrefix("d"), (2...3).contains(name.utf8.count),
        scope[name] == nil,
        library.value(name) == nil
      else { return false }
    }
    return true
  }

  /// `y == 3` as a statement, where `y` stands for nothing yet.
  private func definition(comparedAt range: SourceRange, _ name: String) -> Diagnostic.Hint? {
    let sign = text(behind: range, while: { " =<-".contains($0) })
    let isArrow = sign.split(separator: " ") == ["<-"]
    guard range.start.column == 1, isArrow || sign.split(separator: " ") == ["=="] else { return nil }
    let whole = SourceRange(range.file, range.upperBound..<range.upperBound + sign.utf8.count)
    return .init(
      isArrow ? "a name is defined with `=`" : "`==` compares; a name is defined with one `=`",
      edit: .init(whole, " = "))
  }

  /// What to write for a name of another language, which may stand behind its module or in front of its arguments.
  private func foreignHint(_ name: String, at range: SourceRange) -> Diagnostic.Hint? {
    if ForeignName.modules.contains(name), let hint = hintWithoutModule(at: range) { return hint }
    if name == "T", range.lowerBound > 0 {
      let whole = SourceRange(range.file, range.lowerBound - 1..<range.upperBound)
      if whole.text == "^T" { return .init("the transpose is `.T`", edit: .init(whole, ".T")) }
    }
    if name == "range" || name == "arange", let hint = steps(at: range) { return hint }
    if let hint = element(name, at: range) ?? joinedCall(name, at: range) { return hint }
    if name == "end" || name == "last", let hint = lastPosition(at: range) { return hint }
    let isShouted = name.utf8.count > 3 && name == name.uppercased()
    guard let meant = ForeignName.named[name] ?? (isShouted ? ForeignName.named[name.lowercased()] : nil)
    else {
      return nil
    }
    if meant.replacement?.isEmpty == true, let shown = shownAlone(at: range) { return shown }
    if meant.replacement == ForeignName.counting, let hint = countedRows(at: range) { return hint }
    return .init(meant.advice, edit: meant.replacement.map { .init(range, $0) })
  }

  /// `print("x is", x)`: the values, without the words.
  private func shownAlone(at range: SourceRange) -> Diagnostic.Hint? {
    let call = text(behind: range, while: { $0 != "\n" })
    guard let arguments = Self.arguments(of: call) else { return nil }
    let values = arguments.parts.filter { !$0.hasPrefix("\"") }
    if arguments.parts.allSatisfy(\.isEmpty) {
      let call = SourceRange(range.file, range.lowerBound..<range.upperBound + arguments.length)
      return .init("values and pictures show themselves: delete it", edit: .init(call, ""))
    }
    guard arguments.parts.count > 1, !values.isEmpty else { return nil }
    let shown = values.joined(separator: "; ")
    let place = SourceRange(range.file, range.lowerBound..<range.upperBound + arguments.length)
    return .init("a value on a line of its own is shown: \(shown)", edit: .init(place, shown))
  }

  /// The arguments in the parentheses with which a text begins, and how many bytes these take.
  private static func arguments(of call: String) -> (parts: [String], length: Int)? {
    guard call.hasPrefix("(") else { return nil }
    var (depth, isText, length) = (0, false, 0)
    var parts = [""]
    for character in call {
      length += character.utf8.count
      if character == "\"" { isText.toggle() }
      if !isText, "([".contains(character) { depth += 1 }
      if !isText, ")]".contains(character) { depth -= 1 }
      if depth == 0 { return (parts.map { $0.drop { $0 == " " } }.map(String.init), length) }
      if depth == 1, !isText, character == "," {
        parts.append("")
      } else if length > 1 {
        parts[parts.count - 1].append(character)
      }
    }
    return nil
  }

  /// `sinx`.
  private func joinedCall(_ name: String, at range: SourceRange) -> Diagnostic.Hint? {
    guard let function = ForeignName.bareFunctions.first(where: name.hasPrefix) else {
      return nil
    }
    let argument = String(name.dropFirst(function.utf8.count))
    guard scope[argument] != nil else { return nil }
    return .init("write \(function)(\(argument))", edit: .init(range, "\(function)(\(argument))"))
  }

  /// `x1` in a net of the input `x`.
  private func element(_ name: String, at range: SourceRange) -> Diagnostic.Hint? {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let base = String(name.dropLast(digits))
    guard digits > 0, digits < 4, let symbol = scope[base]?.value.symbol, symbol.shape.rank == 1
    else {
      return nil
    }
    let written = "\(base)[\(name.suffix(digits))]"
    return .init("write \(written)", edit: .init(range, written))
  }

  /// `v[end]`.
  private func lastPosition(at range: SourceRange) -> Diagnostic.Hint? {
    let before = SourceRange(range.file, max(0, range.lowerBound - 60)..<range.lowerBound).text
    guard let bracket = before.lastIndex(of: "[") else { return nil }
    let name = String(
      before[..<bracket].reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    guard scope[name]?.value.shape?.rank == 1 else {
      return .init("the last position is count(v), of a matrix shape(A)[1]")
    }
    return .init("the last position is count(\(name))", edit: .init(range, "count(\(name))"))
  }

  /// `len(XOR)`, where `XOR` is a table.
  private func countedRows(at range: SourceRange) -> Diagnostic.Hint? {
    let call = text(behind: range, while: { "()_ ".contains($0) || $0.isLetter || $0.isNumber })
    let name = String(call.dropFirst().prefix { $0 != ")" })
    guard call.hasPrefix("("), call.contains(")"), case .table(let table)? = scope[name]?.value,
      let column = table.outputs.first
    else { return nil }
    let whole = SourceRange(range.file, range.lowerBound..<range.upperBound + name.utf8.count + 2)
    return .init("its rows are count(\(name).\(column))", edit: .init(whole, "count(\(name).\(column))"))
  }

  /// `np.exp` without its module.
  private func hintWithoutModule(at range: SourceRange) -> Diagnostic.Hint? {
    let path = text(behind: range, while: { $0 == "." || $0 == "_" || $0.isLetter || $0.isNumber })
    guard path.hasPrefix("."), let last = path.split(separator: ".").last.map(String.init) else { return nil }
    let whole = SourceRange(range.file, range.lowerBound..<range.upperBound + path.utf8.count)
    if last == "arange" || last == "range", let steps = steps(at: whole), let edit = steps.edit {
      return .init(steps.text, edit: .init(range.joined(with: edit.range), edit.replacement))
    }
    if library.value(last) != nil { return .init("write `\(last)` alone", edit: .init(whole, last)) }
    guard let meant = ForeignName.named[last] else {
      return .init("nothing is imported: write the function alone, as in `exp(x)`")
    }
    if meant.replacement?.isEmpty == true, let shown = shownAlone(at: whole) { return shown }
    return .init(meant.advice, edit: meant.replacement.map { .init(whole, $0) })
  }

  /// `range(2, 7)` as steps with both ends, where they are written out; `range(n)` and `range(0, 1, 0.1)`, too.
  private func steps(at range: SourceRange) -> Diagnostic.Hint? {
    let call = text(behind: range, while: { "(),. +-_".contains($0) || $0.isNumber || $0.isLetter })
    guard call.hasPrefix("("), let end = call.firstIndex(of: ")") else { return nil }
    let inside = call[call.index(after: call.startIndex)..<end]
    if let open = inside.firstIndex(of: "("), ForeignName.isLength(String(inside[..<open])) {
      let vector = inside[inside.index(after: open)...]
      let place = SourceRange(
        range.file, range.lowerBound..<range.upperBound + call[...end].utf8.count + 1)
      return .init(
        "positions begin at 1: write 1..count(\(vector))", edit: .init(place, "1..count(\(vector))"))
    }
    let parts = inside.split(separator: ",").map { $0.split(separator: " ").joined() }
    let place = SourceRange(range.file, range.lowerBound..<range.upperBound + call[...end].utf8.count)
    guard let steps = Self.steps(parts) else { return nil }
    return .init("both ends of a range are included: write \(steps)", edit: .init(place, steps))
  }

  /// The steps of `range(parts)`, whose last is not one of them.
  private static func steps(_ parts: [String]) -> String? {
    let numbers = parts.compactMap { Double($0) }
    switch parts.count {
    case 1...3 where numbers.count == parts.count:
      let (first, last) = parts.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
      return ForeignSpelling.steps(
        from: first, to: last, by: parts.count == 3 ? numbers[2] : 1, includesLast: false)
    // `range(n)`, `range(1, n + 1)`
    case 1...2:
      guard let last = parts.last, let first = parts.count == 1 ? "0" : parts.first else { return nil }
      if last.hasSuffix("+1") { return "\(first)..\(last.dropLast(2))" }
      return Double(last).map { "\(first)..\(Int($0) - 1)" } ?? "\(first)..\(last) - 1"
    default: return nil
    }
  }

  /// The characters behind a range that are as asked for, a hundred at most.
  func text(behind range: SourceRange, while isPart: (Character) -> Bool) -> String {
    let end = min(range.upperBound + 100, range.file.text.utf8.count)
    return String(SourceRange(range.file, range.upperBound..<end).text.prefix(while: isPart))
  }
}
