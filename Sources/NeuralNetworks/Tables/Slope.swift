import Tensors

/// Writes f′(z) of a function of each element by simpler operations, so that it can be derived again.
///
/// Forms are chosen so that nothing cancels or becomes NaN far out, and at a kink they give the value that
/// the catalogue publishes; nil stands for 0 everywhere.
typealias Slope = @Sendable (_ z: Graph.Node, _ graph: inout Graph) -> Graph.Node?

/// The shapes that several slopes share.
extension Graph {
  /// Adds the activation of each element.
  mutating func map(_ activation: Activation, _ z: Node) -> Node { appending(activation.operation, [z]) }

  /// σ(z) σ(−z), which is σ(z)(1 − σ(z)) without its cancellation.
  mutating func sigmoidSlope(_ z: Node) -> Node {
    product(map(.sigmoid, z), map(.sigmoid, negated(z)))
  }

  /// 1 strictly between two bounds, else 0.
  mutating func inside(_ z: Node, _ low: Double, _ high: Double) -> Node {
    product(above(z, low), appending(.less, [z, number(high)]))
  }

  /// `right` where z > 0, else `left`.
  mutating func oneSided(_ z: Node, right: Double, left: Node) -> Node {
    appending(.choice, [above(z, 0), number(right), left])
  }

  /// z kept between −bound and bound: beyond, a slope that decays is 0 and must not meet an infinite z.
  mutating func bounded(_ z: Node, _ bound: Double = 1000) -> Node {
    appending(.minimum, [appending(.maximum, [z, number(-bound)]), number(bound)])
  }

  /// factor·e^(−z²).
  mutating func bell(_ factor: Double, _ z: Node) -> Node {
    let z = bounded(z)
    return scaled(factor, map(.exp, negated(product(z, z))))
  }

  /// The slope b a^(b−1) of a power by its base.
  mutating func powerSlope(_ base: Node, _ exponent: Node) -> Node {
    // For b = 0 the power stays 0, so that 0 times an infinite a^−1 does not appear.
    let isOpen = appending(.notEqual, [exponent, number(0)])
    let slope = product(exponent, appending(.power, [base, difference(exponent, isOpen)]))
    return flatAtZero(base, slope)
  }

  /// The slope a^b ln(a) of a power by its exponent.
  mutating func powerSlope(_ power: Node, ofBase base: Node) -> Node {
    // 0^b stays 0 for b > 0, so its slope is 0, not 0·ln 0.
    let isZero = appending(.equal, [base, number(0)])
    return product(power, map(.log, sum(base, isZero)))
  }
}
