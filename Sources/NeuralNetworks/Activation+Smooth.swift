import Tensors

// Activations that are smooth everywhere, in forms that lose no digits far out.
extension Activation {
  /// ln(1 + e^z).
  public static let softplus = Activation(
    "softplus", #"\ln(1 + e^{z})"#, derivative: #"\sigma(z)"#, cost: smooth,
    { Mathematics.softplus($0) }, derivative: { Mathematics.sigmoid($0) },
    slope: { z, g in g.map(.sigmoid, z) })

  /// ln σ(z).
  public static let logSigmoid = Activation(
    "log_sigmoid", #"\ln \sigma(z)"#, derivative: #"1 - \sigma(z)"#, cost: smooth,
    { -Mathematics.softplus(-$0) }, derivative: { Mathematics.sigmoid(-$0) },
    slope: { z, g in g.map(.sigmoid, g.negated(z)) })

  /// zσ(z), also called swish.
  public static let silu = Activation(
    "silu", #"z\,\sigma(z)"#, derivative: #"\sigma(z)\,(1 + z\,(1 - \sigma(z)))"#, cost: smooth,
    { decayed($0, Mathematics.sigmoid($0)) },
    derivative: { Mathematics.sigmoid($0) + decayed($0, Mathematics.sigmoid($0) * Mathematics.sigmoid(-$0)) },
    slope: { z, g in
      let left = g.map(.sigmoid, g.negated(z))
      return g.product(g.map(.sigmoid, z), g.sum(g.number(1), g.product(g.bounded(z), left)))
    })

  /// zΦ(z) with the normal distribution function Φ: the form with erf.
  public static let gelu = Activation(
    "gelu", #"\frac{z}{2} \left(1 + \operatorname{erf} \frac{z}{\sqrt 2}\right)"#,
    derivative: #"\Phi(z) + z\,\varphi(z)"#, cost: smooth,
    { decayed($0, normalDistribution($0)) },
    derivative: { normalDistribution($0) + decayed($0, normalDensity($0)) },
    slope: { z, g in
      let share = g.scaled(0.5, g.map("erfc", g.scaled(-0x1.6a09e667f3bcdp-1, z)))
      let density = g.bell(0x1.9884533d43651p-2, g.scaled(0x1.6a09e667f3bcdp-1, z))
      return g.sum(share, g.product(g.bounded(z), density))
    })

  /// z·tanh(ln(1 + e^z)).
  public static let mish = Activation(
    "mish", #"z \tanh(\ln(1 + e^{z}))"#,
    derivative: #"t + z\,\sigma(z)\,(1 - t^2),\ t = \tanh(\ln(1 + e^{z}))"#, cost: smooth,
    { decayed($0, MishTerms($0).tanh) },
    derivative: { z in
      let terms = MishTerms(z)
      return terms.tanh + decayed(z, terms.slope)
    },
    slope: { z, g in
      let z = g.bounded(z)
      let softened = g.map(.softplus, z)
      let slope = g.product(g.appending(Activation.tanh.derivativeOperation, [softened]), g.map(.sigmoid, z))
      return g.sum(g.map(.tanh, softened), g.product(z, slope))
    })

  /// z·factor; 0 where the factor has gone to 0, however large z is.
  private static func decayed(_ z: Double, _ factor: Double) -> Double { factor == 0 ? 0 : z * factor }

  /// Φ(z) = ½ erfc(−z/√2).
  private static func normalDistribution(_ z: Double) -> Double {
    0.5 * Mathematics.erfc(-z * 0x1.6a09e667f3bcdp-1)
  }

  /// φ(z) = e^(−z²/2)/√(2π).
  private static func normalDensity(_ z: Double) -> Double {
    0x1.9884533d43651p-2 * Mathematics.exp(-0.5 * (z * z))
  }
}

/// tanh(softplus(z)) and σ(z)·(1 − tanh²(softplus(z))), as quotients of e^z on the left and e^−z on the right.
private struct MishTerms {
  let tanh: Double
  let slope: Double

  init(_ z: Double) {
    let e = Mathematics.exp(-z.magnitude)
    if z > 0 {
      let below = 1 + 2 * e * (1 + e)
      tanh = (1 + 2 * e) / below
      slope = 4 * e * e * (1 + e) / (below * below)
    } else {
      let below = 2 + e * (2 + e)
      tanh = e * (2 + e) / below
      slope = 4 * e * (1 + e) / (below * below)
    }
  }
}
