import Diagnostics

/// The most characters of TeX that are read as one formula.
let maximalFormulaLength = 10_000

/// Reads TeX: what LaTeX, amsmath and amssymb have for formulas, and the commands that the page defines.
///
/// A command that is not known stays as it was typed, with a warning; a formula whose brackets do not close is none.
/// - Complexity: O(length); a text beyond 10,000 characters is not read.
public func readFormula(
  _ source: SourceText, macros: TeXMacros = TeXMacros()
) -> (formula: Formula?, diagnostics: [Diagnostic]) {
  let (formula, problems, _) = read(source.text, macros)
  return (formula, problems.map { diagnostic($0, at: source.range($0.bytes)) })
}

/// Reads the TeX of a formula; nil where its brackets do not close.
/// - Complexity: as ``readFormula(_:macros:)``.
public func readFormula(tex: String) -> Formula? { read(tex, TeXMacros()).formula }

/// Reads the TeX of a formula with the commands of its page; those that it defines are added to them.
///
/// `isUnderstood` is false where something in it is not known.
/// - Complexity: as ``readFormula(_:macros:)``.
public func readFormula(tex: String, macros: inout TeXMacros) -> (formula: Formula?, isUnderstood: Bool) {
  let (formula, problems, defined) = read(tex, macros)
  macros = defined
  return (formula, problems.isEmpty)
}

/// Reads the TeX of a formula that stands somewhere inside `range`, with its dollars or its fence around it.
///
/// The lines of `tex` may have lost the marks of a quote or a list that stand before them in the file.
/// - Complexity: as ``readFormula(_:macros:)``.
public func readFormula(
  tex: String, at range: SourceRange, macros: TeXMacros = TeXMacros()
) -> (formula: Formula?, diagnostics: [Diagnostic]) {
  let (formula, problems, _) = read(tex, macros)
  let source = problems.isEmpty ? nil : located(tex, in: range)
  return (formula, problems.map { diagnostic($0, at: source?.range($0.bytes) ?? range) })
}

extension Formula {
  /// Reads a formula that is written in the program.
  /// - Precondition: all of `tex` is known.
  public init(tex: String) {
    let (formula, problems, _) = read(tex, TeXMacros())
    guard let formula, problems.isEmpty else {
      preconditionFailure("formula \(tex): \(problems.first?.message ?? "")")
    }
    self = formula
  }
}

private func read(
  _ tex: String, _ macros: TeXMacros
) -> (formula: Formula?, problems: [TeXProblem], macros: TeXMacros) {
  let length = tex.unicodeScalars.count
  guard length <= maximalFormulaLength else {
    let problem = TeXProblem(
      message: "the formula has \(length) characters; at most \(maximalFormulaLength) are read",
      bytes: 0..<min(1, tex.utf8.count))
    return (nil, [problem], macros)
  }
  var expander = MacroExpander(macros)
  do throws(TeXProblem) {
    let expanded = try expander.expanded(tex)
    guard expanded.scalars.count <= maximalFormulaLength else {
      throw TeXProblem(
        message:
          "the formula with what its commands stand for has \(expanded.scalars.count) characters; at most \(maximalFormulaLength) are read",
        bytes: 0..<min(1, tex.utf8.count))
    }
    var reader = TeXReader(expanded)
    let node = try reader.formula()
    return (Formula(node, tex: tex), reader.problems, expander.macros)
  } catch {
    return (nil, [error], expander.macros)
  }
}

private func diagnostic(_ problem: TeXProblem, at range: SourceRange) -> Diagnostic {
  var problem = problem
  if let unknown = problem.unknown {
    let near = nearMisses(of: unknown.name, in: unknown.known).map { unknown.mark + $0 }
    problem.hint = didYouMean(near) ?? problem.hint
    if near.count == 1, !unknown.mark.isEmpty { problem.replacement = near.first }
  }
  let hint = problem.hint.map { hint in
    Diagnostic.Hint(hint, edit: problem.replacement.map { .init(range, $0) })
  }
  return Diagnostic(.unsupportedTeX, problem.message, at: range, hint: hint)
}

/// Finds each line of `tex` on its line in `range`, behind the marks of quotes and lists.
private func located(_ tex: String, in range: SourceRange) -> SourceText? {
  let source = Array(range.text.utf8)
  var cursor = 0
  var lines: [(text: String, offset: Int)] = []
  for line in tex.split(separator: "\n", omittingEmptySubsequences: false) {
    guard let found = firstPlace(of: Array(line.utf8), in: source, from: cursor) else { return nil }
    lines.append((String(line), range.lowerBound + found))
    cursor = found + line.utf8.count
  }
  return SourceText(file: range.file, lines: lines, end: range.lowerBound + cursor)
}

private func firstPlace(of part: [UInt8], in whole: [UInt8], from start: Int) -> Int? {
  guard part.count <= whole.count - start else { return nil }
  return (start...whole.count - part.count).first { whole[$0...].starts(with: part) }
}
