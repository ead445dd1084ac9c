import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Random numbers, keyed by the statement they stand in.
  static let draws: [Builtin] = [
    .draw(
      "uniform", [Parameter("lo", .number, .defaulted("0")), Parameter("hi", .number, .defaulted("1"))],
      "numbers drawn evenly from lo to hi"
    ) { .uniform($0.number("lo") ?? 0, $0.number("hi") ?? 1) },
    .draw(
      "normal", [Parameter("mean", .number, .defaulted("0")), Parameter("sd", .number, .defaulted("1"))],
      "numbers drawn from the normal distribution"
    ) { .normal($0.number("mean") ?? 0, $0.number("sd") ?? 1) },
    .permutation, .choice,
  ]
}

extension Builtin {
  /// A distribution: one number, or a tensor of the shape `size`.
  fileprivate static func draw(
    _ name: String, _ parameters: [Parameter], _ summary: String,
    _ initializer: @escaping @Sendable (Call) -> Initializer
  ) -> Builtin {
    Builtin(
      name, .mathematics, parameters + [Parameter("size", .tensor, .optional)], summary: summary,
      example: "\(name)(size=3)",
      rule: { (call, _) throws(Stop) in
        try call.size("size").map { .symbol(Symbol(shape: $0)) } ?? .unknown
      },
      run: { (call, evaluator) throws(Stop) in
        guard let shape = try call.size("size"), !call.hasUnknown else { return .unknown }
        try evaluator.charge(30 * shape.count, at: call.range)
        try evaluator.allocate(bytes: 8 * shape.count, at: call.range)
        return .tensor(initializer(call).tensor(shape, evaluator.nextStream()))
      })
  }

  static let permutation = Builtin(
    "permutation", .mathematics, [Parameter("n", .number)], summary: "the numbers 1 to n in a random order",
    example: "permutation(5)",
    traits: [.exact],
    rule: { (call, _) throws(Stop) in
      try call.count("n", from: 1, to: 10_000_000).map { .symbol(Symbol(shape: [$0])) } ?? .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let count = try call.count("n", from: 1, to: 10_000_000) else { return .unknown }
      try evaluator.charge(50 * count, at: call.range)
      try evaluator.allocate(bytes: 8 * count, at: call.range)
      return .tensor(Tensor(evaluator.nextStream().permutation(count).map { Double($0 + 1) }))
    })

  static let choice = Builtin(
    "choice", .mathematics, [Parameter("p", .vector)],
    summary: "a position drawn with the probabilities p", example: "choice([0.2, 0.5, 0.3])",
    traits: [.exact],
    rule: { (call, _) throws(Stop) in
      if let p = call.tensor("p"),
        p.elements.contains(where: { !($0 >= 0) }) || p.elements.allSatisfy({ $0 == 0 })
      {
        throw call.error(.typeMismatch, "probabilities are not negative and not all 0", at: "p")
      }
      return .symbol(Symbol(shape: .scalar))
    },
    run: { (call, evaluator) throws(Stop) in
      guard let p = call.tensor("p") else { return .unknown }
      try evaluator.charge(2 * p.count, at: call.range)
      let total = p.elements.reduce(0, +)
      var rest = evaluator.nextStream().unit(0) * total
      let place = p.elements.firstIndex { weight in
        rest -= weight
        return rest < 0
      }
      return .number(Double((place ?? p.count - 1) + 1))
    })
}

extension Call {
  /// The shape that an argument such as `size=3` or `size=[2, 3]` asks for; a number where it is left out.
  func size(_ name: String) throws(Stop) -> Shape? {
    guard has(name) else { return .scalar }
    guard let tensor = tensor(name) else { return nil }
    guard tensor.rank <= 1, tensor.count <= Shape.maximalRank,
      tensor.elements.allSatisfy({ $0 == $0.rounded() && $0 >= 1 && $0 <= 1e8 })
    else {
      throw error(
        .typeMismatch,
        "a size is a whole number from 1, or up to four of them in brackets, this is \(tensor.text())",
        at: name)
    }
    let shape = Shape(tensor.elements.map { Int($0) })
    guard shape.count <= 100_000_000 else {
      throw error(.typeMismatch, "\(shape) are too many numbers", at: name, hint: "use at most 100,000,000")
    }
    return shape
  }
}
