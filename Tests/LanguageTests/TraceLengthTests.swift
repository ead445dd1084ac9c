import CInterposer
import Testing

@testable import Language

// A copy of the graph for each operation would count its tensors and lists again, each time.
@Suite struct TraceLengthTests {
  /// The references that making the net `long` counts, and its operations.
  private func counts(of text: String) throws -> (retains: Int, operations: Int) {
    let before = nnb_retains()
    let run = ProgramRun(onThisStack: text, .run, .cell, Scope())
    let retains = nnb_retains() - before
    guard let net = run.scope["long"]?.value.net else {
      Issue.record("\(run.diagnostics)")
      return (retains, 0)
    }
    return (retains, net.graph.count)
  }

  private func expectTwice(_ text: (Int) -> String, _ count: Int) throws {
    let (short, long) = (try counts(of: text(count)), try counts(of: text(2 * count)))
    #expect(long.operations > 2 * short.operations - 10)
    #expect(Double(long.retains) < 2.2 * Double(short.retains))
  }

  @Test("tracing a net of twice as many operations does twice the work")
  func traceLength() throws {
    try expectTwice({ "net long(x[1]) { sum([x[1] * i for i in 1..\($0)]) }" }, 1000)
  }

  @Test("a chain of twice as many layers does twice the work")
  func chainLength() throws {
    try expectTwice({ "long = input(1)\(String(repeating: " -> dense(1, tanh)", count: $0))" }, 300)
  }

  @Test("a net that calls another twice as often does twice the work")
  func callLength() throws {
    try expectTwice({ "net m(x[1]) { 2*x[1] }\nnet long(x[1]) { sum([m(x) for i in 1..\($0)]) }" }, 500)
  }
}
