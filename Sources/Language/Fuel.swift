import Diagnostics

/// The limits of one evaluation, in work done and never in seconds.
public struct Budget: Sendable, Hashable {
  /// Multiply-adds, elements (1 each), exp-class functions (20), evaluated nodes (1,000).
  public var fuel: Int
  /// Bytes of all numbers alive at once.
  public var memory: Int

  /// Makes limits.
  public init(fuel: Int, memory: Int) {
    self.fuel = fuel
    self.memory = memory
  }

  /// A cell's limits unless the notebook says otherwise.
  public static let cell = Budget(fuel: 10_000_000_000, memory: 1_000_000_000)
  /// A whole notebook's fuel.
  public static let notebookFuel = 50_000_000_000
  /// What checking one cell before the run may take; beyond it, values count as unknown.
  static let checking = Budget(fuel: 200_000_000, memory: 100_000_000)
}

/// Counts the work of one cell against its budget, and remembers which statement did most of it.
struct FuelGauge {
  /// The price of evaluating one node of the tree.
  static let node = 1_000

  private(set) var used = 0
  private(set) var liveBytes = 0
  private let budget: Budget
  private var statement: SourceRange?
  private var usedBefore = 0
  private var dearest: (fuel: Int, range: SourceRange)?
  private var boundBytes = 0

  init(_ budget: Budget) { self.budget = budget }

  /// Counts from here on for the statement at `range`; values of the last one that were not bound are gone.
  mutating func begin(_ range: SourceRange) {
    noteDearest()
    statement = range
    usedBefore = used
    liveBytes = boundBytes
  }

  /// Keeps the bytes of a value that was bound to a name.
  mutating func bind(bytes: Int) { boundBytes += bytes }

  /// Takes `fuel` for work about to start.
  mutating func charge(_ fuel: Int, at range: SourceRange) throws(Stop) {
    used = min(used.saturatingSum(fuel), Int.max / 2)
    if used > budget.fuel { throw exhausted(at: range) }
  }

  /// Takes memory for this many numbers about to be made.
  mutating func allocate(elements: Int, at range: SourceRange) throws(Stop) {
    try allocate(bytes: elements.saturatingProduct(8), at: range)
  }

  /// Takes memory for `bytes` about to be made.
  mutating func allocate(bytes: Int, at range: SourceRange) throws(Stop) {
    liveBytes = min(liveBytes.saturatingSum(bytes), Int.max / 2)
    guard liveBytes > budget.memory else { return }
    throw .exhausted(
      Diagnostic(
        .memoryLimit,
        "the cell needs \(readable(liveBytes)) bytes, the limit is \(readable(budget.memory))", at: range,
        label: "this made the last \(readable(bytes))",
        hint: .init("work on fewer rows or smaller tensors at once")))
  }

  /// Gives back what an expression took on the way to a value of `bytes`.
  mutating func keep(bytes: Int, since before: Int) { liveBytes = min(liveBytes, before + bytes) }

  private mutating func noteDearest() {
    guard let statement else { return }
    let fuel = used - usedBefore
    if fuel > (dearest?.fuel ?? -1) { dearest = (fuel, statement) }
  }

  private mutating func exhausted(at range: SourceRange) -> Stop {
    noteDearest()
    // Work that was refused was not done: the cells below still have theirs.
    used = budget.fuel
    return .exhausted(
      Diagnostic(
        .fuelLimit, "the work of this cell goes beyond \(readable(budget.fuel)) steps",
        at: dearest?.range ?? range, label: "this statement used the most",
        hint: .init("make it smaller: fewer repetitions, rows or epochs")))
  }
}
