import CInterposer
import Testing

@testable import Language

/// What a program costs below many names: none of its steps copies the names that it sees.
@Suite struct ScopeSizeTests {
  /// The references that running `text` below so many names counts, and its fuel.
  private func work(of text: String, _ mode: Evaluator.Mode, below names: Int) -> (retains: Int, fuel: Int) {
    let entries = (1...names).map { ("a\($0)", Scope.Entry(.number(Double($0)))) }
    let scope = Scope(Dictionary(uniqueKeysWithValues: entries))
    let before = nnb_retains()
    let run = ProgramRun(onThisStack: text, mode, .cell, scope)
    let retains = nnb_retains() - before
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    return (retains, run.fuel)
  }

  private func expectTheSame(_ text: String, _ mode: Evaluator.Mode) {
    let (few, many) = (work(of: text, mode, below: 2_000), work(of: text, mode, below: 20_000))
    #expect(few.fuel == many.fuel)
    // The names themselves are copied once, when the first is added.
    #expect(many.retains < few.retains + 3 * 18_000)
  }

  @Test(arguments: [
    "[k * a1 for k in 1..20000]",
    "[sum([k * i for i in 1..10]) for k in 1..500]",
    "f(x) = {\n  y = x + a1\n  g(z) = z + y\n  g(x)\n}\n[f(k) for k in 1..500]",
  ])
  func anItemCostsTheSameBelowMoreNames(text: String) { expectTheSame(text, .run) }

  @Test(arguments: [Evaluator.Mode.check, .run])
  func aBindingCostsTheSameBelowMoreNames(mode: Evaluator.Mode) {
    expectTheSame((1...500).map { "b\($0) = \($0)" }.joined(separator: "\n"), mode)
  }

  @Test func twiceAsManyItemsCostTwiceAsMuch() {
    let (short, long) = (
      work(of: "[k * a1 for k in 1..10000]", .run, below: 100),
      work(of: "[k * a1 for k in 1..20000]", .run, below: 100)
    )
    #expect(Double(long.fuel) < 2.1 * Double(short.fuel))
    #expect(Double(long.retains) < 2.1 * Double(short.retains))
  }
}
