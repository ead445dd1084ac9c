import Diagnostics
import Tables
import Tensors
import Testing

@Test("rows stand in the order written, a dash in counting order")
func rowOrder() throws {
  let result = TableText("1-:0 01:1 00:-").build()
  let table = try #require(result.table)
  #expect(result.diagnostics.isEmpty)
  #expect(table.X == Tensor([4, 2], [1, 0, 1, 1, 0, 1, 0, 0]))
  #expect(table.y == Tensor([0, 0, 1, .nan]))
  #expect(table.dontCare == [false, false, false, true])
  #expect(table.written.count == 3 && table.leftOut == 0)
  #expect(table.isTruthTable && table.hasDontCares)
}

@Test("on gives 1 and fills in 0, in counting order; a later row may say otherwise")
func onRows() throws {
  let table = try #require(TableText("01 1-:-0").build(outputs: "yz", rest: .zero).table)
  #expect(table.X == Table.countingRows(2))
  #expect(table.Y == Tensor([4, 2], [0, 0, 1, 1, .nan, 0, .nan, 0]))
  #expect(table.dontCare == [false, false, false, false, true, false, true, false])
  #expect(table.leftOut == 1)
  #expect(table.y.shape == [4, 2])
}

@Test("a long row takes any number")
func longRows() throws {
  let table = try #require(TableText("0.2,1.5:1 1,-0.3:7").build().table)
  #expect(table.X == Tensor([2, 2], [0.2, 1.5, 1, -0.3]))
  #expect(table.y == Tensor([1, 7]))
}

@Test("minus zero and zero are one row")
func minusZero() {
  #expect(TableText("-0.0,0.5:1 0.0,0.5:1").build().diagnostics.map(\.kind) == [.rowTwice])
}

@Test(
  "what is wrong with rows is told with both places",
  arguments: [
    (
      "11:1 11:0", Table.Rest.absent, "rows-disagree", "the row 11 has the output 0 here and 1 above", "11:0",
      "11:1"
    ),
    (
      "1-:1 01:1 11:0", .absent, "rows-disagree", "the row 11 has the output 0 here and 1 above", "11:0",
      "1-:1"
    ),
    ("11 1-:-", .zero, "rows-disagree", "the row 11 has the output - here and 1 above", "1-:-", "11"),
    (
      "0.5,2:3 0.5,2:4", .absent, "rows-disagree", "the row (0.5, 2) has the output 4 here and 3 above",
      "0.5,2:4", "0.5,2:3"
    ),
    ("11:1 0-:0 1-:1", .absent, "row-twice", "the row 11 stands in the table twice", "1-:1", "11:1"),
    ("11:1 0:0", .absent, "row-length", "the row has 1 input, the table has 2 inputs: a, b", "0:0", nil),
    ("111", .zero, "row-length", "the row has 3 inputs, the table has 2 inputs: a, b", "111", nil),
    ("11:10", .absent, "row-length", "the row has 2 outputs, the table has 1 output: y", "11:10", nil),
  ] as [(String, Table.Rest, String, String, String, String?)])
func wrongRows(
  _ text: String, _ rest: Table.Rest, _ kind: String, _ message: String, _ place: String, _ other: String?
) throws {
  let result = TableText(text).build(rest: rest)
  let diagnostic = try #require(result.diagnostics.first)
  #expect(result.diagnostics.count == 1)
  #expect(diagnostic.kind.id == kind)
  #expect(diagnostic.message.english == message)
  #expect(diagnostic.primary.range.text == place)
  #expect(diagnostic.secondary.first?.range.text == other)
  #expect((result.table == nil) == (diagnostic.severity == .error))
}

@Test("a column's name is given once")
func columnNames() throws {
  let result = TableText("11:1").build(inputs: "aa")
  #expect(result.table == nil)
  #expect(result.diagnostics.map(\.kind) == [.columnTwice])
}

@Test("a row that does not fit a wide table names some of its columns")
func wideTable() throws {
  let result = TableText("1:1 10:1").build(inputs: String(repeating: "a", count: 3) + "bcdefghijklmnopqrst")
  #expect(result.diagnostics.map(\.kind) == [.columnTwice, .columnTwice, .rowLength])
  #expect(
    result.diagnostics[2].message
      == "2 rows do not fit: this one has 1 input, the table has 22 inputs: a, a, a, b, c, d, e, f, g, h, i, j, k, l, m, n, …"
  )
}

@Test(
  "a table has a largest size",
  arguments: [
    (String(repeating: "-", count: 21) + ":1", 21, Table.Rest.absent),
    (String(repeating: "-", count: 16) + ":1 " + String(repeating: "-", count: 16) + ":1", 16, .absent),
    (String(repeating: "0", count: 21), 21, .zero), (String(repeating: "-", count: 80) + ":1", 80, .absent),
  ])
func largestSize(_ text: String, _ inputs: Int, _ rest: Table.Rest) {
  let names = String(String.UnicodeScalarView((0..<inputs).compactMap { Unicode.Scalar(0x4E00 + $0) }))
  let result = TableText(text).build(inputs: names, rest: rest)
  #expect(result.table == nil)
  #expect(result.diagnostics.map(\.kind) == [.tableTooLarge])
}

@Test("a table of 16 inputs is built")
func sixteenInputs() throws {
  let result = TableText(String(repeating: "1", count: 16)).build(inputs: "abcdefghijklmnop", rest: .zero)
  let table = try #require(result.table)
  #expect(table.rowCount == 65_536 && table.leftOut == 65_535 && table.isTruthTable)
}

@Test("a hole leaves the table open, without an error", arguments: ["1?:0", "11:?", "1?"])
func holes(_ text: String) {
  let result = TableText(text).build(rest: .zero)
  #expect(result.table == nil && result.diagnostics.isEmpty)
}
