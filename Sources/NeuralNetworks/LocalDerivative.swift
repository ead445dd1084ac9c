import Tensors

/// Builds f′(z) of a function of each element from simpler operations, so that it can be derived again.
///
/// ``all`` is the only list of these rules. Forms are chosen so that nothing cancels far out, and at a
/// kink they give the value that the catalogue of activations publishes.
struct LocalDerivative: Sendable {
  /// Writes f′(z) into a graph.
  let build: @Sendable (_ z: Graph.Node, _ graph: inout Graph) -> Graph.Node

  init(_ build: @escaping @Sendable (_ z: Graph.Node, _ graph: inout Graph) -> Graph.Node) { self.build = build }

  /// The rule of the function with this name.
  static func named(_ name: String) -> LocalDerivative? { all[name] }

  /// The rules by the function's name.
  private static let all: [String: LocalDerivative] = [
    "step": constant(0), "sign": constant(0), "floor": constant(0), "round": constant(0), "identity": constant(1),
    "sigmoid": LocalDerivative { $1.sigmoidSlope($0) },
    "tanh": LocalDerivative { $1.scaled(4, $1.sigmoidSlope($1.scaled(2, $0))) },
    "relu": LocalDerivative { $1.above($0, 0) },
    "leaky_relu": LocalDerivative { z, g in g.oneSided(z, right: 1, left: g.number(0.01)) },
    "elu": LocalDerivative { z, g in g.oneSided(z, right: 1, left: g.leftExponential(z)) },
    "selu": LocalDerivative { z, g in
      let scale = 1.0507009873554805
      return g.oneSided(z, right: scale, left: g.scaled(scale * 1.6732632423543772, g.leftExponential(z)))
    },
    "softplus": LocalDerivative { $1.map("sigmoid", $0) },
    "log_sigmoid": LocalDerivative { z, g in g.map("sigmoid", g.negated(z)) },
    "softsign": LocalDerivative { z, g in
      let size = g.sum(g.number(1), g.map("abs", z))
      return g.quotient(g.number(1), g.product(size, size))
    },
    "hard_sigmoid": LocalDerivative { z, g in g.scaled(1.0 / 6, g.inside(z, -3, 3)) },
    "hard_tanh": LocalDerivative { z, g in g.inside(z, -1, 1) },
    "relu6": LocalDerivative { z, g in g.inside(z, 0, 6) },
    "hard_swish": LocalDerivative { z, g in
      let slope = g.sum(g.scaled(1.0 / 3, z), g.number(0.5))
      let right = g.appending(.greaterOrEqual, [z, g.number(3)])
      return g.sum(right, g.product(g.inside(z, -3, 3), slope))
    },
    "silu": LocalDerivative { z, g in
      let left = g.map("sigmoid", g.negated(z))
      return g.product(g.map("sigmoid", z), g.sum(g.number(1), g.product(z, left)))
    },
    "gelu": LocalDerivative { z, g in
      // Φ(z) + z φ(z), with Φ(z) = erfc(−z/√2)/2 and φ(z) = exp(−z²/2)/√(2π).
      let share = g.scaled(0.5, g.map("erfc", g.scaled(-0.7071067811865476, z)))
      let density = g.scaled(0.3989422804014327, g.map("exp", g.scaled(-0.5, g.product(z, z))))
      return g.sum(share, g.product(z, density))
    },
    "mish": LocalDerivative { z, g in
      let t = g.map("tanh", g.map("softplus", z))
      let slope = g.product(g.map("tanh'", g.map("softplus", z)), g.map("sigmoid", z))
      return g.sum(t, g.product(z, slope))
    },
    "exp": LocalDerivative { $1.map("exp", $0) },
    "log": LocalDerivative { z, g in g.quotient(g.number(1), z) },
    "sin": LocalDerivative { $1.map("cos", $0) },
    "cos": LocalDerivative { z, g in g.negated(g.map("sin", z)) },
    "tan": LocalDerivative { z, g in
      let tangent = g.map("tan", z)
      return g.sum(g.number(1), g.product(tangent, tangent))
    },
    "asin": LocalDerivative { z, g in g.quotient(g.number(1), g.map("sqrt", g.oneMinusSquare(z))) },
    "acos": LocalDerivative { z, g in g.quotient(g.number(-1), g.map("sqrt", g.oneMinusSquare(z))) },
    "atan": LocalDerivative { z, g in g.quotient(g.number(1), g.sum(g.number(1), g.product(z, z))) },
    "erf": LocalDerivative { z, g in g.scaled(1.1283791670955126, g.map("exp", g.negated(g.product(z, z)))) },
    "erfc": LocalDerivative { z, g in g.scaled(-1.1283791670955126, g.map("exp", g.negated(g.product(z, z)))) },
    "sqrt": LocalDerivative { z, g in g.quotient(g.number(0.5), g.map("sqrt", z)) },
    "abs": LocalDerivative { $1.map("sign", $0) },
  ]

