import Language
import Testing

/// The shape that the check knows is the shape of the value, in programs by chance.
@Suite struct ShapeRuleTests {
  @Test(arguments: 0..<20) func theKnownShapeIsTheShapeOfTheValue(seed: Int) {
    var maker = ShapeProgram(seed: UInt64(seed))
    for _ in 0..<8 {
      let text = maker.program()
      let run = ProgramRun(text, budget: Budget(fuel: 5_000_000, memory: 10_000_000))
      guard !run.diagnostics.contains(where: { $0.severity == .error }) else { continue }
      let check = ProgramRun(text, mode: .check)
      let faults = check.diagnostics.filter { $0.severity == .error }
      #expect(faults.isEmpty, "\(text)\n\(faults.map(\.message))")
      for name in check.scope.names {
        guard let known = check.scope[name]?.value.shape else { continue }
        #expect(known == run.scope[name]?.value.shape, "\(name) of\n\(text)")
      }
    }
  }
}

/// Makes programs of derivatives, comprehensions, iterate, chains, edited copies and draws.
private struct ShapeProgram {
  private var chance: Chance
  private var names: [String] = []

  init(seed: UInt64) { chance = Chance(seed &+ 1000) }

  mutating func program() -> String {
    names = ["v", "A", "u"]
    var lines = [
      "v = [1, 0]", "A = [1, 2; 3, 4]", "u = uniform(size=[2, 2])", "f(t) = t^2 + tanh(t)", "g(p) = 2*p",
      "s(p, k) = p/k", "table G(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }",
      "m = input(2) -> dense(3, tanh) -> dense(2)", "w = perceptron(w=[1, 1], T=1)",
      "net h(x[2]) { param W[2, 2] ~ xavier; a = x @ W; relu(a) }",
    ]
    for number in 0..<4 {
      lines.append("n\(number) = \(expression(3))")
      names.append("n\(number)")
    }
    return lines.joined(separator: "\n")
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return chance.pick(["1", "0.5", "[1, 2]"] + names) }
    let a = expression(depth - 1)
    switch chance.next(16) {
    case 0: return "\(chance.pick(["f", "f'", "f''", "sigmoid'", "abs'", "w'", "g"]))(\(a))"
    case 1: return "\(chance.pick(["m", "h", "w", "m.1", "h.a", "m with { 2.b = [1, 2] }"]))(\(a))"
    case 2: return "[\(chance.pick(["k*(\(a))", "sum(k)", "[k, k]", a])) for k in \(expression(depth - 1))]"
    case 3: return "[r.x1 + \(a) for r in G]"
    case 4:
      let function = chance.pick(["f", "g", "s", "h", "sigmoid"])
      return "iterate(\(function), from=\(a), steps=\(chance.next(4)))"
    case 5: return "(\(a)) \(chance.pick(["+", "*", "@", "·", "/", "-"])) (\(expression(depth - 1)))"
    case 6: return "(\(a))[\(chance.pick(["1", "2", "1..2", "1, :", ":, 2", "2, 1", "1, :, :"]))]"
    case 7: return "(\(a)).T"
    case 8: return "[\(a), \(expression(depth - 1))]"
    case 9:
      return "\(chance.pick(["sum", "mean", "max"]))(\(a), along=\"\(chance.pick(["rows", "columns"]))\")"
    case 10:
      let functions = ["softmax", "argmax", "cumsum", "sort", "norm", "var", "count", "det"]
      return "\(chance.pick(functions))(\(a))"
    case 11: return "\(chance.pick(["m.1.W", "m.2.b", "h.W", "w.w", "w.b", "G.X", "G.y", "G.x1"]))"
    // A branch that is not taken may be faulted too, so both have one shape.
    case 12: return "if sum(\(a)) > 0 then \(a) else 2*(\(a))"
    case 13: return "\(chance.pick(["zeros", "ones"]))(\(chance.pick(["2", "2, 2", "3"]))) + (\(a))"
    case 14: return "solve(\(a), \(expression(depth - 1)))"
    default:
      let size = chance.pick(["2", "[2, 2]", "count(\(a))"])
      return "\(chance.pick(["uniform", "normal"]))(size=\(size))"
    }
  }
}
