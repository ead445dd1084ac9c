import Diagnostics
import Language
import Tables
import Tensors

extension Library {
  /// Repetition, and tables of functions.
  static let iteration: [Builtin] = [.iterate, .tabulate, .derivative]
}

extension Builtin {
  static let iterate = Builtin(
    "iterate", .mathematics,
    [Parameter("f", .predictor), Parameter("from", .tensor), Parameter("steps", .number)],
    summary: "x0, f(x0), f(f(x0)), … : the n + 1 states; f may take the step number 1 to n too",
    example: "half(x) = x/2\niterate(half, from=16, steps=4)",
    read: { (call, _) throws(Stop) -> (shape: Shape, steps: Int)? in
      guard let steps = try call.count("steps", from: 0, to: 10_000_000),
        let shape = call.value("from").shape, shape.rank < Shape.maximalRank
      else { return nil }
      return (shape, steps)
    },
    expected: { (plan, call, evaluator) throws(Stop) in
      let (shape, steps) = plan
      let states = Value.symbol(Symbol(shape: shape.prefixed(by: steps + 1)))
      guard steps > 0 else { return states }
      let next = try evaluator.step(call, .symbol(Symbol(shape: shape)), 1)
      if let found = next.shape, found != shape {
        throw call.error(
          .shapeMismatch, "the state is \(shape.phrase), `f` makes \(found.phrase) of it", at: "f",
          hint: "f must give a state of the same shape")
      }
      return states
    },
    run: { (plan, call, evaluator) throws(Stop) in
      guard let first = call.tensor("from") else { return .unknown }
      let steps = plan.steps
      if let net = call.arguments["f"]?.value.net, net.inputShape == first.shape,
        net.resultShape == first.shape
      {
        return .tensor(try evaluator.iterate(net, from: first, steps: steps, at: call.range))
      }
      let length = first.count.saturatingProduct(steps.saturatingSum(1))
      try evaluator.allocate(elements: length, at: call.range)
      var states = first.elements
      states.reserveCapacity(length)
      var state = first
      for step in 0..<steps {
        let next = try evaluator.step(call, .tensor(state), step + 1)
        guard let tensor = next.tensor, tensor.shape == first.shape else {
          throw call.error(
            .shapeMismatch,
            "the state is \(first.shape.phrase), step \(step + 1) made \(next.kindText) of it", at: "f")
        }
        state = tensor
        states += tensor.elements
      }
      return .tensor(Tensor(first.shape.prefixed(by: steps + 1), states))
    })

  static let tabulate = Builtin(
    "tabulate", .mathematics,
    [
      Parameter("f", .series, .repeated), Parameter("x", .any("whole numbers such as -2..2, or numbers [m]")),
    ],
    summary: "a table: x, then one column for each function", example: "tabulate(sigmoid, tanh, x=-2..2)",
    read: { (call, evaluator) throws(Stop) in try call.abscissae("x", evaluator) },
    expected: { (x, call, evaluator) throws(Stop) in
      guard let first = x.first else { return .unknown }
      for series in call.repeated {
        let isGiven = series.value.shape != nil
        _ = try evaluator.sample(series, isGiven ? x : [first])
      }
      return .unknown
    },
    run: { (x, call, evaluator) throws(Stop) in
      // Twice as columns and rows, and a table of them.
      let numbers = x.count.saturatingProduct(call.repeated.count.saturatingSum(1))
      try evaluator.allocate(
        bytes: numbers.saturatingProduct(40).saturatingSum(x.count.saturatingProduct(100)), at: call.range)
      var columns: [[Double]] = []
      for series in call.repeated {
        guard let column = try evaluator.sample(series, x) else { return .unknown }
        columns.append(column)
      }
      let rows = x.indices.flatMap { row in columns.map { $0[row] } }
      return .table(
        Table(
          name: "", inputs: ["x"], outputs: call.repeated.map(\.text), X: Tensor([x.count, 1], x),
          Y: Tensor([x.count, columns.count], rows)))
    })
}

extension Evaluator {
  /// The state after one step of `iterate`.
  fileprivate mutating func step(_ call: Call, _ state: Value, _ number: Int) throws(Stop) -> Value {
    guard let function = call.arguments["f"]?.value else { return .unknown }
    let takesNumber =
      if let function = function.function { function.parameters.count == 2 } else { false }
    return try apply(
      function, to: takesNumber ? [state, .number(Double(number))] : [state], at: call.range(of: "f"))
  }

  /// The values of a series at `x`: of a function called with one number at a time, of a net, or the numbers
  /// themselves; nil where they are not known.
  mutating func sample(_ series: Call.Argument, _ x: [Double]) throws(Stop) -> [Double]? {
    switch series.value {
    case .tensor(.known(let tensor)):
      guard tensor.rank == 1, tensor.count == x.count else {
        throw .error(
          .shapeMismatch,
          "the axis has \(counted(x.count, "number")), here are \(tensor.shape.phrase) values",
          at: series.range)
      }
      return tensor.elements
    case .callable(.net(let net)):
      guard net.inputCount == 1, net.resultShape.rank == 0 else {
        throw .error(
          .inputCount,
          "a curve belongs to a net of one input and one output, this is \(series.value.kindText)",
          at: series.range)
      }
      return try evaluate(net, rows: Tensor([x.count, 1], x), at: series.range).elements
    case .callable(.function), .callable(.builtin):
      var values: [Double] = []
      for x in x {
        let value = try apply(series.value, to: [.number(x)], at: series.range)
        guard let number = value.number else {
          if value.isUnknown || value.shape?.rank == 0 { return nil }
          throw .error(
            .typeMismatch,
            "a curve belongs to a function that gives one number, this gives \(value.kindText)",
            at: series.range)
        }
        values.append(number)
      }
      return values
    case .tensor(.symbol), .unknown: return nil
    case .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        .typeMismatch, "this is no function of one number: \(series.value.kindText)", at: series.range)
    }
  }
}

extension Call {
  /// The numbers of an axis: whole steps of a range, or the numbers of a vector; nil where they are not known.
  func abscissae(_ name: String, _ evaluator: Evaluator) throws(Stop) -> [Double]? {
    guard let argument = arguments[name] else { return nil }
    switch argument.value {
    case .range(let first, let last):
      return try evaluator.wholeSteps(from: first, to: last, at: argument.range)
    case .tensor(.known(let tensor)) where tensor.rank <= 1: return tensor.elements
    case .tensor(.symbol), .unknown: return nil
    case .tensor, .text, .table, .callable, .list, .figure, .stage, .initializer, .structure, .training:
      throw error(
        .typeMismatch, "an axis is a range or a vector, this is \(argument.value.kindText)", at: name,
        hint: "such as \(name)=-2..2 or \(name)=[0, 0.5, 1]")
    }
  }
}

extension Builtin {
  static let derivative = Builtin(
    "derivative", .mathematics, [Parameter("f", .series)],
    summary: "f' as a formula that can be read, and called like f'",
    example: "f(x) = x^2 + sin(3*x)\nderivative(f)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let f = call.arguments["f"], !f.value.isUnknown else { return .unknown }
      if let function = evaluator.readableDerivative(of: f.value, at: call.range) {
        try evaluator.charge(200 * function.definition.canonicalText.utf8.count, at: call.range)
        return .function(function)
      }
      // No short form: the derivative itself still exists.
      return try evaluator.derivative(of: f.value, named: f.text, at: call.range)
    })
}
