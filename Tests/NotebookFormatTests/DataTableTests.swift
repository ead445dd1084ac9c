import NotebookFormat
import Testing

struct DataTableTests {
  private static let table = "| a | b |\n|---|---|\n| 0 | 1 |\n| 0.5 | 2*3 |\n"

  @Test(arguments: ["\n{#P a -> b}\n", "{#P a -> b}\n"])
  func aNamedTableIsACell(name: String) {
    let notebook = read(Self.table + name).notebook
    #expect(notebook.cells.map(\.source.text) == ["table P(a -> b) {\n0:1,\n(0.5): (2*3),\n}\n"])
    #expect(notebook.cells.map(\.options.isIncluded) == [false])
    // The page keeps the rows and loses the name.
    guard case .table(_, _, let rows, _) = notebook.blocks[0].kind else {
      Issue.record("no table on the page")
      return
    }
    #expect(rows.count == 2)
  }

  @Test func rowsAreFoundInTheFile() {
    let quoted = Self.table.split(separator: "\n").map { "> \($0)\n" }.joined() + ">\n> {#P a -> b}\n"
    let notebook = read(quoted).notebook
    #expect(notebook.cells.count == 1)
    let source = notebook.cells[0].source
    let row = source.text.utf8.count - "(0.5): (2*3),\n}\n".utf8.count
    #expect(source.range(row..<row + 1).start.line == 4)
  }

  @Test(arguments: ["{#P}\n", "{#P a b}\n", "{#P a ->}\n", "text\n", "{#tbl-x}\n"])
  func otherLinesAreProse(line: String) {
    #expect(read(Self.table + "\n" + line).notebook.cells.isEmpty)
  }
}
