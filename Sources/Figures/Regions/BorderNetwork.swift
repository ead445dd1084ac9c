/// The borders between classes as a network of nodes and chains, in cells of the fine grid.
///
/// A node is where a border crosses an edge of the grid, where three or more classes meet, or a corner of the plane.
/// Neighbouring regions share their chains, so that they fit without gaps.
struct BorderNetwork {
  /// The label beyond the edge of the plane.
  static let outside = -2

  /// A border on the edge that runs right or up from a corner of the grid.
  struct Crossing {
    let column: Int
    let row: Int
    let runsRight: Bool
    let lowLabel: Int
    var low = 0.0
    var high = 1.0

    var position: PlanePoint { point(at: (low + high) / 2) }

    private func point(at part: Double) -> PlanePoint {
      runsRight
        ? PlanePoint(Double(column) + part, Double(row)) : PlanePoint(Double(column), Double(row) + part)
    }
  }

  /// A piece of border with one class on either side, seen along its nodes.
  struct Chain {
    var nodes: [Int]
    let left: Int
    let right: Int
    var isClosed = false
  }

  /// The fine cells along a side.
  let side: Int
  /// The first nodes.
  private(set) var crossings: [Crossing] = []
  /// The nodes after them: each is the middle of the crossings around it.
  private(set) var junctions: [[Int]] = []
  private(set) var chains: [Chain] = []

  /// Finds the network of `grid`.
  init(_ grid: LabelGrid) {
    side = grid.side
    var builder = BorderBuilder(grid)
    builder.addCells()
    builder.addFrame()
    crossings = builder.crossings
    junctions = builder.junctions
    chains = builder.joined() + builder.frame
  }

  /// Where `node` is.
  ///
  /// The nodes -1 to -4 are the corners of the plane, counterclockwise from the lower left.
  func position(_ node: Int) -> PlanePoint {
    let end = Double(side)
    switch node {
    case -1: return PlanePoint(0, 0)
    case -2: return PlanePoint(end, 0)
    case -3: return PlanePoint(end, end)
    case -4: return PlanePoint(0, end)
    case ..<crossings.count: return crossings[node].position
    default:
      let around = junctions[node - crossings.count].map { crossings[$0].position }
      let count = Double(around.count)
      return PlanePoint(
        around.reduce(0) { $0 + $1.x } / count, around.reduce(0) { $0 + $1.y } / count)
    }
  }

  /// The positions to ask for to halve the doubt about `chosen` crossings.
  func middles(of chosen: [Int]) -> [PlanePoint] { chosen.map { crossings[$0].position } }

  /// Takes the answers at the ``middles(of:)`` `chosen`.
  mutating func halve(_ chosen: [Int], with answers: [Int]) {
    for (index, answer) in zip(chosen, answers) {
      let middle = (crossings[index].low + crossings[index].high) / 2
      if answer == crossings[index].lowLabel {
        crossings[index].low = middle
      } else {
        crossings[index].high = middle
      }
    }
  }

  /// Drops nodes that lie on a straight line with their neighbours; returns the crossings that stay.
  mutating func simplify(tolerance: Double) -> [Int] {
    for index in chains.indices {
      let chain = chains[index]
      let kept = LineSimplification.kept(
        chain.nodes.map(position), isClosed: chain.isClosed, tolerance: tolerance)
      chains[index].nodes = kept.map { chain.nodes[$0] }
    }
    return Array(Set(chains.flatMap(\.nodes)).filter { $0 >= 0 && $0 < crossings.count }).sorted()
  }

  /// A chain with its positions.
  struct Line {
    var points: [PlanePoint]
    let start: Int
    let end: Int
    let left: Int
    let right: Int
    let isClosed: Bool
  }

  /// The chains with sharp corners.
  func lines() -> [Line] {
    chains.map { chain in
      let points = LineSimplification.sharpened(chain.nodes.map(position), isClosed: chain.isClosed)
      return Line(
        points: points, start: chain.nodes[0], end: chain.nodes[chain.nodes.count - 1],
        left: chain.left, right: chain.right, isClosed: chain.isClosed)
    }
  }
}
