import Diagnostics
import Language
import NotebookFormat
@testable import NotebookRunning
import Testing

/// Who sees which names, and what stands where.
@Suite struct RoleTests {
  static let key = """
    ```nn
    table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    ```

    ```nn
    #| label: fig-and
    #| exercise: and
    #| points: 2
    helper = 1
    and_gate = perceptron(w=[?, ?], T=?)
    ```

    ```nn
    #| solution: and
    and_gate = perceptron(w=[1, 1], T=1.5)
    ```

    ```nn
    #| tests: and
    check and_gate == AND
    ```

    ```nn
    #| hidden: and
    check and_gate(1, 1) == 1
    ```
    """

  @Test func anAnswerThatIsNotRunIsTold() throws {
    let answer = sheet("and_gate = perceptron(w=[2, 2], T=3)")
    let found = try #require(NotebookRun(answer).before.first)
    #expect(found.kind == .answerNotRun && found.severity == .warning && found.primary.range.text == "and")
    #expect(
      found.message == "your answer in exercise `and` was not run: the solution stands in its place")
    #expect(found.hint?.text == "`nnb run --as student` runs it")
    for face in Face.allCases { #expect(NotebookRun(answer, face: face).before.isEmpty) }
    // Blanks are no answer, nor is the solution itself, nor nothing at all.
    for exercise in [
      "and_gate = perceptron(w=[2, ?], T=3)", "and_gate = perceptron(w=[1, 1], T=1.5)", "# here",
    ] {
      #expect(NotebookRun(sheet(exercise)).before.isEmpty, "\(exercise)")
    }
  }

  private func sheet(_ exercise: String, _ rest: String = "") -> String {
    Self.key.replacing("helper = 1\nand_gate = perceptron(w=[?, ?], T=?)", with: exercise) + "\n\n" + rest
  }

  private func cell(_ code: String) -> String { "```nn\n\(code)\n```\n" }

  @Test func theStudentSeesExercisesAndTests() {
    let run = NotebookRun(Self.key, face: .student)
    #expect(run.before.isEmpty)
    #expect(run.statuses[1] == .toDo(holes: 3))
    #expect(run.statuses[2] == .leftOut)
    #expect(run.statuses[3] == .skipped(reason: "it needs `and_gate`, but exercise `and` is still to do"))
    #expect(run.statuses[4] == .leftOut)
    #expect(run.record.exitCode == .passed)
    #expect(run.record.exercises.map(\.isToDo) == [true])
  }

  @Test func theSolutionStandsInItsExercisesPlace() {
    let run = NotebookRun(Self.key)
    #expect(run.record.face == .solution)
    #expect(run.statuses == [.ran, .leftOut, .ran, .ran, .ran])
    let page = Page(run.record.notebook, face: .solution)
    #expect(page.order == [0, 2, 3, 4])
    #expect(page.options(of: run.record.notebook.cells[2]).label == "fig-and")
    #expect(run.record.exercises[0].cell == 2)
    #expect(run.record.exercises[0].points == Points(earned: 2000, possible: 2000))
  }

  @Test func aSheetWithoutSolutionsIsTheStudents() {
    #expect(NotebookRun(cells: ["#| exercise: a\nx = 1"]).record.face == .student)
  }

  @Test func anExerciseExportsOnlyWhatItsSolutionBinds() {
    let text = sheet("helper = 1\nand_gate = perceptron(w=[1, 1], T=1.5)", cell("helper"))
    let run = NotebookRun(text, face: .student)
    #expect(run.diagnostics.filter { $0.severity == .error }.map(\.kind) == [.unknownName])
    #expect(run.statuses[5] == .invalid)
    #expect(run.checks(3).map(\.verdict) == [.passed])
  }

  @Test func bindsListsTheNamesOfASheetWithoutSolution() {
    let exercise = "#| exercise: a\n#| binds: [gate]\nhelper = 1\ngate = perceptron(w=[1, 1], T=1.5)"
    let run = NotebookRun(cells: [exercise, "gate(1, 1)", "helper"])
    #expect(run.statuses == [.ran, .ran, .invalid])
  }

  @Test func testsSeeTheKeysNamesWhateverStudentsBind() {
    let exercise = """
      table AND(x1, x2 -> y) { 00:1, 01:1, 10:1, 11:1 }
      step = 5
      and_gate = perceptron(w=[0, 0], T=0)
      """
    let run = NotebookRun(sheet(exercise), face: .student)
    #expect(run.checks(3).map(\.verdict) == [.failed])
    #expect(run.checks(3).first?.counterexample?.rows == [["0", "0", "1", "0"]])
    #expect(run.record.exitCode == .failed)
  }

