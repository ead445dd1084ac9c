import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Wording

/// A run in lines for a terminal; who prints them, and where colours are welcome, is not its business.
public struct TerminalReport: Sendable {
  /// How much to say of each cell.
  public enum Detail: Sendable {
    /// The cell's line and all it shows.
    case full
    /// The cell's line, failing checks and diagnostics.
    case problems
  }

  /// A line, and whether it tells of something wrong.
  public struct Line: Sendable, Hashable {
    /// The line, without its end.
    public let text: String
    /// Whether it belongs to an error, a warning or a note, or to a check or a cell that failed.
    public let isProblem: Bool
  }

  /// Whether lines hold escape codes for colours.
  public enum Style: Sendable {
    case plain, coloured
  }

  private let detail: Detail
  private let style: Style

  /// Prepares lines of this detail and style.
  public init(detail: Detail, style: Style) {
    self.detail = detail
    self.style = style
  }

  /// Returns the beginning of a cell's line, `[3/9] fig-xor`; it is the `position`-th of `count`.
  public func heading(of cell: Cell, position: Int, count: Int) -> String {
    let points = cell.options.sweep.map { ", \($0.count) combinations" } ?? ""
    return "[\(position)/\(count)] \(printable(Words.english.name(cell)))\(points)"
  }

  /// Returns the line of a cell and, indented, what it shows; nothing for a cell that the page leaves out.
  public func lines(of result: CellRecord, cell: Cell, position: Int, count: Int) -> [Line] {
    guard result.status != .leftOut else { return [] }
    let head = heading(of: cell, position: position, count: count) + "  "
    let first = Line(
      text: head + paint(printable(Words.english.text(result.status)), result.status.colour),
      isProblem: result.status.isProblem)
    return [first]
      + result.outputs.flatMap { output in
        lines(of: output, in: cell).map {
          Line(text: $0.isEmpty ? "" : "  " + $0, isProblem: Self.isProblem(output))
        }
      }
  }

  private static func isProblem(_ output: Output) -> Bool {
    switch output {
    case .diagnostic: true
    case .check(let check): check.verdict == .failed
    case .text, .tensor, .table, .summary, .formula, .figure: false
    }
  }

  /// Returns the run in one line.
  public func summary(of record: RunRecord) -> String {
    let summary = RunSummary(record)
    return paint(Words.english.text(summary), summary.isGood ? (summary.toDo > 0 ? .yellow : .green) : .red)
  }

  private func lines(of output: Output, in cell: Cell) -> [String] {
    switch output {
    case .diagnostic(let diagnostic): lines(of: diagnostic)
    case .check(let check): lines(of: check)
    case .figure(let figure): detail == .full ? ["figure: \(printable(figure.altText))"] : []
    case .text, .tensor, .table, .summary, .formula:
      detail == .full ? RecordText.lines(of: output, in: cell) : []
    }
  }

  private func lines(of check: CheckResult) -> [String] {
    guard detail == .full || check.verdict == .failed else { return [] }
    var lines = RecordText.lines(of: check)
    if let points = check.points { lines[0] += "  (\(Words.english.text(points)))" }
    lines[0] = paint(lines[0], check.verdict.colour)
    return lines
  }

  /// Returns the lines of a diagnostic.
  public func lines(of diagnostic: Diagnostic) -> [String] {
    TerminalRenderer(usesColour: style == .coloured).render(diagnostic)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The codes of the colours.
  fileprivate enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case dim = "2"
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    style == .coloured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension CellRecord.Status {
  /// Whether something is wrong with the cell.
  fileprivate var isProblem: Bool {
    switch self {
    case .checkFailed, .failed, .exhausted, .interrupted, .invalid: true
    case .ran, .toDo, .skipped, .leftOut: false
    }
  }

  /// The colour of the word.
  fileprivate var colour: TerminalReport.Colour {
    switch self {
    case .ran: .green
    case .checkFailed, .failed, .exhausted, .interrupted, .invalid: .red
    case .toDo: .yellow
    case .skipped, .leftOut: .dim
    }
  }

  /// The status as events name it.
  var identifier: String {
    switch self {
    case .ran: "ran"
    case .checkFailed: "check-failed"
    case .failed: "failed"
    case .exhausted: "exhausted"
    case .interrupted: "interrupted"
    case .invalid: "invalid"
    case .toDo: "to-do"
    case .skipped: "skipped"
    case .leftOut: "left-out"
    }
  }
}

extension CheckResult.Verdict {
  /// The colour of the check's line.
  fileprivate var colour: TerminalReport.Colour {
    switch self {
    case .passed: .green
    case .failed: .red
    case .open: .yellow
    }
  }
}
