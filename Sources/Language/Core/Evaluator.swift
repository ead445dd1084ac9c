import Diagnostics
import NeuralNetworks
import Syntax
import Tensors
import Wording

/// Walks the tree of a cell and computes its values.
///
/// One evaluator serves three uses that differ in how much is known. A run knows every value. The
/// check before the run goes through the same code with holes and dear results as `unknown` or
/// `symbol`, and goes on after an error. The trace of a net knows everything but the input, and
/// records what is done to it in a graph.
public struct Evaluator: Sendable {
  /// Whether to compute, or to find what is wrong before computing.
  public enum Mode: Sendable {
    case check
    case run
  }

  /// The functions and constants of the course.
  public let library: Library
  /// What this evaluation is for.
  public let mode: Mode
  /// The names seen at this point.
  public internal(set) var scope: Scope
  /// What the cell shows so far.
  public var outputs: [Output] { display.outputs }
  /// The statement that each of ``outputs`` comes from.
  public var outputRanges: [SourceRange] { display.ranges }
  /// What was found wrong or worth a note so far.
  public var diagnostics: [Diagnostic] { remarks.diagnostics }
  /// The names the cell's own statements have defined so far, in order.
  public private(set) var definedNames: [String] = []
  /// The names whose entries those below see in another way: the defined ones, and nets that were trained.
  public internal(set) var changedNames: Set<String> = []
  /// The width of the numbers.
  public let precision: Precision
  /// Hears how far a training is, and says whether it goes on.
  public let observe: @Sendable (TrainingProgress) -> Bool
  /// What the page can still take.
  public var page: PageBudget { display.page }
  /// The words of the page in its language.
  public var words: Words { display.page.words }
  /// Whether the user wants the run to end.
  let isStopRequested: @Sendable () -> Bool
  /// Whether the user ended a training or a statement; no further statement runs.
  public private(set) var isInterrupted = false
  /// The statements that did not run, or not to their end, because the user ended the run.
  public private(set) var unrun: ArraySlice<Statement> = []
  /// Where a name that is not defined yet is defined further down the page, for the hint.
  let laterDefinition: @Sendable (String) -> SourceRange?

  var display: Display
  var remarks: Remarks
  var recorder = GraphRecorder()
  var gauge: FuelGauge
  /// The draws of the statement under way.
  var draws: Draws
  private let seed: Int
  /// What is known of thresholds that rounding decides, while a check is under way.
  var closeCall = CloseCall.ignored
  /// The name the statement under way binds.
  var boundName: String?
  /// The statements of the cell behind the one under way.
  var upcoming: ArraySlice<Statement> = []
  private var depth = 0

  /// The most nodes inside one another, over all calls; keeps the stack bounded.
  private static let depthLimit = 10_000

  /// Starts with the names of `scope`.
  ///
  /// `held` is how many bytes they hold; `known` is what the check of the cell found; `laterDefinition` gives the range of a name that only a later cell
  /// defines; `observe` hears of trainings; `isStopRequested` is asked at every step of a run.
  public init(
    library: Library, mode: Mode, scope: Scope, budget: Budget = .cell, held: Int = 0, seed: Int = 1,
    precision: Precision = .float64, known: [Diagnostic] = [],
    laterDefinition: @escaping @Sendable (String) -> SourceRange? = { _ in nil },
    observe: @escaping @Sendable (TrainingProgress) -> Bool = { _ in true },
    isStopRequested: @escaping @Sendable () -> Bool = { false }, page: PageBudget = PageBudget()
  ) {
    self.display = Display(page: page)
    self.remarks = Remarks(known: known)
    self.isStopRequested = isStopRequested
    self.precision = precision
    self.observe = observe
    self.library = library
    self.mode = mode
    self.scope = scope
    self.laterDefinition = laterDefinition
    self.gauge = FuelGauge(mode == .check ? budget.limited(to: .checking) : budget, held: held)
    self.seed = seed
    self.draws = Draws(seed: seed, statement: nil, isDrawing: mode == .run, precision: precision)
  }

  /// Whether the statement under way is at work itself, and neither a function that it calls nor a net that it traces.
  var isOutermost: Bool { !recorder.isRecording && !remarks.isInCall }

  /// The fuel used so far.
  public var fuel: Int { gauge.used }
  /// The bytes of the values that names hold, those of the cells above included.
  public var boundBytes: Int { gauge.boundBytes }
  /// The fuel that is left for the cell.
  public var fuelLeft: Int { gauge.left }

  /// Evaluates a whole cell.
  ///
  /// In a run the first error ends it and is thrown; a check notes the error and goes on.
  public mutating func evaluate(_ program: Program) throws(Stop) {
    upcoming = program.statements[...]
    for statement in program.statements {
      let rest = upcoming
      upcoming.removeFirst()
      gauge.begin(statement.range)
      boundName = nil
      draws = Draws(seed: seed, statement: statement, isDrawing: mode == .run, precision: precision)
      do {
        try execute(statement)
        try display.admit(at: statement.range)
      } catch {
        // What it showed before it stopped stays; why it stopped is told already.
        try? display.admit(at: statement.range)
        switch (mode, error) {
        case (_, .interrupted):
          isInterrupted = true
          unrun = rest
          return
        case (.run, _): throw error
        case (.check, .error(let diagnostic)): remarks.note(diagnostic)
        // What is too dear to check is left for the run, which has its own limits.
        case (.check, .exhausted): break
        }
        for name in statement.definedNames where scope[name.text] == nil {
          define(name, as: .unknown)
        }
      }
      if isInterrupted {
        unrun = upcoming
        return
      }
    }
  }

