import Diagnostics
import Language
import Testing

/// Programs made by chance: none traps, and none that runs is faulted by the check.
@Suite struct RandomProgramTests {
  @Test(arguments: 0..<40) func whatRunsIsNotFaulted(seed: Int) {
    var maker = ProgramMaker(seed: UInt64(seed))
    for _ in 0..<15 {
      let text = maker.program()
      let run = ProgramRun(text, budget: Budget(fuel: 3_000_000, memory: 10_000_000))
      let check = ProgramRun(text, mode: .check)
      guard !run.diagnostics.contains(where: { $0.severity == .error }) else { continue }
      let faults = check.diagnostics.filter { $0.severity == .error }
      #expect(faults.isEmpty, "\(text)\n\(faults.map(\.message))")
    }
  }
}

/// Makes short programs from the statements and operators of the language.
private struct ProgramMaker {
  private var state: UInt64
  private var names: [String] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick(_ texts: [String]) -> String { texts[next(texts.count)] }

  mutating func program() -> String {
    names = ["v", "A", "T2", "g", "f"]
    var lines = [
      "v = [1, 0, 2]", "A = [1, 2; 3, 4]", "table T2(a, b -> y) { 00:0, 01:1, 10:1, 11:0 }",
      "g = perceptron(w=[1, -1], T=0.5)", "f(p, q) = p + q",
    ]
    for number in 0..<(1 + next(4)) {
      lines.append(statement(number))
      names.append("n\(number)")
    }
    return lines.joined(separator: "\n")
  }

  private mutating func statement(_ number: Int) -> String {
    switch next(6) {
    case 0: "net n\(number)(x[2]) { h = \(expression(2, ["x"])); \(expression(2, ["x", "h"])) }"
    case 1: "table n\(number)(a, b -> y) = \(expression(2, ["a", "b"]))"
    // A body that nobody calls is checked all the same, and so is a branch that no call takes.
    case 2:
      "c\(number)(t) = \(expression(2, ["t"], hasChoices: false)); n\(number) = c\(number)(\(pick(names)))"
    case 3: "n\(number) = 1; check \(expression(2, [])) == \(expression(2, []))"
    default: "n\(number) = \(expression(3, []))"
    }
  }

  private mutating func expression(_ depth: Int, _ local: [String], hasChoices: Bool = true) -> String {
    guard depth > 0 else {
      return pick(["0", "1", "2", "0.5", "[1, 0]", "?", "1..3"] + local + local + names)
    }
    func inner() -> String { expression(depth - 1, local, hasChoices: hasChoices) }
    let a = inner()
    switch next(12) {
    case 0: return "(\(a)) \(pick(["+", "-", "*", "/", "@", "·", "^"])) (\(inner()))"
    case 1: return "(\(a)) \(pick(["==", "<", ">=", "!="])) (\(inner()))"
    case 2: return "(\(a)) \(pick(["and", "or", "xor"])) (\(inner()))"
    case 3: return "not (\(a))"
    case 4 where hasChoices: return "if \(a) then \(inner()) else \(inner())"
    case 5: return "[k*(\(a)) for k in \(pick(["1..3", "v", "A", "0..0", a]))]"
    case 6: return "[\(a), \(inner())]"
    case 7: return "(\(a))[\(pick(["1", "2", "3", "1..2", "1, 2", ":, 1", "0"]))]"
    case 8: return "\(pick(["sum", "step", "max", "sigmoid", "abs", "mean", "truth_table"]))(\(a))"
    case 9: return "\(pick(["g", "f"] + names))(\(a), \(inner()))"
    case 10: return "(\(a)).\(pick(["T", "y", "X", "a", "w", "z", "h"]))"
    default: return "perceptron(w=\(pick(["[1, 1]", "v", a])), T=\(inner()))"
    }
  }
}
