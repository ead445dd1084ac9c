import Diagnostics
import Tensors
import Wording

/// The limits of one evaluation, in work done and never in seconds.
public struct Budget: Sendable, Hashable {
  /// Multiply-adds, elements (1 each), exp-class functions (20), evaluated nodes (6,000).
  public var fuel: Int
  /// Bytes of all numbers alive at once, those that the names of the cells above hold included.
  public var memory: Int

  /// Makes limits.
  public init(fuel: Int, memory: Int) {
    self.fuel = fuel
    self.memory = memory
  }

  /// A cell's limits unless the notebook says otherwise.
  public static let cell = Budget(fuel: 10_000_000_000, memory: 200_000_000)
  /// The limits of all cells of a notebook together.
  public static let notebook = Budget(fuel: 50_000_000_000, memory: 2_000_000_000)
  /// What checking one cell before the run may take; beyond it, values count as unknown.
  public static let checking = Budget(fuel: 200_000_000, memory: 100_000_000)
  /// What checking all cells of a notebook may take.
  public static let checkingNotebook = Budget(fuel: 2_000_000_000, memory: checking.memory)

  /// What is left after this much was taken.
  public func less(fuel: Int) -> Budget { Budget(fuel: max(0, self.fuel - fuel), memory: memory) }

  /// The smaller of both limits.
  public func limited(to other: Budget) -> Budget {
    Budget(fuel: min(fuel, other.fuel), memory: min(memory, other.memory))
  }
}

/// Counts the work of one cell against its budget, and remembers which statement did most of it.
struct FuelGauge {
  /// The price of evaluating one node of the tree.
  static let node = 6_000
  /// The price of comparing an unknown name with one that is known.
  static let nameComparison = 3_000
  /// The price of one operation in the graph of a net: of adding it, or of preparing it to be computed.
  static let operation = 2_000

  private(set) var used = 0
  private(set) var liveBytes: Int
  /// The bytes of the values that names hold.
  private(set) var boundBytes: Int
  /// Those of them that names held before the cell began.
  private let heldBytes: Int
  private let budget: Budget
  private var statement: SourceRange?
  private var usedBefore = 0
  private var dearest: (fuel: Int, range: SourceRange)?

  init(_ budget: Budget, held: Int) {
    self.budget = budget
    (liveBytes, boundBytes, heldBytes) = (held, held, held)
  }

  /// The fuel that is left.
  var left: Int { max(0, budget.fuel - used) }

  /// Counts from here on for the statement at `range`; values of the last one that were not bound are gone.
  mutating func begin(_ range: SourceRange) {
    noteDearest()
    statement = range
    usedBefore = used
    liveBytes = boundBytes
  }

  /// Keeps the bytes of a value that was bound to a name, instead of one of `old` bytes.
  mutating func bind(bytes: Int, inPlaceOf old: Int) {
    boundBytes = max(0, boundBytes - old).saturatingSum(bytes)
  }

  /// Takes `fuel` for work about to start.
  mutating func charge(_ fuel: Int, at range: SourceRange) throws(Stop) {
    let (sum, overflow) = used.addingReportingOverflow(fuel)
    // Refused work is not done, so it costs nothing.
    if overflow || sum > budget.fuel { throw exhausted(asking: fuel, at: range) }
    used = sum
  }

  /// Takes `fuel` if there is as much: for work that is only a help.
  mutating func takes(_ fuel: Int) -> Bool {
    guard fuel <= budget.fuel - used else { return false }
    used += fuel
    return true
  }

  /// Takes memory for this many numbers about to be made.
  mutating func allocate(elements: Int, at range: SourceRange) throws(Stop) {
    try allocate(bytes: elements.saturatingProduct(8), at: range)
  }

  /// Takes memory for `bytes` about to be made.
  mutating func allocate(bytes: Int, at range: SourceRange) throws(Stop) {
    let (sum, overflow) = liveBytes.addingReportingOverflow(bytes)
    guard overflow || sum > budget.memory else {
      liveBytes = sum
      return
    }
    throw .exhausted(
      Diagnostic(
        .memoryLimit,
        "the cell needs \(readable(overflow ? .max : sum)) bytes\(heldText), the limit is \(readable(budget.memory))",
        at: range,
        label: "this made the last \(readable(bytes))",
        hint: .init("work on fewer rows or smaller tensors at once")))
  }

  private var heldText: Message {
    heldBytes == 0 ? "" : ", with \(readable(heldBytes)) that the names above hold"
  }

  /// Gives back what an expression took on the way to a value of `bytes`.
  mutating func keep(bytes: Int, since before: Int) {
    liveBytes = min(liveBytes, before.saturatingSum(bytes))
  }

  /// Notes what the statement under way used, and asks for still.
  private mutating func noteDearest(asking more: Int = 0) {
    guard let statement else { return }
    let fuel = min(used - usedBefore, .max - more) + more
    if fuel > (dearest?.fuel ?? -1) { dearest = (fuel, statement) }
  }

  private mutating func exhausted(asking more: Int, at range: SourceRange) -> Stop {
    noteDearest(asking: more)
    return .exhausted(
      Diagnostic(
        .fuelLimit, "the work of this cell goes beyond the \(readable(budget.fuel)) steps it has",
        at: dearest?.range ?? range, label: "this statement used the most",
        hint: .init(
          "make it smaller: fewer repetitions, rows or epochs; a cell may ask for more, `#| budget: {fuel: 5e10}`"
        )))
  }
}
