import Tensors

/// A node that is affine in the input x: the values x·weights + bias.
public struct AffineForm: Sendable, Hashable {
  /// The weights, a row for each input and a column for each value: `[n, k]`.
  public let weights: Tensor
  /// The values where x is 0: `[k]`.
  public let bias: Tensor

  /// Makes a form.
  public init(weights: Tensor, bias: Tensor) {
    self.weights = weights
    self.bias = bias
  }

  /// The number of values k.
  public var count: Int { bias.count }

  /// The values one by one, as units with weights w and a threshold T.
  public var units: [ThresholdUnit] {
    (0..<count).map { unit in
      let w = stride(from: unit, to: weights.count, by: count).map { weights.elements[$0] }
      return ThresholdUnit(weights: w, threshold: 0 - bias.elements[unit])
    }
  }
}

/// A unit of the first layer: it changes sides where w·x − T = 0.
public struct ThresholdUnit: Sendable, Hashable {
  /// The weights w.
  public let weights: [Double]
  /// The threshold T, which is minus the bias.
  public let threshold: Double

  /// Makes a unit.
  public init(weights: [Double], threshold: Double) {
    self.weights = weights
    self.threshold = threshold
  }
}
