import Diagnostics
import Testing

@testable import Language

/// Definitions that use the one above twice describe more than anybody can compute: they end, in the check and in
/// the run, before the work is done.
@Suite struct DoublingTests {
  /// A first line, forty that use the one before, and a last one.
  private static func chain(_ first: String, _ next: (Int) -> String, _ last: String) -> String {
    ([first] + (1...40).map(next) + [last]).joined(separator: "\n")
  }

  private static let programs: [(String, [DiagnosticKind])] = [
    (
      chain("net f0(x[1]) { x }", { "net f\($0)(x[1]) { f\($0 - 1)(f\($0 - 1)(x)) }" }, "f40(1)"),
      [.fuelLimit]
    ),
    (
      chain(
        "net f0(x[2]) { tanh(x) }", { "net f\($0)(x[2]) { f\($0 - 1)(x) + f\($0 - 1)(x) }" }, "f40([1, 2])"),
      [.fuelLimit]
    ),
    (chain("f0 = input(2) -> dense(2)", { "f\($0) = f\($0 - 1) -> f\($0 - 1)" }, "f40"), [.fuelLimit]),
    (
      chain("g0 = halfplane([1, 0], 0)", { "g\($0) = all_of(g\($0 - 1), g\($0 - 1))" }, "g40(1, 1)"),
      [.fuelLimit]
    ),
    (
      chain("g0 = halfplane([1, 0], 0)", { "g\($0) = any_of([g\($0 - 1), g\($0 - 1)])" }, "g40(1, 1)"),
      [.fuelLimit]
    ),
    (chain("f0(x) = x + 1", { "f\($0)(x) = f\($0 - 1)(f\($0 - 1)(x))" }, "f40(1)"), [.fuelLimit]),
    (chain("f0(x) = x + 1", { "f\($0)(x) = f\($0 - 1)(x)*f\($0 - 1)(x)" }, "f40'"), [.fuelLimit]),
    (chain("g0 = plot(sin, x=0..1)", { "g\($0) = grid(g\($0 - 1), g\($0 - 1))" }, "g40"), [.fuelLimit]),
    (
      chain("l0 = [\"a\", \"b\"]", { "l\($0) = [l\($0 - 1), l\($0 - 1)]" }, "l40"),
      [.fuelLimit, .memoryLimit]
    ),
    // So many that their bytes are more than a number holds.
    (
      chain("l0 = [\"a\", \"b\"]", { "l\($0) = [l\($0 - 1), l\($0 - 1), l\($0 - 1)]" }, "[k for k in l40]"),
      [.fuelLimit, .memoryLimit]
    ),
  ]

  private static let budget = Budget(fuel: 300_000_000, memory: 100_000_000)

  @Test(arguments: programs) func aDoublingProgramEndsByALimit(text: String, kinds: [DiagnosticKind]) throws {
    let check = ProgramRun(text, mode: .check)
    #expect(check.diagnostics.filter { $0.severity == .error }.allSatisfy { kinds.contains($0.kind) })
    let run = ProgramRun(text, budget: Self.budget)
    #expect(kinds.contains(try #require(run.diagnostics.last).kind))
    #expect(run.outputs.isEmpty)
  }

  @Test func aDerivativeOfCallsInCallsIsWrittenOutWhileItCanBeRead() {
    func program(_ depth: Int, _ g: String) -> String {
      let call = String(repeating: "g(", count: depth) + "x" + String(repeating: ")", count: depth)
      return "g(x) = \(g)\nf(x) = \(call)\nd = derivative(f)\ncheck d(1) ~ f'(1) within 1e-9"
    }
    for (depth, g) in [(2, "x*x"), (22, "x*x"), (30, "if x > 0 then x else 1"), (90, "sin(x)")] {
      let run = ProgramRun(program(depth, g))
      #expect(run.diagnostics.isEmpty && run.checks.map(\.verdict) == [.passed], "\(depth) times \(g)")
      let isFormula = run.scope["d"]?.value.function != nil
      #expect(isFormula == (depth == 2), "\(depth) times \(g)")
    }
  }

  @Test func aDerivativeOfADerivativeEndsByALimitOrItsLength() {
    let text =
      "f(x) = sin(x)*exp(x)/(1 + x^2)\nd1 = derivative(f)\n"
      + (2...30).map { "d\($0) = derivative(d\($0 - 1))" }.joined(separator: "\n") + "\nd30"
    #expect(ProgramRun(text).diagnostics.last?.kind == .fuelLimit)
  }

  @Test func aNetHasAtMostFortyThousandOperations() {
    let text = "net f(x[1]) { sum([x[1] for k in 1..25000]) }"
    let diagnostic = ProgramRun(text).diagnostics.last
    #expect(diagnostic?.kind == .fuelLimit)
    #expect(diagnostic?.message.english.contains("40,000 operations") == true)
  }
}
