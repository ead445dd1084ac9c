import Diagnostics
import Language
import Testing

/// The check before the run says nothing against a program that runs, and knows its shapes.
@Suite struct CheckAndRunTests {
  static let programs = [
    "x = 1 + 2*3", "x = [1, 2; 3, 4] @ [1, 1]", "x = [k^2 for k in 1..5]", "x = [[k, 2*k] for k in 1..3]",
    "w = [1 for k in 1..3]\nx = perceptron(w=w, T=2)(1, 1, 0)", "a = [0.1*k for k in 0..4]\nx = a[2..3] + 1",
    "f(t) = if t > 0 then t else 0\nx = f(-1)", "f(v) = v @ [1, 2]\nx = f([3, 4])",
    "net n(x[2]) { step(x[1] - x[2]) }\nx = n([0, 1; 1, 0])",
    "table T1(a, b -> y) { (0, 0): 0, (1, 1): 1 }\nx = T1.X",
    "x = sum([1, 2; 3, 4], along=\"rows\")", "x = not ([1, 0] and [1, 1])", "x = [1, 2] == [1, 3]",
    "n = 4\nx = [k for k in 1..n]", "f(k) = [j*k for j in 1..3]\nx = [f(k) for k in 1..2]",
    "x = max([sum(r) for r in [1, 2; 3, 4]])", "x = \"a\" == \"b\"",
  ]

  @Test(arguments: programs) func aProgramThatRunsIsNotFaulted(text: String) throws {
    let run = ProgramRun(text)
    #expect(run.diagnostics.isEmpty)
    let check = ProgramRun(text, mode: .check)
    #expect(check.diagnostics.isEmpty)
    #expect(check.outputs.isEmpty)
    let known = try #require(check.scope["x"]).value
    if !known.isUnknown { #expect(known.shape == run.scope["x"]?.value.shape) }
  }
}
