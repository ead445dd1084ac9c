import Diagnostics
import Language
import NotebookFormat

extension PageState {
  /// Checks the cell at a position, with the names that those above it left: holes and inputs are unknown.
  ///
  /// - Complexity: O(names) unless the cell above was checked last.
  public mutating func check(_ position: Int) {
    var front = checkFront.position == position ? checkFront : front(at: position, of: checked)
    // Moved, not shared: a cell adds its names to them.
    checkFront = PageFront(page.notebook)
    check(position, from: &front)
    checkFront = front
  }

  /// Ends a check of cells: silences those behind cells that have enough to say, and checks the values in the text
  /// with the names that the page leaves.
  public mutating func concludeCheck() {
    omitDiagnostics()
    checkValues()
    watch.enter(nil)
  }

  /// Takes other code for a cell and checks again what depends on it: the cells that use a name which the cell binds
  /// or bound, those that use theirs, and those whose diagnostics speak of such names.
  ///
  /// What ran with what the cell said before has not run. Returns the index of each cell that was checked, in page
  /// order.
  /// - Complexity: O(cells + names), and the checks.
  public mutating func replace(_ cell: Int, by source: SourceText) -> [Int] {
    let (old, oldExports) = (cells[cell], exports)
    page = Page(page.notebook.replacing(cell, by: source), face: page.face, on: page.medium)
    cells[cell] = ReadCell(page.notebook.cells[cell])
    exports = PageExports(page: page, cells: cells)
    definitions = Definitions(page: page, cells: cells)
    let hasOtherNames = Set(old.defined.map(\.text)) != Set(cells[cell].defined.map(\.text))
    var (again, changed): ([Int], Set<String>) = ([], [])
    var front = PageFront(page.notebook)
    for (position, index) in order.enumerated() {
      let (read, trace) = (cells[index], checked[position])
      let isOther = index == cell || exports[read.cell] != oldExports[read.cell]
      let depends = isOther || !changed.isDisjoint(with: read.used)
      let speaks =
        read.defined.contains { changed.contains($0.text) }
        || (hasOtherNames && read.diagnostics.contains { $0.kind == .unknownName })
      if let trace, !depends, !speaks {
        front.pass(trace)
        continue
      }
      again.append(index)
      check(position, from: &front)
      let names = checked[position]?.names.keys ?? [:].keys
      if depends {
        changed.formUnion(trace?.names.keys ?? [:].keys)
        changed.formUnion(names)
        ran[position] = nil
        records[index] = CellRecord(status: .leftOut)
      } else {
        changed.subtract(names)
      }
    }
    (checkFront, runFront) = (front, PageFront(page.notebook))
    concludeCheck()
    return again
  }

  private mutating func check(_ position: Int, from front: inout PageFront) {
    let index = order[position]
    if checked[position] != nil { cells[index] = ReadCell(cells[index].cell) }
    let read = cells[index]
    let exported = exports[read.cell]
    let defect = watch.defect(of: .cell(index), at: read.cell.range.startPoint)
    guard read.cell.options.isEvaluated, defect == nil else {
      cells[index].diagnostics += [defect].compactMap { $0 }
      let trace = CellTrace(missing: read.defined, exported: exported, below: front.scope, "")
      checked[position] = trace
      return front.pass(trace)
    }
    watch.enter(.cell(index))
    let sweep = read.cell.options.sweep
    let marked = sweep?.marked(in: front.scope) ?? 0
    var scope = front.take(exported: exported)
    sweep?.bind(marked, in: &scope)
    var evaluator = Evaluator(
      library: library, mode: .check, scope: scope,
      budget: Budget.checkingNotebook.less(fuel: front.fuel), held: front.held,
      seed: seed(of: read.cell), precision: page.notebook.precision,
      laterDefinition: { [definitions] in definitions.range(of: $0, after: position) })
    // A check ends by itself; what it finds is in its diagnostics.
    do { try evaluator.evaluate(read.program) } catch { cells[index].diagnostics.append(error.diagnostic) }
    cells[index].add(evaluator.diagnostics)
    cells[index].diagnostics = cells[index].diagnostics.map(read.cell.options.errors.judge)
    if cells[index].hasErrors || read.holes > 0 { evaluator.markAsNotRunning() }
    var trace = CellTrace(evaluator, of: read.cell, exported: exported, held: front.held)
    if let sweep { trace.note(sweep, in: evaluator.scope, exported: exported) }
    checked[position] = trace
    front.pass(trace, leaving: evaluator.scope, exported: exported)
  }

  /// The most diagnostics that all cells show together.
  private static let mostDiagnostics = 1_000

  /// Silences the cells behind those that have enough to say.
  private mutating func omitDiagnostics() {
    for index in order { cells[index].isSilent = false }
    omitted = []
    var shown = 0
    var silenced: [Diagnostic] = []
    for index in order {
      let diagnostics = cells[index].shownDiagnostics
      shown += diagnostics.count
      guard shown > Self.mostDiagnostics else { continue }
      silenced += diagnostics
      cells[index].isSilent = true
    }
    guard let first = silenced.first else { return }
    var rest = Diagnostic.more(
      silenced.count, at: first.primary.range, of: "in the cells from here on")
    rest.severity = silenced.lazy.map(\.severity).max() ?? rest.severity
    omitted = [rest]
  }
}