  private static func constant(_ value: Double) -> LocalDerivative {
    LocalDerivative { _, graph in graph.number(value) }
  }
}

/// The operations that derivatives are written with; operands fit by construction.
extension Graph {
  /// Adds an operation whose operands fit by construction.
  /// - Precondition: they do.
  public mutating func appending(_ operation: Operation, _ operands: [Node]) -> Node {
    switch append(operation, operands) {
    case .success(let node): return node
    case .failure(let problem): preconditionFailure("\(operation.name): \(problem.message)")
    }
  }

  mutating func number(_ value: Double) -> Node { constant(Tensor(value)) }
  mutating func sum(_ a: Node, _ b: Node) -> Node { appending(.add, [a, b]) }
  mutating func product(_ a: Node, _ b: Node) -> Node { appending(.multiply, [a, b]) }
  mutating func quotient(_ a: Node, _ b: Node) -> Node { appending(.divide, [a, b]) }
  mutating func negated(_ a: Node) -> Node { appending(.negate, [a]) }
  mutating func scaled(_ factor: Double, _ a: Node) -> Node { product(number(factor), a) }
  mutating func above(_ a: Node, _ bound: Double) -> Node { appending(.greater, [a, number(bound)]) }

  /// Adds the function of each element with this name; a `'` behind it is its derivative.
  mutating func map(_ name: String, _ a: Node) -> Node {
    guard let operation = Self.function(name) else { preconditionFailure("no function \(name)") }
    return appending(operation, [a])
  }

  /// The function of each element with this name, from the tables of activations and of mathematics.
  static func function(_ name: String) -> Operation? {
    if name.hasSuffix("'") { return Activation.named(String(name.dropLast()))?.derivativeOperation }
    if name == "erfc" { return .elementwise(name: name, cost: Operation.functionCost) { Mathematics.erfc($0) } }
    return Activation.named(name)?.operation ?? MathematicalFunction.named(name)?.operation
  }

  /// σ(z) σ(−z), which is σ(z)(1 − σ(z)) without its cancellation.
  fileprivate mutating func sigmoidSlope(_ z: Node) -> Node {
    product(map("sigmoid", z), map("sigmoid", negated(z)))
  }

  /// 1 strictly between two bounds, else 0.
  fileprivate mutating func inside(_ z: Node, _ low: Double, _ high: Double) -> Node {
    product(above(z, low), appending(.less, [z, number(high)]))
  }

  /// `right` above 0, else `left`.
  fileprivate mutating func oneSided(_ z: Node, right: Double, left: Node) -> Node {
    let isRight = above(z, 0)
    return sum(scaled(right, isRight), product(appending(.not, [isRight]), left))
  }

  /// e^z for z ≤ 0, and 1 beyond, so that no infinity meets the 0 of the other side.
  fileprivate mutating func leftExponential(_ z: Node) -> Node {
    map("exp", appending(.minimum, [z, number(0)]))
  }

  fileprivate mutating func oneMinusSquare(_ z: Node) -> Node {
    appending(.subtract, [number(1), product(z, z)])
  }
}
