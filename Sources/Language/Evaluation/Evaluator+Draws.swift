import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

extension Evaluator {
  /// The random numbers of the statement's next draw.
  public mutating func nextStream() -> RandomStream { draws.next() }

  /// The random numbers below the statement's next draw.
  public mutating func nextBranch(isUsed: Bool) -> Draws.Branch { draws.nextBranch(isUsed: isUsed) }

  /// Runs `body` with another seed and its draws counted from the first, and returns how many it drew.
  public mutating func withSeed<Result>(
    _ seed: Int?, _ body: (inout Evaluator) throws(Stop) -> Result
  ) throws(Stop) -> (result: Result, draws: Int) {
    let outer = draws
    defer { draws = outer }
    draws.seed = seed ?? outer.seed
    draws.count = 0
    draws.used = 0
    let result = try body(&self)
    return (result, draws.used)
  }

  /// Runs `body`, of whose draws none counts.
  mutating func withoutDraws<Result>(
    _ body: (inout Evaluator) throws(Stop) -> Result
  ) throws(Stop) -> Result {
    let before = draws
    defer { draws = before }
    return try body(&self)
  }

  mutating func drawn(_ initializer: Initializer, _ shape: Shape) -> Tensor {
    draws.tensor(shape, initializer)
  }

  /// Reads an expression that says how to draw: `xavier`, `normal(0, 0.1)`; nil where it is not known.
  mutating func initializer(_ expression: Expression) throws(Stop) -> Initializer? {
    var callee = expression
    var arguments: [Syntax.Argument] = []
    if case .call(let base, let given) = expression.kind { (callee, arguments) = (base, given) }
    guard case .name(let name) = callee.kind, scope[name] == nil, let form = InitializerForm.named(name)
    else {
      if case .name(let name) = callee.kind, scope[name] == nil, library.builtins[name] == nil {
        try checkSpelling(ofInitializer: name, at: callee.range)
      }
      let value = try evaluate(expression)
      switch value {
      case .unknown: return nil
      case .initializer(let initializer): return initializer
      case .tensor(.symbol(let symbol)) where symbol.shape.isScalar && symbol.node == nil: return nil
      case .tensor(.known(let tensor)) where tensor.isScalar: return .constant(tensor.elements[0])
      case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .structure, .training:
        throw .error(
          .typeMismatch, "this says how to draw first values, here stands \(value.kindText)",
          at: expression.range,
          hint: "one of \(InitializerForm.all.map(\.name).joined(separator: ", "))")
      }
    }
    var numbers = form.defaults.map(\.value)
    for (position, argument) in arguments.enumerated() {
      let named = argument.name.map { name in form.defaults.firstIndex { $0.name == name.text } }
      guard let index = named ?? position, numbers.indices.contains(index) else {
        throw .error(
          .unknownArgument,
          form.defaults.isEmpty
            ? "`\(name)` takes no numbers"
            : "`\(name)` takes \(form.defaults.map(\.name).joined(separator: ", "))",
          at: argument.name?.range ?? argument.value.range, hint: "write \(form.signature)")
      }
      guard let number = try number(argument.value, "an argument of `\(name)`") else { return nil }
      numbers[index] = number
    }
    return form.make(numbers)
  }
}

extension Evaluator {
  /// Refuses a name that stands for nothing and is like that of an initialiser.
  private func checkSpelling(ofInitializer name: String, at range: SourceRange) throws(Stop) {
    let near = nearMisses(of: name, in: InitializerForm.all.map(\.name))
    guard let meant = didYouMean(near) else { return }
    throw .error(
      Diagnostic(
        .unknownName, "there is no `\(name)` here", at: range,
        hint: .init(meant, edit: near.count == 1 ? .init(range, near[0]) : nil)))
  }
}

/// An initialiser as the language calls it: its name, its numbers with their defaults.
public struct InitializerForm: Sendable {
  /// The name in the language.
  public let name: String
  let defaults: [(name: String, value: Double)]
  let make: @Sendable ([Double]) -> Initializer

  /// The form with its defaults, such as `normal(mean=0, sd=1)`.
  public var signature: String {
    let numbers = defaults.map { "\($0.name)=\($0.value.text())" }
    return numbers.isEmpty ? name : "\(name)(\(numbers.joined(separator: ", ")))"
  }

  /// The initialiser with the defaults.
  public var standard: Initializer { make(defaults.map(\.value)) }

  static func named(_ name: String) -> InitializerForm? { all.first { $0.name == name } }

  /// Every initialiser.
  public static let all: [InitializerForm] =
    Initializer.all.map { initializer in
      InitializerForm(name: initializer.name, defaults: []) { _ in initializer }
    } + [
      InitializerForm(name: "uniform", defaults: [("lo", 0), ("hi", 1)]) { .uniform($0[0], $0[1]) },
      InitializerForm(name: "normal", defaults: [("mean", 0), ("sd", 1)]) { .normal($0[0], $0[1]) },
      InitializerForm(name: "constant", defaults: [("value", 0)]) { .constant($0[0]) },
    ]
}
