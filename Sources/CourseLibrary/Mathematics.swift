import Wording
import Diagnostics
import Language
import Tensors

extension Library {
  /// Functions of numbers, and reductions.
  static let mathematics: [Builtin] =
    MathematicalFunction.all.map { function in
      Builtin(
        function.name, .mathematics, [Parameter("x", .tensor)], summary: "\(function.name) of each element",
        formula: function.formula, example: "\(function.name)([0.5, 1, 2])",
        evaluation: .operation(function.operation))
    } + [
      .reduction("sum", "the sum of the elements", Operation.wideSum),
      .reduction("mean", "the arithmetic mean of the elements", Operation.wideMean),
      .extremum("min", "the smallest element, or the smaller of two values", Operation.min, .minimum),
      .extremum("max", "the largest element, or the larger of two values", Operation.max, .maximum),
    ]
}

extension Parameter {
  /// Whether a reduction takes everything, or gives one number a row or a column.
  fileprivate static let along = Parameter(
    "along", .choice(Operation.Along.allCases.map(\.rawValue)),
    .defaulted(.text(Operation.Along.all.rawValue)))
}

extension Builtin {
  /// A function that makes one number of many.
  fileprivate static func reduction(
    _ name: String, _ summary: Message, _ operation: @escaping @Sendable (Operation.Along) -> Operation
  ) -> Builtin {
    computed(
      name, .mathematics, [Parameter("x", .tensor), .along], summary: summary,
      example: "\(name)([1, 2; 3, 4], along=\"rows\")"
    ) { call in (operation(call.along), ["x"]) }
  }

  /// `min` and `max`: of all elements, or of two values element by element.
  fileprivate static func extremum(
    _ name: String, _ summary: Message, _ reduction: @escaping @Sendable (Operation.Along) -> Operation,
    _ pairwise: Operation
  ) -> Builtin {
    computed(
      name, .mathematics, [Parameter("x", .tensor), Parameter("y", .tensor, .optional), .along],
      summary: summary, example: "\(name)([3, 1, 2])\n\(name)([3, 1], 2)"
    ) { call in call.has("y") ? (pairwise, ["x", "y"]) : (reduction(call.along), ["x"]) }
  }

  /// A function that applies one operation to some of its arguments; the call says which.
  static func computed(
    _ name: String, _ topic: Topic, _ parameters: [Parameter], summary: Message, formula: String? = nil,
    example: String, _ choose: @escaping @Sendable (Call) -> (operation: Operation, operands: [String])
  ) -> Builtin {
    let body: Body = { (call, evaluator) throws(Stop) in
      let (operation, operands) = choose(call)
      return try evaluator.apply(operation, to: operands, of: call)
    }
    return Builtin(
      name, topic, parameters, summary: summary, formula: formula, example: example,
      evaluation: .known(body))
  }
}

extension Call {
  /// What a reduction runs along.
  fileprivate var along: Operation.Along { text("along").flatMap(Operation.Along.init(rawValue:)) ?? .all }
}
