import CKernels
import Tensors

// Activations that are smooth everywhere, in forms that lose no digits far out.
extension Activation {
  /// ln(1 + e^z).
  public static let softplus = Activation(
    "softplus", NNB_SOFTPLUS, #"\ln(1 + e^{z})"#, derivative: #"\sigma(z)"#, written: "sigmoid(z)",
    range: 0 ... .infinity, cost: smooth,
    slope: { z, g in g.map(.sigmoid, z) })

  /// ln σ(z).
  public static let logSigmoid = Activation(
    "log_sigmoid", NNB_LOG_SIGMOID, #"\ln \sigma(z)"#, derivative: #"1 - \sigma(z)"#,
    range: -.infinity...0, cost: smooth,
    slope: { z, g in g.map(.sigmoid, g.negated(z)) })

  /// zσ(z), also called swish.
  public static let silu = Activation(
    "silu", NNB_SILU, #"z\,\sigma(z)"#, derivative: #"\sigma(z)\,(1 + z\,(1 - \sigma(z)))"#,
    range: -0.2784645427610739 ... .infinity, cost: smooth,
    slope: { z, g in
      let left = g.map(.sigmoid, g.negated(z))
      return g.product(g.map(.sigmoid, z), g.sum(g.number(1), g.product(g.bounded(z), left)))
    })

  /// zΦ(z) with the normal distribution function Φ: the form with erf.
  public static let gelu = Activation(
    "gelu", NNB_GELU, #"\frac{z}{2} \left(1 + \operatorname{erf} \frac{z}{\sqrt 2}\right)"#,
    derivative: #"\Phi(z) + z\,\varphi(z)"#, range: -0.1699712074799037 ... .infinity,
    cost: smooth,
    slope: { z, g in
      let share = g.scaled(0.5, g.map(.erfc, g.scaled(-0x1.6a09e667f3bcdp-1, z)))
      let density = g.bell(0x1.9884533d43651p-2, g.scaled(0x1.6a09e667f3bcdp-1, z))
      return g.sum(share, g.product(g.bounded(z), density))
    })

  /// z·tanh(ln(1 + e^z)).
  public static let mish = Activation(
    "mish", NNB_MISH, #"z \tanh(\ln(1 + e^{z}))"#,
    derivative: #"t + z\,\sigma(z)\,(1 - t^2),\ t = \tanh(\ln(1 + e^{z}))"#,
    range: -0.3088434130172505 ... .infinity, cost: smooth,
    slope: { z, g in
      let z = g.bounded(z)
      let softened = g.map(.softplus, z)
      let slope = g.product(g.appending(Activation.tanh.derivativeOperation, [softened]), g.map(.sigmoid, z))
      return g.sum(g.map(.tanh, softened), g.product(z, slope))
    })
}
