import Bytes
import CourseLibrary
import Diagnostics
import Figures
import NotebookRunning

@testable import Language

/// Values of every kind, as the language makes them.
enum ValueSamples {
  /// What the samples are made from, beside the preamble of ``ProgramMaker``.
  private static let preamble = """
    L(p, y) = mean((p - y)^2)
    Q(w, k) = k*sum(w^2)
    poly(x) = { a = x^2; h(t) = t + a; h(3*x) }
    spread(x1..x3) = max([x1, x2, x3]) - min([x1, x2, x3])
    scaled(s) = { inner(t) = s*one(t); inner }
    """

  /// Expressions beside those of ``ProgramMaker``.
  private static let texts =
    [
      "grad(Q)", "grad(Q, 2)", "grad(one)", "grad(sum)", "derivative(one)", "derivative(derivative(poly))",
      "derivative(sigmoid)", "derivative(tanh)", "poly", "spread", "scaled(3)", "scaled", "poly'", "Q", "L",
      "train(m, G, loss=L, opt=adam(0.1), epochs=3, val=1, log=1, stop=patience(2))",
      "train(learner, G, loss=bce, opt=momentum(0.1), epochs=3, batch=3, shuffle=true, l1=0.01, val=G)",
      "train(wide, data([0.5; 1; 2], [1, 2, 3; 2, 3, 4; 1, 1, 1] @ ones(3, 300)), loss=mse, opt=sgd(0.001), epochs=1)",
      "train(m, G, loss=mse, opt=sgd(0.1), epochs=0)", "run.at", "run.hyper", "run.data", "run.val",
    ] + [
      "m.1", "both.h", "g.z", "eye.2", "letters.1", "(m -> dense(2, softplus)).2",
      "[g, [1, 2], \"a\", [m, m]]", "\"η₁ é👍🏽\"", "uniform(size=3)", "g with { w = [2, 3] }",
      "m with { 1.b = [1, 2, 3] }", "confusion(g, G)", "truth_table(g)", "summary(m)",
      "tabulate(sin, x=0..3)",
      "softmax", "train", "all_of(g, g)", "forward(m, G)", "adamw(0.1)", "below(0.1)",
    ] + [
      "regions(g, data=G)", "regions(m, x=-1..1, y=-1..1)", "scatter(circle(n=10))", "scatter(classes)",
      "plot(sin, cos, x=-3..3)", "plot(exp, x=0..5, log=\"y\")", "histogram(normal(size=50))",
      "bars([1, 2, 3])", "heat(m, x=-1..1, y=-1..1)", "heat(A)", "diagram(m)", "curve(run)",
      "film(run, at=[0, 2])", "grid(fig, fig, columns=1)", "lines(g)", "activations(relu)",
      "kmap(G)", "dnf(G)", "cnf(G)", "minimize(G)", "network(G)",
    ]

  /// The names under which the values of the preambles and of programs by chance are looked for.
  static let scope = ProgramRun(ProgramMaker.preamble + "\n" + preamble).scope

  /// Every sample with the text that makes it; what is no value of the language is left out.
  static let all: [(text: String, value: Value)] = withDeepStack {
    let names = ProgramMaker.names + ["poly", "spread"]
    let unique = (names + ProgramMaker.values + texts).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return unique.compactMap { text in
      let run = ProgramRun(onThisStack: "r = (\(text))", .run, .cell, scope)
      return run.scope["r"].map { (text, $0.value) }
    } + [("a shape", .symbol(Symbol(shape: [2, 3]))), ("xavier", .initializer(.xavier))]
  }

  /// What the texts of figures begin with, or name.
  nonisolated(unsafe) static let drawing =
    #/^(fig|plot|regions|scatter|histogram|bars|heat|diagram|curve|film|grid|lines|activations|kmap)\b|fig, fig/#

  /// The kind of a value, by the name of its case.
  static func kind(of value: Value) -> String {
    switch value {
    case .tensor(.known): "tensor"
    case .text: "text"
    case .table: "table"
    case .callable(.net): "net"
    case .callable(.function): "function"
    case .callable(.builtin(let builtin)): builtin.partial.map { "partial \($0.form)" } ?? "builtin"
    case .range: "range"
    case .list: "list"
    case .figure: "figure"
    case .stage: "stage"
    case .initializer: "initializer"
    case .structure: "structure"
    case .training: "training"
    case .tensor(.symbol): "symbol"
    case .unknown: "unknown"
    }
  }

  /// Programs that use the value `r` in the ways in which values are used; each binds `s` or shows.
  static let uses = [
    "r", "s = r(0.5)", "s = r(1, 0)", "s = r([0.5, 2])", "s = r([0, 1; 1, 1])", "s = r'(0.5)",
    "s = derivative(r)(0.5)", "s = grad(r)([1, 2])", "s = r.net", "s = r.at(1)", "s = r.loss", "s = r.hyper",
    "s = r + 1", "s = [k for k in r]", "s = r[1]", "s = r.1", "s = r.y", "s = input(2) -> r",
    "s = r -> dense(1)", "r == G", "check r == G", "s = accuracy(r, G)", "summary(r)",
    "s = (r with { 1.b = [1, 2, 3] })([1, 0])", "s = train(r, G, loss=mse, opt=sgd(0.1), epochs=2)",
    "s = train(m, G, loss=r, opt=sgd(0.1), epochs=2)", "s = train(m, r, loss=mse, opt=sgd(0.1), epochs=2)",
    "s = train(m, G, loss=mse, opt=r, epochs=2)", "s = train(m, G, loss=mse, opt=sgd(0.1), epochs=2, stop=r)",
    "s = sweep(r, lr=[0.1])", "curve(r)", "film(r, at=[0, 1])", "regions(r, x=-1..1, y=-1..1)", "grid(r, r)",
    "net n(x[2]) { r(x) }\ns = n", "f(x) = r(x) + r(x)\ns = f(1)", "s = input(2) -> dense(2, init=r)",
  ]

  /// What a program makes of a value: what it shows, the bytes of what it binds, the kinds of its mistakes.
  static func outcome(of use: String, on value: Value) -> (words: [String], bytes: [UInt8]?) {
    var names = scope
    names["r"] = Scope.Entry(value)
    let run = ProgramRun(
      onThisStack: use, .run, Budget(fuel: 50_000_000, memory: 20_000_000), names)
    let words = run.outputs.map(words) + run.diagnostics.map(\.kind.id)
    return (words, try? run.scope["s"]?.value.encoded())
  }

  private static func words(_ output: Output) -> String {
    switch output {
    case .text(let text), .summary(let text): text
    case .tensor(let tensor): "\(tensor.shape) \(tensor.canonical.elements)"
    case .table(let table): "\(table)"
    case .figure(let drawn): drawn.digest
    case .formula(let formula): formula.plainText
    case .check(let check): "\(check.verdict) \(check.reasons)"
    case .diagnostic(let diagnostic): diagnostic.kind.id
    }
  }
}
