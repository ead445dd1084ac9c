import Language
import Tensors
import Testing

/// A net's row result has the bits of the single call.
@Suite struct NetRowTests {
  /// Nets of two inputs of every origin.
  static let nets = [
    "net n(x[2]) { tanh(x @ [0.3, -0.7]) + 0.1*sum(x) }",
    "net n(x[2]) { param W[2, 7] ~ xavier; param v[7] ~ normal; h = gelu(x @ W); sigmoid(h @ v)/3 }",
    "net n(x[2]) { [x[1]^x[2], x[1]/(1 + exp(-x[2])), if x[1] > x[2] then sin(x[1]) else mish(x[2])] }",
    "net n(x[2]) { softmax([x[1], x[2], x[1]*x[2]]) }",
    "net n(x[2]) { f(t) = t*erf(t); f'(x) + f''(x) }",
    "net n(x[2]) { [norm([v, 0.1]) for v in x] }",
    "n = input(2) -> dense(5, tanh) -> dense(3, selu) -> dense(1, sigmoid)",
    "n = input(2) -> dense(33, softplus) -> dense(4)",
    "net s(x[2]) { [x[1], x[1]*x[2], cos(x[2])] }\nn = s -> dense(9, silu, init=he) -> dense(2, tanh)",
    "n = perceptron(w=[0.1, 0.7], T=0.3)",
    "n = perceptron(w=[0.1, 0.7], b=0.3, activation=elu)",
    "n = perceptron(w=[0.1, 0.7], b=0.3, fires=\">\")",
    "n = regular_polygon(7, 1.5)",
    "n = regular_polygon(7, 1.5).sum",
    "n = polygon([0, 0; 2, 0.1; 0.3, 2])",
    "n = any_of(halfplane([0.3, 1], -0.2), all_of(halfplane([1, 0], 0.1), regular_polygon(5)))",
    "m = input(2) -> dense(6, tanh) -> dense(1)\nn = m.1",
    "m = input(2) -> dense(1) -> dense(2, tanh)\nn = m with { 1.W = [0.1; 0.2], 2.b = [0.3, 0.7] }",
  ]

  @Test(arguments: nets) func aRowHasTheBitsOfTheSingleCall(text: String) throws {
    // More rows than a block has, so that every place in a block is met.
    let program = "\(text)\nX = normal(sd=2, size=[300, 2])\nrows = n(X)\nsingle = [n(x) for x in X]"
    let run = ProgramRun(program)
    try #require(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message))")
    let rows = try #require(run.scope["rows"]?.value.tensor)
    let single = try #require(run.scope["single"]?.value.tensor)
    #expect(rows.shape == single.shape)
    #expect(rows.elements.map(\.bitPattern) == single.elements.map(\.bitPattern))
    #expect(Set(rows.elements).count > 1)
  }

  /// A number at a time, a vector, and a table give the same.
  @Test(arguments: nets) func everyWayOfCallingGivesTheSame(text: String) throws {
    let program = """
      \(text)
      table P(a, b -> y) { (0.25, -1.5): 0, (3, 0.125): 1 }
      byTable = n(P)
      byRows = n(P.X)
      byNumbers = [n(0.25, -1.5), n(3, 0.125)]
      byVectors = [n([0.25, -1.5]), n([3, 0.125])]
      """
    let run = ProgramRun(program)
    try #require(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message))")
    let results = ["byTable", "byRows", "byNumbers", "byVectors"].compactMap { run.scope[$0]?.value.tensor }
    #expect(results.count == 4 && Set(results).count == 1, "\(results)")
  }
}
