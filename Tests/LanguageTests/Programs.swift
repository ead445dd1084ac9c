import CourseLibrary
import Diagnostics
import NotebookRunning
import Syntax

@testable import Language

/// A program of one cell, checked or run alone.
struct ProgramRun: Sendable {
  /// What the parser and the evaluator said, the error that stopped a run included.
  let diagnostics: [Diagnostic]
  let outputs: [Output]
  let scope: Scope
  /// The fuel it took.
  let fuel: Int

  init(_ text: String, mode: Evaluator.Mode = .run, budget: Budget = .cell) {
    self = withDeepStack { ProgramRun(onThisStack: text, mode, budget, Scope()) }
  }

  /// Without a stack of its own, behind the names of `scope`.
  init(onThisStack text: String, _ mode: Evaluator.Mode, _ budget: Budget, _ known: Scope) {
    let (program, syntax) = parse(SourceText(whole: SourceFile(path: "test.nn", text: text)))
    var evaluator = Evaluator(library: .course, mode: mode, scope: known, budget: budget)
    var stop: [Diagnostic] = []
    do { try evaluator.evaluate(program) } catch { stop = [error.diagnostic] }
    diagnostics = syntax + evaluator.diagnostics + stop
    outputs = evaluator.outputs
    scope = evaluator.scope
    fuel = evaluator.fuel
  }

  /// The results of the checks in order.
  var checks: [CheckResult] {
    outputs.compactMap { if case .check(let check) = $0 { check } else { nil } }
  }
}
