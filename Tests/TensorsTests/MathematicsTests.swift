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
  .init("softplus", Vectors.softplus, 2, Mathematics.softplus),
  .init("erf", Vectors.erf, 2, Mathematics.erf),
  .init("erfc", Vectors.erfc, 2, Mathematics.erfc),
  .init("sin", Vectors.sin, 2, Mathematics.sin),
  .init("cos", Vectors.cos, 2, Mathematics.cos),
  .init("tan", Vectors.tan, 2, Mathematics.tan),
  .init("asin", Vectors.asin, 2, Mathematics.asin),
  .init("acos", Vectors.acos, 2, Mathematics.acos),
  .init("atan", Vectors.atan, 2, Mathematics.atan),
  .init("pow", Vectors.pow, 1, of: { Mathematics.pow($0[0], $0[1]) }),
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

@Test(
  "powers of special numbers are those of IEEE 754",
  arguments: [
    (0, 0, 1), (.nan, 0, 1), (1, .nan, 1), (-0.0, 3, -0.0), (-0.0, 2, 0), (-0.0, -3, -.infinity),
    (0, -2, .infinity),
    (-8, 1.0 / 3, .nan), (-1, .infinity, 1), (-1, 0.5, .nan), (0.5, .infinity, 0),
    (0.5, -.infinity, .infinity),
    (2, .infinity, .infinity), (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity),
    (-.infinity, -3, -0.0),
    (.infinity, -1, 0), (.nan, 2, .nan), (2, .nan, .nan), (0, .nan, .nan), (.infinity, .nan, .nan),
    (-2, 3, -8), (-2, 2, 4), (10, 2, 100), (2, 1023, 0x1p1023), (2, 1024, .infinity), (2, -1074, 0x1p-1074),
    (2, -1076, 0), (-2, 1e300, .infinity), (-3, 0x1.0000000000001p52, -.infinity), (9, 0.5, 3),
  ] as [(Double, Double, Double)])
func specialPowers(_ x: Double, _ y: Double, _ power: Double) {
  #expect(same(Mathematics.pow(x, y), power), "\(x)^\(y) = \(Mathematics.pow(x, y))")
}
