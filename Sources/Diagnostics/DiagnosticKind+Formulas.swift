extension DiagnosticKind {
  /// What the reader of formulas says.
  static let formulaKinds: [DiagnosticKind] = [unsupportedTeX]

  /// A formula holds something that the reader of TeX does not know.
  public static let unsupportedTeX = DiagnosticKind(
    "unsupported-tex", severity: .warning,
    page: """
      Formulas are written in TeX, between `$` or `$$`, and become typeset mathematics on the page. Known are \
      scripts, fractions and roots, Greek letters, the usual signs and functions, sums with limits, accents, \
      `\\left` and `\\right`, matrices, `cases` and `aligned`; packages and commands of your own are not. A formula with \
      anything else is shown as its source, so nothing is lost, but it is hard to read. Write the marked part \
      in another way.
      """,
    language: .notebook,
    example: "The mean is $\\foo{x}$.\n", repair: "The mean is $\\bar{x}$.\n")
}
