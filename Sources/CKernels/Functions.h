// Functions of each element: NAME(of_relu) takes and gives a vector. What is exact or a single operation is done in
// the precision; all else is the float64 function, in float32 rounded once.

NNB_INLINE V NAME(of_negate)(V z) { return -z; }
NNB_INLINE V NAME(of_copy)(V z) { return z; }
NNB_INLINE V NAME(of_identity)(V z) { return z; }
NNB_INLINE V NAME(of_sqrt)(V z) { return __builtin_elementwise_sqrt(z); }
NNB_INLINE V NAME(of_abs)(V z) { return NAME(size_of)(z); }

/// To the even neighbour where two are equally near.
NNB_INLINE V NAME(of_round)(V z) {
  // Where numbers stand 1 apart, all of them are whole.
  V apart = (V)((R)(NNB_FLOAT ? 0x1p23 : 0x1p52));
  V size = NAME(size_of)(z);
  return size < apart ? NAME(with_sign)((size + apart) - apart, z) : z;
}

NNB_INLINE V NAME(of_floor)(V z) {
  V near = NAME(of_round)(z);
  return near > z ? near - (V)((R)1) : near;
}

#define ZERO ((V)((R)0))
#define ONE ((V)((R)1))

NNB_INLINE V NAME(of_logical_not)(V z) { return z == ZERO ? ONE : ZERO; }
NNB_INLINE V NAME(of_step)(V z) { return z >= ZERO ? ONE : (z < ZERO ? ZERO : z); }
NNB_INLINE V NAME(of_sign)(V z) { return z > ZERO ? ONE : (z < ZERO ? -ONE : (z == ZERO ? ZERO : z)); }
NNB_INLINE V NAME(of_relu)(V z) { return z <= ZERO ? ZERO : z; }
NNB_INLINE V NAME(of_hard_tanh)(V z) { return z <= -ONE ? -ONE : (z >= ONE ? ONE : z); }
NNB_INLINE V NAME(of_relu6)(V z) { return z <= ZERO ? ZERO : (z >= (V)((R)6) ? (V)((R)6) : z); }

NNB_INLINE V NAME(of_step_slope)(V z) { return ZERO; }
NNB_INLINE V NAME(of_sign_slope)(V z) { return ZERO; }
NNB_INLINE V NAME(of_identity_slope)(V z) { return ONE; }
NNB_INLINE V NAME(of_relu_slope)(V z) { return z > ZERO ? ONE : ZERO; }
NNB_INLINE V NAME(of_hard_tanh_slope)(V z) { return NAME(size_of)(z) < ONE ? ONE : ZERO; }
NNB_INLINE V NAME(of_relu6_slope)(V z) { return z > ZERO ? (z < (V)((R)6) ? ONE : ZERO) : ZERO; }

NNB_INLINE V NAME(of_sigmoid_slope_of_output)(V a) { return a * (ONE - a); }
NNB_INLINE V NAME(of_tanh_slope_of_output)(V a) { return ONE - a * a; }

// The functions of one number that are not worth a text for vectors.
#define NNB_EACH_LANE(name) \
  NNB_INLINE W NAME(wide_##name)(W x) { \
    for (int lane = 0; lane < LANES; lane++) x[lane] = wide_##name##_one(x[lane]); \
    return x; \
  }
NNB_EACH_LANE(sin)
NNB_EACH_LANE(cos)
NNB_EACH_LANE(tan)
NNB_EACH_LANE(asin)
NNB_EACH_LANE(acos)
NNB_EACH_LANE(atan)

// The definitions of the catalogue (Activation in Swift), which NaN passes and infinity leaves as it should.
NNB_INLINE W NAME(wide_leaky_relu)(W z) { return z > 0.0 ? z : 0.01 * z; }
NNB_INLINE W NAME(wide_leaky_relu_slope)(W z) { return z > 0.0 ? (W)(1.0) : (W)(0.01); }
NNB_INLINE W NAME(wide_elu)(W z) { return z > 0.0 ? z : NAME(wide_expm1)(z); }
NNB_INLINE W NAME(wide_elu_slope)(W z) { return z > 0.0 ? (W)(1.0) : NAME(wide_exp)(z); }

