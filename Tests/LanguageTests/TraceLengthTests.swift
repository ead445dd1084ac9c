import CInterposer
import Testing

@testable import Language

/// The references that running a net of so many operations counts, and the operations.
private func counts(of terms: Int) throws -> (retains: Int, operations: Int) {
  let text = "net long(x[1]) { sum([x[1] * i for i in 1..\(terms)]) }"
  let before = nnb_retains()
  let run = ProgramRun(onThisStack: text, .run, .cell, Scope())
  let retains = nnb_retains() - before
  guard case .net(let net)? = run.scope["long"]?.value else {
    Issue.record("\(run.diagnostics)")
    return (retains, 0)
  }
  return (retains, net.graph.count)
}

// A copy of the graph for each operation would count its tensors and lists again, each time.
@Test("tracing a net of twice as many operations does twice the work")
func traceLength() throws {
  let (short, long) = (try counts(of: 1000), try counts(of: 2000))
  #expect(long.operations > 2 * short.operations - 10)
  #expect(Double(long.retains) < 2.2 * Double(short.retains))
}
