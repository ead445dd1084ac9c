import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Synchronization
import Testing

/// How cells of a page end, and what others make of it.
@Suite struct SessionTests {
  /// A product whose cost is known to be beyond the limit before it starts.
  static let tooDear = "a = [[k] for k in 1..3000]\nb = a @ a.T\nc = b @ b"

  @Test(arguments: [
    (["1 + 1"], ExitCode.passed), (["x = ?"], .passed), (["x = ?", "x"], .passed), ([], .passed),
    (["check 1 == 2"], .failed), (["check 1 == 2", "oops"], .invalid), (["oops"], .invalid),
    (["x = [k - 1 for k in 1..2]\n1[x[1]]"], .invalid), ([tooDear], .exhausted),
    ([tooDear, "oops"], .exhausted),
    (["#| no-such-option: 1\n1"], .invalid), (["x = 1", "x = 2"], .passed),
    (["a = [k - 1 for k in 1..2]\n[1, 2][a[1]]"], .failed),
  ])
  func theExitCodeIsTheWorst(cells: [String], code: ExitCode) {
    #expect(NotebookRun(cells: cells).record.exitCode == code)
  }

  @Test func aChainOfReasons() {
    let run = NotebookRun(cells: ["#| label: first\nT = ?", "g = T + 1", "h = g + 1", "1"])
    let why = "cell `first` is still to do"
    #expect(
      run.statuses == [
        .toDo(holes: 1), .skipped(reason: "it needs `T`, but \(why)"),
        .skipped(reason: "it needs `g`, but \(why)"),
        .ran,
      ])
  }

  @Test func refusedWorkLeavesTheNotebookItsFuel() {
    let training =
      "train(input(2) -> dense(90, tanh) -> dense(1), circle(), loss=mse, opt=sgd(1), epochs=1000000)"
    let run = NotebookRun(cells: Array(repeating: training, count: 8) + ["check 1 == 1"])
    #expect(run.statuses == Array(repeating: .exhausted, count: 8) + [.ran])
    #expect(run.record.fuel < 1_000_000_000)
  }

  /// What the names of the cells above hold is part of what a cell holds; a name bound again gives back its old value.
  @Test func theMemoryIsThatOfThePage() throws {
    let first = "a = zeros(100000)"
    let second = "#| budget: {memory: 1MB}\nb = zeros(50000)"
    let run = NotebookRun(cells: [first, second])
    #expect(run.statuses == [.ran, .exhausted])
    let problem = try #require(run.diagnostics.last)
    #expect(
      problem.kind == .memoryLimit && problem.message.english.contains("800,000 that the names above hold"))
    #expect(NotebookRun(cells: [first, "a = 1", second]).statuses == [.ran, .ran, .ran])
    #expect(NotebookRun(cells: ["#| tests: e\n" + first, second]).statuses.last == .ran)
  }

  /// What the cells above took is gone from what the notebook has, for cells and for values in the text.
  @Test func allCellsShareTheLimitOfTheNotebook() throws {
    let text = NotebookRun.text(["a = sum(ones(100000))", "b = sum(ones(100000))", "c = 1"])
    let one = NotebookRun(NotebookRun.text(["a = sum(ones(100000))"])).record.cells[0].fuel
    let limit = Budget(fuel: 2 * one - 1, memory: Budget.notebook.memory)
    let run = NotebookRun(text + "\nIt is `{nn} sum(ones(100000))`.\n", limit: limit)
    #expect(run.statuses == [.ran, .exhausted, .ran])
    #expect(run.diagnostics.map(\.kind).contains(.fuelLimit))
    #expect(
      run.record.values.count { if case .failed = $0 { true } else { false } } == 1, "\(run.record.values)")
  }

  @Test func manyMistakesAreCountedAndFewAreKept() throws {
    let lines = (1...100).map { "a\($0) = b\($0)\nc\($0) & 1" }
    let run = NotebookRun(cells: [lines.joined(separator: "\n")])
    #expect(run.diagnostics.count == 21)
    #expect(run.diagnostics.last?.message == "180 more in this cell are not shown")
  }

  @Test func manyCellsWithMistakesShowSomeOfThem() {
    let run = NotebookRun(cells: (1...700).map { "a\($0) = b\nc & 1" })
    #expect(run.statuses == Array(repeating: .invalid, count: 700))
    #expect(run.before.count == 1_001 && run.diagnostics.count == 1_001)
    #expect(
      run.before.map(\.message).contains("400 more in the cells from here on are not shown"))
    // A mistake behind a thousand notes is one.
    let notes = NotebookRun(cells: Array(repeating: "x = 1", count: 1_100) + ["a = b"])
    #expect(notes.before.last { $0.severity == .error } != nil && notes.before.count <= 1_001)
  }

  @Test func aCellThatFailsKeepsWhatItBoundBefore() {
    let run = NotebookRun(cells: ["x = 1\n" + Self.tooDear, "x", "c"])
    #expect(run.statuses[0] == .exhausted)
    #expect(run.statuses[1] == .ran)
    #expect(run.statuses[2] == .skipped(reason: "it needs `c`, but cell 1 failed"))
  }

  @Test func anErrorOnlyTheRunFindsIsShownAtItsPlace() throws {
    let run = NotebookRun(cells: ["a = [k - 1 for k in 1..2]\ncheck 1 == 1\n[1, 2][a[1]]\ncheck 2 == 2"])
    #expect(run.before.isEmpty)
    #expect(run.statuses == [.failed])
    let diagnostic = try #require(run.diagnostics.last)
    #expect(diagnostic.kind == .indexRange)
    #expect(diagnostic.primary.range.start.line == 4)
    #expect(run.checks(0).map(\.verdict) == [.passed, .open])
  }

  @Test func aCellThatIsNotEvaluatedIsLeftOut() {
    let run = NotebookRun(cells: ["#| eval: false\nx = oops", "1"])
    #expect(run.statuses == [.leftOut, .ran])
    #expect(run.diagnostics.isEmpty)
  }

  @Test func whatOnlyACellWithoutEvaluationDefinesIsMissing() {
    let run = NotebookRun(cells: [
      "x = 1", "#| eval: false\nx = 2\ny = 3", "check x == 1", "y", "y = 4", "check y == 4",
    ])
    #expect(run.diagnostics.isEmpty)
    #expect(run.statuses[2] == .ran)
    #expect(run.statuses[3] == .skipped(reason: "it needs `y`, but cell 2 is not evaluated"))
    #expect(run.statuses[5] == .ran)
  }

  @Test func aLaterDefinitionFillsWhatWasMissing() {
    let run = NotebookRun(cells: ["x = ?", "x", "x = 2", "check x == 2"])
    #expect(run.statuses.map { if case .ran = $0 { true } else { false } } == [false, false, true, true])
  }

  @Test func eventsComeInPairsInPageOrder() {
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: NotebookRun.text(["1", "2", "oops"])))
    let session = Session(notebook, diagnostics: form, face: nil, library: .course)
    let log = EventLog()
    _ = session.run { log.note($0) }
    #expect(log.lines == (0..<3).flatMap { ["\($0) starts \($0 + 1)/3", "\($0) ends \($0 + 1)/3"] })
  }

  private static let training = """
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    m = input(2) -> dense(2, tanh) -> dense(1, sigmoid)
    run = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=100000)
    check run.epochs == 100000
    """

  @Test func aTrainingEndsWhereTheUserAsksForIt() throws {
    let cells = [Self.training, "2 + 2", "run"]
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: NotebookRun.text(cells)))
    let session = Session(notebook, diagnostics: form, face: nil, library: .course)
    let log = EventLog()
    let record = session.run(observe: { log.note($0) }, isInterrupted: { log.trainings > 0 })
    #expect(record.isInterrupted)
    #expect(record.exitCode == .interrupted)
    #expect(log.trainings == 1)
    #expect(record.cells[0].status == .interrupted)
    let shown = record.cells[0].outputs.map { "\($0)" }.joined()
    #expect(shown.contains("interrupted after epoch"))
    #expect(
      record.cells[0].outputs.contains {
        if case .check(let check) = $0 { check.verdict == .open } else { false }
      })
    #expect(record.cells[1].status == .skipped(reason: "the run was interrupted"))
    #expect(record.cells[2].status == .skipped(reason: "the run was interrupted"))
  }

  @Test func aSweepOfShortTrainingsIsInterrupted() {
    let sweep = """
      table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
      trial(lr) = train(input(2) -> dense(1, sigmoid), OR, loss=bce, opt=sgd(lr), epochs=2)
      sweep(trial, lr=[0.1, 0.5], seed=1..50)
      """
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: NotebookRun.text([sweep])))
    let log = EventLog()
    let record = Session(notebook, diagnostics: form, face: nil, library: .course)
      .run(observe: { log.note($0) }, isInterrupted: { log.trainings > 2 })
    #expect(record.exitCode == .interrupted)
    #expect(log.trainings == 3)
    #expect(record.cells[0].outputs.map { "\($0)" }.joined().contains("interrupted in training 3 of 100"))
  }

  @Test func aTrainingTellsHowFarItIs() {
    let cells = [Self.training.replacing("100000", with: "50000")]
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: NotebookRun.text(cells)))
    let log = EventLog()
    let record = Session(notebook, diagnostics: form, face: nil, library: .course).run { log.note($0) }
    #expect(record.exitCode == .passed)
    #expect(log.trainings > 0)
  }

  @Test func singlePrecisionRoundsEveryNumber() {
    let cells = ["check 0.1 + 0.2 == 0.3\ncheck 1/3 - 1/3 == 0\ncheck 16777216 + 1 == 16777216"]
    let text = "---\nprecision: float32\n---\n" + NotebookRun.text(cells)
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: text))
    #expect(form.isEmpty)
    let record = Session(notebook, diagnostics: form, face: nil, library: .course).run()
    #expect(record.exitCode == .passed, "\(record.cells[0].outputs)")
  }

  @Test func singlePrecisionIsThatOfNetsToo() {
    let cells = [
      """
      net third(x[1]) { x[1]/3 }
      table T(x -> y) { (1): 1/3 }
      check third(1) == 1/3
      check third == T
      check forward(third, T).y == T.y
      """
    ]
    let text = "---\nprecision: float32\n---\n" + NotebookRun.text(cells)
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: text))
    #expect(form.isEmpty)
    let record = Session(notebook, diagnostics: form, face: nil, library: .course).run()
    #expect(record.exitCode == .passed, "\(record.cells[0].outputs)")
  }

  @Test func singlePrecisionIsExactWhereTheCourseIs() {
    let cells = [
      """
      table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
      check [perceptron(w=[a, 0.1], T=a + 0.1) == AND for a in [0.2, 0.7, 0.3]] == [1, 1, 1]
      check perceptron(w=[0.6, 0.3], T=0.9) == AND
      check perceptron(w=[0.6, 0.3], T=0.9).z(1, 1) == 0
      check [perceptron_rule(AND, lr=l).updates for l in [1, 0.1, 0.3, 0.7]] == [11, 11, 11, 11]
      check perceptron_rule(AND, lr=0.1).net.w == [0.2, 0.1]
      """,
      """
      v = [1000000 + mod(k, 4)*0.5 for k in 1..4096]
      check mean(v) - 1000000 == 0.75
      check var(v) == 0.3125
      check sum(v) == 4096003072
      A = [[1000000 + mod(k, 4)*0.5, k] for k in 1..4096]
      check mean(A, along="columns") == [1000000.75, 2048.5]
      check sum(A, along="rows") == [A[k, 1] + A[k, 2] for k in 1..4096]
      m(v) = mean(v)
      check grad(m)([1, 2, 3, 4]) == [0.25, 0.25, 0.25, 0.25]
      net average(x[4]) { mean(x) }
      check average([1e8, 1, 1, -1e8]) == 0.5
      check average([1e8, 1, 1, -1e8; 1, 2, 3, 4]) == [0.5, 2.5]
      """,
    ]
    let text = "---\nprecision: float32\n---\n" + NotebookRun.text(cells)
    let (notebook, form) = readNotebook(SourceFile(path: "t.md", text: text))
    #expect(form.isEmpty)
    let record = Session(notebook, diagnostics: form, face: nil, library: .course).run()
    #expect(record.exitCode == .passed, "\(record.cells.map(\.outputs))")
  }

  @Test func twoThousandCells() {
    let cells = ["x0 = 1"] + (1..<2000).map { "x\($0) = x\($0 - 1) + 1\ncheck x\($0) == \($0 + 1)" }
    let run = NotebookRun(cells: cells)
    #expect(run.record.cells.count == 2000)
    #expect(run.record.exitCode == .passed)
  }

  @Test func fuelIsTheSumOfTheCells() {
    let run = NotebookRun(cells: ["1 + 1", "[k for k in 1..10]", "oops"])
    #expect(run.record.fuel == run.record.cells.map(\.fuel).reduce(0, +))
    #expect(run.record.cells[2].fuel == 0)
  }

  // MARK: Cells that a cell does not depend on

  static let base = [
    "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\nXOR", "w = [1, 1]",
    "g = perceptron(w=w, T=0.5)\ncheck g == XOR",
    "truth_table(g)", "f(x) = x @ w\n[f([k, 1]) for k in 1..4]", "regions(g, XOR)",
  ]
  static let strangers = [
    "stranger = 5\nstranger", "h(x) = x + 1\nh(1)", "q = ?", "oops", "check 1 == 2",
    "net n(x[1]) { x }\nn(1)",
    "[k for k in 1..100]",
  ]

  @Test(arguments: 0..<20) func strangersChangeNothing(seed: Int) {
    let plain = NotebookRun(cells: Self.base)
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var cells = Self.base.enumerated().map { (origin: $0.offset as Int?, code: $0.element) }
    for (number, stranger) in Self.strangers.enumerated() where next(2) == 0 {
      let code = stranger.replacing("stranger", with: "stranger\(number)")
      cells.insert((nil, code), at: next(cells.count + 1))
    }
    let mixed = NotebookRun(cells: cells.map(\.code))
    for (place, cell) in cells.enumerated() {
      guard let origin = cell.origin else { continue }
      #expect(mixed.shown(place) == plain.shown(origin), "cell \(origin) at \(place)")
      #expect(mixed.record.cells[place].fuel == plain.record.cells[origin].fuel)
    }
  }

  @Test func removingWhatACellDoesNotNeedChangesNothing() {
    let plain = NotebookRun(cells: Self.base)
    let short = NotebookRun(cells: [Self.base[1], Self.base[4]])
    #expect(short.shown(1) == plain.shown(4))
  }

  @Test func movingANeededCellAboveChangesNothing() {
    let plain = NotebookRun(cells: Self.base)
    let moved = NotebookRun(cells: [Self.base[1], Self.base[4], Self.base[0], Self.base[2]])
    #expect(moved.shown(1) == plain.shown(4))
    #expect(moved.shown(3) == plain.shown(2))
  }
}

/// What a session told.
private final class EventLog: Sendable {
  private let events = Mutex<(lines: [String], trainings: Int)>(([], 0))

  var lines: [String] { events.withLock { $0.lines } }
  var trainings: Int { events.withLock { $0.trainings } }

  func note(_ event: SessionEvent) {
    events.withLock { events in
      switch event {
      case .started(let cell, let position, let count):
        events.lines.append("\(cell.index) starts \(position)/\(count)")
      case .training: events.trainings += 1
      case .finished(let cell, let position, let count, _):
        events.lines.append("\(cell.index) ends \(position)/\(count)")
      }
    }
  }
}
