import Bytes
import Tables
import Tensors
import Testing

/// Truth tables on both sides of the size from which their inputs are counted, against what their rows say.
@Suite struct LargeTruthTableTests {
  private static let letters = Array("abcdefghijklmnopqrstu")

  /// Patterns of n places, each by a rule of its own.
  private func patterns(_ n: Int) -> [String] {
    [
      "1" + String(repeating: "-", count: n - 3) + "01", "01" + String(repeating: "-", count: n - 2),
      String(repeating: "0", count: n) + ":-", "001" + String(repeating: "-", count: n - 4) + "1:0",
    ]
  }

  /// What a pattern says of a row, if it is one of its rows.
  private func output(_ pattern: String, _ row: Int, _ n: Int) -> Double? {
    let sides = pattern.split(separator: ":")
    for (column, entry) in sides[0].enumerated() where entry != "-" {
      if row >> (n - 1 - column) & 1 != (entry == "1" ? 1 : 0) { return nil }
    }
    return sides.count == 1 ? 1 : sides[1] == "-" ? .nan : 0
  }

  private func table(_ n: Int) throws -> Table {
    let text = TableText(patterns(n).joined(separator: " "))
    return try #require(text.build(inputs: String(Self.letters.prefix(n)), rest: .zero).table)
  }

  @Test(arguments: [16, 17, 20])
  func rowsAreThoseThatAreMeant(n: Int) throws {
    let table = try table(n)
    #expect(table.isCounted == (n > 16))
    #expect(table.rowCount == 1 << n && table.isTruthTable && table.missingCount == 0 && table.hasDontCares)
    let patterns = patterns(n)
    var wrong = 0, leftOut = 0
    for row in 0..<1 << n {
      let wanted = patterns.lazy.compactMap { output($0, row, n) }.first
      if wanted == nil { leftOut += 1 }
      let value = table.output(ofRow: row, column: 0)
      let isRight =
        (wanted ?? 0).isNaN ? table.isFree(row: row, column: 0) && value.isNaN : value == wanted ?? 0
      if !isRight || table.code(ofRow: row) != row { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(table.leftOut == leftOut && table.writtenCount == 4 && table.written[1].inputs[1] == .one)
    #expect(table.written[2].outputs == [.any])
  }

  @Test(arguments: [16, 17, 20])
  func columnsAndRowsAreThoseOfTheWholeMatrix(n: Int) throws {
    let table = try table(n)
    let X = Table.countingRows(n)
    #expect(table.X == X && table.listed.X == X && !table.listed.isCounted)
    #expect(table.listed.Y == table.Y && table.listed.dontCare == table.dontCare)
    #expect(table.column("c") == Tensor(stride(from: 2, to: X.count, by: n).map { X.elements[$0] }))
    #expect(table.y.shape == [1 << n])
    let part = table.rows(40_000..<40_010, name: "part")
    #expect(part.X == table.inputs(of: 40_000..<40_010) && part.X.row(3) == X.row(40_003))
    #expect(part.dontCare == Array(table.dontCare[40_000..<40_010]))
    #expect(table.rows(0..<1 << n, name: "T").writtenCount == 1 << n)
    #expect(table.rows(at: [5, 70], name: "").X.row(1) == X.row(70))
  }

  @Test(arguments: [16, 17])
  func bytesAreReadBack(n: Int) throws {
    let table = try table(n)
    var writer = ByteWriter()
    table.write(to: &writer)
    // An output is a byte where the inputs are counted.
    if n > 16 { #expect(writer.bytes.count < 1 << n + 1_000) }
    var reader = ByteReader(writer.bytes[...])
    #expect(try Table(from: &reader) == table)
    var short = ByteReader(writer.bytes.dropLast(30))
    #expect(throws: ByteProblem.self) { try Table(from: &short) }
  }

  @Test func rowsThatAreNotWrittenAreNeeded() {
    let half = String(repeating: "-", count: 16)
    let names = String(Self.letters.prefix(17))
    let missing = TableText("0\(half):1 10-\(half.dropFirst(2)):0").build(inputs: names)
    #expect(missing.table == nil && missing.diagnostics.map(\.kind) == [.tableTooLarge])
    #expect(missing.diagnostics.first?.message.english.contains("lacks 32,768 of them") == true)
    let whole = TableText("1\(half):1 0\(half):-").build(inputs: names)
    #expect(whole.diagnostics.isEmpty && whole.table?.isCounted == true)
    #expect(
      whole.table?.output(ofRow: 1 << 16, column: 0) == 1 && whole.table?.isFree(row: 5, column: 0) == true)
    let disagree = TableText("1\(half) 1\(half.dropLast())1:0 1\(half)").build(inputs: names, rest: .zero)
    #expect(disagree.table == nil && disagree.diagnostics.first?.kind == .tableTooLarge)
    let twice = TableText("1\(half.dropLast())1 11\(half.dropFirst()):0").build(inputs: names, rest: .zero)
    #expect(twice.table == nil && twice.diagnostics.map(\.kind) == [.rowsDisagree])
    #expect(twice.diagnostics.first?.message == "the row 11000000000000001 has the output 0 here and 1 above")
  }
}
