extension DiagnosticKind {
  /// What is said of the page as a whole: references, inline values, included files, expected errors.
  static let pageKinds: [DiagnosticKind] = [
    .unknownReference, .labelPrefix, .includeFailed, .misplacedInclude, .pictureNotShown, .linkToNothing,
    .pictureAttribute,
    .inlineValueType, .expectedError,
  ]

  // MARK: References

  /// A reference to a label that does not exist.
  public static let unknownReference = notebook(
    "unknown-reference",
    page: """
      `@fig-x`, `@tbl-x`, `@eq-x` and `@sec-x` in the text lead to the cell, formula or heading of that label. \
      Nothing on this page has it. A cell gets a label by `#| label: fig-x`, a heading by `{#sec-x}` at its end, \
      a displayed formula by `{#eq-x}` behind it. What only looks like a reference, as `@Fig-x` does, stays text with \
      a warning; write a backslash before an `@` that is meant as it stands.
      """,
    example: "# Gates {#sec-gates}\n\nSee @sec-gate.\n", repair: "# Gates {#sec-gates}\n\nSee @sec-gates.\n")

  /// A label whose prefix promises something else.
  public static let labelPrefix = notebook(
    "label-prefix", severity: .warning, concernsAuthor: true,
    page: """
      The prefix of a label says what a reference to it is called: `fig-` a figure, `tbl-` a table, `eq-` an \
      equation, `sec-` a section. This label stands at something else, so the text would speak of it by a \
      wrong name.
      """,
    example: "# Gates {#fig-gates}\n", repair: "# Gates {#sec-gates}\n")

  // MARK: Files

  /// A file that cannot be included.
  public static let includeFailed = notebook(
    "include-failed",
    page: """
      A line `{{< include _x.md >}}` stands for the text of another file, named relative to this one. The file \
      must lie in the course's folder: that of the notebook, or the nearest one above it that holds `nnb.yml`. \
      Each file is included once, so that its names and labels stand once on the page.
      """,
    example: "{{< include ../../../etc/passwd >}}\n", repair: "The text itself.\n")

  /// An include inside other text.
  public static let misplacedInclude = notebook(
    "misplaced-include",
    page: """
      A line `{{< include _x.md >}}` is replaced by a whole file, headings and cells too. So it stands alone \
      between blank lines, and not inside a list, a quote or a footnote.
      """,
    example: "- {{< include _x.md >}}\n", repair: "- The text itself.\n")

  /// A picture that becomes a link.
  public static let pictureNotShown = notebook(
    "picture-not-shown", severity: .warning, concernsAuthor: true,
    page: """
      A report is one file that never asks the network, so it holds its pictures: PNG, JPEG or SVG files of at most \
      5 MB and 50 million pixels from the course's folder, 20 MB in all. Any other picture becomes a link. Of an SVG \
      file the page keeps what draws: no script, event, animation or foreign text, and nothing that would be fetched.
      """,
    example: "![A net](https://example.org/net.png)\n", repair: "[A net](https://example.org/net.png)\n")

  /// An attribute that a picture does not have.
  public static let pictureAttribute = notebook(
    "picture-attribute", severity: .warning, concernsAuthor: true,
    page: """
      The braces right behind a picture may hold a label and its size: `![A net](net.png){#fig-net width=50%}`. \
      `width` and `height` are so many pixels, or per cent of the text's width; `fig-alt="…"` says what is seen \
      where the caption does not. A picture that stands alone and has a label is a figure: its words are the \
      caption, and it has a number.
      """,
    example: "![A net](https://example.org/net.png){widht=50%}\n",
    repair: "![A net](https://example.org/net.png){width=50%}\n")

  /// A link to a file that is not there.
  public static let linkToNothing = notebook(
    "link-to-nothing", severity: .warning, concernsAuthor: true,
    page: """
      A link to a file is a path as seen from the file that holds it. One to a notebook, such as `02-gates.md`, \
      leads to the notebook's report beside it where there is one or the same run writes it, else to the notebook. \
      This one leads to no file of the course's folder. Links out of that folder, and those that begin with `/`, \
      stay as they are typed, and nobody looks where they lead. `#the-heading` leads to a place of the same page: a \
      heading by its words in small letters with hyphens, or whatever has that label or `<a name="…">`.
      """,
    example: "[The next sheet](no-such-sheet.md)\n", repair: "[The next sheet](https://example.org/gates)\n")

  // MARK: Values and errors

  /// An inline value that is no number, text or vector.
  public static let inlineValueType = notebook(
    "inline-value-type",
    page: """
      A value inside a sentence is a number, a text, a vector or a net in a line. Larger things, such as a \
      table or a matrix, stand in a cell of their own. A format such as `:.2` is for numbers only.
      """,
    example: "It is `{nn} [1, 2; 3, 4]`.\n", repair: "It is `{nn} [1, 2]`.\n")

  /// A cell that should fail and does not.
  public static let expectedError = notebook(
    "expected-error",
    page: """
      `#| expect-error: ID` says that the cell must have exactly this error, before or while it runs. The error \
      is then shown and does not count. This cell has none, so what the text says about it is no longer true.
      """,
    example: "```nn\n#| expect-error: shape-mismatch\n[1, 2] + [3, 4]\n```\n",
    repair: "```nn\n#| expect-error: shape-mismatch\n[1, 2] + [3, 4, 5]\n```\n")
}