static const double NAME(selu_alpha) = 1.6732632423543772, NAME(selu_scale) = 1.0507009873554805;
NNB_INLINE W NAME(wide_selu)(W z) {
  W left = NAME(selu_scale) * (NAME(selu_alpha) * NAME(wide_expm1)(z));
  return z > 0.0 ? NAME(selu_scale) * z : left;
}
NNB_INLINE W NAME(wide_selu_slope)(W z) {
  W left = NAME(selu_scale) * (NAME(selu_alpha) * NAME(wide_exp)(z));
  return z > 0.0 ? (W)(NAME(selu_scale)) : left;
}

NNB_INLINE W NAME(wide_softsign)(W z) {
  W size = NAME(magnitude)(z);
  // Far out z itself is infinite, the quotient is not.
  return size == INFINITY ? NAME(signed)((W)(1.0), z) : z / (1.0 + size);
}
NNB_INLINE W NAME(wide_softsign_slope)(W z) {
  W below = 1.0 + NAME(magnitude)(z);
  return 1.0 / (below * below);
}
NNB_INLINE W NAME(wide_hard_sigmoid)(W z) {
  return z <= -3.0 ? (W)(0.0) : (z >= 3.0 ? (W)(1.0) : (z + 3.0) / 6.0);
}
NNB_INLINE W NAME(wide_hard_sigmoid_slope)(W z) {
  return NAME(magnitude)(z) < 3.0 ? (W)(1.0 / 6.0) : (W)(0.0);
}
NNB_INLINE W NAME(wide_hard_swish)(W z) { return z <= -3.0 ? (W)(0.0) : (z >= 3.0 ? z : z * (z + 3.0) / 6.0); }
NNB_INLINE W NAME(wide_hard_swish_slope)(W z) {
  return z <= -3.0 ? (W)(0.0) : (z >= 3.0 ? (W)(1.0) : (2.0 * z + 3.0) / 6.0);
}

NNB_INLINE W NAME(wide_sigmoid_slope)(W z) { return NAME(wide_sigmoid)(z) * NAME(wide_sigmoid)(-z); }
NNB_INLINE W NAME(wide_tanh_slope)(W z) {
  return 4.0 * NAME(wide_sigmoid)(2.0 * z) * NAME(wide_sigmoid)(-2.0 * z);
}
NNB_INLINE W NAME(wide_softplus_slope)(W z) { return NAME(wide_sigmoid)(z); }
NNB_INLINE W NAME(wide_log_sigmoid)(W z) { return -NAME(wide_softplus)(-z); }
NNB_INLINE W NAME(wide_log_sigmoid_slope)(W z) { return NAME(wide_sigmoid)(-z); }

/// z·factor; 0 where the factor has gone to 0, however large z is.
NNB_INLINE W NAME(decayed)(W z, W factor) { return factor == 0.0 ? (W)(0.0) : z * factor; }

NNB_INLINE W NAME(wide_silu)(W z) { return NAME(decayed)(z, NAME(wide_sigmoid)(z)); }
NNB_INLINE W NAME(wide_silu_slope)(W z) {
  W share = NAME(wide_sigmoid)(z);
  return share + NAME(decayed)(z, share * NAME(wide_sigmoid)(-z));
}

/// Φ(z) = ½ erfc(−z/√2).
NNB_INLINE W NAME(normal_distribution)(W z) { return 0.5 * NAME(wide_erfc)(-z * 0x1.6a09e667f3bcdp-1); }
/// φ(z) = e^(−z²/2)/√(2π).
NNB_INLINE W NAME(normal_density)(W z) { return 0x1.9884533d43651p-2 * NAME(wide_exp)(-0.5 * (z * z)); }

