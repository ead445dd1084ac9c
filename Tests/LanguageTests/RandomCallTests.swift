import CourseLibrary
import Language
import NotebookRunning
import TestSupport
import Testing

/// Calls of every library function with arguments by chance: a value or a diagnostic, never a trap, and the
/// shape that the check knows is the shape of the value.
@Suite struct RandomCallTests {
  static let names = Library.course.builtins.keys.sorted()

  @Test(arguments: names) func callsByChance(name: String) throws {
    let builtin = try #require(Library.course.builtins[name])
    withDeepStack {
      var maker = ProgramMaker(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
      for _ in 0..<25 { FuzzedProgram("r = \(maker.call(of: builtin))").agree() }
      for _ in 0..<10 { FuzzedProgram(maker.changedExample(of: builtin)).agree() }
      for _ in 0..<5 {
        FuzzedProgram("r = [\(maker.call(of: builtin)) for k in 1..2]").agree()
        // Inside a net, with arguments that depend on the input.
        let inside = maker.call(of: builtin).replacing("v", with: "x").replacing("A", with: "[x, x]")
        FuzzedProgram("net inner(x[3]) { \(inside) }\nr = inner(1, 2, 3)").agree()
      }
    }
  }

  /// What the long runs have found.
  @Test(arguments: ["r = tabulate((?), x=(normal()))", "r = sweep(trial, lr=(normal(0, 2)), seed=1..3)"])
  func callsThatWereFound(text: String) {
    withDeepStack { FuzzedProgram(text).agree() }
  }

  /// `NNB_FUZZ_SECONDS=600 swift test --filter moreCallsByChance` runs on with ever new seeds.
  @Test func moreCallsByChance() {
    let builtins = Library.course.builtins.values.sorted { $0.name < $1.name }
    withDeepStack {
      fuzz("values into functions", inputs: 400) { seed in
        var maker = ProgramMaker(seed: seed)
        let builtin = builtins[Int(seed % UInt64(builtins.count))]
        let call = maker.call(of: builtin)
        switch seed / UInt64(builtins.count) % 4 {
        case 0: FuzzedProgram("r = \(call)").agree()
        case 1: FuzzedProgram(maker.changedExample(of: builtin)).agree()
        case 2: FuzzedProgram("f(v, A) = \(call)\nr = f(\(maker.value()), \(maker.value()))").agree()
        default: FuzzedProgram("net inner(x[2]) { v = x; A = [x, x]; \(call) }\nr = inner(1, 2)").agree()
        }
      }
    }
  }
}
