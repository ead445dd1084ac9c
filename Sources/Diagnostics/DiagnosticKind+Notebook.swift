extension DiagnosticKind {
  /// What the reader of notebooks says.
  static let notebookKinds: [DiagnosticKind] = []
}
