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

@Test("what a large table lacks is found in one pass")
func missingRowsOfALargeTable() throws {
  let X = Table.countingRows(16)
  let lacking = Tensor([(1 << 16) - 1, 16], Array(X.elements.dropLast(16)))
  let table = Table(
    name: "T", inputs: (1...16).map { "x\($0)" }, outputs: ["y"], X: lacking,
    Y: Tensor([(1 << 16) - 1, 1], [Double](repeating: 0, count: (1 << 16) - 1)))
  // Once each row that was asked about looked through all rows again: four thousand million steps.
  #expect(table.missingRows(limit: 4) == [[Double](repeating: 1, count: 16)])
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
