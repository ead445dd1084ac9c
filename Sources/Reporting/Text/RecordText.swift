import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Tensors
import Wording

/// What a cell shows, as the text of an `output` fence: no times, no positions that change when cells move.
public enum RecordText {
  /// Returns the text for `cell`: LF between lines and at the end; empty where the cell shows nothing.
  public static func text(of result: CellRecord, in cell: Cell) -> String {
    lines(of: result, in: cell).map { $0 + "\n" }.joined()
  }

  /// Returns the lines of that text, each free of control characters.
  public static func lines(of result: CellRecord, in cell: Cell) -> [String] {
    status(result.status) + result.outputs.flatMap { lines(of: $0, in: cell) }
  }

  /// Returns the lines of one output.
  public static func lines(of output: Output, in cell: Cell) -> [String] {
    switch output {
    case .text(let text), .summary(let text): Self.split(text)
    case .formula(let formula): formula.plainLines.map(printable)
    case .tensor(let tensor): [tensor.text()] + (tensor.shape.rank > 0 ? ["shape \(tensor.shape)"] : [])
    case .table(let table): table.lines
    case .figure(let figure): Self.split(figure.altText) + ["figure \(figure.digest)"]
    case .check(let check): Self.lines(of: check)
    case .diagnostic(let diagnostic): Self.lines(of: diagnostic, in: cell)
    }
  }

  /// What the outputs do not say: that something is missing.
  private static func status(_ status: CellRecord.Status) -> [String] {
    switch status {
    case .ran, .checkFailed, .failed, .exhausted, .interrupted, .invalid, .leftOut: []
    case .toDo(let holes): ["to do: \(count(holes, "blank")) to fill"]
    case .skipped(let reason): ["skipped: \(printable(reason.english))"]
    }
  }

  /// Returns a check's sign and text, the reasons, and the row that shows why it fails.
  static func lines(of check: CheckResult) -> [String] {
    var lines = ["\(check.verdict.mark) \(printable(check.text))\(extent(of: check))"]
    lines += check.reasons.map { "  " + printable($0.english) }
    if let row = check.counterexample { lines += row.lines.map { "  " + $0 } }
    return lines
  }

  /// On how much a check holds, behind its text; what fails says so in its reasons.
  private static func extent(of check: CheckResult) -> String {
    guard check.verdict == .passed, let extent = check.extent else { return "" }
    return " (\(Words.english.text(extent)))"
  }

  private static func split(_ text: String) -> [String] {
    trimmedEnd(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      printable(String($0))
    }
  }
}
