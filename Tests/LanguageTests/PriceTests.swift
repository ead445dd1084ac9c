import Diagnostics
import Tensors
import Testing

@testable import Language

/// What work costs: as much as is done, and nothing where it is refused.
@Suite struct PriceTests {
  private func fuel(_ text: String) -> Int {
    let run = ProgramRun(text)
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message))")
    return run.fuel
  }

  @Test func refusedWorkCostsNothing() {
    let nodes = fuel("A = ones(1000, 1000)\nB = A")
    let refused = ProgramRun(
      "A = ones(1000, 1000)\nA @ A", budget: Budget(fuel: 500_000_000, memory: 1 << 30))
    #expect(refused.diagnostics.last?.kind == .fuelLimit)
    #expect(refused.diagnostics.last?.primary.range.text == "A @ A")
    #expect(refused.fuel < nodes + 10 * FuelGauge.node)
  }

  @Test func memoryThatIsRefusedIsNotHeld() {
    let text = "a = ones(10)\nb = zeros(100000)"
    let run = ProgramRun(text, budget: Budget(fuel: 1_000_000_000, memory: 1_000))
    #expect(run.diagnostics.last?.kind == .memoryLimit)
  }

  /// The least memory with which a program runs.
  private func memory(_ text: String) -> Int {
    var (low, high) = (0, 10_000_000)
    while high - low > 1 {
      let middle = (low + high) / 2
      let run = ProgramRun(text, budget: Budget(fuel: 1_000_000_000, memory: middle))
      if run.diagnostics.isEmpty { high = middle } else { low = middle }
    }
    return high
  }

  /// Each training keeps the operations of its steps, which are more than those of its net.
  @Test func manyTrainingsAreTaken() {
    let one = "m = input(2) -> dense(2, tanh)\nT = circle(n=4)\n"
    let training = "train(m, T, loss=mse, opt=sgd(0.1), epochs=1)\n"
    let trainings = (1...4).map { "r\($0) = \(training)" }.joined()
    let nets = (1...4).map { "r\($0) = input(2) -> dense(2, tanh)\n" }.joined()
    #expect(memory(one + trainings + "q = 1 + 1") > memory(one + nets + "q = 1 + 1") + 4 * 10_000)
  }

  /// What a built-in makes is taken before it is made, beside what its arguments hold.
  @Test(arguments: [
    ("v = ones(1000)\nq = sort(v)", 16_000), ("v = ones(1000)\nq = cumsum(v)", 16_000),
    ("A = identity_matrix(50)\nq = det(A)", 40_000),
    ("A = identity_matrix(50)\nq = solve(A, ones(50))", 40_000),
    ("q = tabulate(sigmoid, tanh, x=1..100)", 20_000),
    ("m = input(1) -> dense(1)\nX = zeros(1000, 1)\nq = predict(m, X)", 64_000),
    // The gradient of a pooling's slope writes down where each window of 100 numbers lies.
    (
      """
      m = input(20, 20, 1) -> pool(10, stride=1)
      f(x) = sum(m(x)^2)
      g = grad(f)
      h(x) = sum(g(x)^2)
      q = grad(h)
      q(zeros(20, 20, 1))
      """, 121 * 100 * 32
    ),
  ])
  func whatIsMadeIsTakenBefore(text: String, bytes: Int) {
    let taken = memory(text)
    #expect(taken >= bytes && taken < 10_000_000)
  }

  /// Twice the work of `count` takes about twice the fuel, not four times: nothing is copied or looked through for
  /// each item.
  @Test(arguments: [
    "v = ones(COUNT)\nq = [v[k] for k in 1..COUNT]", "q = [k for k in 1..COUNT]",
    "q = [normal() for k in 1..COUNT]",
    "f(x) = x/2\nq = iterate(f, from=1, steps=COUNT)",
    "m = input(2) -> dense(2)\nq = iterate(m, from=[1, 1], steps=COUNT)",
    "x = ones(COUNT)\nnet f(x[1]) { sum([x[1] for k in 1..COUNT]) }",
  ])
  func theFuelGrowsWithTheWork(text: String) {
    let fuels = [500, 1000, 2000].map { fuel(text.replacing("COUNT", with: String($0))) }
    #expect(fuels[2] - fuels[1] < 3 * (fuels[1] - fuels[0]))
    #expect(fuels[2] - fuels[1] > fuels[1] - fuels[0])
  }

  /// What the page shows is paid for: more marks, bytes or values take more fuel.
  @Test(arguments: [
    ("plot([1, 2, 3])", "plot(ones(3000))"), ("bars([1, 2])", "grid(bars([1, 2]), bars([1, 2]))"),
    ("[\"a\"]", "[\"a\", \"b\", \"c\"]"), ("f(x) = x\nf", "f(x) = x + x + x + x\nf"),
    ("\"a\"", "decode(ones(100), \"a\")"),
  ])
  func whatIsShownIsPaidFor(small: String, large: String) {
    func shown(_ text: String) -> Int {
      var lines = text.split(separator: "\n").map(String.init)
      let last = lines.removeLast()
      return fuel(text) - fuel((lines + ["shown_value = \(last)"]).joined(separator: "\n"))
    }
    #expect(shown(large) > shown(small))
    #expect(shown(small) > 0)
  }

  /// A figure that nobody looks at is paid for, too.
  @Test(arguments: [
    ("heat(input(2) -> dense(1))", 2_000_000), ("lines(regular_polygon(20))", 400_000),
    ("plot(sin, x=0..1)", 2_200_000), ("plot(ones(20000))", 20_000 * 500),
  ])
  func whatAFigureIsMadeOfIsPaidFor(call: String, least: Int) {
    #expect(fuel("q = \(call)") > least)
  }

  /// A built-in that another one calls costs what a call in the text costs.
  @Test func callsOfBuiltinsFromBuiltinsArePaid() {
    let calls = ProgramRun("t = iterate(identity, from=1, steps=1000)")
    #expect(calls.diagnostics.isEmpty && calls.fuel > 1000 * FuelGauge.node)
  }

  @Test func aLongLetterIsPaidByItsBytes() {
    let accents = String(repeating: "\u{301}", count: 1000)
    #expect(
      fuel("q = decode(ones(100), \"a\(accents)\")") > 1000 * fuel("q = decode(ones(100), \"a\")") / 100)
  }

  @Test(arguments: ["dense(2, tanh)", "dense(3, sigmoid) -> dense(2)"])
  func aNetThatIsIteratedIsCalledStepByStep(layers: String) throws {
    let run = ProgramRun(
      "m = input(2) -> \(layers)\ns = iterate(m, from=[1, -1], steps=3)\nt = m(m(m([1, -1])))")
    let states = try #require(run.scope["s"]?.value.tensor)
    #expect(states.shape == [4, 2])
    #expect(states.row(3) == run.scope["t"]?.value.tensor)
    #expect(states.row(0).elements == [1, -1])
  }

  @Test func stepsOfANetAreRefusedBeforeTheFirst() {
    let run = ProgramRun("iterate(input(2) -> dense(2), from=[1, 1], steps=9000000)")
    #expect(run.diagnostics.last?.kind == .fuelLimit)
    #expect(run.fuel < 100 * FuelGauge.node)
  }
}
