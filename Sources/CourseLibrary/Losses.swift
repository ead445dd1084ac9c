import Diagnostics
import Language
import NeuralNetworks
import Tensors
import Wording

extension Library {
  /// The losses of the one table, as functions of predictions and targets.
  static let losses: [Builtin] = Loss.all.map(Builtin.loss)
}

extension Builtin {
  fileprivate static func loss(_ loss: Loss) -> Builtin {
    let first = loss.predictions == .logits ? "z" : "p"
    let second = loss.targets == .labels ? "label" : "y"
    let example =
      switch (loss.predictions, loss.targets) {
      case (_, .labels): "\(loss.name)([2, 1, 0; 0, 3, 1], [0, 1])"
      case (_, .signs): "\(loss.name)([0.5, -2], [1, -1])"
      case (.probabilities, _), (.logits, _), (.values, _): "\(loss.name)([0.9, 0.2], [1, 0])"
      }
    return Builtin(
      loss.name, .training, [Parameter(first, .tensor), Parameter(second, .tensor)],
      summary: .english(loss.summary),
      formula: loss.formula, example: example,
      evaluation: .known { (call, evaluator) throws(Stop) in
        if let targets = call.tensor(second) {
          try evaluator.charge(20 * targets.count, at: call.range)
          try loss.check(targets: targets, of: call, at: second)
          if let shape = call.arguments[first]?.value.shape {
            try loss.checkLabels(targets, outputs: shape, of: call, at: second)
          }
        }
        return try evaluator.apply(
          { graph, nodes in loss.build(&graph, nodes[0], nodes[1]) }, to: [first, second], of: call)
      })
  }
}

/// What a call makes small.
struct GivenLoss {
  /// The loss; of a function of the notebook its name only.
  let loss: Loss
  /// The function of the notebook.
  let function: Function?

  /// The loss with what builds it.
  func built(by evaluator: Evaluator, at range: SourceRange) -> Loss {
    function.map { Loss(tracing: $0, by: evaluator, at: range) } ?? loss
  }
}

extension Call {
  /// The loss given for `name`: of the library, or a function of predictions and targets that gives a number.
  func loss(_ name: String) throws(Stop) -> GivenLoss? {
    guard let argument = arguments[name] else { return nil }
    switch argument.value {
    case .unknown: return nil
    case .callable(.builtin(let builtin)):
      if let loss = Loss.named(builtin.name) { return GivenLoss(loss: loss, function: nil) }
    case .callable(.function(let function)):
      guard function.parameters.count == 2 else {
        throw error(
          .argumentCount,
          "a loss takes predictions and targets, `\(function.name)` takes \(counted(function.parameters.count, "argument"))",
          at: name, hint: "such as L(p, y) = mean((p - y)^2)")
      }
      return GivenLoss(loss: .ofNotebook(function.name), function: function)
    case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure,
      .training:
      break
    }
    if case .text(let text) = argument.value, let loss = Loss.named(text) {
      throw error(
        .typeMismatch, "expected a loss, this is \(argument.value.kindText)", at: name,
        hint: "write it without quotes: \(loss.name)", edit: .init(range(of: name), loss.name))
    }
    throw error(
      .typeMismatch, "expected a loss, this is \(argument.value.kindText)", at: name,
      hint: "one of \(Loss.all.map(\.name).joined(separator: ", ")), or a function of predictions and targets"
    )
  }
}

extension Loss {
  /// The loss that a function of the notebook is, traced for the shapes of each batch.
  ///
  /// What it traces counts for no cell: a copy of the evaluator does it.
  init(tracing function: Function, by evaluator: Evaluator, at range: SourceRange) {
    self = .ofNotebook(function.name) { graph, predictions, targets in
      var evaluator = evaluator
      let shapes = [graph.shape(of: predictions), graph.shape(of: targets)]
      do throws(Stop) {
        guard let traced = try evaluator.trace(.function(function), of: shapes, at: range) else {
          return .failure(
            ShapeProblem(evaluator.diagnostics.last?.message ?? "`\(function.name)` gives nothing known"))
        }
        let shape = traced.graph.shape(of: traced.output)
        guard shape.isScalar else {
          return .failure(
            ShapeProblem(
              "a loss is a number, `\(function.name)` gives \(shape)",
              hint: "make one number of it, such as its mean"))
        }
        return .success(graph.inline(traced.graph, output: traced.output, inputs: [predictions, targets]))
      } catch {
        return .failure(ShapeProblem(error.diagnostic.message, hint: error.diagnostic.hint?.text))
      }
    }
  }
}

// The traps of a loss that are known before running.
extension Loss {
  /// Finds what the net's last function and the targets have against this loss.
  func check(_ net: Net, _ examples: Training.Examples, at call: Call) throws(Stop) {
    try checkOutput(of: net, at: call)
    try check(targets: examples.targets, of: call, at: "data")
    try checkLabels(
      examples.targets, outputs: net.resultShape.prefixed(by: examples.count), of: call, at: "data")
    let predictions = net.resultShape.prefixed(by: examples.count)
    guard targets != .labels, predictions != examples.targets.shape else { return }
    throw call.error(
      .shapeMismatch,
      "the net gives \(counted(net.outputCount, "output")), the data has \(counted(examples.targets.shape.sizes.dropFirst().first ?? 1, "target"))",
      at: "data", hint: "the last layer needs a unit for each target column")
  }

