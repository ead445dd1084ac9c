import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// The single unit, and what is asked of it.
  static let perceptrons: [Builtin] = [.perceptron, .truthTable]
}

extension Builtin {
  static let perceptron = Builtin(
    "perceptron", .perceptrons,
    [
      Parameter("w", .vector), Parameter("T", .number, .optional), Parameter("b", .number, .optional),
      Parameter("activation", .activation, .defaulted(.activation(.step))),
      Parameter(
        "fires", .choice(Net.Firing.allCases.map(\.rawValue)), .defaulted(.text(Net.Firing.atZero.rawValue))),
    ],
    summary: "a unit with weights w and threshold T (or bias b = -T), exact on the decimals as written",
    formula: #"y = f(z), \quad z = \sum_i w_i x_i - T"#,
    example: "and_gate = perceptron(w=[1, 1], T=1.5)\nand_gate(1, 1)",
    evaluation: .known(perceptronNet))

  /// Builds the unit: z = w·x − T, then the activation.
  @Sendable private static func perceptronNet(
    _ call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> Value {
    if call.has("T"), call.has("b") {
      throw call.error(
        .twoThresholds, "T and b are both given, and b is -T", at: "b", hint: "leave out one of the two")
    }
    guard call.has("T") || call.has("b") else {
      throw call.error(
        .missingArgument, "`perceptron` needs its threshold T or its bias b", hint: "add T=…, such as T=1.5")
    }
    if call.hasUnknown { return .unknown }
    guard let weights = call.tensor("w"), let threshold = call.number("T") ?? call.number("b").map({ -$0 })
    else {
      // Before a run the numbers of a comprehension are not known yet.
      guard call.dependsOnInput else { return .unknown }
      throw call.error(
        .typeMismatch, "the weights of a perceptron are known numbers, these depend on a net's input",
        hint: "define the perceptron outside the net")
    }
    guard !weights.elements.isEmpty else {
      throw call.error(
        .shapeMismatch, "a perceptron has at least one weight", at: "w", hint: "one for each input")
    }
    guard let firing = call.text("fires").flatMap(Net.Firing.init(rawValue:)),
      let activation = call.activation("activation")
    else { return .unknown }
    return .net(.perceptron(weights: weights, threshold: threshold, firing: firing, activation: activation))
  }
}

extension Call {
  /// Whether an argument is made of the input of a net that is being defined.
  fileprivate var dependsOnInput: Bool {
    arguments.values.contains { $0.value.symbol?.node != nil }
  }

  /// The net that the argument `name` describes as a formula of `count` numbers; nil where it is not known.
  func predictor(
    _ name: String, inputCount count: Int, _ evaluator: inout Evaluator
  ) throws(Stop) -> Net? {
    guard let argument = arguments[name] else { return nil }
    return try evaluator.predictor(argument.value, inputCount: count, at: argument.range)
  }
}
