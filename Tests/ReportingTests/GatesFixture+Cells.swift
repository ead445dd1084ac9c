import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Tensors

@testable import Reporting

/// Adds the cells of ``gatesText`` with what became of them; returns their blocks in page order.
func addGatesCells(to gates: inout GatesFixture) -> [Block] {
  let truth = TableOutput(
    title: "AND", header: ["x1", "x2", "y"], inputCount: 2,
    rows: [["0", "0", "0"], ["0", "1", "0"], ["1", "0", "0"], ["1", "1", "1"]])
  var captioned = CellOptions()
  captioned.label = "fig-and"
  captioned.figureCaption = Caption("The line of `and_gate` parts the point (1, 1) from the other three.")
  var folded = CellOptions()
  folded.isFolded = true
  folded.foldSummary = "The code of the OR gate"
  folded.figureCaption = Caption("The four points of OR.")
  folded.figureAlt = "Four points; three of them are marked 1."
  var matrixOptions = CellOptions()
  matrixOptions.tableCaption = Caption("The weights of the hidden layer.")
  return [
    gates.add("# the table", CellRecord(status: .ran, outputs: [.table(truth)], fuel: 12_000)),
    gates.add(
      "and_gate = ", role: .exercise(name: "and", milliPoints: 2000, binds: ["and_gate"]),
      CellRecord(
        status: .ran,
        outputs: [.summary("perceptron of 2 inputs: w = [1, 1], T = 1.5"), .figure(sampleFigure)],
        fuel: 40_000),
      options: captioned),
    gates.add(
      "check \"the gate", role: .tests(exercise: "and"), CellRecord(status: .ran, outputs: andChecks(gates))),
    gates.add(
      "or_gate = ", role: .exercise(name: "or", milliPoints: 1500, binds: ["or_gate"]),
      CellRecord(status: .ran, outputs: [.figure(sampleFigure)]), options: folded),
    gates.add(
      "check or_gate", role: .tests(exercise: "or"),
      CellRecord(status: .checkFailed, outputs: orChecks(gates))),
    gates.add(
      "not_gate = ", role: .exercise(name: "not", milliPoints: 1000, binds: ["not_gate"]),
      CellRecord(status: .toDo(holes: 2))),
    gates.add(
      "check not_gate", role: .tests(exercise: "not"),
      CellRecord(
        status: .skipped(reason: "it needs `not_gate`, which is to do"),
        outputs: [
          .check(
            CheckResult(text: "not_gate == NOT", verdict: .open, range: gates.range("check not_gate == NOT")))
        ])),
    gates.add(
      "W = ",
      CellRecord(
        status: .ran,
        outputs: [
          .tensor(Tensor([3, 2], [1, 1, 1, -1, 0.25, 1e-7])), .diagnostic(redefinition(gates)),
        ]), options: matrixOptions),
    gates.add("x = [1, 2, 3]", CellRecord(status: .failed, outputs: [.diagnostic(shapeMismatch(gates))])),
    gates.add("hidden + 1", CellRecord(status: .skipped(reason: "cell 9 stopped before it gave `hidden`"))),
    gates.add("a = iterate", CellRecord(status: .exhausted, outputs: [.diagnostic(limit(gates))])),
    gates.add("b = perceptron", CellRecord(status: .invalid, outputs: [.diagnostic(missingComma(gates))])),
    gates.add("not_solution", role: .solution(exercise: "not"), CellRecord(status: .leftOut)),
    gates.add(
      "sigmoid(2)",
      CellRecord(
        status: .ran,
        outputs: [
          .tensor(Tensor(0.880797077977882)), .tensor(Tensor([1, 0.333333333333333, -2.5e-9])),
          .text("done"), .diagnostic(expected(gates)),
        ])),
  ]
}

private func andChecks(_ gates: GatesFixture) -> [Output] {
  [
    .check(
      CheckResult(
        text: "the gate is right on every row", verdict: .passed,
        points: Points(earned: 1000, possible: 1000),
        range: gates.range("check \"the gate is right on every row\": and_gate == AND"))),
    .check(
      CheckResult(
        text: "accuracy(and_gate, AND) == 1", verdict: .passed, points: Points(earned: 1000, possible: 1000),
        range: gates.range("check accuracy(and_gate, AND) == 1"))),
  ]
}

private func orChecks(_ gates: GatesFixture) -> [Output] {
  [
    .check(
      CheckResult(
        text: "or_gate == OR", verdict: .failed,
        reasons: ["they differ on 1 of 4 rows; the first is"],
        counterexample: TableOutput(
          header: ["x1", "x2", "or_gate", "OR"], inputCount: 2, rows: [["0", "1", "0", "1"]]),
        points: Points(earned: 0, possible: 1000), range: gates.range("check or_gate == OR"))),
    .check(
      CheckResult(
        text: "both weights are at most 1", verdict: .passed, reasons: ["1 <= 1"],
        points: Points(earned: 500, possible: 500),
        range: gates.range("check \"both weights are at most 1\": max(or_gate.w) <= 1"))),
  ]
}

private func shapeMismatch(_ gates: GatesFixture) -> Diagnostic {
  Diagnostic(
    SampleKind.shapeMismatch, "cannot multiply [3] by [2, 3]", at: gates.range("@", after: "hidden = x "),
    label: "the inner sizes are 3 and 2",
    secondary: [Diagnostic.Label(gates.range("W = [1, 1; 1, -1; 0.25, 1e-7]"), "`W2` was made from this")],
    hint: Diagnostic.Hint("write `x @ W2.T`"),
    trace: [Diagnostic.Frame("in `layer(x)`", gates.range("hidden + 1"))])
}

private func limit(_ gates: GatesFixture) -> Diagnostic {
  Diagnostic(
    SampleKind.limit, "the cell may take 10,000,000,000 units of work, and this takes 1,000,000,000,000",
    at: gates.range("iterate(f, from=0, steps=1e9)"), hint: Diagnostic.Hint("take fewer steps"))
}

private func missingComma(_ gates: GatesFixture) -> Diagnostic {
  Diagnostic(
    SampleKind.syntax, "there is no comma between two arguments",
    at: gates.range("T=1)", after: "b = perceptron").startPoint,
    label: "a comma goes here", hint: Diagnostic.Hint("write `w=[1, 1], T=1`"))
}

private func redefinition(_ gates: GatesFixture) -> Diagnostic {
  Diagnostic(SampleKind.redefinition, "`hidden` is defined again in cell 9", at: gates.range("hidden = W"))
}

private func expected(_ gates: GatesFixture) -> Diagnostic {
  var diagnostic = Diagnostic(
    SampleKind.shapeMismatch, "`sigmoid` takes one number", at: gates.range("sigmoid(2)"))
  diagnostic.isExpected = true
  return diagnostic
}
