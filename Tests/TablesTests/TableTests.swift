import Tables
import Tensors
import Testing

@Test("counting order changes the last column fastest")
func countingOrder() {
  #expect(Table.countingRows(2) == Tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]))
  #expect(Table.countingRows(0) == Tensor([1, 0], []))
}

@Test("a truth table has every row; the ones it lacks are named in counting order")
func missingRows() throws {
  let table = try #require(TableText("11:1 01:0").build().table)
  #expect(!table.isTruthTable)
  #expect(table.missingCount == 2)
  #expect(table.missingRows(limit: 5) == [[0, 0], [1, 0]])
  #expect(table.missingRows(limit: 1) == [[0, 0]])
}

@Test("a table of other numbers is no truth table and lacks nothing")
func dataTable() throws {
  let table = try #require(TableText("0.5,1:1 2,1:0").build().table)
  #expect(!table.isTruthTable && table.missingCount == 0 && table.missingRows(limit: 3).isEmpty)
}

@Test("columns are read by name")
func columns() throws {
  let table = try #require(TableText("01:10 11:01").build(outputs: "yz").table)
  #expect(table.column("b") == Tensor([1, 1]))
  #expect(table.column("z") == Tensor([0, 1]))
  #expect(table.column("x") == nil)
}

@Test("a computed table shows its rows")
func computed() {
  let table = Table(
    name: "D", inputs: ["x"], outputs: ["y"], X: Tensor([2, 1], [0, 0.5]), Y: Tensor([2, 1], [1, 2]))
  #expect(
    table.written == [
      .init(inputs: [.zero], outputs: [.one]), .init(inputs: [.number(0.5)], outputs: [.number(2)]),
    ])
}
