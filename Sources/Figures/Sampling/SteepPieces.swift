/// Pieces of a graph that are cut into eighths again and again, until a jump is found or the piece is not steep.
struct SteepPieces {
  /// A part of the graph between two points.
  struct Piece {
    var low: PlanePoint
    var high: PlanePoint
  }

  private static let parts = 8
  private static let budget = 1300

  private(set) var pieces: [Piece]
  /// How often the pieces may be cut.
  let rounds: Int
  /// The ends of all pieces so far.
  private(set) var ends: [PlanePoint] = []
  private let visible: AxisRange
  private var asked: [(piece: Int, numbers: Int)] = []

  init(_ pieces: [Piece], visible: AxisRange) {
    let most = SteepPieces.budget / (SteepPieces.parts - 1)
    self.pieces = Array(pieces.prefix(most))
    self.visible = visible
    rounds = min(18, most / max(1, self.pieces.count))
  }

  /// The numbers that cut every piece that is still wide.
  mutating func numbers(on axis: Axis) -> [Double] {
    asked = []
    var numbers: [Double] = []
    for (index, piece) in pieces.enumerated() {
      let low = piece.low.x, high = piece.high.x
      guard high - low > 1e-14 * axis.range.width, high - low > 1e-15 * abs(low) else { continue }
      let cuts = (1..<SteepPieces.parts).map { part in
        low + (high - low) * (Double(part) / Double(SteepPieces.parts))
      }
      .filter { $0 > low && $0 < high }
      guard !cuts.isEmpty else { continue }
      asked.append((index, cuts.count))
      numbers += cuts
    }
    return numbers
  }

  /// Keeps the steepest part of every piece that was cut.
  mutating func narrow(with answers: [PlanePoint], _ graph: SampledGraph) {
    var next = 0
    var finished: Set<Int> = []
    for (index, count) in asked {
      let chain = [pieces[index].low] + answers[next..<next + count] + [pieces[index].high]
      next += count
      var best = pieces[index], height = -1.0
      let before = graph.step(best, visible)
      for (low, high) in zip(chain, chain.dropFirst()) {
        let part = Piece(low: low, high: high), step = graph.step(part, visible)
        if step > height { (best, height) = (part, step) }
      }
      pieces[index] = best
      ends += [best.low, best.high]
      // What is only steep loses height with every cut.
      if height < 0.3 * before { finished.insert(index) }
    }
    pieces = pieces.indices.filter { !finished.contains($0) && graph.step(pieces[$0], visible) > 0.01 }
      .map { pieces[$0] }
  }
}
