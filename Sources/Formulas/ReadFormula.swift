import Diagnostics

/// The most characters of TeX that are read as one formula.
let maximalFormulaLength = 10_000

/// Reads TeX, the subset that the notebook's design lists.
///
/// Anything outside the subset gives no formula and one warning at the first thing that is not understood.
/// - Complexity: O(length); a text beyond 10,000 characters is not read.
public func readFormula(_ source: SourceText) -> (formula: Formula?, diagnostics: [Diagnostic]) {
  do throws(TeXProblem) {
    return (try formula(of: source.text), [])
  } catch {
    return (nil, [diagnostic(error, at: source.range(error.bytes))])
  }
}

/// Reads the TeX of a formula; nil where it holds anything outside the subset.
/// - Complexity: as ``readFormula(_:)``.
public func readFormula(tex: String) -> Formula? {
  do throws(TeXProblem) { return try formula(of: tex) } catch { return nil }
}

/// Reads the TeX of a formula that stands somewhere inside `range`, with its dollars or its fence around it.
///
/// The lines of `tex` may have lost the marks of a quote or a list that stand before them in the file.
/// - Complexity: as ``readFormula(_:)``.
public func readFormula(
  tex: String, at range: SourceRange
) -> (formula: Formula?, diagnostics: [Diagnostic]) {
  do throws(TeXProblem) {
    return (try formula(of: tex), [])
  } catch {
    let place = located(tex, in: range)?.range(error.bytes) ?? range
    return (nil, [diagnostic(error, at: place)])
  }
}

extension Formula {
  /// Reads a formula that is written in the program.
  /// - Precondition: `tex` is inside the subset.
  public init(tex: String) {
    do throws(TeXProblem) {
      self = try formula(of: tex)
    } catch {
      preconditionFailure("formula \(tex): \(error.message)")
    }
  }
}

private func formula(of tex: String) throws(TeXProblem) -> Formula {
  let length = tex.unicodeScalars.count
  guard length <= maximalFormulaLength else {
    throw TeXProblem(
      message: "the formula has \(length) characters; at most \(maximalFormulaLength) are read",
      bytes: 0..<min(1, tex.utf8.count))
  }
  var reader = TeXReader(tex)
  return Formula(try reader.formula(), tex: tex)
}

private func diagnostic(_ problem: TeXProblem, at range: SourceRange) -> Diagnostic {
  var problem = problem
  if let unknown = problem.unknown {
    let near = nearMisses(of: unknown.name, in: unknown.known).map { unknown.mark + $0 }
    problem.hint = didYouMean(near)
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
