import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Derivatives by tensors.
  static let gradients: [Builtin] = [.grad, .gradCheck]
}

extension Builtin {
  static let grad = Builtin(
    "grad", .training, [Parameter("L", .predictor), Parameter("argument", .tensor, .defaulted(.number(1)))],
    summary: "the gradient of a function that gives a number, by one of its arguments, as a function",
    formula: #"\nabla_w L = \left(\frac{\partial L}{\partial w_i}\right)_i"#,
    example: "L(w) = sum(w^2)\ng = grad(L)\ng([1, 2])",
    evaluation: .known { (call, _) throws(Stop) in
      guard let function = call.arguments["L"], let names = function.value.argumentNames else {
        return .unknown
      }
      if let shape = call.arguments["argument"]?.value.shape, !shape.isScalar {
        throw call.error(
          .typeMismatch, "the second value of `grad` counts the arguments, this is \(shape.phrase)",
          at: "argument", hint: "the gradient is a function itself: grad(\(function.text))(…)")
      }
      guard !names.isEmpty else {
        throw call.error(
          .typeMismatch, "`\(function.text)` takes no argument, so there is nothing to derive by", at: "L")
      }
      guard let number = call.number("argument") else { return .unknown }
      guard let position = Int(exactly: number), 1...names.count ~= position else {
        throw call.error(
          .typeMismatch,
          "`\(function.text)` takes \(counted(names.count, "argument")), there is no argument \(number.text())",
          at: "argument",
          hint:
            "they count from 1: \(names.count) is `\(names[names.count - 1])`; at a place the gradient is grad(\(function.text))(\(number.text()))"
        )
      }
      return .builtin(.gradient(of: function.value, named: function.text, names, by: position))
    })

  /// The gradient as a function of the same arguments; their shapes are known when it is called.
  fileprivate static func gradient(
    of function: Value, named text: String, _ names: [String], by position: Int
  ) -> Builtin {
    Builtin(
      "grad(\(text)\(position == 1 ? "" : ", \(position)"))", .training,
      names.map { Parameter($0, .tensor) }, summary: "the gradient of \(text) by \(names[position - 1])",
      example: "",
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let function = call.bound.first, let position = call.bound.last?.number else { return .unknown }
        let values = call.builtin.parameters.compactMap { call.arguments[$0.name]?.value }
        return try evaluator.gradient(of: function, by: Int(position) - 1, at: values, of: call)
      },
      partial: PartialApplication(
        PartialApplication.Form.gradient.name, [function, .text(text), .number(Double(position))]))
  }

  static let gradCheck = Builtin(
    "grad_check", .training,
    [Parameter("net", .net), Parameter("data", .table), .loss],
    summary: "how far the gradient of a loss is from central differences, relative to the largest of both",
    formula:
      #"\frac{\max_i |g_i - d_i|}{\max_i \max(|g_i|, |d_i|)}, \quad d_i = \frac{L(p_i + h) - L(p_i - h)}{2h}"#,
    example: """
      table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
      grad_check(input(2) -> dense(2, tanh) -> dense(1, sigmoid), XOR, loss=bce)
      """,
    read: { (call, evaluator) throws(Stop) in try Objective(call, &evaluator) },
    gives: .symbol(Symbol(shape: .scalar)),
    run: { (objective, call, evaluator) throws(Stop) in
      let times = 2 * objective.parameterCount + 4
      try evaluator.charge(times.saturatingProduct(objective.cost), at: call.range)
      try evaluator.charge(operations: times.saturatingProduct(objective.operationCount), at: call.range)
      try evaluator.allocate(bytes: objective.memory, at: call.range)
      return .number(try objective.largestDifference(at: call))
    })
}

extension PartialApplication.Form {
  /// What `grad` gives: of a function, as it was written, by the argument of this number.
  static let gradient = PartialApplication.Form("grad") { bound in
    guard bound.count == 3, let names = bound[0].argumentNames, case .text(let text) = bound[1],
      let position = bound[2].number.flatMap(Int.init(exactly:)), 1...max(names.count, 1) ~= position,
      !names.isEmpty
    else { return nil }
    return .gradient(of: bound[0], named: text, names, by: position)
  }
}

