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
    if let meant = foreignNames[name] {
      return .error(.unknownName, "there is no `\(name)` in NN-DSL", at: range, hint: meant)
    }
    let misses = isLookedFor ? nearMisses(of: name, in: scope.names + library.names) : []
    var diagnostic = Diagnostic(.unknownName, "there is no `\(name)` here", at: range)
    if let text = didYouMean(misses) {
      diagnostic.hint = .init(text, edit: misses.first.map { .init(range, $0) })
    } else {
      diagnostic.hint = .init("define it above: \(name) = …")
    }
    return .error(diagnostic)
  }
}
