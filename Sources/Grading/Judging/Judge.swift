import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Syntax

/// Runs the checks of a key on the values that answers gave.
///
/// The values are all it takes of a submission. Each statement of a tests or hidden cell has a cell's whole budget, and
/// one that stops at an error keeps no other from running.
public struct Judge: Sendable {
  private let key: GradingKey

  /// Prepares the checks of a key.
  public init(_ key: GradingKey) { self.key = key }

  /// Runs the checks of the exercises `names`, or of all, on what their answers gave.
  public func verdicts(
    on outcomes: [String: AnswerOutcome], of names: Set<String>? = nil
  ) -> [ExerciseVerdict] {
    var state = key.state
    var verdicts: [Int: [Int: CheckVerdict]] = [:]
    var given: Set<String> = []
    state.rewind()
    for (position, index) in state.order.enumerated() {
      let cell = key.notebook.cells[index]
      if let name = GradingKey.exercise(at: cell) {
        // A second cell of the same solution adds nothing.
        let isFirst = given.insert(name).inserted
        let outcome = outcomes[name] ?? AnswerOutcome(.absent)
        give(isFirst ? outcome : AnswerOutcome(.ran), to: name, isFirst, at: position, in: &state)
      } else if let name = cell.role.checkedExercise {
        if names?.contains(name) ?? true { verdicts[index] = check(position, in: state) }
        state.keep(position)
      } else if key.flow.neededByChecks.contains(position) {
        state.run(position)
      } else if key.flow.dependent.contains(position) {
        state.give([:], lacking: [:], at: position)
      } else {
        state.keep(position)
      }
    }
    return key.exercises.filter { names?.contains($0.name) ?? true }.map { exercise in
      ExerciseVerdict(
        name: exercise.name,
        checks: exercise.checks.map { check in
          var verdict = verdicts[check.cell]?[check.statement] ?? CheckVerdict(.notRun)
          if verdict.outcome == .passed { verdict.milliPoints = check.milliPoints }
          return verdict
        })
    }
  }

  private func give(
    _ outcome: AnswerOutcome, to name: String, _ isFirst: Bool, at position: Int, in state: inout PageState
  ) {
    let binds = isFirst ? key.exercises.first { $0.name == name }?.binds ?? [] : []
    var lacking: [String: String] = [:]
    for bound in binds where outcome.values[bound] == nil {
      lacking[bound] = outcome.lack(of: bound, in: name)
    }
    // Only what the exercise binds: other names of an answer are ignored.
    state.give(outcome.values.filter { binds.contains($0.key) }, lacking: lacking, at: position)
  }

  /// The verdicts of the checks of a cell, by statement.
  private func check(_ position: Int, in state: PageState) -> [Int: CheckVerdict] {
    var verdicts: [Int: CheckVerdict] = [:]
    var scope = state.frontScope.inner
    var missing = state.missingNames
    for (number, statement) in state.program(ofCell: state.order[position]).statements.enumerated() {
      let isCheck = if case .check = statement.kind { true } else { false }
      if let needed = statement.usedNames.first(where: { missing[$0] != nil }) {
        if isCheck { verdicts[number] = CheckVerdict(.notRun, reasons: [missing[needed] ?? ""]) }
        for name in statement.definedNames { missing[name.text] = missing[needed] }
        continue
      }
      var evaluator = state.evaluator(at: position, seeing: scope)
      do {
        try evaluator.evaluate(Program(statements: [statement]))
        for name in statement.definedNames { missing[name.text] = nil }
        if isCheck { verdicts[number] = Self.verdict(evaluator.outputs) }
      } catch {
        if isCheck { verdicts[number] = CheckVerdict(error) }
        for name in statement.definedNames {
          missing[name.text] = "`\(name.text)` could not be computed: \(error.diagnostic.message)"
        }
      }
      scope = evaluator.scope
    }
    return verdicts
  }

  /// A mark needs an explicit record of a check that holds: no record is no pass.
  private static func verdict(_ outputs: [Output]) -> CheckVerdict {
    for case .check(let result) in outputs {
      switch result.verdict {
      case .passed: return CheckVerdict(.passed)
      case .failed:
        return CheckVerdict(
          .failed, reasons: result.reasons.map(\.english), counterexample: result.counterexample)
      case .open: return CheckVerdict(.notRun, reasons: result.reasons.map(\.english))
      }
    }
    return CheckVerdict(.notRun)
  }
}

extension CheckVerdict {
  /// The verdict of a check that stopped.
  fileprivate init(_ stop: Stop) {
    switch stop {
    case .error(let diagnostic): self.init(.error, reasons: [diagnostic.message.english])
    case .exhausted(let diagnostic): self.init(.exhausted, reasons: [diagnostic.message.english])
    case .interrupted: self.init(.notRun)
    }
  }
}
