import Diagnostics
import Wording

/// Why an evaluation does not go on.
public enum Stop: Error, Sendable {
  /// The program is wrong here.
  case error(Diagnostic)
  /// A limit of fuel or memory was crossed.
  case exhausted(Diagnostic)
  /// The user ended the run.
  case interrupted(Diagnostic)

  /// What to tell the user.
  public var diagnostic: Diagnostic {
    switch self {
    case .error(let diagnostic), .exhausted(let diagnostic), .interrupted(let diagnostic): diagnostic
    }
  }

  /// Makes an error.
  public static func error(
    _ kind: DiagnosticKind, _ message: Message, at range: SourceRange, label: Message = "",
    secondary: [Diagnostic.Label] = [], hint: Message? = nil, edit: Diagnostic.Edit? = nil
  ) -> Stop {
    .error(
      Diagnostic(
        kind, message, at: range, label: label, severity: .error, secondary: secondary,
        hint: hint.map { .init($0, edit: edit) }))
  }

  /// Returns the same stop with one more step on the way to it.
  func adding(_ frame: Diagnostic.Frame) -> Stop {
    var diagnostic = diagnostic
    // Deep chains of calls say the same thing over and over: the innermost tell enough.
    if diagnostic.trace.count < 6 { diagnostic.trace.append(frame) }
    switch self {
    case .error: return .error(diagnostic)
    case .exhausted: return .exhausted(diagnostic)
    case .interrupted: return .interrupted(diagnostic)
    }
  }
}
