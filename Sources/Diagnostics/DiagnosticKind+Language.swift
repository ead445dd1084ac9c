extension DiagnosticKind {
  /// What the checker and the evaluator say.
  static let languageKinds: [DiagnosticKind] = []
}
