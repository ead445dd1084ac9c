extension DiagnosticKind {
  /// What is said of the run as a whole.
  static let runKinds: [DiagnosticKind] = [.answerNotRun, .interrupted]

  /// An exercise that was filled in on a page that shows its solution.
  public static let answerNotRun = notebook(
    "answer-not-run", severity: .warning,
    page: """
      A file with solutions is run with them in the places of their exercises, unless `--as` says otherwise. This \
      exercise has no blanks left, so perhaps it holds an answer, and that answer was not run. `nnb run --as \
      student` runs it; `--as solution` runs the solution and says nothing.
      """,
    example: "```nn\n#| exercise: a\nx = 1\n```\n\n```nn\n#| solution: a\nx = 2\n```\n",
    repair: "```nn\n#| exercise: a\nx = ?\n```\n\n```nn\n#| solution: a\nx = 2\n```\n")

  /// Statements that Ctrl-C kept from running.
  public static let interrupted = DiagnosticKind(
    "interrupted", severity: .warning,
    page: """
      Ctrl-C ended the run in this cell. A training keeps what it had reached; the marked statements did not run, \
      and neither did the cells below. The report shows what there is and says that it is a part.
      """,
    example: "", repair: "")
}
