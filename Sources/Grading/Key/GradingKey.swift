import Bytes
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Syntax

/// A lecturer's key, run once with its own solutions.
public struct GradingKey: Sendable {
  /// The notebook.
  public let notebook: Notebook
  /// Its exercises in page order.
  public let exercises: [KeyExercise]
  /// What is wrong with it, in the order of the text.
  public let diagnostics: [Diagnostic]
  /// The page with its solutions, all of whose cells ran.
  let state: PageState
  /// Which cells need answers, and which answers need them.
  let flow: AnswerFlow
  /// What the solutions bind of each exercise.
  let solved: [String: [String: Value]]
  let library: Library

  /// Reads and runs a key; `diagnostics` is what the reader of the notebook said.
  public init(_ notebook: Notebook, diagnostics: [Diagnostic], library: Library) {
    var state = PageState(
      notebook, diagnostics: diagnostics, face: .solution, library: library, limit: .ofOneAnswer)
    for position in state.order.indices { state.check(position) }
    state.concludeCheck()
    for position in state.order.indices { state.run(position) }
    self.notebook = notebook
    self.library = library
    self.diagnostics = state.diagnostics
    self.state = state
    var exercises: [KeyExercise] = []
    for cell in notebook.cells {
      guard case .exercise(let name, let points, let given) = cell.role,
        !exercises.contains(where: { $0.name == name })
      else { continue }
      exercises.append(
        KeyExercise(
          name, cell: cell.index, milliPoints: points,
          binds: given ?? Self.binds(of: name, in: state),
          checkedBy: state.order.map { notebook.cells[$0] }.filter { $0.role.checkedExercise == name },
          state: state))
    }
    self.exercises = exercises
    flow = AnswerFlow(state, exercises)
    var solved: [String: [String: Value]] = [:]
    for (position, index) in state.order.enumerated() {
      guard let name = Self.exercise(at: notebook.cells[index]) else { continue }
      solved[name, default: [:]].merge(state.values(leftAt: position)) { $1 }
    }
    self.solved = solved
  }

  /// The milli-points of all exercises.
  public var milliPoints: Int { exercises.reduce(0) { $0 + $1.milliPoints } }

  /// The code of each exercise as the key leaves it to students.
  public var untouched: [String: String] {
    Dictionary(exercises.map { ($0.name, notebook.cells[$0.cell].source.text) }) { first, _ in first }
  }

  /// The code of each solution; of several cells one behind the other.
  public var solutions: [String: String] {
    var solutions: [String: String] = [:]
    for cell in notebook.cells {
      if case .solution(let name) = cell.role { solutions[name, default: ""] += cell.source.text }
    }
    return solutions
  }

  /// The exercise whose answer stands at a cell of the page with solutions.
  static func exercise(at cell: Cell) -> String? {
    switch cell.role {
    case .exercise(let name, _, _), .solution(let name): name
    case .plain, .tests, .hidden: nil
    }
  }

  /// The names that the solution of an exercise binds and a test, a hidden cell, a later cell or the text reads.
  private static func binds(of name: String, in state: PageState) -> [String] {
    let cells = state.page.notebook.cells
    var defined: [String] = []
    var read: Set<String> = []
    for index in state.order {
      let program = state.program(ofCell: index)
      if exercise(at: cells[index]) == name {
        defined += program.statements.flatMap(\.definedNames).map(\.text)
      } else if !defined.isEmpty {
        read.formUnion(program.statements.flatMap(\.usedNames))
      }
    }
    for value in state.page.notebook.values {
      if let inline = parseInline(value.source).inline {
        read.formUnion(Statement(.show(inline.value), inline.value.range).usedNames)
      }
    }
    var seen: Set<String> = []
    return defined.filter { read.contains($0) && seen.insert($0).inserted }
  }
}

extension Budget {
  /// No limit for all cells together: each has its own, so that an endless answer costs its own points only.
  static let ofOneAnswer = Budget(fuel: .max / 4, memory: Budget.notebook.memory)
}
