import Diagnostics
import Figures
import Language
import NotebookRunning
import Testing

/// How much a notebook shows at most.
@Suite struct PageBudgetTests {
  private func figures(_ run: NotebookRun, _ cell: Int) -> Int {
    run.record.cells[cell].outputs.count { if case .figure = $0 { true } else { false } }
  }

  @Test func resultsAreCounted() throws {
    let many = String(repeating: "1\n", count: 1_500)
    let run = NotebookRun(cells: [many, many + "check 1 == 1\nx = 1", "x", "check 2 == 2"])
    #expect(run.statuses[1] == .exhausted && run.record.exitCode == .exhausted)
    #expect(run.record.cells[0].outputs.count + run.record.cells[1].outputs.count == 2_000 + 2)
    let problem = try #require(run.diagnostics.last)
    #expect(problem.kind == .pageLimit && problem.primary.range.start.line == 1_500 + 4 + 502)
    // What is not shown did not run, and its checks are open.
    #expect(run.checks(1).map(\.verdict) == [.open] && run.checks(3).map(\.verdict) == [.open])
    #expect(run.statuses[3] == .skipped(reason: "the page shows as much as it can already"))
  }

  @Test func aListOfFiguresIsCutToo() {
    let run = NotebookRun(cells: ["#| budget: {fuel: 50e9}\ng = plot([1, 2])\n[g for k in 1..3000]"])
    #expect(figures(run, 0) == 2_000 && run.statuses == [.exhausted])
  }

  @Test func pixelsAreCountedOnceForAFigure() {
    // 2,000 by 1,900 are 30 million pixels in two themes, and some more on a phone.
    let options = "#| fig-width: 2000\n#| fig-height: 1900\n"
    let same = NotebookRun(cells: [options + "g = plot([1, 2])\n" + String(repeating: "g\n", count: 30)])
    #expect(figures(same, 0) == 30 && same.statuses == [.ran])
    let other = NotebookRun(cells: [options + (1...30).map { "plot([1, \($0)])\n" }.joined(), "plot([5, 6])"])
    #expect(figures(other, 0) == 12 && other.statuses == [.exhausted, .ran])
  }

  @Test func theFramesOfAFilmAreCounted() {
    // 64 frames of about 300 × 300 pixels, twice as fine and in two themes, are 46 million.
    let film =
      "turning(k) = perceptron(w=[1, k], T=1)\nf = film(turning, at=[k for k in 0..63], x=0..1, y=0..1)"
    let run = NotebookRun(cells: [film] + (0..<12).map { "#| fig-width: \(600 + $0)\nf" })
    let shown = run.record.cells.indices.reduce(0) { $0 + figures(run, $1) }
    #expect((5..<10).contains(shown) && run.statuses.contains(.exhausted))
  }

  @Test func figuresAreCountedByTheirWork() throws {
    let many = (1...400).map { "plot([1, \($0)])\n" }.joined()
    let run = NotebookRun(cells: ["g = plot([1, 2])\n[g for k in 1..100]", many, "1", "check 1 == 1"])
    // Equal figures cost a page once.
    #expect(figures(run, 0) == 100)
    #expect((150..<250).contains(figures(run, 1)) && run.statuses[1] == .exhausted)
    let problem = try #require(run.diagnostics.last)
    #expect(problem.kind == .pageLimit && problem.primary.range.text.hasPrefix("plot"))
    // Figures of the cells behind are not even computed.
    #expect(run.statuses[2] == .skipped(reason: "the page shows as much as it can already"))
    #expect(run.checks(3).map(\.verdict) == [.open])
    let curves = NotebookRun(cells: [(1...100).map { "plot(sin, x=0..\(100 + $0))\n" }.joined()])
    #expect(figures(curves, 0) < 70 && curves.statuses == [.exhausted])
  }

  @Test func textIsCountedByItsWork() {
    let run = NotebookRun(cells: [
      "t = decode(ones(2000000), \"a\")\n" + String(repeating: "t\n", count: 40)
    ])
    #expect(run.statuses == [.exhausted])
    #expect((10..<20).contains(run.record.cells[0].outputs.count))
  }

  @Test func aFigureTooLargeToDrawIsSaidInItsCell() throws {
    let nested = (1...8).map { "g\($0) = grid(g\($0 - 1), g\($0 - 1))" }.joined(separator: "\n")
    let run = NotebookRun(cells: ["g0 = plot(sin, x=0..1)\n\(nested)\n1\ng8\n2", "3"])
    #expect(run.statuses == [.failed, .ran])
    let problem = try #require(run.diagnostics.first)
    #expect(problem.kind == .figureTooLarge && problem.primary.range.text == "g8")
    #expect(run.record.cells[0].outputs.count == 2)
  }

  @Test func theSizeIsKnownWithoutDrawing() {
    let axis = Axis("x", AxisRange(0, 1))
    let plane = Figure(title: "t", x: axis, y: axis, marks: [])
    var figure = Figure.grid([Figure](repeating: plane, count: 7), title: "seven")
    for _ in 0..<3 {
      figure = .grid([figure, figure, plane], columns: 2)
      let size = figure.size(heightUpTo: 100_000)
      #expect(size.width == figure.drawingList().width && size.height >= figure.drawingList().height)
      #expect(size.height <= 2 * figure.drawingList().height)
    }
    // Grids in one another as deep as this have a million panels.
    for _ in 0..<20 { figure = .grid([figure, figure]) }
    #expect(figure.size(heightUpTo: 8_000).height > 8_000)
  }
}
