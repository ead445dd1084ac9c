import Language
import NeuralNetworks

extension Library {
  /// The activations of the one table, as functions of the language.
  static let activations: [Builtin] = Activation.all.map { activation in
    Builtin(
      activation.name, .activations, [Parameter("z", .tensor)], summary: "the activation \(activation.name)",
      formula: activation.formula, example: "\(activation.name)([-1, 0, 1])",
      evaluation: .operation(activation.operation))
  }
}
