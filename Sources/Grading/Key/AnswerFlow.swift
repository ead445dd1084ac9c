import NotebookFormat
import NotebookRunning
import Syntax

/// How names run between the answers of a page and its other cells.
struct AnswerFlow: Sendable {
  /// The plain cells that read an answer, directly or not, by their position.
  private(set) var dependent: Set<Int> = []
  /// Those of them that a check needs.
  private(set) var neededByChecks: Set<Int> = []

  init(_ state: PageState, _ exercises: [KeyExercise]) {
    let cells = state.page.notebook.cells
    let binds = Dictionary(exercises.map { ($0.name, $0.binds) }) { first, _ in first }
    var answers: Set<String> = []
    for (position, index) in state.order.enumerated() {
      let program = state.program(ofCell: index)
      if let name = GradingKey.exercise(at: cells[index]) {
        answers.formUnion(binds[name] ?? [])
      } else if cells[index].role == .plain {
        if program.uses(answers) {
          dependent.insert(position)
          answers.formUnion(program.bound)
        } else {
          answers.subtract(program.bound)
        }
      }
    }
    var needed: Set<String> = []
    for (position, index) in state.order.enumerated().reversed() {
      let program = state.program(ofCell: index)
      if cells[index].role.checkedExercise != nil {
        needed.formUnion(program.used)
      } else if dependent.contains(position), program.binds(needed) {
        neededByChecks.insert(position)
        needed.formUnion(program.used)
      }
    }
  }

  /// The positions that must run so that the exercises `names` have answers: theirs, and what hands names to them.
  static func positions(answering names: Set<String>, on state: PageState) -> [Int] {
    var positions: [Int] = []
    var needed: Set<String> = []
    for (position, index) in state.order.enumerated().reversed() {
      let (program, role) = (state.program(ofCell: index), state.page.notebook.cells[index].role)
      let isAnswer = if case .exercise(let name, _, _) = role { names.contains(name) } else { false }
      guard isAnswer || (role.checkedExercise == nil && program.binds(needed)) else { continue }
      positions.append(position)
      needed.formUnion(program.used)
    }
    return positions.reversed()
  }
}

extension Program {
  /// The names that its statements bind.
  var bound: Set<String> { Set(statements.flatMap(\.definedNames).map(\.text)) }

  /// The names that its statements take from elsewhere.
  var used: Set<String> { Set(statements.flatMap(\.usedNames)) }

  func uses(_ names: Set<String>) -> Bool { !used.isDisjoint(with: names) }

  func binds(_ names: Set<String>) -> Bool { !bound.isDisjoint(with: names) }
}
