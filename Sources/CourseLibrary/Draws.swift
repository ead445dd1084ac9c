import Wording
import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Random numbers, keyed by the statement they stand in.
  static let draws: [Builtin] = [
    .draw(
      "uniform",
      [Parameter("lo", .number, .defaulted(.number(0))), Parameter("hi", .number, .defaulted(.number(1)))],
      "numbers drawn evenly from lo to hi"
    ) { .uniform($0, $1) },
    .draw(
      "normal",
      [Parameter("mean", .number, .defaulted(.number(0))), Parameter("sd", .number, .defaulted(.number(1)))],
      "numbers drawn from the normal distribution"
    ) { .normal($0, $1) },
    .permutation, .choice,
  ]
}

extension Builtin {
  /// A distribution with two parameters: one number, or a tensor of the shape `size`.
  fileprivate static func draw(
    _ name: String, _ parameters: [Parameter], _ summary: Message,
    _ distribution: @escaping @Sendable (Double, Double) -> Initializer
  ) -> Builtin {
    Builtin(
      name, .mathematics, parameters + [Parameter("size", .tensor, .optional)], summary: summary,
      example: "\(name)(size=3)",
      read: { (call, _) throws(Stop) -> Shape? in
        if let deviation = call.number("sd"), !(deviation >= 0) {
          throw call.error(
            .typeMismatch, "a standard deviation is not negative, this is \(deviation.text())", at: "sd",
            hint: "write sd=\((0 - deviation).text())")
        }
        return try call.size("size")
      },
      expected: { (shape, _, _) throws(Stop) in .symbol(Symbol(shape: shape)) },
      cost: { CallCost(fuel: 30 * $0.count, elements: $0.count) },
      run: { (shape, call, evaluator) throws(Stop) in
        guard let first = call.number(parameters[0].name), let second = call.number(parameters[1].name) else {
          return .unknown
        }
        return .tensor(distribution(first, second).tensor(shape, evaluator.nextStream()))
      })
  }

  static let permutation = Builtin(
    "permutation", .mathematics, [Parameter("n", .number)], summary: "the numbers 1 to n in a random order",
    example: "permutation(5)",
    traits: [.exact],
    read: { (call, _) throws(Stop) in try call.count("n", from: 1, to: 10_000_000) },
    expected: { (count, _, _) throws(Stop) in .symbol(Symbol(shape: [count])) },
    cost: { CallCost(fuel: 50 * $0, elements: $0) },
    run: { (count, _, evaluator) throws(Stop) in
      .tensor(Tensor(evaluator.nextStream().permutation(count).map { Double($0 + 1) }))
    })

  static let choice = Builtin(
    "choice", .mathematics, [Parameter("p", .vector)],
    summary: "a position drawn with the probabilities p", example: "choice([0.2, 0.5, 0.3])",
    traits: [.exact],
    read: { (call, _) throws(Stop) -> Tensor? in
      guard let p = call.tensor("p") else { return nil }
      if let odd = p.elements.first(where: { !($0 >= 0 && $0.isFinite) }) {
        throw call.error(
          .typeMismatch, "a probability is a finite number not below 0, this is \(odd.text())", at: "p")
      }
      if p.count == 0 {
        throw call.error(.typeMismatch, "there is no probability, so nothing to draw", at: "p")
      }
      if p.elements.allSatisfy({ $0 == 0 }) {
        throw call.error(.typeMismatch, "the probabilities are all 0, so there is nothing to draw", at: "p")
      }
      return p
    },
    gives: .symbol(Symbol(shape: .scalar)),
    cost: { CallCost(fuel: 2 * $0.count) },
    run: { (p, _, evaluator) throws(Stop) in
      let total = p.elements.reduce(0, +)
      var rest = evaluator.nextStream().unit(0) * total
      let index = p.elements.firstIndex { weight in
        rest -= weight
        return rest < 0
      }
      return .number(Double((index ?? p.count - 1) + 1))
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
