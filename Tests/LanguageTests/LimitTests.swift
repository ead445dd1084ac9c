import Diagnostics
import Language
import Testing

/// Every program ends, by its fuel, its memory or the depth of its calls.
@Suite struct LimitTests {
  private func chain(_ count: Int, _ body: (Int) -> String) -> String {
    (["d0(x) = x + 1"] + (1...count).map(body)).joined(separator: "\n")
  }

  @Test func aDoublingChainEndsByItsFuel() throws {
    let text = chain(40) { "d\($0)(x) = d\($0 - 1)(x) + d\($0 - 1)(x)" } + "\nd40(1)"
    let run = ProgramRun(text, budget: Budget(fuel: 20_000_000, memory: 1_000_000))
    let diagnostic = try #require(run.diagnostics.last)
    #expect(diagnostic.kind == .fuelLimit)
    #expect(diagnostic.primary.range.text == "d40(1)")
    #expect(diagnostic.message.english.contains("20,000,000"))
  }

  @Test func theCaretStandsAtTheDearestStatement() throws {
    let run = ProgramRun(
      "a = [k for k in 1..900]\nb = 1\nc = 2\nd = [k for k in 1..200]",
      budget: Budget(fuel: 4_000_000, memory: 1_000_000))
    let diagnostic = try #require(run.diagnostics.last)
    #expect(diagnostic.kind == .fuelLimit)
    #expect(diagnostic.primary.range.text == "a = [k for k in 1..900]")
  }

  @Test func truthTablesThatAreKeptTakeMemory() {
    let text = "f(a, b, c, d, e, g) = a and b\nq = [truth_table(f) for k in 1..40]"
    func kind(memory: Int) -> DiagnosticKind? {
      ProgramRun(text, budget: Budget(fuel: 1_000_000_000, memory: memory)).diagnostics.last?.kind
    }
    #expect(kind(memory: 1_000_000) == nil)
    #expect(kind(memory: 200_000) == .memoryLimit)
  }

  @Test func callsStandAtMost200Deep() throws {
    let allowed = chain(198) { "d\($0)(x) = d\($0 - 1)(x) + 1" } + "\ncheck d198(0) == 199"
    #expect(ProgramRun(allowed).checks.map(\.verdict) == [.passed])
    let refused = chain(200) { "d\($0)(x) = d\($0 - 1)(x) + 1" } + "\nd200(0)"
    let diagnostic = try #require(ProgramRun(refused).diagnostics.last)
    #expect(diagnostic.kind == .callLimit)
    // The innermost calls tell enough.
    #expect(diagnostic.trace.count == 6)
  }

  @Test func whatAnExpressionTookOnTheWayIsGivenBack() {
    let budget = Budget(fuel: 100_000_000, memory: 100_000)
    let text = "a = [k for k in 1..1000]\ns = [sum(a*k) for k in 1..100]\ncheck s[1] == 500500"
    #expect(ProgramRun(text, budget: budget).checks.map(\.verdict) == [.passed])
    // Bound values stay.
    let kept = (1...20).map { "b\($0) = a*\($0)" }.joined(separator: "\n")
    #expect(
      ProgramRun("a = [k for k in 1..1000]\n" + kept, budget: budget).diagnostics.last?.kind == .memoryLimit)
  }

  @Test(arguments: [
    "x = [1, 2] @ [3, 4]", "f(x) = x^2\nf(3)\nf(4)", "table A(a, b -> y) = a and b\ncheck A == A",
    "net n(x[2]) { step(x @ [1, 1]) }\nn([0, 0; 1, 1])", "[k^2 for k in 1..50]",
  ])
  func theSameProgramTakesTheSameFuel(text: String) {
    let fuels = (0..<3).map { _ in fuel(of: text) }
    #expect(Set(fuels).count == 1)
    #expect(fuels[0] > 0)
  }

  @Test func manyRowsTakeTheFuelOfTheirCalls() {
    let net = "net n(x[2]) { tanh(x @ [0.5, 1]) }\n"
    let one = fuel(of: net + "n([1, 2])") - fuel(of: net + "[1, 2]")
    let rows = fuel(of: net + "X = [1, 2; 3, 4; 5, 6]\nn(X)") - fuel(of: net + "X = [1, 2; 3, 4; 5, 6]\nX")
    // Nodes are counted once, the net's own work once a row.
    #expect(rows > one && rows < 3 * one)
  }

  private func fuel(of text: String) -> Int {
    var low = 0
    var high = 10_000_000
    while high - low > 1 {
      let middle = (low + high) / 2
      let isEnough = ProgramRun(text, budget: Budget(fuel: middle, memory: 1 << 30)).diagnostics.isEmpty
      if isEnough { high = middle } else { low = middle }
    }
    return high
  }
}
