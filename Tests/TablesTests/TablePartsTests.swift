import Tables
import Tensors
import Testing

@Test("part of a table keeps columns and don't-cares")
func partOfATable() throws {
  let table = try #require(TableText("00:0 01:- 10:1 11:1").build().table)
  let part = table.rows(1..<3, name: "part")
  #expect(part.X == Tensor([2, 2], [0, 1, 1, 0]))
  #expect(part.dontCare == [true, false])
  #expect(part.written[0].outputs == [.any])
}

@Test("standardized columns have mean 0 and deviation 1, a constant one becomes 0")
func standardized() {
  let table = Table(
    name: "t", inputs: ["a", "b"], outputs: ["y"], X: Tensor([4, 2], [1, 7, 3, 7, 5, 7, 7, 7]),
    Y: Tensor([4, 1], [0, 0, 1, 1]))
  let result = table.standardized(like: table, name: "s")
  let root = 5.0.squareRoot()
  #expect(result.column("a") == Tensor([-3 / root, -1 / root, 1 / root, 3 / root]))
  #expect(result.column("b") == Tensor([0, 0, 0, 0]))
  #expect(result.Y == table.Y)
}
