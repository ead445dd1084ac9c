import Diagnostics
import Language
import NotebookFormat
import Syntax
import Wording

/// What the cells above a position hand down to it.
struct PageFront: Sendable {
  /// The position: how many cells of the page's order stand above it.
  private(set) var position = 0
  /// The names that they have left behind.
  private(set) var scope: Scope
  /// The names that are not there, and why.
  private(set) var missing: [String: Message] = [:]
  /// The fuel that they took.
  private(set) var fuel = 0
  /// The bytes that their names hold.
  private(set) var held = 0

  /// The front above the first cell: the notebook's parameters.
  init(_ notebook: Notebook) {
    scope = Scope(
      Dictionary(
        notebook.frontMatter.params.map { ($0.name, Scope.Entry(Value($0))) }, uniquingKeysWith: { $1 }))
  }

  /// Goes on behind a cell that left this.
  mutating func pass(_ trace: CellTrace) {
    for (name, entry) in trace.names { scope[name] = entry }
    count(trace)
  }

  /// Goes on behind a cell that was evaluated with the names of ``take(exported:)``.
  mutating func pass(_ trace: CellTrace, leaving after: Scope, exported: Set<String>?) {
    guard exported == nil else { return pass(trace) }
    scope = after
    count(trace)
  }

  private mutating func count(_ trace: CellTrace) {
    for name in trace.bound { missing[name] = nil }
    for (name, why) in trace.lost { missing[name] = why }
    fuel += trace.fuel
    held += trace.held
    position += 1
  }

  /// Counts what a value in running text took.
  mutating func count(fuel: Int) { self.fuel += fuel }

  /// The names that a cell sees, which hands on `exported` of its own, or all.
  ///
  /// To be followed by ``pass(_:leaving:exported:)``.
  mutating func take(exported: Set<String>?) -> Scope {
    guard exported == nil else { return scope.inner }
    // Handed over, not shared, so that adding a name to it copies nothing.
    let taken = scope
    scope = Scope()
    return taken
  }
}

/// What a cell left behind when it was checked, or when it ran.
struct CellTrace: Sendable {
  /// The names that those below see in another way than before.
  var names: [String: Scope.Entry] = [:]
  /// The names it bound, handed on or not.
  var bound: Set<String> = []
  /// The names that are not there because of it, and why.
  var lost: [String: Message] = [:]
  var fuel = 0
  /// The bytes by which what names hold has grown.
  var held = 0
  /// What its statements showed.
  var shown: [Output] = []

  init() {}

  /// What an evaluation of the cell left, of whose names it hands on `exported`, or all.
  init(_ evaluator: Evaluator, of cell: Cell, exported: Set<String>?, held: Int) {
    bound = Set(evaluator.definedNames)
    let changed = exported.map { bound.intersection($0) } ?? evaluator.changedNames
    for name in changed { names[name] = evaluator.scope[name] }
    fuel = evaluator.fuel
    self.held = cell.role.addsNames ? evaluator.boundBytes - held : 0
  }

  /// What a cell leaves that is not evaluated: the names that only it would have defined are unknown from here on.
  init(missing defined: [Identifier], exported: Set<String>?, below scope: Scope, _ why: Message) {
    for name in defined
    where exported?.contains(name.text) ?? true && scope[name.text] == nil {
      names[name.text] = Scope.Entry(.unknown)
      lost[name.text] = why
    }
  }

  /// What a cell leaves that did not run.
  init(losing names: [Identifier], _ why: Message) { lose(names, why) }

  mutating func lose(_ names: [Identifier], _ why: Message) {
    for name in names { lost[name.text] = why }
  }
}
