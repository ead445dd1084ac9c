import Tensors

extension MathematicalFunction {
  /// The rule for f′.
  var slope: Slope? { Self.slopes[name] }

  /// The rules by the function's name.
  private static let slopes: [String: Slope] = [
    "exp": { z, g in g.map("exp", z) },
    "log": { z, g in g.quotient(g.number(1), z) },
    "sin": { z, g in g.map("cos", z) },
    "cos": { z, g in g.negated(g.map("sin", z)) },
    "tan": { z, g in
      let tangent = g.map("tan", z)
      return g.sum(g.number(1), g.product(tangent, tangent))
    },
    "asin": { z, g in g.quotient(g.number(1), g.circle(z)) },
    "acos": { z, g in g.quotient(g.number(-1), g.circle(z)) },
    "atan": { z, g in
      // Where z² would be infinite, the slope is 0.
      let z = g.bounded(z, 1e154)
      return g.quotient(g.number(1), g.sum(g.number(1), g.product(z, z)))
    },
    "erf": { z, g in g.bell(twoOverRootPi, z) },
    "erfc": { z, g in g.bell(-twoOverRootPi, z) },
    "sqrt": { z, g in
      let slope = g.quotient(g.number(0.5), g.map("sqrt", z))
      return g.flatAtZero(z, slope)
    },
    "abs": { z, g in g.map(.sign, z) },
    "floor": { _, _ in nil },
    "round": { _, _ in nil },
  ]

  private static let twoOverRootPi = 1.1283791670955126
}

extension Graph {
  /// √((1 − z)(1 + z)), which loses no digits at ±1.
  fileprivate mutating func circle(_ z: Node) -> Node {
    map("sqrt", product(difference(number(1), z), sum(number(1), z)))
  }
}
