import Language
import NotebookRunning
import Wording

extension ReportContext.ChecksTable {
  /// Lists a run's exercises; nil where there are none.
  ///
  /// `anchor` tells where an exercise stands.
  init?(_ record: RunRecord, _ words: Words, anchor: (ExerciseResult) -> String?) {
    guard !record.exercises.isEmpty else { return nil }
    rows = record.exercises.map { ReportContext.ChecksRow($0, words, anchor: anchor($0)) }
    let points = RunSummary(record).points
    hasPoints = points != nil
    total = rows.count < 2 ? nil : ReportContext.ChecksTotal(record.exercises, points, words)
  }
}

extension ReportContext.ChecksTotal {
  fileprivate init(_ exercises: [ExerciseResult], _ points: Points?, _ words: Words) {
    let passed = exercises.reduce(0) { $0 + $1.passed }
    let all = exercises.reduce(0) { $0 + $1.checks }
    checks = TemplateText(words(.sum, words.grouped(passed), words.grouped(all)))
    self.points = TemplateText(points.map { words.sum($0) } ?? "")
  }
}

extension ReportContext.ChecksRow {
  fileprivate init(_ exercise: ExerciseResult, _ words: Words, anchor: String?) {
    let verdict = exercise.verdict
    name = TemplateText(exercise.name)
    self.anchor = anchor.map { TemplateText($0) }
    state = TemplateText(verdict.rawValue)
    mark = TemplateText(verdict.mark)
    word = TemplateText(words(exercise.word))
    checks = TemplateText(
      exercise.checks == 0
        ? words(.none) : words(.sum, words.grouped(exercise.passed), words.grouped(exercise.checks)))
    points = TemplateText(exercise.points.map { words.sum($0) } ?? "")
    hasPoints = exercise.points != nil
  }
}

extension ExerciseResult {
  /// Open with holes or without checks, else whether all checks hold.
  var verdict: CheckResult.Verdict {
    if isToDo || checks == 0 { return .open }
    return passed == checks ? .passed : .failed
  }

  /// The state in a word or two.
  fileprivate var word: Phrase {
    if isToDo { return .exerciseToDo }
    if checks == 0 { return .noChecks }
    if passed == checks { return .exerciseHolds }
    return passed == 0 ? .noneHolds : .someFail
  }
}
