extension DiagnosticKind {
  /// What the tables say.
  static let tableKinds: [DiagnosticKind] = [
    rowsDisagree, rowTwice, rowLength, columnTwice, tableTooLarge, rowsMissing, dataFile, dataFileDoubt,
    plotOverPositions,
  ]

  /// Two rows have the same inputs and different outputs.
  public static let rowsDisagree = DiagnosticKind(
    "rows-disagree",
    page: """
      A table is a function: for the same inputs it has one row of outputs. Here two rows have the same \
      inputs and different outputs, so no net could ever agree with both. A `-` at an input stands for 0 and \
      for 1, so a short row may cover another one. Remove one of the two, or correct its output.
      """,
    example: "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1, 11:0 }",
    repair: "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }")

  /// Two vectors of one length as two curves.
  public static let plotOverPositions = DiagnosticKind(
    "plot-over-positions", severity: .note,
    page: """
      `plot(a, b)` draws two curves, each over the positions 1, 2, 3, … of its numbers. Here the numbers of the first \
      vector ascend, as places on an axis do; in other languages the same call draws the second vector over them. \
      That is `plot(b, x=a)`. Where two curves are meant, an `x_label` says over what, and the note goes.
      """,
    example: "a = [0, 0.5, 1, 1.5]\nb = a^2\nplot(a, b)",
    repair: "a = [0, 0.5, 1, 1.5]\nb = a^2\nplot(b, x=a)")

  /// The same row stands in a table twice.
  public static let rowTwice = DiagnosticKind(
    "row-twice", severity: .note,
    page: """
      The same inputs stand in the table twice, with the same outputs. The table keeps one of them. \
      Nothing is wrong, but the row is one too many; often a digit was meant to be another one.
      """,
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 10:1, 11:1 }",
    repair: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }")

  /// A row has too many or too few values.
  public static let rowLength = DiagnosticKind(
    "row-length",
    page: """
      A short row has one character for each column: the inputs in front of the colon, the outputs behind \
      it. The head of the table says which columns there are. Here a row has more values, or fewer, \
      than the table has columns on that side.
      """,
    example: "table AND(x1, x2 -> y) { 00:0, 01:0, 1:0, 11:1 }",
    repair: "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }")

  /// Two columns have one name.
  public static let columnTwice = DiagnosticKind(
    "column-twice",
    page: """
      Columns are read by their names, as in `AND.x1`, so each needs a name of its own. Give one of the two \
      another name.
      """,
    example: "table AND(x1, x1 -> y) { 00:0, 01:0, 10:0, 11:1 }",
    repair: "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }")

  /// A table would have more rows or values than one may have.
  public static let tableTooLarge = DiagnosticKind(
    "table-too-large",
    page: """
      A table has at most 65,536 rows and 4,000,000 values; one that has all rows of 0 and 1, by a formula, by `on` \
      or by `-`, may have 20 inputs, which are 1,048,576 rows. A `-` at an input doubles the rows, and `on` fills \
      in all rows that are not written. Use fewer inputs, or write the rows that matter without `on`.
      """,
    example: "table F(X1..X21 -> Y) { on 000000000000000000000 }",
    repair: "table F(X1..X4 -> Y) { on 0000 }")

  /// Rows of a truth table are missing; an error where all are needed.
  public static let rowsMissing = DiagnosticKind(
    "rows-missing", severity: .warning,
    page: """
      A truth table says for every combination of 0 and 1 at its inputs what comes out: with n inputs it has \
      2ⁿ rows. Some rows are missing here, so nobody knows what is asked there, and a check against the table \
      does not look there. Write them, with `-` as output where it does not matter. Behind `on`, the rows that \
      are not written are 0. It is a warning at the table, and an error where all rows are needed.
      """,
    example: "table AND(x1, x2 -> y) { 00:0, 01:0, 11:1 }",
    repair: "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }")

  /// A formula that is small, and not known to be the smallest.
  public static let notProven = DiagnosticKind(
    "not-proven", severity: .note,
    page: """
      The smallest formula is found by looking at every way to put prime implicants together, which takes exponentially \
      long in the worst case. Beyond 10 inputs, or where the fuel ends before the search, the formula is one from which \
      no term and no literal can be left out, and a smaller one may exist. Its rows are right all the same.
      """,
    example: "table F(X1..X11 -> Y) { on 00000000000, 11111111111 }\nminimize(F)",
    repair: "table F(X1..X4 -> Y) { on 0000, 1111 }\nminimize(F)")

  /// A data file is no table.
  public static let dataFile = DiagnosticKind(
    "data-file",
    page: """
      The first line of a data file names the columns, each further line is a row; commas, semicolons or tabs part \
      the values. A column in which at least half of the values are numbers is a column of numbers, and every value \
      in it must be one: 1.5, not `1,5` or `1 000`. Where a value is missing, as with NA or nothing at all, fill it \
      in, leave out the row, or name the mark, as in read("marks.csv", missing=["NA", ""]): then it is nan. Any \
      other column holds classes, numbered from 0 in the order of their sorted names.
      """,
    example: "", repair: "")

  /// A data file was read in a way that may not be meant.
  public static let dataFileDoubt = DiagnosticKind(
    "data-file-doubt", severity: .warning,
    page: """
      The file could be read, but perhaps not as it was meant. A first line with numbers in it may be a row of \
      values: the first line always names the columns. A number or a mark such as NA among texts becomes the name \
      of a class of its own.
      """,
    example: "", repair: "")
}