  @Test func whatTestsBindIsTheirsAlone() {
    let tests = "#| tests: a\nlocal = 1\ncheck x == local"
    let run = NotebookRun(cells: ["#| exercise: a\nx = 1", tests, tests, "local = 2", "local"])
    #expect(run.diagnostics.isEmpty)
    #expect(run.statuses == [.ran, .ran, .ran, .ran, .ran])
    #expect(NotebookRun(cells: ["#| exercise: a\nx = 1", tests, "local"]).statuses[2] == .invalid)
  }

  @Test func pointsAreSharedByWorthTheRemainderToTheLast() {
    let run = NotebookRun(
      cells: [
        "#| exercise: a\n#| points: 1\nx = ?", "#| solution: a\nx = 1",
        "#| tests: a\ncheck x == 1\ncheck x == 2\ncheck x == 1", "check x == 1",
      ])
    #expect(
      run.checks(2).map(\.points) == [
        Points(earned: 333, possible: 333), Points(earned: 0, possible: 333),
        Points(earned: 334, possible: 334),
      ])
    // A check outside the exercise's tests scores nothing.
    #expect(run.checks(3).map(\.points) == [nil])
    #expect(run.record.exercises[0].points == Points(earned: 667, possible: 1000))
    #expect(run.record.exercises[0].passed == 2)
    #expect(run.record.exercises[0].checks == 3)
  }

  @Test func worthWeighsTheShares() {
    let run = NotebookRun(
      cells: [
        "#| exercise: a\n#| points: 2\nx = ?", "#| solution: a\nx = 1",
        "#| tests: a\ncheck \"one\": x == 1\ncheck \"half\" worth 0.5: x == 1",
        "#| hidden: a\ncheck \"two\" worth 2.5: x == 1",
      ])
    #expect((run.checks(2) + run.checks(3)).compactMap { $0.points?.possible } == [500, 250, 1250])
  }

  @Test(arguments: [
    (1000, [1000, 1000, 1000], [333, 333, 334]), (1000, [1], [1000]), (0, [1, 2], [0, 0]),
    (5, [0, 0], [0, 0]),
    (7, [1, 0, 1], [3, 0, 4]), (2000, [], []), (1, [1, 1, 1], [0, 0, 1]),
  ])
  func sharesAddUp(points: Int, worths: [Int], shares: [Int]) {
    #expect(Scoring.shares(of: points, worths: worths) == shares)
  }

  @Test func aSheetWithoutHiddenCellsShowsTicksAndNoShares() {
    let run = NotebookRun(
      cells: ["#| exercise: a\n#| points: 2\n#| binds: [x]\nx = 1", "#| tests: a\ncheck x == 1"])
    #expect(run.checks(1).map(\.points) == [nil])
    #expect(run.record.exercises.map(\.points) == [nil])
    #expect(run.record.exercises.map(\.milliPoints) == [2000])
    #expect(run.record.exercises.map(\.passed) == [1])
  }

  @Test func openChecksEarnNothingAndCount() {
    let run = NotebookRun(
      cells: [
        "#| exercise: a\n#| points: 1\nx = ?", "#| solution: a\nx = [1]",
        "#| tests: a\ncheck x[1] == 1\ny = nothing\ncheck y == 1",
      ])
    #expect(run.checks(2).map(\.verdict) == [.open, .open])
    #expect(run.record.exercises[0].points == Points(earned: 0, possible: 1000))
  }

  @Test func aDefinitionThatOnlyTestsSeeIsNotPointedAt() throws {
    let text = """
      ```nn
      x = secret
      ```

      ```nn
      #| exercise: a
      y = 1
      ```

      ```nn
      #| hidden: a
      secret = 2
      ```
      """
    let wrong = try #require(NotebookRun(text, face: .solution).before.first)
    #expect(wrong.kind == .unknownName)
    #expect(wrong.secondary.isEmpty)
  }

  /// Each of many exercises of one name once showed all solutions of that name.
  @Test(arguments: Face.allCases) func solutionsStandOnceThoughTheirExerciseIsGivenTwice(face: Face) {
    let pairs = (1...9).map { number in
      "```nn\n#| exercise: a\nx\(number) = ?\n```\n\n```nn\n#| solution: a\nx\(number) = 1\n```\n"
    }
    let (notebook, form) = readNotebook(SourceFile(path: "test.md", text: pairs.joined(separator: "\n")))
    #expect(form.filter { $0.kind == .duplicateExercise }.count == 8)
    #expect(Page(notebook, face: face).order.count == 9)
  }
}
