import Diagnostics
import Language
import NotebookFormat
import Syntax
import Wording

/// The values in running text: checked with the names of the whole page, computed after all cells.
extension PageState {
  /// The most diagnostics of inline values: a page of ten thousand wrong ones says enough with the first.
  private static let valueLimit = 20

  /// What is wrong with the inline values.
  var valueDiagnostics: [Diagnostic] {
    values.flatMap { $0?.diagnostics ?? [] }
      + (valuesNotChecked.first.map {
        [.more(valuesNotChecked.count, at: $0, of: "of the values in the text")]
      } ?? [])
  }

  /// Checks the inline values with the names that all cells leave behind.
  mutating func checkValues() {
    let shown = PageValues(page).indices
    values = page.notebook.values.enumerated().map { shown.contains($0) ? ReadValue($1) : nil }
    valuesNotChecked = []
    var left = Budget.checkingNotebook.less(fuel: checkFront.fuel)
    var count = 0
    for index in values.indices {
      guard let value = values[index] else { continue }
      guard count < Self.valueLimit else {
        valuesNotChecked.append(value.source.range)
        values[index] = nil
        continue
      }
      if let defect = watch.defect(of: .value(index), at: value.source.range) {
        values[index]?.diagnostics.append(defect)
      } else if value.diagnostics.isEmpty, let inline = value.inline {
        watch.enter(.value(index))
        var evaluator = Evaluator(
          library: library, mode: .check, scope: checkFront.scope, budget: left,
          seed: page.notebook.frontMatter.seed,
          precision: page.notebook.precision)
        // What is too dear to check is left for the run.
        let result = (try? evaluator.evaluateInline(inline.value)) ?? .unknown
        left = left.less(fuel: evaluator.fuel)
        values[index]?.diagnostics += evaluator.diagnostics
        if evaluator.diagnostics.isEmpty, let problem = result.inlineProblem(inline) {
          values[index]?.diagnostics.append(problem)
        }
      }
      count += values[index]?.diagnostics.count ?? 0
    }
  }

  /// Computes the inline values with the names that all cells left behind.
  mutating func evaluateValues(_ isStopRequested: @escaping @Sendable () -> Bool) -> [InlineResult] {
    var results: [InlineResult] = []
    for (index, value) in values.enumerated() {
      watch.enter(.value(index))
      guard let value, !value.hasErrors, let inline = value.inline else {
        results.append(.leftOut)
        continue
      }
      guard value.holes == 0, value.used.allSatisfy({ runFront.missing[$0] == nil }) else {
        results.append(.open)
        continue
      }
      let budget = Budget(fuel: Self.valueFuel, memory: Budget.cell.memory)
        .limited(to: limit.less(fuel: runFront.fuel))
      var evaluator = Evaluator(
        library: library, mode: .run, scope: runFront.scope, budget: budget, held: runFront.held,
        seed: page.notebook.frontMatter.seed, precision: page.notebook.precision,
        isStopRequested: isStopRequested)
      do throws(Stop) {
        let result = try evaluator.evaluateInline(inline.value)
        let problem = result.inlineProblem(inline)
        let words = Words(page.notebook.frontMatter.language)
        results.append(problem.map { .failed($0) } ?? .text(result.inlineText(inline.format, words)))
      } catch {
        if case .interrupted = error { isInterrupted = true }
        results.append(isInterrupted ? .open : .failed(error.diagnostic))
      }
      runFront.count(fuel: evaluator.fuel)
    }
    return results
  }

  /// The most fuel that one inline value may take.
  private static let valueFuel = 1_000_000_000
}
