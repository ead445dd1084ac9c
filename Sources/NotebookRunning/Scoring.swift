import Language
import NotebookFormat

/// Shares the points of each exercise among its checks and adds up what was earned.
public struct Scoring {
  private let page: Page
  private let cells: [ReadCell]

  init(page: Page, cells: [ReadCell]) {
    self.page = page
    self.cells = cells
  }

  /// Writes the points into the check results and the exercises into the record.
  func score(_ record: inout RunRecord) {
    let checks = checkIndices(in: record)
    for read in cells {
      guard case .exercise(let name, let points, _) = read.cell.role else { continue }
      record.exercises.append(result(name, points, checks[name] ?? [], at: read.cell.index, in: &record))
    }
  }

  private func result(
    _ name: String, _ milliPoints: Int?, _ checks: [CheckIndex], at cell: Int, in record: inout RunRecord
  ) -> ExerciseResult {
    var passed = 0
    var earned = 0
    // Only a key knows all the checks: a sheet without its hidden cells shows ticks and no shares.
    let isScored = milliPoints != nil && page.face == .solution && !checks.isEmpty
    let worths = checks.map { check($0, in: record).milliWorth }
    let shares = isScored ? Self.shares(of: milliPoints ?? 0, worths: worths) : []
    for (number, check) in checks.enumerated() {
      var result = self.check(check, in: record)
      let holds = result.verdict == .passed
      if holds { passed += 1 }
      if isScored {
        result.points = Points(earned: holds ? shares[number] : 0, possible: shares[number])
        earned += result.points?.earned ?? 0
        record.cells[check.cell].outputs[check.output] = .check(result)
      }
    }
    let shown = page.cells(at: cell).first ?? cell
    let isToDo = if case .toDo = record.cells[shown].status { true } else { false }
    return ExerciseResult(
      name: name, cell: shown,
      points: isScored ? Points(earned: earned, possible: milliPoints ?? 0) : nil, passed: passed,
      checks: checks.count, isToDo: isToDo, milliPoints: milliPoints)
  }

  private struct CheckIndex {
    let cell: Int
    let output: Int
  }

  /// The checks of each exercise, in page order.
  private func checkIndices(in record: RunRecord) -> [String: [CheckIndex]] {
    var checks: [String: [CheckIndex]] = [:]
    for index in page.order {
      switch cells[index].cell.role {
      case .tests(let exercise), .hidden(let exercise):
        let outputs = record.cells[index].outputs
        checks[exercise, default: []] += outputs.indices.filter { outputs[$0].isCheck }
          .map { CheckIndex(cell: index, output: $0) }
      case .plain, .exercise, .solution: break
      }
    }
    return checks
  }

  private func check(_ index: CheckIndex, in record: RunRecord) -> CheckResult {
    guard case .check(let result) = record.cells[index.cell].outputs[index.output] else {
      preconditionFailure("output \(index.output) of cell \(index.cell) is no check")
    }
    return result
  }

  /// Shares `points` in proportion to `worths`, in whole milli-points, the remainder to the last.
  public static func shares(of points: Int, worths: [Int]) -> [Int] {
    let total = worths.reduce(0, +)
    guard total > 0, let last = worths.indices.last else { return worths.map { _ in 0 } }
    var shares = worths.map { Int((Double(points) * Double($0) / Double(total)).rounded(.down)) }
    shares[last] += points - shares.reduce(0, +)
    return shares
  }
}
