import Diagnostics
import Language
import NotebookFormat
import Syntax

/// A cell that was read, with what the text alone tells.
struct ReadCell: Sendable {
  let cell: Cell
  let program: Program
  /// What is wrong, by the reader and then by the checker; of a kind of errors those that can be shown.
  var diagnostics: [Diagnostic]
  /// How many more there are.
  private var omitted: Int
  /// Whether the cells above it show so much that this one shows nothing of what is wrong.
  var isSilent = false
  /// The positions of the statements that could not be read as they stand.
  private let unread: Set<Int>
  /// The names the statements bind, and where.
  let defined: [Identifier]
  /// The names that must come from outside.
  let used: Set<String>
  let holes: Int

  init(_ cell: Cell) {
    let (program, diagnostics) = parse(cell.source)
    self.cell = cell
    self.program = program
    self.diagnostics = diagnostics.shownOfEachKind { _ in true }
    omitted = diagnostics.count - self.diagnostics.count
    unread = Set(
      diagnostics.filter { $0.severity == .error }.compactMap { program.statement(at: $0.primary.range) })
    var defined: [Identifier] = []
    var bound = Set(cell.options.sweep?.axes.map(\.name) ?? [])
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
    let heard = found.filter { diagnostic in
      guard diagnostic.severity == .error else { return true }
      return program.statement(at: diagnostic.primary.range).map { !unread.contains($0) } ?? true
    }
    // The warnings all stay: the run asks for them, to say nothing twice.
    let kept = heard.shownOfEachKind { $0.severity == .error }
    omitted += heard.count - kept.count
    diagnostics += kept
  }

  /// The most diagnostics a cell shows.
  static let diagnosticLimit = 20

  /// Whether the cell cannot run.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether the cell cannot run, as its options say it may or must not.
  var hasExpectedError: Bool { diagnostics.contains { $0.isExpected } }

  /// Its checks, as long as they have not run.
  var openChecks: [Output] {
    program.statements.compactMap { statement in
      guard case .check(let text, let worth, let value) = statement.kind else { return nil }
      return .check(
        CheckResult(
          text: text?.value ?? value.canonicalText, verdict: .open, milliWorth: worth?.milliWorth ?? 1000,
          range: statement.range))
    }
  }

  /// What a reader sees: in the order of the text, at most ``diagnosticLimit``, errors before the rest.
  var shownDiagnostics: [Diagnostic] {
    guard !isSilent else { return [] }
    let ordered = diagnostics.sorted { ($0.primary.range.lowerBound) < ($1.primary.range.lowerBound) }
    guard ordered.count + omitted > Self.diagnosticLimit else { return ordered }
    let errors = ordered.filter { $0.severity == .error }
    let kept = (errors + ordered.filter { $0.severity != .error }).prefix(Self.diagnosticLimit)
    let rest = ordered.count + omitted - kept.count
    return kept.sorted { $0.primary.range.lowerBound < $1.primary.range.lowerBound } + [
      .more(rest, at: cell.source.range.startPoint, of: "in this cell")
    ]
  }
}

extension [Diagnostic] {
  /// Of what `isLimited`, as many of each kind as a cell shows at most.
  fileprivate func shownOfEachKind(where isLimited: (Diagnostic) -> Bool) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    return filter { diagnostic in
      guard isLimited(diagnostic) else { return true }
      counts[diagnostic.kind.id, default: 0] += 1
      return counts[diagnostic.kind.id, default: 0] <= ReadCell.diagnosticLimit
    }
  }
}

extension Program {
  /// The position of the statement that begins last before `range`.
  fileprivate func statement(at range: SourceRange) -> Int? {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
