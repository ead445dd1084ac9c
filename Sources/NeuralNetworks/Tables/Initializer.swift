import Tensors

/// A way to choose the numbers that training starts from.
public struct Initializer: Sendable {
  /// The name in the language, such as `xavier`.
  public let name: String
  /// What it does, in one line of the reference.
  public let summary: String
  /// The distribution in TeX; n_in and n_out are the numbers of a unit's inputs and of units it feeds.
  public let formula: String
  private let number: @Sendable (_ fan: Fan, _ stream: RandomStream, _ index: Int) -> Double

  /// Returns the start values of this shape: element i is drawn by the i-th number of the stream.
  public func tensor(_ shape: Shape, _ stream: RandomStream) -> Tensor {
    let fan = Fan(shape)
    return Tensor(shape, (0..<shape.count).map { number(fan, stream, $0) })
  }

  /// Whether it gives one number everywhere.
  public var isConstant: Bool { name == "zeros" || name == "constant" }

  /// Those that take no numbers, in the order of the reference.
  public static let all = [xavier, he, zeros]

  /// Returns the initializer with this name, of those that take no numbers.
  public static func named(_ name: String) -> Initializer? { all.first { $0.name == name } }

  /// Keeps the variance of tanh layers: uniform from −b to b with b = √(6/(n_in + n_out)).
  ///
  /// Source: X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural
  /// networks, AISTATS 2010.
  public static let xavier = Initializer(
    name: "xavier", summary: "drawn evenly, as widely as keeps the variance from layer to layer with tanh",
    formula: #"U(-b, b),\ b = \sqrt{\frac{6}{n_\text{in} + n_\text{out}}}"#
  ) { fan, stream, i in
    let bound = (6 / (fan.input + fan.output)).squareRoot()
    return stream.uniform(i, from: -bound, to: bound)
  }

  /// Keeps the variance of relu layers: uniform from −b to b with b = √2·√(3/n_in).
  ///
  /// Source: K. He et al., Delving deep into rectifiers, ICCV 2015.
  public static let he = Initializer(
    name: "he", summary: "drawn evenly, as widely as keeps the variance from layer to layer with relu",
    formula: #"U(-b, b),\ b = \sqrt{\frac{6}{n_\text{in}}}"#
  ) { fan, stream, i in
    let bound = (6 / fan.input).squareRoot()
    return stream.uniform(i, from: -bound, to: bound)
  }

  /// 0 everywhere.
  public static let zeros = Initializer(name: "zeros", summary: "0 everywhere", formula: "0") { _, _, _ in 0 }

  /// Uniform from `low` to `high`.
  public static func uniform(_ low: Double, _ high: Double) -> Initializer {
    Initializer(
      name: "uniform", summary: "drawn evenly between two numbers",
      formula: "U(\(low.shortestText), \(high.shortestText))"
    ) { _, stream, i in
      stream.uniform(i, from: low, to: high)
    }
  }

  /// The normal distribution with this mean and standard deviation.
  public static func normal(_ mean: Double, _ deviation: Double) -> Initializer {
    Initializer(
      name: "normal", summary: "drawn from the normal distribution",
      formula: "N(\(mean.shortestText), \(deviation.shortestText)^2)"
    ) { _, stream, i in
      mean + deviation * stream.normal(i)
    }
  }

  /// `value` everywhere.
  public static func constant(_ value: Double) -> Initializer {
    Initializer(name: "constant", summary: "the same number everywhere", formula: value.shortestText) {
      _, _, _ in value
    }
  }

  private init(
    name: String, summary: String, formula: String,
    _ number: @escaping @Sendable (_ fan: Fan, _ stream: RandomStream, _ index: Int) -> Double
  ) {
    self.name = name
    self.summary = summary
    self.formula = formula
    self.number = number
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
