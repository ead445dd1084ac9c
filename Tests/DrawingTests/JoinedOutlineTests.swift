import Figures
import Testing

@testable import Drawing

/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

/// Outlines that are joined fill what they filled before.
@Suite struct JoinedOutlineTests {
  private func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [DrawingPoint] {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)].map { DrawingPoint(x: $0.0, y: $0.1) }
  }

  /// How often outlines turn around the middle of the square whose upper left corner is (`x`, `y`).
  private func turns(_ outlines: [[DrawingPoint]], around x: Int, _ y: Int) -> Int {
    var turns = 0
    for outline in outlines {
      for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1)) where (a.y <= y) != (b.y <= y) {
        // Where the side is at the height of the middle, in halves.
        let place = 2 * a.x * (b.y - a.y) + (b.x - a.x) * (2 * y + 1 - 2 * a.y)
        let isRight = b.y > a.y ? place > (2 * x + 1) * (b.y - a.y) : place < (2 * x + 1) * (b.y - a.y)
        if isRight { turns += a.y < b.y ? 1 : -1 }
      }
    }
    return turns
  }

  @Test func piecesThatTouchBecomeOne() {
    let squares = (0..<9).map { rectangle(4 * ($0 % 3), 4 * ($0 / 3), 4, 4) }
    #expect(joined(squares) == [rectangle(0, 0, 12, 12)])
    // A long one beside two short ones, and a corner cut off.
    let parts = [
      rectangle(0, 0, 8, 4), rectangle(0, 4, 4, 4),
      [(4, 4), (8, 4), (4, 8)].map { DrawingPoint(x: $0.0, y: $0.1) },
    ]
    #expect(joined(parts).count == 1 && joined(parts)[0].count == 5)
    let ring = squares.enumerated().filter { $0.offset != 4 }.map(\.element)
    #expect(joined(ring).count == 2 && joined(ring).map(\.count) == [4, 4])
  }

  @Test(arguments: 1...20)
  func everyPlaceIsTurnedAroundAsOften(seed: UInt64) {
    var random = SplitMix(state: seed)
    // Some of them lie over each other, and some run the other way.
    let outlines = (0..<40).map { _ in
      let box = rectangle(
        .random(in: 0..<12, using: &random), .random(in: 0..<12, using: &random),
        .random(in: 1...5, using: &random), .random(in: 1...5, using: &random))
      return Bool.random(using: &random) ? box : box.reversed()
    }
    let less = joined(outlines)
    for (x, y) in (0..<17).flatMap({ x in (0..<17).map { (x, $0) } }) {
      #expect(turns(less, around: x, y) == turns(outlines, around: x, y), "\(outlines)")
    }
  }

  /// A heat map of 40,000 cells is a file that a page can hold.
  @Test func aHeatMapIsSmall() throws {
    let range = AxisRange(-3, 3)
    let maps = HeatMap.sampling(x: range, y: range, columns: 200, rows: 200) { points in
      points.map { $0.x * $0.x - $0.y * $0.x + $0.y }
    }
    let list = Figure.heat(maps).drawingList()
    let file = try svg(list, theme: .light, altText: "", font: Font())
    #expect(file.count < 120_000, "\(file.count)")
  }
}
