import Diagnostics
import NotebookFormat
import Syntax

/// Which of its names each cell hands on to those below.
///
/// Plain cells and solutions hand on all they define. An exercise hands on only what its solution binds, or what
/// `binds` lists; tests and hidden cells nothing.
struct PageExports: Sendable {
  private let names: [Int: Set<String>]

  init(page: Page, cells: [ReadCell]) {
    var names: [Int: Set<String>] = [:]
    for read in cells {
      switch read.cell.role {
      case .plain, .solution: break
      case .tests, .hidden: names[read.cell.index] = []
      case .exercise(_, _, let binds):
        let solutions = page.solutions(of: read.cell)
        if !solutions.isEmpty {
          names[read.cell.index] = Set(solutions.flatMap { cells[$0].defined.map(\.text) })
        } else if let binds {
          names[read.cell.index] = Set(binds)
        }
      }
    }
    self.names = names
  }

  /// The names that a cell hands on if it binds them; nil for all.
  subscript(cell: Cell) -> Set<String>? { names[cell.index] }
}

/// Where each name of a page is defined for the cells below, by the position of the cell.
struct Definitions: Sendable {
  private var definitions: [String: [(position: Int, range: SourceRange)]] = [:]

  init(page: Page, cells: [ReadCell]) {
    for (position, index) in page.order.enumerated() where cells[index].cell.role.addsNames {
      for name in cells[index].defined { definitions[name.text, default: []].append((position, name.range)) }
    }
  }

  /// The first range behind the cell at `position` that defines `name`.
  func range(of name: String, after position: Int) -> SourceRange? {
    definitions[name]?.first { $0.position > position }?.range
  }
}
