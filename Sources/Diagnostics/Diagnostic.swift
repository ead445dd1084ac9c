import Wording

/// One thing to tell the user about the text: an error, a warning or a note.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, Comparable {
    case note, warning, error

    /// Orders notes below warnings below errors.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A range and a clause to say at its caret.
  public struct Label: Sendable, Hashable {
    /// The range.
    public var range: SourceRange
    /// What to say there, possibly nothing.
    public var text: Message

    /// Points at `range` and says `text` there.
    public init(_ range: SourceRange, _ text: Message = "") {
      self.range = range
      self.text = text
    }
  }

  /// A change of the text that would repair the mistake.
  public struct Edit: Sendable, Hashable {
    /// What to replace.
    public var range: SourceRange
    /// What to write instead.
    public var replacement: String

    /// Replaces `range` by `replacement`.
    public init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// One action to take, in words and, where one exists, as an edit.
  public struct Hint: Sendable, Hashable {
    /// The action in words.
    public var text: Message
    /// The action as a change of the text.
    public var edit: Edit?

    /// Says `text`; `edit` does the same to the file.
    public init(_ text: Message, edit: Edit? = nil) {
      self.text = text
      self.edit = edit
    }
  }

  /// A step on the way to the mistake: the call or the cell that led there.
  public struct Frame: Sendable, Hashable {
    /// What was going on, such as `in f(x)`.
    public var text: Message
    /// Where.
    public var range: SourceRange

    /// Says `text` about `range`.
    public init(_ text: Message, _ range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// The entry of the table of kinds.
  public var kind: DiagnosticKind
  /// How bad it is.
  public var severity: Severity
  /// The fact with its values: lower case, no full stop.
  public var message: Message
  /// Where, with the clause for the caret.
  public var primary: Label
  /// Other ranges that matter.
  public var secondary: [Label]
  /// What to do.
  public var hint: Hint?
  /// The calls on the way, innermost first.
  public var trace: [Frame]
  /// Whether the cell says that it expects or allows this error.
  public var isExpected = false

  /// Makes a diagnostic; the severity is the kind's unless given.
  public init(
    _ kind: DiagnosticKind, _ message: Message, at range: SourceRange, label: Message = "",
    severity: Severity? = nil, secondary: [Label] = [], hint: Hint? = nil, trace: [Frame] = []
  ) {
    self.kind = kind
    self.severity = severity ?? kind.severity
    self.message = Self.bounded(message)
    self.primary = Label(range, label)
    self.secondary = secondary
    self.hint = hint
    self.trace = trace
  }
}

extension Diagnostic {
  /// The most characters of a message: one that quotes a value says enough of it.
  private static let longestMessage = 1_000

  private static func bounded(_ message: Message) -> Message {
    guard message.english.utf8.count > longestMessage else { return message }
    let short = message.shortened(valuesTo: longestMessage / 4)
    let text = short.english
    return text.utf8.count <= longestMessage ? short : .english(text.prefix(longestMessage - 1) + "…")
  }
}

extension [Diagnostic] {
  /// The first 20 of each kind in their order, each kind that has more with how many they are.
  public var firstOfEachKind: [Diagnostic] {
    let most = 20
    var counts: [String: Int] = [:]
    for diagnostic in self { counts[diagnostic.kind.id, default: 0] += 1 }
    var shown: [String: Int] = [:]
    return flatMap { diagnostic -> [Diagnostic] in
      let id = diagnostic.kind.id
      let number = shown[id, default: 0] + 1
      shown[id] = number
      guard number <= most else { return [] }
      let rest = (counts[id] ?? number) - most
      guard number == most, rest > 0 else { return [diagnostic] }
      return [diagnostic, .more(rest, at: diagnostic.primary.range, of: "of this kind")]
    }
  }
}

extension Diagnostic {
  /// Says that `count` more are not shown; `which` are those "in this cell" or "of this kind".
  public static func more(_ count: Int, at range: SourceRange, of which: Message) -> Diagnostic {
    Diagnostic(
      .moreDiagnostics, "\(count) more \(which) \(count == 1 ? "is" : "are") not shown", at: range,
      hint: Hint("fix these first"))
  }
}
