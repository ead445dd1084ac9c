import NeuralNetworks
import Tensors
import Testing

@testable import Language

private let functions =
  Activation.all.filter { $0.derivativeText != nil }.map(\.name)
  + MathematicalFunction.all.filter { $0.derivativeText != nil }.map(\.name)

@Test("a derivative that a table writes in the language is that of the function", arguments: functions)
func writtenDerivatives(_ name: String) {
  #expect(SymbolicDerivative.hasRule(name))
  let run = ProgramRun(
    "f(x) = \(name)(x)\nd = derivative(f)\ncheck d(0.7) ~ \(name)'(0.7) within 1e-12")
  #expect(run.checks.map(\.verdict) == [.passed], "\(run.diagnostics)")
}
