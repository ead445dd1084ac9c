import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Tensors

/// A run as the objects `--json` prints, one a line.
public enum CellEvents {
  /// The most elements of a tensor that its event lists, the first ones; its shape says how many there are.
  private static let mostElements = 10_000

  /// Returns the `cell` event of a cell and those of what it shows; nothing for a cell that the page leaves out.
  public static func events(of result: CellRecord, cell: Cell) -> [JSONValue] {
    guard result.status != .leftOut else { return [] }
    return [head(cell, result)] + result.outputs.map { event($0, cell: cell.index) }
  }

  /// Returns an event for each value in the running text: its text, or null where it is open.
  public static func values(of record: RunRecord) -> [JSONValue] {
    zip(record.notebook.values, record.values).compactMap { source, result in
      let text: JSONValue
      switch result {
      case .text(let value): text = .string(value)
      case .open: text = .null
      case .failed, .leftOut: return nil
      }
      return .object([
        ("event", .string("value")), ("line", .integer(source.source.range.start.line)),
        ("code", .string(source.source.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))),
        ("text", text),
      ])
    }
  }

  /// Returns the last event: the run in numbers; `page` is the path of the report, where one was written.
  public static func report(of record: RunRecord, page: String?) -> JSONValue {
    let summary = RunSummary(record)
    return .object([
      ("event", .string("report")), ("file", .string(record.notebook.file.path)),
      ("page", page.map(JSONValue.string) ?? .null), ("as", .string(record.face.rawValue)),
      ("ran", .integer(summary.ran)), ("failed", .integer(summary.failed)),
      ("skipped", .integer(summary.skipped)), ("to_do", .integer(summary.toDo)),
      ("errors", .integer(summary.errors)), ("checks", .integer(summary.checks)),
      ("passed", .integer(summary.passedChecks)), ("open", .integer(summary.openChecks)),
      ("points", points(summary.points)), ("fuel", .integer(record.fuel)),
      ("seed", .integer(record.notebook.frontMatter.seed)),
      ("precision", .string(record.notebook.frontMatter.precision.rawValue)),
      ("interrupted", .bool(record.isInterrupted)),
      ("exercises", .array(record.exercises.map(exercise))),
    ])
  }

  private static func head(_ cell: Cell, _ result: CellRecord) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("event", .string("cell")), ("cell", .integer(cell.index + 1)),
      ("label", cell.options.label.map(JSONValue.string) ?? .null),
      ("line", .integer(cell.range.start.line)), ("status", .string(result.status.identifier)),
      ("fuel", .integer(result.fuel)),
    ]
    if let sweep = result.sweep { members.append(("combinations", .integer(sweep.sweep.count))) }
    if case .toDo(let holes) = result.status { members.append(("holes", .integer(holes))) }
    if case .skipped(let reason) = result.status { members.append(("reason", .string(reason.english))) }
    return .object(members)
  }

  private static func event(_ output: Output, cell: Int) -> JSONValue {
    switch output {
    case .diagnostic(let diagnostic): diagnostic.json
    case .check(let check): event(check, cell: cell)
    case .text(let text): event("text", cell, [("text", .string(text))])
    case .summary(let text): event("summary", cell, [("text", .string(text))])
    case .formula(let formula): event("formula", cell, [("text", .string(formula.plainText))])
    case .table(let table): event("table", cell, members(table))
    case .tensor(let tensor):
      event(
        "tensor", cell,
        [
          ("shape", .array(tensor.shape.sizes.map(JSONValue.integer))),
          ("elements", .array(tensor.elements.prefix(mostElements).map(JSONValue.number))),
        ])
    case .figure(let figure):
      event("figure", cell, [("alt", .string(figure.altText)), ("digest", .string(figure.digest))])
    }
  }

  private static func event(
    _ kind: String, _ cell: Int, _ members: [(key: String, value: JSONValue)]
  ) -> JSONValue {
    .object([("event", .string("output")), ("cell", .integer(cell + 1)), ("kind", .string(kind))] + members)
  }

  private static func event(_ check: CheckResult, cell: Int) -> JSONValue {
    .object([
      ("event", .string("check")), ("cell", .integer(cell + 1)), ("text", .string(check.text)),
      ("verdict", .string(check.verdict.rawValue)),
      ("reasons", .array(check.reasons.map { .string($0.english) })),
      ("counterexample", check.counterexample.map { .object(members($0)) } ?? .null),
      ("points", points(check.points)), ("compared", compared(check.extent)),
      ("line", .integer(check.range.start.line)),
    ])
  }

  /// How much a check looked at; null where it was one number or text.
  private static func compared(_ extent: CheckResult.Extent?) -> JSONValue {
    switch extent {
    case nil: .null
    case .numbers(let count): .object([("numbers", .integer(count))])
    case .rows(let count, let isPartial):
      .object([("rows", .integer(count)), ("all_rows", .bool(!isPartial))])
    }
  }

  private static func members(_ table: TableOutput) -> [(key: String, value: JSONValue)] {
    [
      ("title", table.title.map(JSONValue.string) ?? .null),
      ("header", .array(table.header.map(JSONValue.string))), ("inputs", .integer(table.inputCount)),
      ("rows", .array(table.rows.map { .array($0.map(JSONValue.string)) })),
      ("note", table.note.map(JSONValue.string) ?? .null),
    ]
  }

  private static func exercise(_ exercise: ExerciseResult) -> JSONValue {
    .object([
      ("name", .string(exercise.name)), ("cell", .integer(exercise.cell + 1)),
      ("checks", .integer(exercise.checks)), ("passed", .integer(exercise.passed)),
      ("to_do", .bool(exercise.isToDo)), ("points", points(exercise.points)),
    ])
  }

  /// Points in whole points, not thousandths.
  private static func points(_ points: Points?) -> JSONValue {
    guard let points else { return .null }
    return .object([
      ("earned", .number(Double(points.earned) / 1000)),
      ("possible", .number(Double(points.possible) / 1000)),
    ])
  }
}
