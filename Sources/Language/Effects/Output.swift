import Diagnostics
import Figures
import Formulas
import Tensors
import Wording

/// Something a cell shows, in the order of its statements.
///
/// Every renderer turns the same outputs into its own form.
public enum Output: Sendable {
  /// A text value.
  case text(String)
  /// A number, vector or array; shown with its shape.
  case tensor(Tensor)
  /// Columns and rows, ready to print.
  case table(TableOutput)
  /// A picture.
  case figure(DrawnFigure)
  /// A formula, typeset.
  case formula(Formula)
  /// A value that is described in a line, such as a net or a function.
  case summary(String)
  /// The result of a `check`.
  case check(CheckResult)
  /// An error, a warning or a note at its range.
  case diagnostic(Diagnostic)
}

/// A table ready to print: words and numbers as text.
public struct TableOutput: Sendable, Hashable {
  /// The table's name or heading, if it has one.
  public var title: String?
  /// The columns' names.
  public var header: [String]
  /// How many of the columns, from the left, are inputs; a line parts them from the rest.
  public var inputCount: Int
  /// The cells, row by row.
  public var rows: [[String]]
  /// A remark below, such as how many rows were left out.
  public var note: String?

  /// How many cells its rows have.
  var cellCount: Int { rows.count.saturatingProduct(header.count) }

  /// Makes a table.
  public init(
    title: String? = nil, header: [String], inputCount: Int, rows: [[String]], note: String? = nil
  ) {
    self.title = title
    self.header = header
    self.inputCount = inputCount
    self.rows = rows
    self.note = note
  }
}

/// What became of a `check`.
public struct CheckResult: Sendable, Hashable {
  /// Whether it holds.
  public enum Verdict: String, Sendable, Hashable {
    case passed, failed
    /// It needs something that is still a hole, or could not run.
    case open
  }

  /// The check's own text, or its expression as written.
  public var text: String
  /// Whether it holds.
  public var verdict: Verdict
  /// Why, in lines: both sides, with the digits that tell them apart.
  public var reasons: [Message]
  /// The first row on which the sides differ.
  public var counterexample: TableOutput?
  /// Its weight among the checks of its exercise, in milli-units, 1,000 unless given.
  public var milliWorth: Int
  /// What it scored and could score; nil where the check scores nothing.
  public var points: Points?
  /// What was compared; nil where it was one number or text.
  public var extent: Extent?
  /// Where it stands.
  public var range: SourceRange

  /// What a check looked at.
  public enum Extent: Sendable, Hashable {
    /// So many numbers.
    case numbers(Int)
    /// So many rows; they are all that a table gives where the table lacks rows of {0,1}ⁿ.
    case rows(Int, isPartial: Bool)
  }

  /// Makes a result.
  public init(
    text: String, verdict: Verdict, reasons: [Message] = [], counterexample: TableOutput? = nil,
    milliWorth: Int = 1000, points: Points? = nil, extent: Extent? = nil, range: SourceRange
  ) {
    self.extent = extent
    self.text = text
    self.verdict = verdict
    self.reasons = reasons
    self.counterexample = counterexample
    self.milliWorth = milliWorth
    self.points = points
    self.range = range
  }
}

/// Milli-points earned, and how many there are.
public struct Points: Sendable, Hashable {
  /// What was earned.
  public var earned: Int
  /// What could be earned.
  public var possible: Int

  /// Makes a score.
  public init(earned: Int, possible: Int) {
    self.earned = earned
    self.possible = possible
  }

  /// Adds two scores.
  public static func + (a: Points, b: Points) -> Points {
    Points(earned: a.earned + b.earned, possible: a.possible + b.possible)
  }
}
