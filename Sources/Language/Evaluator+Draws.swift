import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

/// The draws of one statement: keyed by the seed, the statement and their number, in the order of evaluation.
public struct Draws: Sendable {
  /// The notebook's seed, or that of the cell.
  let seed: Int
  /// The statement; the name it binds, or its canonical text, is the path of its draws.
  let statement: Statement?
  /// Whether numbers are drawn; the check before a run only counts.
  let isDrawing: Bool
  /// How many draws there were.
  private(set) var count = 0

  /// Begins the draws of a statement.
  init(seed: Int, statement: Statement?, isDrawing: Bool) {
    self.seed = seed
    self.statement = statement
    self.isDrawing = isDrawing
  }

  /// The random numbers of the next draw.
  mutating func next() -> RandomStream {
    count += 1
    let path = statement.map { $0.definedNames.first?.text ?? $0.canonicalText } ?? ""
    return RandomStream(seed: seed, path: path, draw: count - 1)
  }

  /// The first values of a parameter.
  mutating func tensor(_ shape: Shape, _ initializer: Initializer) -> Tensor {
    let stream = next()
    return isDrawing ? initializer.tensor(shape, stream) : Tensor(repeating: 0, shape)
  }
}

extension Evaluator {
  /// The random numbers of the statement's next draw.
  public mutating func nextStream() -> RandomStream { draws.next() }

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
      let value = try evaluate(expression)
      switch value {
      case .unknown: return nil
      case .initializer(let initializer): return initializer
      case .symbol(let symbol) where symbol.shape.isScalar && symbol.node == nil: return nil
      case .tensor(let tensor) where tensor.isScalar: return .constant(tensor.elements[0])
      case .tensor, .symbol, .text, .table, .net, .function, .builtin, .range, .list, .figure, .stage,
        .record:
        throw .error(
          .typeMismatch, "this says how to draw first values, here stands \(value.kindText)",
          at: expression.range,
          hint: "one of \(InitializerForm.all.map(\.name).joined(separator: ", "))")
      }
    }
    var numbers = form.defaults.map(\.value)
    for (position, argument) in arguments.enumerated() {
      let named = argument.name.map { name in form.defaults.firstIndex { $0.name == name.text } }
      guard let place = named ?? position, numbers.indices.contains(place) else {
        throw .error(
          .unknownArgument, "`\(name)` takes \(form.defaults.map(\.name).joined(separator: ", "))",
          at: argument.name?.range ?? argument.value.range)
      }
      guard let number = try number(argument.value, "an argument of `\(name)`") else { return nil }
      numbers[place] = number
    }
    return form.make(numbers)
  }
}

/// An initialiser as the language calls it: its name, its numbers with their defaults.
struct InitializerForm: Sendable {
  let name: String
  let defaults: [(name: String, value: Double)]
  let make: @Sendable ([Double]) -> Initializer

  static func named(_ name: String) -> InitializerForm? { all.first { $0.name == name } }

  /// Every initialiser.
  static let all: [InitializerForm] =
    Initializer.all.map { initializer in
      InitializerForm(name: initializer.name, defaults: []) { _ in initializer }
    } + [
      InitializerForm(name: "uniform", defaults: [("lo", 0), ("hi", 1)]) { .uniform($0[0], $0[1]) },
      InitializerForm(name: "normal", defaults: [("mean", 0), ("sd", 1)]) { .normal($0[0], $0[1]) },
      InitializerForm(name: "constant", defaults: [("value", 0)]) { .constant($0[0]) },
    ]
}
