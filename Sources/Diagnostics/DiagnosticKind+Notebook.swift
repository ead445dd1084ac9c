extension DiagnosticKind {
  /// What the reader of notebooks says.
  static let notebookKinds: [DiagnosticKind] = readerKinds + pageKinds + lookAlikeKinds

  private static let readerKinds: [DiagnosticKind] = [
    .notebookTooLarge, .markdownTableTooLarge, .nestedTooDeep, .frontMatter,
    .unclosedFence, .cellInFootnote, .strayOutput, .openMath,
    .unclosedMarker, .unopenedMarker, .misplacedMarker, .unclosedComment,
    .unknownOption, .optionType, .optionTwice, .optionAfterCode, .optionsNotYAML,
    .severalRoles, .optionNeedsExercise, .sweepOfRole, .duplicateLabel, .unknownExercise, .duplicateExercise,
    .programDefect,
  ]

  // MARK: Our own fault

  /// A part of the notebook at which the program itself failed.
  public static let programDefect = notebook(
    "program-defect",
    page: """
      Nothing in a notebook may end the program, but programs have defects. Where nnb itself fails at a \
      cell, it starts anew and leaves that cell out, so that the rest of the page has its report; the exit \
      code is then 70. Please send the notebook to whoever maintains nnb.
      """,
    example: "", repair: "")

  // MARK: Size

  /// The file is more than the reader takes.
  public static let notebookTooLarge = notebook(
    "notebook-too-large",
    page: """
      A notebook has at most a million bytes, 2,000 cells with 250,000 bytes of code, and 10,000 lines of \
      options, a cell at most 100,000 words, numbers and signs, and nothing in it may keep the reader busy for long. \
      Larger files are seldom meant to be notebooks: data belongs into a file of its own.
      """,
    example: "", repair: "")

  /// Lines that the parser would fill up to too many table cells.
  public static let markdownTableTooLarge = notebook(
    "markdown-table-too-large",
    page: """
      A Markdown table fills up short rows, so a few long lines can become millions of cells. \
      The most `|` of a line times the number of lines, summed over the parts of the page between blank \
      lines, may be 200,000 at most. Put large data into a file, or blank lines between lines that are no table.
      """,
    example: "", repair: "")

  /// Blocks or marks too deep in one another.
  public static let nestedTooDeep = notebook(
    "nested-too-deep",
    page: """
      Lists, quotes and marks such as `**` may stand a hundred deep in one another. What lies deeper is \
      shown as plain text, and a cell there is not run.
      """,
    example: String(repeating: "> ", count: 101) + "deep\n", repair: "> deep\n")

  /// A setting at the top that is wrong.
  public static let frontMatter = notebook(
    "front-matter", concernsAuthor: true,
    page: """
      The lines between two `---` at the very top are the notebook's settings, as `key: value`. \
      Known are `title`, `author`, `seed`, a whole number from which all draws follow, and `params`, names \
      with values that every cell sees; such a name is one that a cell could write, without a hyphen. A file `nnb.yml` beside or above the notebook gives those of a course. \
      A setting of the wrong type is an error, since the run would not be the one you meant.
      """,
    example: "---\nseed: seven\n---\n", repair: "---\nseed: 7\n---\n")

  // MARK: Blocks

  /// A fence that nothing closes.
  public static let unclosedFence = notebook(
    "unclosed-fence",
    page: """
      A block of code begins with a line of three backticks and ends with another. Without the second \
      line everything below it, or up to the end of the list item or quote, is code.
      """,
    example: "```nn\nx = 1\n", repair: "```nn\nx = 1\n```\n")

  /// A cell in a footnote.
  public static let cellInFootnote = notebook(
    "cell-in-footnote",
    page: """
      Footnotes stand at the end of the page, in the order in which they are referred to. A cell there \
      would run at another place than it is written, so cells belong into the page itself.
      """,
    example: "Text.[^a]\n\n[^a]: See\n\n    ```nn\n    x = 1\n    ```\n",
    repair: "Text.[^a]\n\n```nn\nx = 1\n```\n\n[^a]: See above.\n")

  /// A record behind no cell.
  public static let strayOutput = notebook(
    "stray-output", severity: .warning, concernsAuthor: true,
    page: """
      A block marked `output` right behind a cell records what that cell puts out. Anywhere else it \
      belongs to no cell and is shown as code.
      """,
    example: "```output\n1\n```\n", repair: "```nn\n1\n```\n```output\n1\n```\n")

  /// Dollars of a formula that is cut.
  public static let openMath = notebook(
    "open-math", severity: .warning,
    page: """
      A formula between `$$` ends in its paragraph: a blank line, a list's mark or the `|` of a table cuts it. \
      Put a long formula into a ```` ```math ```` block, and write `\\mid` for a bar inside a table.
      """,
    example: "$$ x\n\ny $$\n", repair: "$$ x\ny $$\n")

  // MARK: Markers

  /// A marker that nothing closes.
  public static let unclosedMarker = notebook(
    "unclosed-marker",
    page: """
      What stands between `<!-- solution -->` and `<!-- /solution -->` belongs to the solution only, and \
      so for `notes` and `answer: NAME`. Both markers stand on lines of their own in the same list item \
      or quote. Without the second one everything that follows there is taken to be inside.
      """,
    example: "<!-- solution -->\nBecause.\n", repair: "<!-- solution -->\nBecause.\n\n<!-- /solution -->\n")

  /// A closing marker that nothing opens.
  public static let unopenedMarker = notebook(
    "unopened-marker",
    page: """
      A marker such as `<!-- /solution -->` ends a part that `<!-- solution -->` begins, in the same list \
      item or quote. This one ends nothing, so text that you meant to keep back may be shown.
      """,
    example: "Because.\n\n<!-- /solution -->\n",
    repair: "<!-- solution -->\nBecause.\n\n<!-- /solution -->\n")

  /// A marker inside a paragraph or a piece of HTML.
  public static let misplacedMarker = notebook(
    "misplaced-marker",
    page: """
      A marker such as `<!-- solution -->` counts only where it stands alone on its line, not inside a \
      paragraph or a piece of HTML. Anywhere else it would be a comment without effect, and the solution \
      would be shown to everyone.
      """,
    example: "Because. <!-- solution -->\n",
    repair: "<!-- solution -->\nBecause.\n\n<!-- /solution -->\n")

  /// A comment that hides the rest of the page.
  public static let unclosedComment = notebook(
    "unclosed-comment",
    page: """
      A comment begins with `<!--` and ends with `-->`. Without the end it reaches to the end of its list \
      item, its quote or the whole page, and all that stands there is lost, cells too.
      """,
    example: "<!-- to do\n\nText.\n", repair: "<!-- to do -->\n\nText.\n")

  // MARK: Options

  /// A cell option that does not exist.
  public static let unknownOption = notebook(
    "unknown-option",
    page: """
      The lines `#| key: value` at the top of a cell set its options. This key is none of them, so the \
      line would have no effect.
      """,
    example: "```nn\n#| lable: fig-x\n1\n```\n", repair: "```nn\n#| label: fig-x\n1\n```\n")

  /// A cell option of the wrong type.
  public static let optionType = notebook(
    "option-type",
    page: """
      Each option wants a value of one type: text, `true` or `false`, a number, a name or a list of names. \
      Numbers and words need no quotes.
      """,
    example: "```nn\n#| echo: maybe\n1\n```\n", repair: "```nn\n#| echo: false\n1\n```\n")

  /// A cell option given twice.
  public static let optionTwice = notebook(
    "option-twice",
    page: "A cell gives each option once. Of two lines one would be ignored, and it is not clear which.",
    example: "```nn\n#| echo: false\n#| echo: true\n1\n```\n", repair: "```nn\n#| echo: true\n1\n```\n")

  /// A cell option below code.
  public static let optionAfterCode = notebook(
    "option-after-code",
    page: "Options stand at the top of a cell. Below the first line of code `#|` is a comment.",
    example: "```nn\n1\n#| echo: false\n```\n", repair: "```nn\n#| echo: false\n1\n```\n")

  /// Option lines that are not YAML.
  public static let optionsNotYAML = notebook(
    "options-not-yaml",
    page: """
      Options are lines of YAML, `#| key: value`. A value that holds `: ` or begins with a mark such as \
      `@`, `*` or a backtick needs quotes around it. Anchors, aliases and tags are not read.
      """,
    example: "```nn\n#| fig-cap: AND: the line\n1\n```\n",
    repair: "```nn\n#| fig-cap: \"AND: the line\"\n1\n```\n")

  // MARK: Names

  /// A cell of two roles.
  public static let severalRoles = notebook(
    "several-roles",
    page: """
      A cell is an exercise, a solution, visible tests or hidden tests. It is only one of these, because each \
      is shown to other people.
      """,
    example: "```nn\n#| exercise: a\n#| tests: a\nx = ?\n```\n",
    repair: "```nn\n#| exercise: a\nx = ?\n```\n\n```nn\n#| tests: a\ncheck x > 0\n```\n")

  /// Points or names in a cell that is no exercise.
  public static let optionNeedsExercise = notebook(
    "option-needs-exercise",
    page: """
      `points` and `binds` describe an exercise and stand in its cell only. Its solution and its tests \
      take them from there.
      """,
    example: "```nn\n#| points: 2\n1\n```\n", repair: "```nn\n#| exercise: a\n#| points: 2\nx = ?\n```\n")

  /// Sliders on a cell of an exercise.
  public static let sweepOfRole = notebook(
    "sweep-of-role",
    page: """
      A cell with `sweep` is computed many times, so that a reader can choose among the outcomes. An exercise has one \
      answer, and its checks count once; so `sweep` stands in cells without a role only.
      """,
    example: "```nn\n#| exercise: a\n#| sweep: {k: 1..3}\nx = ?\n```\n",
    repair: "```nn\n#| sweep: {k: 1..3}\n2 * k\n```\n")

  /// A label given twice.
  public static let duplicateLabel = notebook(
    "duplicate-label",
    page: """
      A label names one cell, so that `@label` in the text leads to one place. Give one of the two cells \
      another label.
      """,
    example: "```nn\n#| label: a\n1\n```\n\n```nn\n#| label: a\n2\n```\n",
    repair: "```nn\n#| label: a\n1\n```\n\n```nn\n#| label: b\n2\n```\n")

  /// The name of an exercise that does not exist.
  public static let unknownExercise = notebook(
    "unknown-exercise",
    page: """
      Solutions, tests, hidden tests and answers name the exercise they belong to. No cell of this \
      notebook is an exercise of this name.
      """,
    example: "```nn\n#| exercise: gate\nx = ?\n```\n\n```nn\n#| solution: gates\nx = 1\n```\n",
    repair: "```nn\n#| exercise: gate\nx = ?\n```\n\n```nn\n#| solution: gate\nx = 1\n```\n")

  /// Two exercises of one name.
  public static let duplicateExercise = notebook(
    "duplicate-exercise",
    page: """
      Solutions, tests and points belong to an exercise by its name, so each exercise has a name of its own. \
      Rename one of the two, and with it its solution and its tests.
      """,
    example: "```nn\n#| exercise: a\nx = ?\n```\n\n```nn\n#| exercise: a\ny = ?\n```\n",
    repair: "```nn\n#| exercise: a\nx = ?\n```\n\n```nn\n#| exercise: b\ny = ?\n```\n")

  static func notebook(
    _ id: String, severity: Diagnostic.Severity = .error, concernsAuthor: Bool = false, page: String,
    example: String, repair: String
  ) -> DiagnosticKind {
    DiagnosticKind(
      id, severity: severity, page: page, concernsAuthor: concernsAuthor, language: .notebook,
      example: example, repair: repair)
  }
}