  private func checkOutput(of net: Net, at call: Call) throws(Stop) {
    guard let last = net.graph.lastFunction(of: net.output) else { return }
    let isSum = last.endsSum
    switch predictions {
    case .logits where targets == .labels && last == .softmax:
      throw call.error(
        .softmaxTwice, "the net ends with softmax, and `\(name)` applies softmax itself", at: "net",
        hint: "let the last layer give raw outputs: leave out softmax")
    case .logits where targets != .labels && last == Activation.sigmoid.operation:
      throw call.error(
        .sigmoidTwice, "the net ends with sigmoid, and `\(name)` applies sigmoid itself", at: "loss",
        hint: "use loss=bce, or leave out the sigmoid of the last layer")
    case .probabilities where isSum || !last.isProbability:
      throw call.error(
        .lossDomain,
        "`\(name)` takes probabilities from 0 to 1, the net ends with \(isSum ? "a weighted sum" : Message(verbatim: last.name))",
        at: "loss",
        hint: isSum ? "end with sigmoid, or use loss=bce_logits" : "end with sigmoid, or use loss=mse")
    case .logits, .probabilities, .values: break
    }
  }

  /// Finds targets that this loss is not made for.
  func check(targets values: Tensor, of call: Call, at argument: String) throws(Stop) {
    switch targets {
    case .values, .labels: return
    case .zeroAndOne:
      guard let odd = values.elements.first(where: { $0 < 0 || $0 > 1 }) else { return }
      throw call.error(
        .lossDomain, "`\(name)` takes targets from 0 to 1, this data has \(odd.text())", at: argument,
        hint: Self.hint(forTargets: values, odd))
    case .signs:
      guard let odd = values.elements.first(where: { $0 != -1 && $0 != 1 }) else { return }
      throw call.error(
        .lossDomain, "`\(name)` takes the labels -1 and 1, this data has \(odd.text())", at: argument,
        hint: odd == 0 ? "write the labels as 2*y - 1, or use loss=bce" : "use loss=mse")
    }
  }

  /// Finds rows of targets that are no probabilities of classes.
  private func checkProbabilities(_ values: Tensor, of call: Call, at argument: String) throws(Stop) {
    let width = values.shape.sizes.last ?? 1
    for row in 0..<values.count / max(1, width) {
      let probabilities = values.elements[row * width..<(row + 1) * width]
      let sum = probabilities.reduce(0, +)
      if let odd = probabilities.first(where: { !(0...1).contains($0) }) {
        throw call.error(
          .lossDomain, "row \(row + 1) of the targets has \(odd.text()), a probability is from 0 to 1",
          at: argument,
          hint: "give a label 0, 1, … for each row, or probabilities that add up to 1")
      }
      guard (sum - 1).magnitude < 1e-6 else {
        throw call.error(
          .lossDomain,
          "row \(row + 1) of the targets adds up to \(sum.text()), probabilities of classes to 1",
          at: argument,
          hint: "divide the row by its sum, or use loss=bce_logits for outputs that do not exclude each other"
        )
      }
    }
  }

  private static func hint(forTargets values: Tensor, _ odd: Double) -> Message {
    if odd == -1 { return "write the labels as 0 and 1, or use loss=hinge or loss=mse" }
    let largest = values.elements.max() ?? odd
    let areLabels = largest <= 100 && values.elements.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
    guard areLabels else { return "use loss=mse" }
    return
      "for \(Int(largest) + 1) classes end the net with dense(\(Int(largest) + 1)) and use loss=cross_entropy"
  }

  /// Finds class labels that have no output.
  func checkLabels(_ values: Tensor, outputs: Shape, of call: Call, at argument: String) throws(Stop) {
    guard targets == .labels else { return }
    // One number for each of several rows is no row of probabilities.
    let isOneOutput =
      outputs.rank == 1 && values.rank == 1 && values.elements.allSatisfy { $0 == $0.rounded() }
      && values.elements.reduce(0, +) != 1
    if values.rank > 0, values.shape == outputs, !isOneOutput {
      return try checkProbabilities(values, of: call, at: argument)
    }
    guard values.rank <= 1 else {
      throw call.error(
        .shapeMismatch,
        "`\(name)` takes a label for each row, or as many probabilities as there are outputs: the targets are \(values.shape.phrase), the outputs \(outputs.phrase)",
        at: argument, hint: "the last layer needs a unit for each class")
    }
    guard outputs.rank > values.rank, let count = outputs.sizes.last else {
      throw call.error(
        .shapeMismatch, "`\(name)` compares an output for each class, the net gives one number", at: argument,
        hint: "for 0 and 1 use loss=bce; for more classes end with a layer of a unit for each")
    }
    guard let odd = values.elements.first(where: { $0 != $0.rounded() || $0 < 0 || $0 >= Double(count) })
    else { return }
    if odd == Double(count), values.elements.allSatisfy({ $0 >= 1 && $0 <= Double(count) }) {
      throw call.error(
        .labelsFromOne, "the labels go from 1 to \(count), classes are numbered from 0", at: argument,
        hint: "subtract 1 from the labels")
    }
    throw call.error(
      .labelRange, "there is a label \(odd.text()), the net has outputs for 0 to \(count - 1)", at: argument,
      hint: "the last layer needs a unit for each class")
  }
}

extension Operation {
  /// Whether it gives nothing outside 0 to 1, as far as it is an activation.
  fileprivate var isProbability: Bool {
    guard let range = activation?.range else { return true }
    return range.lowerBound >= 0 && range.upperBound <= 1
  }

  /// Whether it ends a weighted sum.
  fileprivate var endsSum: Bool {
    [.add, .subtract, .matrixProduct, Activation.identity.operation].contains(self)
  }
}