NNB_INLINE W NAME(wide_gelu)(W z) { return NAME(decayed)(z, NAME(normal_distribution)(z)); }
NNB_INLINE W NAME(wide_gelu_slope)(W z) {
  return NAME(normal_distribution)(z) + NAME(decayed)(z, NAME(normal_density)(z));
}

// tanh(softplus(z)) and σ(z)·(1 − tanh²(softplus(z))), as quotients of e^z on the left and e^−z on the right.
NNB_INLINE W NAME(mish_tanh)(W z, W e) {
  W above = z > 0.0 ? 1.0 + 2.0 * e : e * (2.0 + e);
  W below = z > 0.0 ? 1.0 + 2.0 * e * (1.0 + e) : 2.0 + above;
  return above / below;
}
NNB_INLINE W NAME(wide_mish)(W z) {
  return NAME(decayed)(z, NAME(mish_tanh)(z, NAME(wide_exp)(-NAME(magnitude)(z))));
}
NNB_INLINE W NAME(wide_mish_slope)(W z) {
  W e = NAME(wide_exp)(-NAME(magnitude)(z));
  W below = z > 0.0 ? 1.0 + 2.0 * e * (1.0 + e) : 2.0 + e * (2.0 + e);
  W slope = (z > 0.0 ? 4.0 * e * e * (1.0 + e) : 4.0 * e * (1.0 + e)) / (below * below);
  return NAME(mish_tanh)(z, e) + NAME(decayed)(z, slope);
}

#define NNB_ROUNDED_ONCE(name) \
  NNB_INLINE V NAME(of_##name)(V z) { return NAME(narrowed)(NAME(wide_##name)(NAME(widened)(z))); }
#if NNB_FLOAT
#include "NarrowExponential.h"
#else
NNB_ROUNDED_ONCE(exp)
NNB_ROUNDED_ONCE(sigmoid)
NNB_ROUNDED_ONCE(tanh)
#endif
NNB_ROUNDED_ONCE(log)
NNB_ROUNDED_ONCE(sin)
NNB_ROUNDED_ONCE(cos)
NNB_ROUNDED_ONCE(tan)
NNB_ROUNDED_ONCE(asin)
NNB_ROUNDED_ONCE(acos)
NNB_ROUNDED_ONCE(atan)
NNB_ROUNDED_ONCE(erf)
NNB_ROUNDED_ONCE(erfc)
NNB_ROUNDED_ONCE(leaky_relu)
NNB_ROUNDED_ONCE(elu)
NNB_ROUNDED_ONCE(selu)
NNB_ROUNDED_ONCE(softplus)
NNB_ROUNDED_ONCE(softsign)
NNB_ROUNDED_ONCE(hard_sigmoid)
NNB_ROUNDED_ONCE(silu)
NNB_ROUNDED_ONCE(hard_swish)
NNB_ROUNDED_ONCE(gelu)
NNB_ROUNDED_ONCE(mish)
NNB_ROUNDED_ONCE(log_sigmoid)
NNB_ROUNDED_ONCE(sigmoid_slope)
NNB_ROUNDED_ONCE(tanh_slope)
NNB_ROUNDED_ONCE(leaky_relu_slope)
NNB_ROUNDED_ONCE(elu_slope)
NNB_ROUNDED_ONCE(selu_slope)
NNB_ROUNDED_ONCE(softplus_slope)
NNB_ROUNDED_ONCE(softsign_slope)
NNB_ROUNDED_ONCE(hard_sigmoid_slope)
NNB_ROUNDED_ONCE(silu_slope)
NNB_ROUNDED_ONCE(hard_swish_slope)
NNB_ROUNDED_ONCE(gelu_slope)
NNB_ROUNDED_ONCE(mish_slope)
NNB_ROUNDED_ONCE(log_sigmoid_slope)
#undef NNB_ROUNDED_ONCE
#undef NNB_EACH_LANE
