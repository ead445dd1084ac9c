import Tensors
import Testing

/// A function, its points and the most units in the last place it may be off.
struct MathematicsCase: Sendable, CustomTestStringConvertible {
  let name: String
  let points: String
  let bound: Double
  let function: @Sendable ([Double]) -> Double

  var testDescription: String { name }

  init(_ name: String, _ points: String, _ bound: Double, _ function: @escaping @Sendable (Double) -> Double)
  {
    self.init(name, points, bound) { function($0[0]) }
  }

  init(
    _ name: String, _ points: String, _ bound: Double, of function: @escaping @Sendable ([Double]) -> Double
  ) {
    self.name = name
    self.points = points
    self.bound = bound
    self.function = function
  }
}

private let cases: [MathematicsCase] = [
  .init("exp", Vectors.exp, 1, Mathematics.exp),
  .init("expm1", Vectors.expm1, 1, Mathematics.expm1),
  .init("log", Vectors.log, 1, Mathematics.log),
  .init("log1p", Vectors.log1p, 1, Mathematics.log1p),
  .init("sigmoid", Vectors.sigmoid, 2, Mathematics.sigmoid),
  .init("tanh", Vectors.tanh, 2, Mathematics.tanh),
]

@Test("every function is as close to mpmath's value as promised", arguments: cases)
func functionsAreClose(_ function: MathematicsCase) {
  let points = Vectors.points(function.points)
  #expect(points.count > 200)
  for point in points {
    let result = function.function(point.arguments)
    let error = point.error(of: result)
    #expect(error <= function.bound, "\(function.name)\(point.arguments) = \(result), not \(point.value)")
  }
}
