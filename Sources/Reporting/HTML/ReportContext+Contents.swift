import Language
import NotebookRunning
import Wording

extension ReportContext.ContentsEntry {
  /// A heading.
  init(_ heading: Heading, depth: Int) {
    self.init(
      title: TemplateText(heading.title), anchor: TemplateText(heading.anchor), depth: depth, state: nil,
      mark: nil, word: nil)
  }

  /// An exercise, with what became of its checks.
  init(_ exercise: ExerciseResult, _ words: Words, anchor: String, depth: Int) {
    let verdict = exercise.verdict
    self.init(
      title: TemplateText(words(.exercise) + " " + exercise.name), anchor: TemplateText(anchor), depth: depth,
      state: TemplateText(verdict.rawValue), mark: TemplateText(verdict.mark),
      word: TemplateText(words(verdict.contentsWord)))
  }
}

extension CheckResult.Verdict {
  /// What the mark of an exercise says in the contents.
  fileprivate var contentsWord: Phrase {
    switch self {
    case .passed: .contentsDone
    case .failed: .contentsFailed
    case .open: .contentsOpen
    }
  }
}
