import Diagnostics

/// The names that a cell or a function sees, with their values and where they were defined.
public struct Scope: Sendable {
  /// A value and where its name was defined; nothing for values the program brought in itself.
  public struct Entry: Sendable {
    /// The value.
    public var value: Value
    /// The defining name in the text.
    public var definition: SourceRange?
    /// Whether equality of its numbers is up to rounding; found by the check before a run.
    var rounding = Rounding()

    /// The name of the run that trained this net, which stayed as it was; found by the check before a run.
    var trainedBy: String?

    /// Makes an entry.
    public init(_ value: Value, definition: SourceRange? = nil) {
      self.value = value
      self.definition = definition
    }
  }

  /// The entries by name.
  public private(set) var entries: [String: Entry]

  /// Makes a scope.
  public init(_ entries: [String: Entry] = [:]) { self.entries = entries }

  /// The entry of a name.
  public subscript(name: String) -> Entry? {
    get { entries[name] }
    set { entries[name] = newValue }
  }

  /// The names, sorted.
  public var names: [String] { entries.keys.sorted() }
}
