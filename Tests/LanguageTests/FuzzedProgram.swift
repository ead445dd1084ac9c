import CourseLibrary
import Diagnostics
import Figures
import Language
import TestSupport
import Testing

/// A program behind the preamble of `ProgramMaker`, checked and run.
struct FuzzedProgram {
  private let text: String

  init(_ text: String) { self.text = text }

  private static let budget = Budget(fuel: 20_000_000, memory: 20_000_000)
  private static let known = ProgramRun(ProgramMaker.preamble, mode: .check).scope
  private static let given = ProgramRun(ProgramMaker.preamble).scope

  /// Mistakes that are found in a cell before it runs, whatever else is known.
  private static let alwaysFound: Set<DiagnosticKind> = [.unknownName, .nameTwice, .argumentTwice]

  /// Expects that what the check says is so.
  ///
  /// To be called on a deep stack.
  func agree() {
    keepInJournal(text)
    let clock = ContinuousClock()
    let start = clock.now
    let check = ProgramRun(onThisStack: text, .check, Self.budget, Self.known)
    let run = ProgramRun(onThisStack: text, .run, Self.budget, Self.given)
    for case .figure(let figure) in run.outputs { _ = figure.digest }
    let seconds = (clock.now - start) / .seconds(1)
    if seconds > Self.patience { print("slow, \(seconds) s: \(text)") }
    let faults = check.diagnostics.filter { $0.severity == .error }
    let errors = run.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let missed = errors.filter { Self.alwaysFound.contains($0.kind) }
      #expect(missed.isEmpty || !faults.isEmpty, "not found by the check: \(text)\n\(missed.map(\.message))")
      return
    }
    // A call with a hole gives a number whatever fills the hole, and a number has no derivative; a run does not begin
    // such a cell, so it knows nothing of the call.
    let wrong = faults.filter { !(text.contains("?") && $0.kind == .derivativeOfValue) }
    #expect(wrong.isEmpty, "runs, but: \(text)\n\(wrong.map(\.message))")
    // What depends on a hole is not known in a run either.
    guard let value = run.scope["r"]?.value, !value.isUnknown else { return }
    if let shape = check.scope["r"]?.value.shape { #expect(shape == value.shape, "\(text)") }
  }

  /// What takes longer is told of in the long runs.
  private static let patience = 5.0
}
