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
    if let compared = definition(comparedAt: range, name) {
      diagnostic.hint = compared
    } else if let text = didYouMean(misses) {
      diagnostic.hint = .init(text, edit: misses.count == 1 ? .init(range, misses[0]) : nil)
    } else {
      diagnostic.hint = .init("define it above: \(name) = …")
    }
    return .error(diagnostic)
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
    guard let meant = ForeignName.named[name] else { return nil }
    if meant.replacement == ForeignName.counting, let hint = countedRows(at: range) { return hint }
    return .init(meant.advice, edit: meant.replacement.map { .init(range, $0) })
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
    if library.value(last) != nil { return .init("write `\(last)` alone", edit: .init(whole, last)) }
    guard let meant = ForeignName.named[last] else {
      return .init("nothing is imported: write the function alone, as in `exp(x)`")
    }
    return .init(meant.advice, edit: meant.replacement.map { .init(whole, $0) })
  }

  /// `range(2, 7)` as steps with both ends, where they are written out.
  private func steps(at range: SourceRange) -> Diagnostic.Hint? {
    let call = text(behind: range, while: { "(), ".contains($0) || $0.isNumber })
    guard call.hasPrefix("("), let end = call.firstIndex(of: ")") else { return nil }
    let numbers = call[call.index(after: call.startIndex)..<end].split(separator: ",").map {
      Int($0.split(separator: " ").joined())
    }
    guard (1...2).contains(numbers.count), let last = numbers.last ?? nil, let first = numbers.first ?? nil
    else {
      return nil
    }
    let steps = "\(numbers.count == 1 ? 0 : first)..\(last - 1)"
    let length = call[...end].utf8.count
    return .init(
      "both ends of a range are included: write \(steps)",
      edit: .init(SourceRange(range.file, range.lowerBound..<range.upperBound + length), steps))
  }

  /// The characters behind a range that are as asked for, a hundred at most.
  private func text(behind range: SourceRange, while isPart: (Character) -> Bool) -> String {
    let end = min(range.upperBound + 100, range.file.text.utf8.count)
    return String(SourceRange(range.file, range.upperBound..<end).text.prefix(while: isPart))
  }
}
