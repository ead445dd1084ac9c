import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import Testing

@testable import NotebookRunning

@Suite struct SweepTests {
  private func run(_ text: String, limit: Budget = .notebook) -> RunRecord {
    let (notebook, diagnostics) = readNotebook(SourceFile(path: "a.md", text: text))
    return Session(notebook, diagnostics: diagnostics, face: nil, library: .course, limit: limit).run()
  }

  private func texts(_ outputs: [Output]) -> [String] {
    outputs.map { output in
      switch output {
      case .tensor(let tensor): tensor.text()
      case .diagnostic(let diagnostic): diagnostic.message.english
      case .text, .table, .figure, .formula, .summary, .check: "?"
      }
    }
  }

  private func cell(_ options: String, _ code: String) -> String { "```nn\n#| \(options)\n\(code)\n```\n\n" }

  @Test func everyPointIsComputedAndTheLastNameGoesFastest() throws {
    let record = run(cell("sweep: {a: [1, 10], b: 2..4}", "c = a * b\nc") + "```nn\n[a, b, c]\n```\n")
    let sweep = try #require(record.cells[0].sweep)
    #expect(sweep.marked == 0 && texts(record.cells[0].outputs) == ["2"])
    #expect(sweep.points.map(texts) == [[], ["3"], ["4"], ["20"], ["30"], ["40"]])
    // The cells below see the marked point.
    #expect(texts(record.cells[1].outputs) == ["[1, 2, 2]"])
    #expect(record.exitCode == .passed)
  }

  @Test func aParameterChoosesTheMarkedPoint() throws {
    let record = run("---\nparams: {a: 10}\n---\n" + cell("sweep: {a: [1, 10]}", "a + 1"))
    #expect(record.cells[0].sweep?.marked == 1 && texts(record.cells[0].outputs) == ["11"])
  }

  @Test func allPointsAreCharged() {
    let one = run("```nn\na = 1\nsum(zeros(10000) + a)\n```\n").fuel
    let many = run(cell("sweep: {a: 1..50}", "sum(zeros(10000) + a)"))
    #expect(many.fuel > 45 * (one - 12_000) && many.cells[0].fuel == many.fuel)
    let short = run(
      cell("sweep: {a: 1..50}", "sum(zeros(10000) + a)"),
      limit: Budget(fuel: many.fuel / 2, memory: 1_000_000))
    #expect(short.exitCode == .exhausted && (short.cells[0].sweep?.points.count { !$0.isEmpty } ?? 0) > 10)
  }

  /// What is left for a point is what those before it left, however many are computed at once.
  @Test func aPointThatTheOthersLeaveTooLittleIsTheLast() throws {
    let code = "sum(zeros(10000) + a)"
    let whole = run(cell("sweep: {a: 1..50}", code))
    let each = whole.fuel / 50
    for points in [7, 8, 9, 10] {
      let short = run(
        cell("sweep: {a: 1..50}", code), limit: Budget(fuel: points * each + each / 2, memory: 1_000_000))
      let shown = try #require(short.cells[0].sweep).points.count { !$0.isEmpty }
      #expect(shown == points - 1 && short.fuel <= points * each + each / 2)
      #expect(texts(short.cells[0].outputs).last?.contains("(at a = \(points + 1))") == true)
    }
  }

  /// The page takes the results of all points, those of the same figure as one.
  @Test func thePageTakesPointsInTheirOrder() throws {
    let record = run(
      cell("sweep: {a: 1..30}", Array(repeating: "a", count: 100).joined(separator: "\n")))
    let counts = try #require(record.cells[0].sweep).points.map(\.count)
    #expect(counts.reduce(record.cells[0].outputs.count, +) <= PageBudget.mostOutputs + 1)
    #expect(counts[1..<19].allSatisfy { $0 == 100 } && counts[21...].allSatisfy { $0 == 0 }, "\(counts)")
    #expect(record.exitCode == .exhausted)
  }

  @Test func aPointThatFailsIsNamed() {
    let record = run(cell("sweep: {n: 2..4}", "ones(3) + ones(3 * (n < 4) + n * (n == 4))"))
    #expect(record.exitCode == .failed)
    #expect(
      texts(record.cells[0].outputs).last?.contains("(at n = 4)") == true, "\(texts(record.cells[0].outputs))"
    )
  }

  @Test func pointsDoNotSeeEachOther() {
    let record = run("```nn\nx = 5\n```\n\n" + cell("sweep: {a: 1..3}", "x = x + a\nx") + "```nn\nx\n```\n")
    #expect(record.cells[1].sweep?.points.map(texts) == [[], ["7"], ["8"]])
    #expect(texts(record.cells[2].outputs) == ["6"])
  }

  @Test(arguments: [
    "{}", "{a: 1}", "{a: [1]}", "{a: [1, 1]}", "{a: 1..101}", "{a: 5..1}", "{a: 1..20, b: 1..20}",
    "{a b: 1..2}",
    "{a: [x, y]}", "[1, 2]", "{a: [1, .inf]}", "{a: 1..2, a: 1..3}", "{a: [], b: 1..2}",
  ])
  func whatIsNoSweepIsSaid(option: String) {
    let (_, diagnostics) = readNotebook(SourceFile(path: "a.md", text: cell("sweep: \(option)", "1")))
    #expect(diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
  }
}
