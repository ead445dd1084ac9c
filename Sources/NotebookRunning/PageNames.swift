import Diagnostics
import Language
import NotebookFormat
import Syntax

/// The names of a page as it goes along, and who sees and adds which.
///
/// Plain cells and solutions add all they define. An exercise adds only what its solution binds, or what
/// `binds` lists; tests and hidden cells add nothing.
struct PageNames {
  /// The names that all cells so far have left behind.
  private(set) var scope = Scope()
  private let exports: [Int: Set<String>]

  init(page: Page, cells: [ReadCell]) {
    var exports: [Int: Set<String>] = [:]
    for read in cells {
      switch read.cell.role {
      case .plain, .solution: break
      case .tests, .hidden: exports[read.cell.index] = []
      case .exercise(_, _, let binds):
        let solutions = page.solutions(of: read.cell)
        if !solutions.isEmpty {
          exports[read.cell.index] = Set(solutions.flatMap { cells[$0].defined.map(\.text) })
        } else if let binds {
          exports[read.cell.index] = Set(binds)
        }
      }
    }
    self.exports = exports
    for parameter in page.notebook.frontMatter.params {
      scope[parameter.name] = Scope.Entry(Value(parameter))
    }
  }

  /// The names that a cell sees.
  ///
  /// To be followed by ``put(_:from:defined:)``.
  mutating func take(for cell: Cell) -> Scope {
    guard exports[cell.index] == nil else { return scope }
    // Handed over, not shared, so that adding a name to it copies nothing.
    let taken = scope
    scope = Scope()
    return taken
  }

  /// Gives the names that only a cell which is not run would define, and knows them as unknown from here on.
  mutating func miss(_ names: [Identifier], of cell: Cell) -> [Identifier] {
    let missed = names.filter { name in
      (exports[cell.index]?.contains(name.text) ?? true) && scope[name.text] == nil
    }
    for name in missed { scope[name.text] = Scope.Entry(.unknown) }
    return missed
  }

  /// Takes over what a cell leaves behind.
  mutating func put(_ after: Scope, from cell: Cell, defined: [String]) {
    guard let exported = exports[cell.index] else {
      scope = after
      return
    }
    for name in defined where exported.contains(name) { scope[name] = after[name] }
  }
}

/// Where each name of a page is defined for the cells below, by the position of the cell.
struct Definitions: Sendable {
  private var places: [String: [(position: Int, range: SourceRange)]] = [:]

  init(page: Page, cells: [ReadCell]) {
    for (position, index) in page.order.enumerated() where cells[index].cell.role.addsNames {
      for name in cells[index].defined { places[name.text, default: []].append((position, name.range)) }
    }
  }

  /// The first place behind the cell at `position` that defines `name`.
  func place(of name: String, after position: Int) -> SourceRange? {
    places[name]?.first { $0.position > position }?.range
  }
}
