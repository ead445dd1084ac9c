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
  /// x^y, at most 2 units in the last place off.
  public static func pow(_ x: Double, _ y: Double) -> Double { nnb_pow(x, y) }
}
