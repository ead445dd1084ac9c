import Language
import NotebookFormat
import NotebookRunning
import Wording

// MARK: Points

extension Words {
  /// Returns `1.5 of 2 points`.
  public func text(_ points: Points) -> String {
    fill(
      .pointsOf, isOne: points.possible == 1000,
      [Points.decimal(points.earned), Points.decimal(points.possible)])
  }

  /// Returns `1.5 of 2`.
  func sum(_ points: Points) -> String {
    self(.sum, Points.decimal(points.earned), Points.decimal(points.possible))
  }

  /// Returns `2 points`, or `⅔ of a point`.
  func worth(_ milliPoints: Int) -> String {
    let number = Points.decimal(milliPoints)
    if milliPoints < 1000, number.hasSuffix("⅓") || number.hasSuffix("⅔") { return self(.worthPart, number) }
    return fill(.worth, isOne: milliPoints == 1000, [number])
  }
}

// MARK: Runs

extension Words {
  /// Returns `5 cells ran, 1 failed; 3 of 4 checks hold; 2 of 4 points; 1 to do`.
  public func text(_ summary: RunSummary) -> String {
    var first = count(summary.isPartial ? .partRan : .ran, summary.ran)
    if summary.failed > 0 { first += ", " + count(.failed, summary.failed) }
    if summary.skipped > 0 {
      first += ", " + count(summary.isPartial ? .notToEnd : .wereSkipped, summary.skipped)
    }
    var parts = [first]
    if summary.errors > 0 { parts.append(count(.formErrors, summary.errors)) }
    if summary.checks > 0 {
      parts.append(count(.checksHold, summary.checks, of: grouped(summary.passedChecks)))
    }
    if let points = summary.points { parts.append(text(points)) }
    if summary.toDo > 0 { parts.append(count(.leftToDo, summary.toDo)) }
    return parts.joined(separator: "; ")
  }

  /// Returns how a cell ended.
  public func text(_ status: CellRecord.Status) -> String {
    switch status {
    case .ran: self(.statusOK)
    case .checkFailed: self(.checkFails)
    case .failed: self(.stoppedAtError)
    case .exhausted: self(.stoppedAtLimit)
    case .interrupted: self(.wasInterrupted)
    case .invalid: self(.hasErrorNotRun)
    case .toDo(let holes): count(.blanks, holes)
    case .skipped(let reason): self(.skippedBecause, self(reason))
    case .leftOut: self(.leftOut)
    }
  }

  /// Returns what to call a cell: its role and exercise, its label, or its number.
  public func name(_ cell: Cell) -> String {
    switch cell.role {
    case .plain: cell.options.label ?? self(.cellNumber, String(cell.index + 1))
    case .exercise(let name, _, _): self(.exerciseName, name)
    case .solution(let name): self(.solutionName, name)
    case .tests(let name): self(.testsName, name)
    case .hidden(let name): self(.hiddenName, name)
    }
  }

  /// Returns on how much a check holds.
  func text(_ extent: CheckResult.Extent) -> String {
    switch extent {
    case .numbers(let number): count(.numbers, number)
    case .rows(let number, isPartial: false): count(.rows, number)
    case .rows(let number, isPartial: true): count(.givenRows, number)
    }
  }
}

extension Words {
  /// All phrases without a value, for templates.
  var table: [String: TemplateText] {
    Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0.rawValue, TemplateText(self($0))) })
  }
}
