import CKernels

/// The functions of rule R5, from our own kernels: the same bits on every machine, no library's.
public enum Mathematics {
  /// e^x, at most 1 unit in the last place off.
  public static func exp(_ x: Double) -> Double { nnb_exp(x) }
  /// e^x − 1, precise near 0; at most 2 units in the last place off.
  public static func expm1(_ x: Double) -> Double { nnb_expm1(x) }
  /// The natural logarithm, at most 1 unit in the last place off.
  public static func log(_ x: Double) -> Double { nnb_log(x) }
  /// log(1 + x), precise near 0; at most 2 units in the last place off.
  public static func log1p(_ x: Double) -> Double { nnb_log1p(x) }
  /// 1/(1 + e^−x), at most 2 units in the last place off.
  public static func sigmoid(_ x: Double) -> Double { nnb_sigmoid(x) }
  /// The hyperbolic tangent, at most 2 units in the last place off.
  public static func tanh(_ x: Double) -> Double { nnb_tanh(x) }
  /// log(1 + e^x); at most 2 units in the last place off.
  public static func softplus(_ x: Double) -> Double { nnb_softplus(x) }
  /// The error function; at most 2 units in the last place off.
  public static func erf(_ x: Double) -> Double { nnb_erf(x) }
  /// 1 − erf(x), precise where erf is near 1; at most 2 units in the last place off.
  public static func erfc(_ x: Double) -> Double { nnb_erfc(x) }
  /// The sine of x in radians, for every magnitude of x; at most 2 units in the last place off.
  public static func sin(_ x: Double) -> Double { nnb_sin(x) }
  /// The cosine of x in radians, for every magnitude of x; at most 2 units in the last place off.
  public static func cos(_ x: Double) -> Double { nnb_cos(x) }
  /// The tangent of x in radians, for every magnitude of x; at most 2 units in the last place off.
  public static func tan(_ x: Double) -> Double { nnb_tan(x) }
  /// The angle from −π/2 to π/2 with the sine x; NaN outside −1 to 1, at most 2 units in the last place off.
  public static func asin(_ x: Double) -> Double { nnb_asin(x) }
  /// The angle from 0 to π with the cosine x; NaN outside −1 to 1, at most 2 units in the last place off.
  public static func acos(_ x: Double) -> Double { nnb_acos(x) }
  /// The angle from −π/2 to π/2 with the tangent x; at most 2 units in the last place off.
  public static func atan(_ x: Double) -> Double { nnb_atan(x) }
  /// x^y, at most 1 unit in the last place off.
  public static func pow(_ x: Double, _ y: Double) -> Double { nnb_pow(x, y) }
}
