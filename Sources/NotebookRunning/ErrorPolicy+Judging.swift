import Diagnostics
import NotebookFormat

extension ErrorPolicy {
  /// Returns an error that the cell may or must have as a note, and everything else as it is.
  ///
  /// `error: true` allows no crossing of a limit: that must be expected by name.
  func judge(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.severity == .error else { return diagnostic }
    switch self {
    case .forbidden: return diagnostic
    case .allowed where [.fuelLimit, .memoryLimit, .callLimit].contains(diagnostic.kind): return diagnostic
    case .required(let kind) where diagnostic.kind != kind: return diagnostic
    case .allowed, .required:
      var diagnostic = diagnostic
      diagnostic.severity = .note
      diagnostic.isExpected = true
      return diagnostic
    }
  }
}
