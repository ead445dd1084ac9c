extension DiagnosticKind {
  /// What is said of text that looks like something the page knows, and is read as something else.
  static let lookAlikeKinds: [DiagnosticKind] = [
    .notACell, .fenceAttributes, .notAValue, .strayLabel, .linkDropped, .rawHTML, .notATable,
    .unknownCallout,
  ]

  /// A block of code that another notebook would run.
  public static let notACell = notebook(
    "not-a-cell", severity: .warning,
    page: """
      A cell is a block between two lines of three backticks, and `nn` in small letters is all that stands behind \
      the first ones. A block marked `NN`, `{.nn}`, `{nn, echo=false}` or with `~~~` is shown as plain code, and \
      nothing in it is run. So it is with `output` for a record and `math` for a formula. Put a block that is only \
      to be shown between four backticks.
      """,
    example: "```NN\nx = 1\n```\n", repair: "```nn\nx = 1\n```\n")

  /// Words behind `nn`.
  public static let fenceAttributes = notebook(
    "fence-attributes", severity: .warning,
    page: """
      A cell's options stand inside it, at its top, each on a line `#| key: value`. What stands behind `nn` on the \
      line of the backticks has no effect.
      """,
    example: "```nn echo=false\nx = 1\n```\n", repair: "```nn\n#| echo: false\nx = 1\n```\n")

  /// A value that is not written as one.
  public static let notAValue = notebook(
    "not-a-value", severity: .warning,
    page: """
      A value in a sentence stands between backticks, begins with `{nn}` in small letters and goes on behind a blank. \
      Anything else is text or code that is shown as it is typed.
      """,
    example: "It is `{nn}1+1`.\n", repair: "It is `{nn} 1+1`.\n")

  /// Braces that look like a label.
  public static let strayLabel = notebook(
    "stray-label", severity: .warning, concernsAuthor: true,
    page: """
      `{#sec-x}` at the end of a heading, `{#eq-x}` behind a displayed formula or a `math` fence, `{#fig-x}` behind a \
      picture that stands alone, and `{#tbl-x}` behind the caption of a table give it a label, which is made of letters, digits, `-` and `_`. A cell takes its label by the option `#| label: fig-x`. Braces \
      anywhere else are shown as text, and a reference to them leads nowhere.
      """,
    example: "# Gates {#sec gates}\n", repair: "# Gates {#sec-gates}\n")

  /// A table whose second line does not fit.
  public static let notATable = notebook(
    "not-a-table", severity: .warning,
    page: """
      The line below the heads of a table has as many cells as they do, each of `---`, with a `:` at the side to \
      which its column is set. Else all of it is running text.
      """,
    example: "| a | b |\n|---|\n| 1 | 2 |\n", repair: "| a | b |\n|---|---|\n| 1 | 2 |\n")

  /// A quote that begins like a callout.
  public static let unknownCallout = notebook(
    "unknown-callout", severity: .warning,
    page: """
      A quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` is a callout. \
      Behind another word it is a plain quote, and the word is shown.
      """,
    example: "> [!HINT]\n> Draw the line first.\n", repair: "> [!TIP]\n> Draw the line first.\n")

  /// A link that a page must not hold.
  public static let linkDropped = notebook(
    "link-dropped", severity: .warning, concernsAuthor: true,
    page: """
      A page is opened by people who did not write it. So its links lead to the web, to a mail, to a file beside \
      the page such as `02-gates.md` or `script.pdf`, or to a place on it. Of a link to anything else the words stay.
      """,
    example: "[Click](javascript:alert(1))\n", repair: "[Click](https://example.org)\n")

  /// HTML that a page does not keep.
  public static let rawHTML = notebook(
    "raw-html", severity: .warning, concernsAuthor: true,
    page: """
      A page keeps `<details>` with `<summary>`, `<center>`, `<p>` and `<div>` with `align="center"`, `<hr>`, `<br>`, \
      `<img>` of a file of the course, `<a>` with `name` or `href`, and `<b> <i> <u> <em> <strong> <s> <del> <ins> <sub> \
      <sup> <kbd> <mark> <small>` in pairs. All other HTML is shown as it is typed, since a page is opened by people \
      who did not write it. Between HTML and Markdown stands a blank line.
      """,
    example: "<font color=\"red\">Look</font>\n", repair: "**Look**\n")
}