  /// Stops where the user has asked for it; what was ended in order already goes on to its end.
  private func hearInterruption(at range: SourceRange) throws(Stop) {
    guard mode == .run, !isInterrupted, isStopRequested() else { return }
    throw .interrupted(Diagnostic(.interrupted, "the run was interrupted here", at: range))
  }

  /// Ends the cell after the statement under way, and shows what was reached.
  public mutating func interrupt(showing reached: [Output]) {
    isInterrupted = true
    for output in reached { display.show(output) }
  }

  /// Evaluates one expression outside a cell, such as a value in running text; shows nothing.
  public mutating func evaluateInline(_ expression: Expression) throws(Stop) -> Value {
    gauge.begin(expression.range)
    return try evaluate(expression)
  }

  /// Evaluates an expression; in a check an error is noted and the value is unknown.
  mutating func evaluate(_ expression: Expression) throws(Stop) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      throw .exhausted(
        Diagnostic(
          .callLimit, "calls and brackets stand more than \(readable(Self.depthLimit)) deep in one another",
          at: expression.range, hint: .init("give inner parts a name of their own")))
    }
    try gauge.charge(FuelGauge.node, at: expression.range)
    try hearInterruption(at: expression.range)
    let before = gauge.liveBytes
    do {
      let value = try value(of: expression).rounded(to: precision)
      gauge.keep(bytes: value.logicalBytes, since: before)
      return value
    } catch {
      guard mode == .check, case .error(let diagnostic) = error else { throw error }
      remarks.note(diagnostic)
      return .unknown
    }
  }

  /// Takes fuel for work that a library function is about to do.
  public mutating func charge(_ fuel: Int, at range: SourceRange) throws(Stop) {
    try gauge.charge(fuel, at: range)
    try hearInterruption(at: range)
  }

  /// Takes fuel for adding or preparing this many operations of nets.
  public mutating func charge(operations count: Int, at range: SourceRange) throws(Stop) {
    try gauge.charge(FuelGauge.operation.saturatingProduct(count), at: range)
  }

  /// Takes memory for so many numbers that a library function is about to make.
  public mutating func allocate(elements: Int, at range: SourceRange) throws(Stop) {
    try gauge.allocate(elements: elements, at: range)
  }

  /// Takes memory for what a library function is about to make.
  public mutating func allocate(bytes: Int, at range: SourceRange) throws(Stop) {
    try gauge.allocate(bytes: bytes, at: range)
  }

  /// Notes a diagnostic in the check only, since a run of the same cell always follows one.
  public mutating func remark(_ diagnostic: @autoclosure () -> Diagnostic) {
    if mode == .check { remarks.note(diagnostic()) }
  }

  /// Notes a diagnostic of values that may be known in the run only: there it stands among the outputs, unless its
  /// kind is noted at its range already.
  public mutating func warn(_ diagnostic: Diagnostic) {
    if let noted = remarks.note(diagnostic), mode == .run { display.show(.diagnostic(noted)) }
  }

  /// Refuses a net of too many operations.
  public func requireRoom(for count: Int, in graph: Graph, at range: SourceRange) throws(Stop) {
    try GraphRecorder.requireRoom(for: count, in: graph.count, at: range)
  }

  /// Binds a name of the cell, with a note where it hides another.
  ///
  /// A definition that is broken hides nothing: what it says of other names may be a slip.
  mutating func define(
    _ name: Identifier, as value: Value, by statement: Statement? = nil, isBroken: Bool = false
  ) {
    // A name from a table's head or the library that `Syntax` could not read is empty: nothing to bind.
    guard !name.text.isEmpty else { return }
    if !isBroken { noteRedefinition(of: name) }
    var value = value
    if var net = value.net, net.name == nil {
      net.name = name.text
      value = .net(net)
    }
    if !recorder.isRecording {
      gauge.bind(bytes: value.logicalBytes, inPlaceOf: scope[name.text]?.value.logicalBytes ?? 0)
      if !remarks.isInCall {
        definedNames.append(name.text)
        changedNames.insert(name.text)
      }
    }
    var entry = Scope.Entry(value, definition: name.range)
    if mode == .check, isOutermost, let statement {
      entry.rounding = RoundingSearch(scope: scope, library: library).rounding(of: statement)
    }
    scope[name.text] = entry
  }

  /// Marks the names this cell bound as never run: no remark says that they hide others.
  public mutating func markAsNotRunning() {
    for name in changedNames { scope[name]?.neverRuns = true }
  }

  private mutating func noteRedefinition(of name: Identifier) {
    guard isOutermost else { return }
    if let entry = scope[name.text], let earlier = entry.definition {
      guard !entry.neverRuns else { return }
      remark(
        Diagnostic(
          .redefined, "`\(name.text)` is defined again, from here on with this value", at: name.range,
          secondary: [.init(earlier, "the earlier definition")]))
    } else if library.value(name.text) != nil, scope[name.text] == nil {
      remark(
        Diagnostic(
          .libraryNameBound, "`\(name.text)` is a name of the library, from here on it is this value",
          at: name.range, hint: .init("choose another name to keep both")))
    }
  }

  /// Runs `body` with a block of names of its own.
  mutating func inBlock<Result>(_ body: (inout Evaluator) throws(Stop) -> Result) throws(Stop) -> Result {
    scope.open()
    defer { scope.close() }
    return try body(&self)
  }

  /// Runs `body` with other names in sight, and puts the names back.
  mutating func withScope<Result>(
    _ inner: Scope, _ body: (inout Evaluator) throws(Stop) -> Result
  ) throws(Stop) -> Result {
    let outer = scope
    scope = inner
    defer { scope = outer }
    return try body(&self)
  }
}
