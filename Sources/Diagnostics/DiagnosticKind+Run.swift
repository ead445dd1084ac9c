extension DiagnosticKind {
  /// What is said of the run as a whole.
  static let runKinds: [DiagnosticKind] = [
    .answerNotRun, .interrupted, .pageLimit, .slideOverflow, .figureTooLarge,
  ]

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

  /// More than a page can take.
  public static let pageLimit = DiagnosticKind(
    "page-limit",
    page: """
      A page has to open in a browser. It has at most 2,000 results, pictures of 400 million pixels, where a picture \
      that stands there twice counts once, and 50 MB. To draw its figures and to write its text takes at most \
      2.5 billion steps: those of some two hundred small plots. What is beyond is left out, and the page says \
      where. Show fewer results, or part the notebook.
      """,
    example: "", repair: "")

  /// A slide that holds more than it has room for.
  public static let slideOverflow = DiagnosticKind(
    "slide-overflow", severity: .warning,
    page: """
      On a slide figures become smaller until everything has room. Where they are as small as they may be and it is \
      still too much, the whole slide is made smaller, and is hard to read from the last row. `nnb slides --check` \
      says by how much. Make two slides of it, put parts side by side, or let results come on the next slide with \
      `output-location: slide`.
      """,
    example: "", repair: "")

  /// A figure with too many panels.
  public static let figureTooLarge = DiagnosticKind(
    "figure-too-large",
    page: """
      A picture has at most 16 million pixels and is at most 16,000 high, two pixels to each of the page. Panels \
      are never drawn smaller than they can be read, so grids inside grids grow beyond that.
      """,
    example: """
      g = grid([bars([1, 2]) for k in 1..64])
      h = grid([g for k in 1..64])
      h
      """,
    repair: "grid([bars([1, 2]) for k in 1..9])")

  /// Statements that Ctrl-C kept from running.
  public static let interrupted = DiagnosticKind(
    "interrupted", severity: .warning,
    page: """
      Ctrl-C ended the run in this cell. A training keeps what it had reached; the marked statements did not run, \
      and neither did the cells below. The report shows what there is and says that it is a part.
      """,
    example: "", repair: "")
}
