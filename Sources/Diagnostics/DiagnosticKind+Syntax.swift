extension DiagnosticKind {
  /// What the lexer and the parser of NN-DSL say.
  static let syntaxKinds: [DiagnosticKind] = []
}
