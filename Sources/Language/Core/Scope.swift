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

    /// Whether the cell that bound it has errors, so that it never runs.
    var neverRuns = false

    /// Makes an entry.
    public init(_ value: Value, definition: SourceRange? = nil) {
      self.value = value
      self.definition = definition
    }
  }

  /// The entries by name, of the outermost block first.
  ///
  /// A block inside has a dictionary of its own, so that entering one copies no names.
  private var blocks: [[String: Entry]]

  /// Makes a scope of one block.
  public init(_ entries: [String: Entry] = [:]) { blocks = [entries] }

  /// The entry of a name, of the innermost block that has it; a new one goes to the innermost block.
  public subscript(name: String) -> Entry? {
    get {
      for block in blocks.reversed() {
        if let entry = block[name] { return entry }
      }
      return nil
    }
    set { blocks[blocks.count - 1][name] = newValue }
  }

  /// The names of all blocks, sorted.
  public var names: [String] { Set(blocks.flatMap(\.keys)).sorted() }

  /// How many names there are, those that hide others included.
  var count: Int { blocks.reduce(0) { $0 + $1.count } }

  /// A scope that sees these names and keeps what is bound in it to itself.
  public var inner: Scope {
    var inner = self
    inner.open()
    return inner
  }

  /// Opens a block inside, whose names hide those outside until it is closed.
  mutating func open() { blocks.append([:]) }

  /// Closes the innermost block and forgets its names.
  mutating func close() { blocks.removeLast() }
}
