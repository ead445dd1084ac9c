import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Testing

/// A page as a state with steps: what an edit checks again, what it knows afterwards, and what stands at a place.
@Suite struct PageStateTests {
  private func state(_ cells: [String], face: Face? = nil) -> PageState {
    let text = NotebookRun.text(cells)
    let (notebook, form) = readNotebook(SourceFile(path: "test.md", text: text))
    return Session(notebook, diagnostics: form, face: face, library: .course).state
  }

  private func source(_ text: String) -> SourceText {
    SourceText(whole: SourceFile(path: "cell.nn", text: text))
  }

  /// What a state says before a run, without the files of its places.
  private func said(_ state: PageState) -> [String] {
    state.diagnostics.map { "\($0.kind.id) \($0.message) at \($0.primary.range.text)" }.sorted()
  }

  /// Runs all cells from the first on, or those alone.
  private func run(_ state: inout PageState, _ positions: [Int]? = nil) {
    for position in positions ?? Array(state.order.indices) { state.run(position) }
  }

  private static let page = ["a = 1", "b = a + 1", "c = 2", "d = b + c", "check c == 2"]

  @Test(arguments: [
    (0, "a = 5", [0, 1, 3]), (2, "c = 3", [2, 3, 4]), (4, "check c == 3", [4]), (1, "b = 1", [1, 3]),
    (3, "c = 4", [3, 4]), (0, "z = 1", [0, 1, 3]),
  ])
  func anEditChecksWhatDependsOnIt(cell: Int, code: String, checked: [Int]) {
    var state = state(Self.page)
    #expect(state.replace(cell, by: source(code)) == checked)
  }

  @Test func whatIsBoundAgainEndsTheChain() {
    var state = state(["a = 1", "a = 2", "b = a", "c = b"])
    // The second cell speaks of the first, and the rest knows the second only.
    #expect(state.replace(0, by: source("a = 3")) == [0, 1])
  }

  @Test func aHundredCellsThatDoNotDependAreNotChecked() {
    var state = state(["a = 1"] + (1...100).map { "x\($0) = \($0)" } + ["a + x100"])
    #expect(state.replace(0, by: source("a = ones(2)")) == [0, 101])
  }

  /// After each of these edits the page says what a page says that was opened so.
  @Test(arguments: [
    (0, "a = ones(3)"), (0, "q = 1"), (1, "b = a @ a"), (2, "cc = 2"), (3, "a = 7\nd = b + c"), (4, "oops ="),
    (3, "m = input(1) -> dense(1)\nd = 1"), (2, "c = ?"), (0, "a = missing"),
  ])
  func anEditedPageSaysWhatAnOpenedOneSays(cell: Int, code: String) {
    let before = ["a = 1", "b = a + [1, 2, 3]", "c = 2", "d = b + c + e", "check cd == 2\ne = 3"]
    var after = before
    after[cell] = code
    var edited = state(before)
    _ = edited.replace(cell, by: source(code))
    #expect(said(edited) == said(state(after)))
    // And back again.
    _ = edited.replace(cell, by: source(before[cell]))
    #expect(said(edited) == said(state(before)))
  }

  @Test func aTrainedNetIsRememberedBetweenCells() {
    let train = "run = train(m, OR, loss=bce, opt=sgd(1), epochs=1)"
    let before = [
      "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }", "m = input(2) -> dense(1, sigmoid)", "r = 1",
      "accuracy(m, OR)",
    ]
    var after = before
    after[2] = train
    var edited = state(before)
    #expect(edited.replace(2, by: source(train)).contains(3))
    #expect(said(edited) == said(state(after)))
    #expect(said(edited).contains { $0.hasPrefix("not-the-trained-net") })
  }

  @Test func anEditOfASolutionChangesWhatItsExerciseHandsOn() {
    let before = [
      "#| exercise: e\nw = ?\nv = 1", "#| solution: e\nw = 1", "#| tests: e\ncheck w == 1", "v",
    ]
    var edited = state(before, face: .student)
    #expect(said(edited).contains { $0.contains("there is no `v` here") })
    #expect(edited.replace(1, by: source("w = 1\nv = 1")).contains(0))
    #expect(!said(edited).contains { $0.contains("there is no `v` here") })
  }

