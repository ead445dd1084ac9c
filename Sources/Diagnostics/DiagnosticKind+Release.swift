extension DiagnosticKind {
  /// Why a student's file must not be released.
  static let releaseKinds: [DiagnosticKind] = [
    .releaseDiffers, .releaseLeak, .sheetScores, .keyLosesPoints, .weakCheck,
  ]

  /// A student's file that does not say what its key does.
  public static let releaseDiffers = DiagnosticKind(
    "release-differs",
    page: """
      `nnb release` writes the student's file from those parts of the key that students may see, reads it again, and \
      compares. Here the cells are not the same, so a part of the key stands where it cannot be taken out by itself, \
      such as a cell inside a list. Nothing was written.
      """,
    example: "", repair: "")

  /// A text of a solution or a hidden cell in the student's file.
  public static let releaseLeak = DiagnosticKind(
    "release-leak",
    page: """
      A line, a text of at least 12 characters or a list of at least 3 numbers that stands in a solution, a hidden \
      cell or a note was found in the student's file, where its author did not write it for students: in the \
      record of a cell, or in a data file. Remove it there. Nothing was written.
      """,
    example: "", repair: "")

  /// A check that holds without any answer.
  public static let sheetScores = DiagnosticKind(
    "sheet-scores",
    page: """
      The sheet as students get it must score nothing. Here a check of an exercise holds although nothing was \
      filled in, so it would give points for nothing. Let it depend on a name that the answer binds.
      """,
    example: "", repair: "")

  /// A solution that does not get all points.
  public static let keyLosesPoints = DiagnosticKind(
    "key-loses-points",
    page: """
      The key's own solutions, put into the student's sheet, must get all points. Here a check does not hold, or it \
      needs a name that answers do not hand on: `binds` lists those that they do.
      """,
    example: "", repair: "")

  /// A wrong answer that would get all points.
  public static let weakCheck = DiagnosticKind(
    "weak-check",
    page: """
      `nnb release` changes each solution a little, as a student might get it wrong: a number by 0.1 or 1, a sign, a \
      comparison, an operator, an activation, a row of a table. This change gives another answer, and every check of \
      the exercise holds for it all the same. Add a check that fails for it. Where any such answer is right, \
      `--accept-survivors` with a reason releases the sheet.
      """,
    example: "", repair: "")
}
