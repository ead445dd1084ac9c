import Language
import NotebookRunning

extension ReportContext.ChecksTable {
  /// Lists a run's exercises; nil where there are none.
  ///
  /// `anchor` tells where an exercise stands.
  init?(_ record: RunRecord, anchor: (ExerciseResult) -> String?) {
    guard !record.exercises.isEmpty else { return nil }
    rows = record.exercises.map { ReportContext.ChecksRow($0, anchor: anchor($0)) }
    let points = RunSummary(record).points
    hasPoints = points != nil
    total = rows.count < 2 ? nil : ReportContext.ChecksTotal(record.exercises, points)
  }
}

extension ReportContext.ChecksTotal {
  fileprivate init(_ exercises: [ExerciseResult], _ points: Points?) {
    let passed = exercises.reduce(0) { $0 + $1.passed }
    let all = exercises.reduce(0) { $0 + $1.checks }
    checks = TemplateText("\(grouped(passed)) of \(grouped(all))")
    self.points = TemplateText(points?.sum ?? "")
  }
}

extension ReportContext.ChecksRow {
  fileprivate init(_ exercise: ExerciseResult, anchor: String?) {
    let verdict = exercise.verdict
    name = TemplateText(exercise.name)
    self.anchor = anchor.map { TemplateText($0) }
    state = TemplateText(verdict.rawValue)
    mark = TemplateText(verdict.mark)
    word = TemplateText(exercise.word)
    checks =
      exercise.checks == 0
      ? "none" : TemplateText("\(grouped(exercise.passed)) of \(grouped(exercise.checks))")
    points = TemplateText(exercise.points?.sum ?? "")
    hasPoints = exercise.points != nil
  }
}

extension ExerciseResult {
  /// Open with holes or without checks, else whether all checks hold.
  fileprivate var verdict: CheckResult.Verdict {
    if isToDo || checks == 0 { return .open }
    return passed == checks ? .passed : .failed
  }

  /// The state in a word or two.
  fileprivate var word: String {
    if isToDo { return "to do" }
    if checks == 0 { return "no checks" }
    if passed == checks { return "all hold" }
    return passed == 0 ? "none holds" : "some fail"
  }
}
