/// Finds the nodes and chains of a grid's borders, cell by cell.
struct BorderBuilder {
  private struct Segment {
    let from: Int
    let to: Int
    let left: Int
    let right: Int
  }

  private let grid: LabelGrid
  private let side: Int
  private(set) var crossings: [BorderNetwork.Crossing] = []
  private(set) var junctions: [[Int]] = []
  /// The edge of the plane, cut where a border meets it.
  private(set) var frame: [BorderNetwork.Chain] = []
  /// The crossing on the edge right of, or above, each corner; -1 for none.
  private var rightward: [Int]
  private var upward: [Int]
  private var segments: [Segment] = []
  /// Segments that end in a junction; the node is not known before all crossings are.
  private var spokes: [(junction: Int, to: Int, left: Int, right: Int)] = []

  init(_ grid: LabelGrid) {
    self.grid = grid
    side = grid.side
    rightward = [Int](repeating: -1, count: (side + 1) * (side + 1))
    upward = rightward
    findCrossings()
  }

  private mutating func findCrossings() {
    for row in 0...side {
      for column in 0...side {
        let here = grid.label(column, row), index = row * (side + 1) + column
        if column < side && grid.label(column + 1, row) != here {
          rightward[index] = crossings.count
          crossings.append(.init(column: column, row: row, runsRight: true, lowLabel: here))
        }
        if row < side && grid.label(column, row + 1) != here {
          upward[index] = crossings.count
          crossings.append(.init(column: column, row: row, runsRight: false, lowLabel: here))
        }
      }
    }
  }

  mutating func addCells() {
    for row in 0..<side {
      for column in 0..<side { addCell(column, row) }
    }
    segments += spokes.map {
      Segment(from: crossings.count + $0.junction, to: $0.to, left: $0.left, right: $0.right)
    }
  }

  /// Joins the crossings on the edges of one cell.
  ///
  /// Corners and edges are counted counterclockwise from the lower
  /// left corner and the lower edge; edge k runs from corner k to corner k + 1.
  private mutating func addCell(_ column: Int, _ row: Int) {
    let index = row * (side + 1) + column
    // Most cells lie inside of a region. None crossed is -1 in all four.
    guard rightward[index] & upward[index + 1] & rightward[index + side + 1] & upward[index] != -1 else {
      return
    }
    let edges = [rightward[index], upward[index + 1], rightward[index + side + 1], upward[index]]
    let crossed = (0..<4).filter { edges[$0] >= 0 }
    guard crossed.count >= 2 else { return }
    let labels = [
      grid.label(column, row), grid.label(column + 1, row), grid.label(column + 1, row + 1),
      grid.label(column, row + 1),
    ]
    func segment(_ p: Int, _ q: Int) -> Segment {
      // Seen from edge p to edge q, the corners that follow p lie on the right.
      Segment(from: edges[p], to: edges[q], left: labels[p], right: labels[(p + 1) % 4])
    }
    if crossed.count == 2 {
      segments.append(segment(crossed[0], crossed[1]))
    } else if labels[0] == labels[2] && labels[1] == labels[3] {
      // A saddle: of two ways to join, the one that keeps the greater class in one piece.
      segments +=
        labels[0] > labels[1] ? [segment(0, 1), segment(2, 3)] : [segment(1, 2), segment(3, 0)]
    } else {
      spokes += crossed.map { (junctions.count, edges[$0], labels[($0 + 1) % 4], labels[$0]) }
      junctions.append(crossed.map { edges[$0] })
    }
  }

  /// Walks around the plane with the inside on the left.
  mutating func addFrame() {
    var nodes = [-1]
    var label = grid.label(0, 0)
    func chain() -> BorderNetwork.Chain {
      .init(nodes: nodes, left: label, right: BorderNetwork.outside)
    }
    for (edges, corner) in [(bottom, -2), (right, -3), (top, -4), (left, -1)] {
      for edge in edges where edge.crossing >= 0 {
        nodes.append(edge.crossing)
        frame.append(chain())
        nodes = [edge.crossing]
        label = edge.nextLabel
      }
      nodes.append(corner)
    }
    frame.append(chain())
  }

  private typealias Edge = (crossing: Int, nextLabel: Int)
  private var bottom: [Edge] { (0..<side).map { (rightward[$0], grid.label($0 + 1, 0)) } }
  private var right: [Edge] {
    (0..<side).map { (upward[$0 * (side + 1) + side], grid.label(side, $0 + 1)) }
  }
  private var top: [Edge] {
    (0..<side).reversed().map { (rightward[side * (side + 1) + $0], grid.label($0, side)) }
  }
  private var left: [Edge] {
    (0..<side).reversed().map { (upward[$0 * (side + 1)], grid.label(0, $0)) }
  }

  /// Joins the segments to chains that end at junctions and at the edge of the plane, or close.
  func joined() -> [BorderNetwork.Chain] {
    var incident = [[Int]](repeating: [], count: crossings.count + junctions.count)
    for (index, segment) in segments.enumerated() {
      incident[segment.from].append(index)
      incident[segment.to].append(index)
    }
    var isUsed = [Bool](repeating: false, count: segments.count)
    func isEnd(_ node: Int) -> Bool { node >= crossings.count || incident[node].count != 2 }
    func walk(from start: Int, by first: Int) -> BorderNetwork.Chain {
      let isForward = segments[first].from == start
      var nodes = [start], node = start
      var next: Int? = first
      while let index = next {
        isUsed[index] = true
        node = segments[index].from == node ? segments[index].to : segments[index].from
        if node == start && !isEnd(node) { break }
        nodes.append(node)
        next = isEnd(node) ? nil : incident[node].first { !isUsed[$0] }
      }
      let segment = segments[first]
      return BorderNetwork.Chain(
        nodes: nodes, left: isForward ? segment.left : segment.right,
        right: isForward ? segment.right : segment.left, isClosed: node == start && !isEnd(start))
    }
    var chains: [BorderNetwork.Chain] = []
    for node in incident.indices where isEnd(node) {
      for index in incident[node] where !isUsed[index] { chains.append(walk(from: node, by: index)) }
    }
    for index in segments.indices where !isUsed[index] {
      chains.append(walk(from: segments[index].from, by: index))
    }
    return chains
  }
}
