@testable import Grading
import Testing

/// Answers in place of exercises, and the verdicts of the key's checks on them.
@Suite struct JudgeTests {
  private let right = [
    "and": "and_gate = perceptron(w=[1, 1], T=2)", "or": "or_gate = perceptron(w=[2, 2], T=1)",
  ]

  private func outcomes(_ answers: [String: String]) -> [[CheckVerdict.Outcome]] {
    SampleKey.verdicts(answers, of: SampleKey.key()).map { $0.checks.map(\.outcome) }
  }

  @Test func theKeyHasARubric() {
    let key = SampleKey.key()
    #expect(key.diagnostics.isEmpty)
    #expect(key.exercises.map(\.name) == ["and", "or"])
    #expect(key.exercises.map(\.binds) == [["and_gate"], ["or_gate"]])
    #expect(key.exercises[0].checks.map(\.milliPoints) == [500, 500, 1000])
    #expect(
      key.exercises[0].checks.map(\.publicName) == [
        "the gate is AND", "hidden check 1 of 2", "hidden check 2 of 2",
      ])
    #expect(key.milliPoints == 3000)
  }

  @Test func theRemainderGoesToTheLastCheck() {
    let key = SampleKey.key([("points: 2", "points: 1"), (" worth 2", "")])
    #expect(key.exercises[0].checks.map(\.milliPoints) == [333, 333, 334])
  }

  @Test func rightAnswersScoreAll() {
    let verdicts = SampleKey.verdicts(right, of: SampleKey.key())
    #expect(verdicts.map(\.milliPoints) == [2000, 1000])
  }

  @Test func aWrongAnswerShowsTheRow() throws {
    var answers = right
    answers["and"] = "and_gate = perceptron(w=[1, 1], T=0.5)"
    let verdicts = SampleKey.verdicts(answers, of: SampleKey.key())
    #expect(verdicts.map(\.milliPoints) == [0, 1000])
    #expect(verdicts[0].checks[0].outcome == .failed)
    #expect(verdicts[0].checks[0].counterexample != nil)
  }

  @Test func anAnswerThatIsMissingCostsItsOwnPointsOnly() {
    // What a later check computes from both is lost too: marks follow through.
    #expect(outcomes(["or": right["or"] ?? ""]) == [[.notRun, .notRun, .notRun], [.passed, .notRun]])
    #expect(outcomes([:]).flatMap { $0 }.allSatisfy { $0 == .notRun })
  }

  @Test func aCheckThatStopsKeepsNoOtherFromRunning() {
    var answers = right
    answers["and"] = "and_gate = (a, b) -> 3"
    answers["and"] = "and_gate(a, b) = a * b"
    #expect(outcomes(answers) == [[.passed, .passed, .error], [.passed, .passed]])
  }

  @Test func anEndlessAnswerCostsItsOwnPointsOnly() {
    let key = SampleKey.key([("points: 2", "points: 2\n#| budget: {fuel: 3e6}")])
    var answers = right
    answers["and"] = "n = sum([k for k in 1..100000])\nand_gate = perceptron(w=[1, 1], T=2)"
    let verdicts = SampleKey.verdicts(answers, of: key)
    #expect(verdicts.map(\.milliPoints) == [0, 500])
    #expect(verdicts[0].checks[0].reasons == ["the answer to `and` went beyond its limits"])
  }

  @Test func checksSeeTheKeysNamesWhateverAnswersBind() {
    var answers = right
    answers["and"] =
      "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:0 }\nmax(x) = 0\nand_gate = perceptron(w=[1, 1], T=5)"
    #expect(outcomes(answers)[0] == [.failed, .failed, .passed])
  }

  @Test func aLaterExerciseUsesTheKeyWhereItSaysSo() {
    let change = ("or_gate = perceptron(w=[?, ?], T=?)", "or_gate = perceptron(w=and_gate.w, T=?)")
    let answer = ["or": "or_gate = perceptron(w=and_gate.w, T=0.5)"]
    let own = SampleKey.key([change])
    #expect(SampleKey.verdicts(answer, of: own)[1].checks.map(\.outcome) == [.notRun, .notRun])
    let key = SampleKey.key([change, ("exercise: or", "exercise: or\n#| uses: key")])
    #expect(SampleKey.verdicts(answer, of: key)[1].checks.map(\.outcome) == [.passed, .notRun])
  }
}
