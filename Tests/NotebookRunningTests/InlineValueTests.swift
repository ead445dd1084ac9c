import Diagnostics
import NotebookFormat
import NotebookRunning
import Testing

private let cells = """
  ```nn
  T = 1.5
  v = [1, 0.25]
  name = "Ada <b>"
  table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
  gate = perceptron(w=[1, 1], T=T)
  ```

  ```nn
  hole = ?
  ```

  ```nn
  after = hole + 1
  ```

  """

/// Inline values are computed after all cells, and say where they are wrong.
@Suite struct InlineValueTests {
  @Test(arguments: [
    ("T", "1.5"), ("T:.2", "1.50"), ("T:3", "1.5"), ("1/3:3", "0.333"), ("2/3:.0", "1"),
    ("1234567:3", "1.23e6"), ("123456.7:3", "1.23e5"), ("0.285:.1%", "28.5%"),
    ("1/3:.1%", "33.3%"), ("-0.001:.2", "0.00"), ("-1.005:.2", "-1.01"), ("12345.678:.1", "12345.7"),
    ("0.999:.2", "1.00"), ("0.05:.1", "0.1"), ("0.04:.1", "0.0"), ("v", "[1, 0.25]"), ("v:.1", "[1.0, 0.3]"),
    ("name", "Ada <b>"), ("gate", "gate"), ("sum(v) * 2", "2.5"), ("accuracy(gate, AND):.0%", "100%"),
  ])
  func valuesAreTexts(source: String, text: String) {
    let run = NotebookRun("Before: `{nn} \(source)`.\n\n" + cells)
    #expect(run.record.values == [.text(text)], "\(run.diagnostics.map(\.message))")
    #expect(run.record.exitCode == .passed)
  }

  @Test(arguments: ["?", "hole", "after", "hole + T"]) func whatIsToDoIsNoFailure(source: String) {
    let run = NotebookRun(cells + "`{nn} \(source)`\n")
    #expect(run.record.values == [.open])
    #expect(run.record.exitCode == .passed)
    #expect(run.record.diagnostics.isEmpty)
  }

  @Test func whatFailedOrWasSkippedIsOpen() {
    let run = NotebookRun("```nn\na = nothing\n```\n\n```nn\nb = a\n```\n`{nn} a` `{nn} b`\n")
    #expect(run.record.values == [.open, .open])
    #expect(run.record.diagnostics.isEmpty)
    #expect(run.record.exitCode == .invalid)
  }

  @Test(arguments: [
    ("gat", DiagnosticKind.unknownName, "gat"), ("[1, 2] + [1, 2, 3]", .shapeMismatch, "+"),
    ("AND", .inlineValueType, "AND"), ("name:.2", .inlineValueType, "name"), ("T:x", .badFormat, ":x`"),
    ("[1, 2; 3, 4]", .inlineValueType, "[1, 2; 3, 4]"),
  ])
  func mistakesAreFoundBeforeRunningAtTheirPlace(source: String, kind: DiagnosticKind, place: String) throws {
    let run = NotebookRun(cells + "> a *b* `{nn} \(source)` c\n")
    let diagnostic = try #require(run.before.first { $0.severity == .error })
    #expect(diagnostic.kind == kind, "\(diagnostic.message)")
    #expect(diagnostic.primary.range.text.trimmingBlanks == place)
    #expect(run.record.values == [.leftOut])
    #expect(run.record.exitCode == .invalid)
  }

  @Test func anErrorWhileRunningFailsThePageAndNoCell() {
    let run = NotebookRun(
      "```nn\na = 3000\n```\n`{nn} sum([sum([sum([1 for k in 0..3000]) for j in 0..3000]) for i in 0..a])`\n")
    guard case .failed(let diagnostic)? = run.record.values.first else {
      Issue.record("\(run.record.values)")
      return
    }
    #expect(diagnostic.kind == .fuelLimit)
    #expect(run.record.exitCode == .failed)
    #expect(run.statuses == [.ran])
  }

  @Test func valuesOfAnotherFaceAreLeftOut() {
    let key =
      "```nn\n#| exercise: e\nx = ?\n```\n\n```nn\n#| solution: e\nx = 2\n```\n\n`{nn} x`\n\n"
      + "<!-- solution -->\n`{nn} x + 1` `{nn} x + y`\n<!-- /solution -->\n\n<!-- notes -->\n`{nn} nothing`\n<!-- /notes -->\n"
    #expect(NotebookRun(key, face: .student).record.values == [.open, .leftOut, .leftOut, .leftOut])
    #expect(NotebookRun(key, face: .solution).record.values == [.text("2"), .text("3"), .leftOut, .leftOut])
  }

