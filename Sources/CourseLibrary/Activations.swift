import Language
import NeuralNetworks

extension Library {
  /// The activations of the one table, as functions of the language.
  static let activations: [Builtin] = Activation.all.map(Builtin.init)
}

extension Builtin {
  /// The activation as a function of the language.
  fileprivate init(_ activation: Activation) {
    self.init(
      activation.name, .activations, [Parameter("z", .tensor)], summary: "the activation \(activation.name)",
      formula: activation.formula, example: "\(activation.name)([-1, 0, 1])",
      evaluation: .operation(activation.operation))
  }
}

extension Parameter.Default {
  /// An activation.
  static func activation(_ activation: Activation) -> Parameter.Default { .function(Builtin(activation)) }
}
