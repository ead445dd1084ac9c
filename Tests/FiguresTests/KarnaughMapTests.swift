import Testing

@testable import Figures

/// A Karnaugh map, checked by where its words and loops stand.
@Suite struct KarnaughMapTests {
  @Test(arguments: 2...5) func neighboursDifferInOneInput(inputCount: Int) {
    let map = KarnaughMap(
      inputs: (1...inputCount).map { "x\($0)" }, cells: Array(repeating: .zero, count: 1 << inputCount),
      loops: [])
    let (lines, columns) = (1 << map.lineBits, 1 << map.columnBits)
    var rows: Set<Int> = []
    for sheet in 0..<1 << map.sheetBits {
      for line in 0..<lines {
        for column in 0..<columns {
          let row = map.row(sheet: sheet, line: line, column: column)
          rows.insert(row)
          let beside = map.row(sheet: sheet, line: line, column: (column + 1) % columns)
          let below = map.row(sheet: sheet, line: (line + 1) % lines, column: column)
          #expect((row ^ beside).nonzeroBitCount == 1 && (row ^ below).nonzeroBitCount == 1)
        }
      }
    }
    #expect(rows.count == 1 << inputCount)
    #expect(map.sheetInputs + map.lineInputs + map.columnInputs == map.inputs)
  }

  /// Each stroke of a loop on the drawing, as its bounds in 1/64 px, and whether it is closed.
  private func loops(_ figure: Figure) -> [[(box: DrawingRect, isClosed: Bool)]] {
    figure.drawingList().elements.dropFirst().compactMap { element in
      guard case .stroke(let lines, let role, _) = element, role != .frame,
        lines.contains(where: { $0.points.count > 4 })
      else {
        return nil
      }
      return lines.map { line in
        let (xs, ys) = (line.points.map(\.x), line.points.map(\.y))
        let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
        let box = DrawingRect(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
        return (box, line.isClosed)
      }
    }
  }

  @Test func loopsGoAroundTheirOnesAndOverTheBorders() {
    let loops = loops(SampleFigures.karnaugh)
    // The four corners, the middle, two columns at both ends of the lines, one cell.
    #expect(
      loops.map { $0.map(\.isClosed) } == [[false, false, false, false], [true], [false, false], [true]])
    let ones = SampleFigures.karnaugh.drawingList().textBoxes.filter { $0.words == "1" }
    #expect(ones.count == 9)
    func held(_ loop: [(box: DrawingRect, isClosed: Bool)]) -> Int {
      ones.count { one in loop.contains { $0.box.contains(one.rect) } }
    }
    #expect(loops.map(held) == [4, 3, 4, 1])
  }

  @Test func everyLoopHasALookOfItsOwn() {
    let map = KarnaughMap(
      inputs: ["a", "b", "c", "d", "e"], cells: Array(repeating: .one, count: 32),
      loops: (0..<16).map { KarnaughMap.Loop(rows: [$0], label: "\($0)") })
    var looks: Set<String> = []
    for case .stroke(let lines, let role, let stroke) in Figure.karnaugh(map).drawingList().elements
    where role != .frame && lines.contains(where: { $0.points.count > 4 }) {
      looks.insert("\(role.name) \(stroke.dashes)")
    }
    #expect(looks.count == 16)
  }

  @Test func aMapSaysItsLoops() {
    #expect(
      SampleFigures.karnaugh.altText()
        == "A Karnaugh map of a, b, c, d: 1 in 9 of 16 cells; 1 may be either; a loop around 4 cells for b̅d̅; a loop around 4 cells for bd; a loop around 4 cells for b̅c̅; a loop around 1 cell for a̅b̅c̅d."
    )
  }
}
