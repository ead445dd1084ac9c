import CourseLibrary
import Language
import Tensors
import Testing

/// Calls of every library function with arguments by chance: a value or a diagnostic, never a trap, and the
/// shape that the check knows is the shape of the value.
@Suite struct RandomCallTests {
  static let names = Library.course.builtins.keys.sorted()

  static let preamble = """
    v = [1, 0, 2]
    A = [1, 2; 3, 4]
    S = [[[1, 2], [3, 4]]]
    table G(a, b -> y) { 00:0, 01:1, 10:1, 11:0 }
    table H(a -> s, c) { 0:01, 1:-0 }
    g = perceptron(w=[1, -1], T=0.5)
    net both(x[2]) { [x[1] + x[2], x[1]*x[2]] }
    one(x) = x^2
    two(x, k) = x + k
    pair(p) = [p[2], p[1]]
    m = input(2) -> dense(3, tanh) -> dense(1)
    """

  static let arguments = [
    "0", "1", "2", "3", "-1", "0.5", "1e9", "1e308", "0/0", "[1, 2]", "v", "A", "S", "[]", "[[5]]",
    "[0, 0; 2, 0; 0, 2]", "\"abc\"", "\"b\"", "\"rows\"", "\"\"", "G", "H", "g", "both", "one", "two", "pair",
    "m", "m.1", "1..3", "3..1", "-1..1", "sigmoid", "tanh'", "relu", "sum", "xavier", "normal(0, 2)",
    "[g, g]", "[k for k in 0..4]", "?",
    "dense(2)", "uniform(size=4)", "perceptron_rule(G)", "one'", "true",
  ]

  @Test(arguments: names) func callsByChance(name: String) throws {
    let builtin = try #require(Library.course.builtins[name])
    var chance = Chance(name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<25 {
      let call = "\(name)(\(arguments(of: builtin, &chance).joined(separator: ", ")))"
      agree(call)
    }
    for _ in 0..<5 {
      let call = "\(name)(\(arguments(of: builtin, &chance).joined(separator: ", ")))"
      agree("[\(call) for k in 1..2]")
      // Inside a net, with arguments that depend on the input.
      let inside = call.replacing("v", with: "x").replacing("A", with: "[x, x]")
      let net = "net inner(x[3]) { \(inside) }\nr = inner(1, 2, 3)"
      _ = ProgramRun("\(Self.preamble)\n\(net)", budget: Self.budget)
    }
  }

  private static let budget = Budget(fuel: 20_000_000, memory: 20_000_000)

  private func arguments(of builtin: Builtin, _ chance: inout Chance) -> [String] {
    var isNamed = false
    return builtin.parameters.compactMap { parameter in
      if case .optional = parameter.presence, chance.next(2) == 0 {
        isNamed = true
        return nil
      }
      if case .defaulted = parameter.presence, chance.next(2) == 0 {
        isNamed = true
        return nil
      }
      let value = Self.arguments[chance.next(Self.arguments.count)]
      isNamed = isNamed || chance.next(4) == 0
      return isNamed && !parameter.isRepeated ? "\(parameter.name)=\(value)" : value
    }
  }

  /// Runs and checks a call; what the check knows must be so.
  private func agree(_ call: String) {
    let text = "\(Self.preamble)\nr = \(call)"
    let run = ProgramRun(text, budget: Self.budget)
    let check = ProgramRun(text, mode: .check)
    guard !run.diagnostics.contains(where: { $0.severity == .error }) else { return }
    let faults = check.diagnostics.filter { $0.severity == .error }
    #expect(faults.isEmpty, "\(call): \(faults.map(\.message))")
    // What depends on a hole is not known in a run either.
    guard let value = run.scope["r"]?.value, !value.isUnknown else { return }
    if let known = check.scope["r"]?.value.shape { #expect(known == value.shape, "\(call)") }
  }
}

/// Numbers by chance, the same in every run.
struct Chance {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0 to below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// One of these texts.
  mutating func pick(_ texts: [String]) -> String { texts[next(texts.count)] }
}