extension Value {
  /// The names of the arguments that a call must give; nil for what is no function.
  fileprivate var argumentNames: [String]? {
    switch self {
    case .callable(.function(let function)): function.parameters.map(\.text)
    case .callable(.builtin(let builtin)): builtin.parameters.filter(\.isRequired).map(\.name)
    case .callable(.net): ["x"]
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training,
      .unknown:
      nil
    }
  }
}

extension Parameter {
  /// Whether a call must give it.
  fileprivate var isRequired: Bool { if case .required = presence { true } else { false } }
}

/// A loss of a net on examples, as one graph with its gradient.
private struct Objective {
  private var graph: Graph
  private let loss: Graph.Node
  private let parameters: [Graph.Node]
  private let tensors: [Tensor]

  /// The step of the central differences: about the cube root of the smallest relative error.
  private static let step = 0x1p-17

  /// Builds the loss of the call's net on its data; nil where they are not known.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let net = call.net("net"), let table = call.table("data"),
      let examples = try Training.Examples(table, for: net, of: call, at: "data"),
      let loss = try call.loss("loss")?.built(by: evaluator, at: call.range(of: "loss"))
    else { return nil }
    guard net.parameterCount > 0 else { throw call.error(.noParameters) }
    try call.requireGradient(of: net)
    try loss.check(net, examples, at: call)
    let batch = net.graph.batched(rows: examples.count)
    var graph = batch.graph
    var predictions = batch[net.output]
    if net.resultShape.isScalar, graph.shape(of: predictions).rank == 2 {
      predictions = graph.appending(.reshape(to: [examples.count]), [predictions])
    }
    let targets = graph.addInput(examples.targets.shape)
    switch loss.build(&graph, predictions, targets) {
    case .failure(let problem):
      throw call.error(.shapeMismatch, problem.message, at: "loss", hint: problem.hint)
    case .success(let node): self.loss = node
    }
    self.graph = graph
    parameters = net.graph.parameters(of: net.output).map { batch[$0] }
    tensors = [examples.inputs, examples.targets]
  }

  var parameterCount: Int { parameters.reduce(0) { $0 + graph.shape(of: $1).count } }
  var cost: Int { graph.cost(of: loss) }
  var operationCount: Int { graph.count }
  /// The bytes of all values, and of those of the gradient, which are about twice as many.
  var memory: Int { graph.evaluationMemory(of: [loss], rows: 1).saturatingProduct(3) }

  func largestDifference(at call: Call) throws(Stop) -> Double {
    var whole = graph
    let gradients: [Graph.Node]
    do { gradients = try whole.gradient(of: loss, by: parameters) } catch {
      throw call.error(
        .derivativeOfValue, "there is no rule for the derivative of \(error.operation)", at: "net")
    }
    let exact = whole.evaluate(gradients, inputs: tensors)
    var difference = 0.0
    var largest = 0.0
    for (parameter, gradient) in zip(parameters, exact) {
      let values = graph.constant(at: parameter)?.elements ?? []
      for (position, exact) in gradient.elements.enumerated() {
        let numeric = slope(parameter, values, position)
        difference = max(difference, (exact - numeric).magnitude)
        largest = max(largest, exact.magnitude, numeric.magnitude)
      }
    }
    return largest == 0 ? 0 : difference / largest
  }

  /// (L(p + h) − L(p − h))/2h for one element of a parameter.
  private func slope(_ parameter: Graph.Node, _ values: [Double], _ position: Int) -> Double {
    let shape = graph.shape(of: parameter)
    let losses = [Self.step, -Self.step].map { change in
      var moved = values
      moved[position] += change
      return graph.replacing(parameter, by: Tensor(shape, moved)).evaluate([loss], inputs: tensors)[0]
        .elements[0]
    }
    return (losses[0] - losses[1]) / (2 * Self.step)
  }
}