  @Test func captionsHoldValues() {
    let run = NotebookRun(
      "```nn\n#| tbl-cap: \"T is `{nn} T:.2`\"\n#| label: tbl-t\nT = 1.5\n[T, T]\n```\n\n```nn\n#| fig-cap: 'It''s `{nn} oops`'\n1\n```\n"
    )
    #expect(run.record.values == [.text("1.50"), .leftOut])
    #expect(run.before.first?.primary.range.start.line == 9)
  }

  @Test func tenThousandValuesAreBounded() {
    let good = NotebookRun("```nn\nx = 1\n```\n" + String(repeating: "`{nn} x`\n", count: 10_000))
    #expect(good.record.values.count == 10_000 && good.record.values.allSatisfy { $0 == .text("1") })
    let bad = NotebookRun(String(repeating: "`{nn} nothing`\n", count: 10_000))
    // Twenty, and how many more there are.
    #expect(bad.before.count == 21)
  }

  // MARK: Parameters

  @Test func parametersAreNamesOfEveryCell() {
    let run = NotebookRun(
      "---\nparams: {lr: 0.5, name: Ada, deep: true, sizes: [1, 2]}\n---\n```nn\n#| tests: e\ncheck lr == 0.5\n"
        + "check deep == 1\ncheck sum(sizes) == 3\n```\n\n```nn\n#| exercise: e\ny = ?\n```\n\n`{nn} name`\n")
    #expect(run.checks(0).map(\.verdict) == [.passed, .passed, .passed])
    #expect(run.record.values == [.text("Ada")])
  }

  // MARK: Errors that should be

  @Test(arguments: [
    ("expect-error: shape-mismatch", "[1, 2] + [1, 2, 3]", CellRecord.Status.ran, ExitCode.passed),
    ("expect-error: shape-mismatch", "[1, 2]", .failed, .failed),
    ("expect-error: shape-mismatch", "nothing", .invalid, .invalid),
    ("expect-error: unknown-name", "nothing", .ran, .passed),
    ("error: true", "nothing", .ran, .passed), ("error: true", "1", .ran, .passed),
    ("error: false", "nothing", .invalid, .invalid),
    ("error: true", "nothing\ncheck 1 == 2", .ran, .passed),
    ("budget: {fuel: 1e4}", "sum([k for k in 1..100])", .exhausted, .exhausted),
    ("error: true", "sum([1 for i in 0..3000])", .ran, .passed),
    ("budget: {fuel: 1e6}", "sum([k for k in 1..10])", .ran, .passed),
  ])
  func expectedErrorsDoNotCount(option: String, code: String, status: CellRecord.Status, exit: ExitCode) {
    let run = NotebookRun("```nn\n#| \(option)\n\(code)\n```\n")
    #expect(run.statuses == [status], "\(run.diagnostics.map(\.message))")
    #expect(run.record.exitCode == exit)
    for diagnostic in run.diagnostics where diagnostic.isExpected { #expect(diagnostic.severity == .note) }
  }

  @Test func aCrossedLimitMustBeExpectedByName() {
    let code = "sum([k for k in 1..100])"
    let allowed = NotebookRun("```nn\n#| error: true\n#| budget: {fuel: 1e4}\n\(code)\n```\n")
    #expect(allowed.statuses == [.exhausted])
    let expected = NotebookRun("```nn\n#| expect-error: fuel-limit\n#| budget: {fuel: 1e4}\n\(code)\n```\n")
    #expect(expected.statuses == [.ran])
  }

  @Test func cellsThatNeedAnExpectedErrorAreSkipped() {
    let run = NotebookRun("```nn\n#| error: true\na = nothing\n```\n\n```nn\na\n```\n")
    #expect(run.statuses.first == .ran)
    #expect(run.record.exitCode == .passed)
    guard case .skipped? = run.statuses.last else {
      Issue.record("\(run.statuses)")
      return
    }
  }

  @Test(arguments: [
    ("fig-x", "1", ["the cell `fig-x` shows no figure"]),
    ("tbl-x", "\"a\"", ["the cell `tbl-x` shows no table"]),
    ("tbl-x", "[1, 2]", []), ("x", "1", []), ("fig-x", "?", []),
  ])
  func labelsPromiseWhatTheCellShows(label: String, code: String, messages: [String]) {
    let run = NotebookRun("```nn\n#| label: \(label)\n\(code)\n```\n")
    #expect(run.record.diagnostics.filter { $0.kind == .labelPrefix }.map(\.message.english) == messages)
    #expect(run.record.exitCode == .passed)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
