import Diagnostics
import Language
import NotebookFormat
import Wording

/// Everything that a run of a notebook gave; a report is made from it and from nothing else.
public struct RunRecord: Sendable {
  /// The notebook.
  public var notebook: Notebook
  /// Whose page was run.
  public var face: Face
  /// What the page is shown on.
  public var medium: Medium
  /// What was said of the notebook's form (front matter, options, markers), not of a cell's code.
  public var diagnostics: [Diagnostic]
  /// One record a cell, by the cell's index.
  public var cells: [CellRecord]
  /// The exercises in page order.
  public var exercises: [ExerciseResult]
  /// The fuel that all cells took.
  public var fuel: Int
  /// What became of each inline value, by its position in ``Notebook/values``.
  public var values: [InlineResult]
  /// Whether the user ended the run before its last cell.
  public var isInterrupted: Bool
  /// The data files that its cells read, sorted by name.
  public var data: [DataFile] = []

  /// Makes a record.
  public init(
    notebook: Notebook, face: Face, diagnostics: [Diagnostic], cells: [CellRecord],
    exercises: [ExerciseResult], fuel: Int, values: [InlineResult] = [],
    isInterrupted: Bool = false, medium: Medium = .report
  ) {
    self.medium = medium
    self.isInterrupted = isInterrupted
    self.values = values
    self.notebook = notebook
    self.face = face
    self.diagnostics = diagnostics
    self.cells = cells
    self.exercises = exercises
    self.fuel = fuel
  }
}

extension RunRecord {
  /// A data file that cells read.
  public struct DataFile: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The SHA-256 of its bytes, in hexadecimal digits.
    public let digest: String

    /// Makes one.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// What is wrong outside the cells: with the notebook's form, or with a value in running text.
  public var pageDiagnostics: [Diagnostic] {
    diagnostics + values.compactMap { if case .failed(let diagnostic) = $0 { diagnostic } else { nil } }
  }
}

/// What became of a value in running text.
public enum InlineResult: Sendable, Hashable {
  /// It is this text.
  case text(String)
  /// It needs something that is still to do, failed or was skipped.
  case open
  /// It stopped at an error while it was computed.
  case failed(Diagnostic)
  /// The page does not show it, or it has an error that was found before running.
  case leftOut
}

/// What became of one cell.
public struct CellRecord: Sendable {
  /// How the cell ended.
  public enum Status: Sendable, Hashable {
    /// It ran, and no check failed.
    case ran
    /// It ran, and a check failed.
    case checkFailed
    /// It stopped at an error.
    case failed
    /// It stopped at a limit of fuel or memory.
    case exhausted
    /// The user ended it before its end.
    case interrupted
    /// It has an error that was found before running.
    case invalid
    /// It has this many holes still to fill.
    case toDo(holes: Int)
    /// It needs something that is not there; the text says what and why.
    case skipped(reason: Message)
    /// The page leaves it out: another face's cell, or `eval: false`.
    case leftOut
  }

  /// How the cell ended.
  public var status: Status
  /// What it shows, in order, diagnostics included.
  public var outputs: [Output]
  /// The statements that outputs come from, by the position of the output.
  public var ranges: [Int: SourceRange]
  /// The fuel it took.
  public var fuel: Int
  /// What it shows for other values of its names, where it is computed for several.
  public var sweep: SweepRecord?

  /// What it shows at all points of its sweep, or simply what it shows.
  public var allOutputs: [Output] { outputs + (sweep?.points.flatMap { $0 } ?? []) }

  /// Makes a record.
  public init(status: Status, outputs: [Output] = [], ranges: [Int: SourceRange] = [:], fuel: Int = 0) {
    self.ranges = ranges
    self.status = status
    self.outputs = outputs
    self.fuel = fuel
  }
}

/// What a cell shows at every point of its sweep.
public struct SweepRecord: Sendable {
  /// The names and their values.
  public let sweep: CellSweep
  /// The point whose outputs stand in the cell's record, and whose names the cell leaves.
  public let marked: Int
  /// What the cell shows, by point; nothing at the marked one.
  public internal(set) var points: [[Output]]
  /// The statements that the outputs come from, by point and position.
  public internal(set) var ranges: [[SourceRange]]
}

/// What became of one exercise.
public struct ExerciseResult: Sendable, Hashable {
  /// The exercise's name.
  public var name: String
  /// The index of the cell that stands for it on this page.
  public var cell: Int
  /// The milli-points it is worth, if it has any.
  public var milliPoints: Int?
  /// What was earned of them; nil where this page cannot tell, as it lacks the hidden checks.
  public var points: Points?
  /// How many of its checks hold.
  public var passed: Int
  /// How many checks it has.
  public var checks: Int
  /// Whether there are holes still to fill.
  public var isToDo: Bool

  /// Makes a result.
  public init(
    name: String, cell: Int, points: Points?, passed: Int, checks: Int, isToDo: Bool, milliPoints: Int? = nil
  ) {
    self.name = name
    self.cell = cell
    self.milliPoints = milliPoints
    self.points = points
    self.passed = passed
    self.checks = checks
    self.isToDo = isToDo
  }
}
