import Language
import NotebookFormat
import NotebookRunning
import Syntax

/// One check of a key: the unit of marking.
public struct RubricCheck: Sendable, Hashable {
  /// The tests or hidden cell in which it stands, by its index.
  public let cell: Int
  /// Its statement in the cell, from 0.
  public let statement: Int
  /// Its own text, or its expression as written.
  public let text: String
  /// Whether only the grader sees it.
  public let isHidden: Bool
  /// What a student is told that it is: its text, or of a hidden one its number.
  public let publicName: String
  /// What it is worth.
  public let milliPoints: Int
}

/// An exercise of a key.
public struct KeyExercise: Sendable {
  /// How an answer is marked.
  public enum Marking: Sendable, Hashable {
    /// By its checks.
    case checks
    /// By a person: the answer is prose.
    case person
    /// Not at all.
    case none
  }

  /// Its name.
  public let name: String
  /// The exercise's cell, by its index.
  public let cell: Int
  /// What it is worth; 0 where it has no points.
  public let milliPoints: Int
  /// The names of an answer that something else reads.
  public let binds: [String]
  /// Its checks in page order.
  public let checks: [RubricCheck]
  /// How it is marked.
  public let marking: Marking
}

extension KeyExercise {
  /// Reads an exercise; `cells` are those with checks on it, in page order.
  init(
    _ name: String, cell: Int, milliPoints: Int?, binds: [String], checkedBy cells: [Cell], state: PageState
  ) {
    var found: [(cell: Cell, statement: Int, text: String, worth: Int)] = []
    for cell in cells {
      for (number, statement) in state.program(ofCell: cell.index).statements.enumerated() {
        guard case .check(let text, let worth, let value) = statement.kind else { continue }
        found.append((cell, number, text?.value ?? value.canonicalText, worth?.milliWorth ?? 1000))
      }
    }
    let shares = Scoring.shares(of: milliPoints ?? 0, worths: found.map(\.worth))
    let hiddenCount = found.count { $0.cell.role.isHidden }
    var hidden = 0
    var checks: [RubricCheck] = []
    for (check, share) in zip(found, shares) {
      let isHidden = check.cell.role.isHidden
      if isHidden { hidden += 1 }
      let isNamed = !isHidden || check.cell.options.showsNames
      checks.append(
        RubricCheck(
          cell: check.cell.index, statement: check.statement, text: check.text, isHidden: isHidden,
          publicName: isNamed ? check.text : "hidden check \(hidden) of \(hiddenCount)", milliPoints: share))
    }
    self.name = name
    self.cell = cell
    self.milliPoints = milliPoints ?? 0
    self.binds = binds
    self.checks = checks
    marking = !checks.isEmpty ? .checks : (milliPoints ?? 0) > 0 ? .person : .none
  }
}

extension Role {
  /// Whether the cell holds the grader's checks.
  var isHidden: Bool { if case .hidden = self { true } else { false } }

  /// The exercise whose checks the cell holds.
  var checkedExercise: String? {
    switch self {
    case .tests(let name), .hidden(let name): name
    case .plain, .exercise, .solution: nil
    }
  }
}