  // MARK: Runs

  @Test func aRunIsALoopOverTheCells() {
    var state = state(Self.page)
    run(&state)
    let record = state.record()
    #expect(record.exitCode == .passed)
    #expect(record.fuel == NotebookRun(cells: Self.page).record.fuel)
    #expect(state.scope(at: 5)["d"]?.value.number == 4)
    #expect(state.scope(at: 3)["d"] == nil && state.scope(at: 3)["b"]?.value.number == 2)
  }

  @Test func aCellRunsWithWhatTheCellsAboveLeft() {
    var state = state(Self.page)
    run(&state)
    let again = state.replace(0, by: source("a = 5"))
    #expect(again.allSatisfy { state.records[$0].status == .leftOut })
    run(&state, [3])
    #expect(state.records[3].status == .skipped(reason: "it needs `b`, but cell 2 has not run"))
    run(&state, [0, 1, 3])
    #expect(state.records[3].status == .ran)
    #expect(state.scope(at: 5)["d"]?.value.number == 8)
    // A state is a value: another one goes on from here by itself.
    var other = state
    _ = other.replace(2, by: source("c = 100"))
    run(&other)
    #expect(other.records[4].status == .checkFailed && state.records[4].status == .ran)
    #expect(state.scope(at: 5)["d"]?.value.number == 8 && other.scope(at: 5)["d"]?.value.number == 106)
  }

  // MARK: Places

  private static let probed = [
    "a = [1, 2]\nf(t) = t + a[1]", "b = f(2)\na = 7\n[k + a for k in 1..3]\nnone + pi",
  ]

  /// The probe at the n-th place of `text` in the notebook.
  private func stands(_ state: PageState, _ text: String, _ number: Int = 1) -> Probe? {
    let whole = state.page.notebook.file.text
    var start = whole.startIndex
    for _ in 0..<number {
      guard let range = whole[start...].firstRange(of: text) else { return nil }
      start = range.upperBound
    }
    return state.probe(at: whole.utf8.distance(from: whole.startIndex, to: start) - text.utf8.count)
  }

  @Test(
    arguments: [
      ("a = [", 1, "a", "[2]", "1:1"), ("a[1]", 1, "a", "[2]", "1:1"), ("t + a", 1, "t", nil, "2:3"),
      ("f(2)", 1, "f", nil, "2:1"), ("a = 7", 1, "a", "[]", "2:1"), ("a for", 1, "a", "[]", "2:1"),
      ("k + a", 1, "k", nil, "3:12"), ("none", 1, "none", nil, nil), ("pi", 1, "pi", "[]", nil),
    ] as [(String, Int, String, String?, String?)])
  func aProbeTellsTheNameItsShapeAndItsDeclaration(
    text: String, number: Int, name: String, shape: String?, place: String?
  ) throws {
    let state = state(Self.probed)
    let probe = try #require(stands(state, text, number))
    #expect(probe.name == name && probe.range.text == name)
    #expect(probe.value?.shape.map { "[\($0.sizes.map(String.init).joined(separator: ", "))]" } == shape)
    let first = state.page.notebook.cells.first { cell in
      guard let declaration = probe.declaration else { return false }
      return cell.source.range.lowerBound <= declaration.lowerBound
        && declaration.upperBound <= cell.source.range.upperBound
    }
    let line = { (range: SourceRange) in range.start.line - (first?.source.range.start.line ?? 0) + 1 }
    #expect(probe.declaration.map { "\(line($0)):\($0.start.column)" } == place)
  }

  @Test func aProbeBesideNamesIsNothing() {
    let state = state(Self.probed)
    #expect(stands(state, "[1, 2]") == nil && state.probe(at: 0) == nil)
  }

  @Test func aProbeInAReplacedCellIsInItsOwnText() throws {
    var state = state(Self.probed)
    _ = state.replace(1, by: source("a"))
    let probe = try #require(state.probe(at: 0, ofCell: 1))
    #expect(probe.name == "a" && probe.value?.shape?.sizes == [2])
    let names = state.names(at: 0, ofCell: 1)
    #expect(names.contains("a") && names.contains("f") && names.contains("tanh") && !names.contains("b"))
  }
}
