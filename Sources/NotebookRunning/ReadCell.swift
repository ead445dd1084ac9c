import Diagnostics
import NotebookFormat
import Syntax

/// A cell that was read, with what the text alone tells.
struct ReadCell: Sendable {
  let cell: Cell
  let program: Program
  /// What is wrong, by the reader and then by the checker.
  var diagnostics: [Diagnostic]
  /// The names the statements bind, and where.
  let defined: [Identifier]
  /// The names that must come from outside.
  let used: Set<String>
  let holes: Int

  init(_ cell: Cell) {
    let (program, diagnostics) = parse(cell.source)
    self.cell = cell
    self.program = program
    self.diagnostics = diagnostics
    var defined: [Identifier] = []
    var bound: Set<String> = []
    var used: Set<String> = []
    var holes = 0
    for statement in program.statements {
      for name in statement.usedNames where !bound.contains(name) { used.insert(name) }
      defined += statement.definedNames
      bound.formUnion(statement.definedNames.map(\.text))
      holes += statement.holeCount
    }
    self.defined = defined
    self.used = used
    self.holes = holes
  }

  /// Takes over what the check found.
  ///
  /// Of a statement that could not be read as it stands, the check may be wrong: its errors are dropped.
  mutating func add(_ found: [Diagnostic]) {
    let syntaxErrors = diagnostics.filter { $0.severity == .error }
    let unread = Set(syntaxErrors.compactMap { statement(at: $0.primary.range) })
    diagnostics += found.filter { diagnostic in
      guard diagnostic.severity == .error, let place = statement(at: diagnostic.primary.range) else {
        return true
      }
      return !unread.contains(place)
    }
  }

  /// The position of the statement that begins last before `range`.
  private func statement(at range: SourceRange) -> Int? {
    let statements = program.statements
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The most diagnostics a cell shows.
  static let diagnosticLimit = 20

  /// Whether the cell cannot run.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether the cell cannot run, as its options say it may or must not.
  var hasExpectedError: Bool { diagnostics.contains { $0.isExpected } }

  /// What a reader sees: in the order of the text, at most ``diagnosticLimit``, errors before the rest.
  var shownDiagnostics: [Diagnostic] {
    let ordered = diagnostics.sorted { ($0.primary.range.lowerBound) < ($1.primary.range.lowerBound) }
    guard ordered.count > Self.diagnosticLimit else { return ordered }
    let errors = ordered.filter { $0.severity == .error }
    let kept = (errors + ordered.filter { $0.severity != .error }).prefix(Self.diagnosticLimit)
    let rest = ordered.count - kept.count
    return kept.sorted { $0.primary.range.lowerBound < $1.primary.range.lowerBound } + [
      .more(rest, at: cell.source.range.startPoint, of: "in this cell")
    ]
  }
}
