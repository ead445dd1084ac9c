import Tensors

extension MathematicalFunction {
  /// Whether it gives whole numbers, so that its derivative is 0 everywhere.
  var isRounding: Bool { self == .floor || self == .round }

  /// Adds f′(z), by the rule of each function; nil stands for 0.
  func slope(_ z: Graph.Node, _ g: inout Graph) -> Graph.Node? {
    switch self {
    case .exp: return g.map(.exp, z)
    case .log: return g.quotient(g.number(1), z)
    case .sin: return g.map(.cos, z)
    case .cos: return g.negated(g.map(.sin, z))
    case .tan:
      let tangent = g.map(.tan, z)
      return g.sum(g.number(1), g.product(tangent, tangent))
    case .asin: return g.quotient(g.number(1), g.circle(z))
    case .acos: return g.quotient(g.number(-1), g.circle(z))
    case .atan:
      // Where z² would be infinite, the slope is 0.
      let z = g.bounded(z, 1e154)
      return g.quotient(g.number(1), g.sum(g.number(1), g.product(z, z)))
    case .erf: return g.bell(Self.twoOverRootPi, z)
    case .erfc: return g.bell(-Self.twoOverRootPi, z)
    case .sqrt:
      let slope = g.quotient(g.number(0.5), g.map(.sqrt, z))
      return g.flatAtZero(z, slope)
    case .abs: return g.map(.sign, z)
    case .floor, .round: return nil
    }
  }

  private static let twoOverRootPi = 1.1283791670955126
}

extension Graph {
  /// √((1 − z)(1 + z)), which loses no digits at ±1.
  fileprivate mutating func circle(_ z: Node) -> Node {
    map(.sqrt, product(difference(number(1), z), sum(number(1), z)))
  }
}
