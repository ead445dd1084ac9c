/// A kind of diagnostic: its id and the page that `nnb explain ID` prints.
///
/// ``all`` is the only list of kinds. A target declares its kinds in a file of its own in
/// this folder; a test runs every example.
public struct DiagnosticKind: Sendable, Hashable {
  /// What an example is the text of.
  public enum Language: Sendable, Hashable {
    /// The code of one `nn` cell.
    case cell
    /// A whole notebook in Markdown.
    case notebook
  }

  /// The name in kebab case, such as `shape-mismatch`.
  public let id: String
  /// How bad it is unless a diagnostic says otherwise.
  public let severity: Diagnostic.Severity
  /// The page: what happened and why it matters, in whole sentences.
  public let page: String
  /// Whether only the notebook's author can fix it, so that a student is not shown it.
  public let concernsAuthor: Bool
  /// What the two examples are.
  public let language: Language
  /// A small text that shows this diagnostic.
  public let example: String
  /// The same text repaired, which shows no error.
  public let repair: String

  /// Declares a kind.
  public init(
    _ id: String, severity: Diagnostic.Severity = .error, page: String,
    concernsAuthor: Bool = false, language: Language = .cell, example: String, repair: String
  ) {
    self.concernsAuthor = concernsAuthor
    self.id = id
    self.severity = severity
    self.page = page
    self.language = language
    self.example = example
    self.repair = repair
  }

  /// Every kind there is.
  public static let all: [DiagnosticKind] =
    syntaxKinds + notebookKinds + languageKinds + trainingKinds + tableKinds + formulaKinds
    + runKinds + releaseKinds

  /// Returns the kind with this id.
  public static func named(_ id: String) -> DiagnosticKind? { all.first { $0.id == id } }

  /// Kinds are equal when their ids are.
  public static func == (a: DiagnosticKind, b: DiagnosticKind) -> Bool { a.id == b.id }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
