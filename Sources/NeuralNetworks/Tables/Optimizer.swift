import CKernels

/// How a step changes the parameters, given the gradient g of what is minimised.
public struct Optimizer: Sendable, Hashable {
  /// A number that an optimizer takes.
  public struct Argument: Sendable, Hashable {
    /// The name in the language, such as `beta1`.
    public let name: String
    /// What it is where it is left out; the learning rate of some must be given.
    public let standard: Double?
    /// Whether it is the share of an average that a step keeps, so that it must be below 1.
    public let isShare: Bool

    init(name: String, standard: Double?, isShare: Bool = false) {
      self.name = name
      self.standard = standard
      self.isShare = isShare
    }
  }

  /// What is known of an optimizer before its numbers are given.
  public struct Kind: Sendable, Hashable {
    /// The name in the language, such as `adam`.
    public let name: String
    /// One line that says what it does.
    public let summary: String
    /// The update in TeX.
    public let formula: String
    /// Where it was published.
    public let source: String
    /// Its numbers in order, the learning rate first.
    public let arguments: [Argument]
    /// How many numbers it remembers for each parameter.
    let stateCount: Int
    let code: nnb_code
    /// Takes the numbers; nil where a step does not grow with the gradient.
    var stability: (@Sendable ([Double]) -> Double)?

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    /// Kinds are equal when their names are.
    public static func == (a: Kind, b: Kind) -> Bool { a.name == b.name }
  }

  /// Which one.
  public let kind: Kind
  /// Its numbers, in the order of the kind's arguments.
  public let numbers: [Double]

  /// Makes an optimizer.
  /// - Precondition: there is a number for each argument.
  public init(_ kind: Kind, _ numbers: [Double]) {
    precondition(numbers.count == kind.arguments.count, "\(numbers.count) numbers for \(kind.name)")
    self.kind = kind
    self.numbers = numbers
  }

  /// The learning rate.
  public var learningRate: Double { numbers[0] }

  /// Beyond which product of learning rate and curvature the steps run away from the bottom of a bowl; nil where they
  /// are divided by the size of the gradients, so that they cannot.
  ///
  /// 2 for sgd, 2(1 + β) with momentum, 2(1 + β)/(1 + 2β) with Nesterov's: there an eigenvalue of a step is −1.
  public var stability: Double? { kind.stability?(numbers) }

  /// How much of every parameter a step takes away before it begins, adamw's ηλ; 0 for the others.
  public var decay: Double { kind == .adamw ? learningRate * numbers[4] : 0 }

  /// The optimizer as a call with every number: `momentum(0.1, beta=0.9)`.
  public var text: String {
    let given = zip(kind.arguments, numbers).enumerated().map { position, pair in
      (position == 0 ? "" : "\(pair.0.name)=") + pair.1.text()
    }
    return "\(kind.name)(\(given.joined(separator: ", ")))"
  }

  /// The optimizer with another learning rate.
  public func with(learningRate: Double) -> Optimizer {
    Optimizer(kind, [learningRate] + numbers.dropFirst())
  }
}

extension Optimizer.Kind {
  /// Every optimizer there is, in the order of the reference; formulas and defaults are PyTorch's.
  public static let all: [Optimizer.Kind] = [sgd, momentum, nesterov, rmsprop, adagrad, adam, adamw]

  /// Returns the optimizer with this name.
  public static func named(_ name: String) -> Optimizer.Kind? { all.first { $0.name == name } }

  private static let rate = Optimizer.Argument(name: "lr", standard: nil)

  static let sgd = Optimizer.Kind(
    name: "sgd", summary: "steps against the gradient", formula: #"p \leftarrow p - \eta\,g"#,
    source: "H. Robbins and S. Monro, A stochastic approximation method, 1951", arguments: [rate],
    stateCount: 0, code: NNB_SGD, stability: { _ in 2 })

  static let momentum = Optimizer.Kind(
    name: "momentum", summary: "steps along a decaying sum of the gradients",
    formula: #"v \leftarrow \beta v + g, \quad p \leftarrow p - \eta\,v"#,
    source: "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964",
    arguments: [rate, .init(name: "beta", standard: 0.9, isShare: true)], stateCount: 1, code: NNB_MOMENTUM,
    stability: { 2 * (1 + $0[1]) })

  static let nesterov = Optimizer.Kind(
    name: "nesterov", summary: "momentum that looks one step ahead",
    formula: #"v \leftarrow \beta v + g, \quad p \leftarrow p - \eta\,(g + \beta v)"#,
    source: "I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013",
    arguments: [rate, .init(name: "beta", standard: 0.9, isShare: true)], stateCount: 1, code: NNB_NESTEROV,
    stability: { 2 * (1 + $0[1]) / (1 + 2 * $0[1]) })

  static let rmsprop = Optimizer.Kind(
    name: "rmsprop", summary: "divides each step by the running size of the gradient",
    formula:
      #"s \leftarrow \alpha s + (1 - \alpha)\,g^2, \quad p \leftarrow p - \eta\,\frac{g}{\sqrt{s} + \varepsilon}"#,
    source: "T. Tieleman and G. Hinton, Lecture 6.5 of Neural networks for machine learning, 2012",
    arguments: [
      .init(name: "lr", standard: 0.01), .init(name: "alpha", standard: 0.99, isShare: true),
      .init(name: "eps", standard: 1e-8),
    ], stateCount: 1, code: NNB_RMSPROP)

  static let adagrad = Optimizer.Kind(
    name: "adagrad", summary: "divides each step by the size of all gradients so far",
    formula: #"s \leftarrow s + g^2, \quad p \leftarrow p - \eta\,\frac{g}{\sqrt{s} + \varepsilon}"#,
    source: "J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods, 2011",
    arguments: [.init(name: "lr", standard: 0.01), .init(name: "eps", standard: 1e-10)], stateCount: 1,
    code: NNB_ADAGRAD)

  static let adam = Optimizer.Kind(
    name: "adam", summary: "momentum, each step divided by the running size of the gradient",
    formula:
      #"m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2, \quad p \leftarrow p - \eta\,\frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}"#,
    source: "D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015",
    arguments: adamNumbers,
    stateCount: 2, code: NNB_ADAM)

  static let adamw = Optimizer.Kind(
    name: "adamw", summary: "adam, with every parameter decaying towards 0",
    formula: #"p \leftarrow p - \eta\lambda p, \quad \text{then as adam}"#,
    source: "I. Loshchilov and F. Hutter, Decoupled weight decay regularization, 2019",
    arguments: adamNumbers + [.init(name: "decay", standard: 0.01)], stateCount: 2, code: NNB_ADAMW)

  private static let adamNumbers: [Optimizer.Argument] = [
    .init(name: "lr", standard: 0.001), .init(name: "beta1", standard: 0.9, isShare: true),
    .init(name: "beta2", standard: 0.999, isShare: true), .init(name: "eps", standard: 1e-8),
  ]
}
