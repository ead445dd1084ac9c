import Tensors

/// A way to choose the numbers that training starts from.
public enum Initializer: Sendable, Hashable {
  /// Keeps the variance of tanh layers: uniform from −b to b with b = √(6/(n_in + n_out)).
  ///
  /// Source: X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural
  /// networks, AISTATS 2010.
  case xavier
  /// Keeps the variance of relu layers: uniform from −b to b with b = √2·√(3/n_in).
  ///
  /// Source: K. He et al., Delving deep into rectifiers, ICCV 2015.
  case he
  /// 0 everywhere.
  case zeros
  /// Uniform from one number to another.
  case uniform(Double, Double)
  /// The normal distribution with this mean and standard deviation.
  case normal(Double, Double)
  /// One number everywhere.
  case constant(Double)

  /// Those that take no numbers, in the order of the reference.
  public static let all = [xavier, he, zeros]

  /// Returns the initializer with this name, of those that take no numbers.
  public static func named(_ name: String) -> Initializer? { all.first { $0.name == name } }

  /// The name in the language, such as `xavier`.
  public var name: String {
    switch self {
    case .xavier: "xavier"
    case .he: "he"
    case .zeros: "zeros"
    case .uniform: "uniform"
    case .normal: "normal"
    case .constant: "constant"
    }
  }

  /// What it does, in one line of the reference.
  public var summary: String {
    switch self {
    case .xavier: "drawn evenly, as widely as keeps the variance from layer to layer with tanh"
    case .he: "drawn evenly, as widely as keeps the variance from layer to layer with relu"
    case .zeros: "0 everywhere"
    case .uniform: "drawn evenly between two numbers"
    case .normal: "drawn from the normal distribution"
    case .constant: "the same number everywhere"
    }
  }

  /// The distribution in TeX; n_in and n_out are the numbers of a unit's inputs and of units it feeds.
  public var formula: String {
    switch self {
    case .xavier: #"U(-b, b),\ b = \sqrt{\frac{6}{n_\text{in} + n_\text{out}}}"#
    case .he: #"U(-b, b),\ b = \sqrt{\frac{6}{n_\text{in}}}"#
    case .zeros: "0"
    case .uniform(let low, let high): "U(\(low.shortestText), \(high.shortestText))"
    case .normal(let mean, let deviation): "N(\(mean.shortestText), \(deviation.shortestText)^2)"
    case .constant(let value): value.shortestText
    }
  }

  /// Whether it gives one number everywhere.
  public var isConstant: Bool {
    switch self {
    case .zeros, .constant: true
    case .xavier, .he, .uniform, .normal: false
    }
  }

  /// Returns the start values of this shape: element i is drawn by the i-th number of the stream.
  public func tensor(_ shape: Shape, _ stream: RandomStream) -> Tensor {
    let elements: [Double]
    switch self {
    case .xavier:
      let fan = Fan(shape)
      let bound = (6 / (fan.input + fan.output)).squareRoot()
      elements = (0..<shape.count).map { stream.uniform($0, from: -bound, to: bound) }
    case .he:
      let bound = (6 / Fan(shape).input).squareRoot()
      elements = (0..<shape.count).map { stream.uniform($0, from: -bound, to: bound) }
    case .zeros: return Tensor(repeating: 0, shape)
    case .uniform(let low, let high):
      elements = (0..<shape.count).map { stream.uniform($0, from: low, to: high) }
    case .normal(let mean, let deviation):
      elements = (0..<shape.count).map { mean + deviation * stream.normal($0) }
    case .constant(let value): return Tensor(repeating: value, shape)
    }
    return Tensor(shape, elements)
  }
}

/// How many numbers meet in a unit and how many units a number feeds, for weights of a shape.
///
/// A matrix has the inputs as rows; a vector feeds one unit; convolution weights are
/// `[height, width, channels, filters]`.
private struct Fan {
  let input: Double
  let output: Double

  init(_ shape: Shape) {
    let sizes = shape.rank == 1 ? shape.sizes + [1] : shape.sizes
    let window = Shape(Array(sizes.dropLast(2))).count
    input = Double(Shape(Array(sizes.dropLast())).count)
    output = Double(window) * Double(sizes.last ?? 1)
  }
}
