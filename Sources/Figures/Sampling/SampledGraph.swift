/// The points of a graph found so far, in order.
struct SampledGraph {
  static let bendRounds = 4
  private static let evenCount = 400
  private static let bendLimit = 300

  let x: Axis
  private let y: Axis
  private(set) var points: [PlanePoint] = []

  init(_ range: AxisRange, log: LogAxes) {
    x = Axis("", range, scale: log.xScale)
    y = Axis("", AxisRange(0.1, 1), scale: log.yScale)
  }

  /// Numbers evenly spread over the axis.
  var evenNumbers: [Double] {
    let count = SampledGraph.evenCount, shown = x.shown
    return (0...count).map { index in
      if index == 0 { return x.range.lower }
      if index == count { return x.range.upper }
      return x.number(at: shown.value(at: Double(index) / Double(count)))
    }
  }

  /// Adds `more` points at their positions.
  mutating func insert(_ more: [PlanePoint]) {
    points = (points + more).sorted { $0.x < $1.x }
  }

  /// The height at which `point` is drawn; NaN where it is not.
  func height(_ point: PlanePoint) -> Double {
    let height = y.coordinate(of: point.y)
    return height.isFinite ? height : .nan
  }

  /// The heights that a picture shows, far ones of poles left out.
  var visible: AxisRange {
    let peaks = Set(unresolvedPeaks)
    let places = points.flatMap { point in
      let place = PlanePoint(x.coordinate(of: point.x), height(point))
      return peaks.contains(point.x) ? [place, PlanePoint(place.x, .nan)] : [place]
    }
    return CurveRange.visible(of: places) ?? AxisRange(0, 1)
  }

  /// Numbers in the middle of the pieces around each bend, the sharpest bends first.
  var numbersAtBends: [Double] {
    let visible = visible, shown = visible.width
    let heights = points.map { clamped(height($0), visible) }
    let places = points.map { x.coordinate(of: $0.x) }
    let peaks = Set(unresolvedPeaks)
    let least = x.shown.width / Double(SampledGraph.evenCount) / 40
    var bends: [(index: Int, size: Double)] = []
    for index in points.indices.dropFirst().dropLast() {
      let isPeak = peaks.contains(points[index].x)
      let size = isPeak ? shown : SampledGraph.bend(places, heights, index)
      if size > 0.0015 * shown { bends.append((index, size)) }
    }
    bends.sort { $0.size != $1.size ? $0.size > $1.size : $0.index < $1.index }
    var pieces: Set<Int> = []
    for bend in bends where pieces.count < SampledGraph.bendLimit {
      for piece in [bend.index - 1, bend.index] where places[piece + 1] - places[piece] > least {
        pieces.insert(piece)
      }
    }
    return pieces.sorted().map { x.number(at: places[$0] / 2 + places[$0 + 1] / 2) }
  }

  /// The pieces on which the graph may jump, the highest first.
  var steepPieces: SteepPieces {
    let visible = visible
    var pieces: [SteepPieces.Piece] = []
    for (low, high) in zip(points, points.dropFirst()) {
      let piece = SteepPieces.Piece(low: low, high: high)
      if step(piece, visible) > 0.02 { pieces.append(piece) }
    }
    let sorted = pieces.enumerated().sorted {
      let first = step($0.element, visible), second = step($1.element, visible)
      return first != second ? first > second : $0.offset < $1.offset
    }
    return SteepPieces(sorted.map(\.element), visible: visible)
  }

  /// How high the graph steps on `piece`, in heights of the picture; ∞ where a value begins or ends.
  func step(_ piece: SteepPieces.Piece, _ visible: AxisRange) -> Double {
    let low = clamped(height(piece.low), visible), high = clamped(height(piece.high), visible)
    guard low.isFinite == high.isFinite else { return .infinity }
    return low.isFinite ? abs(high - low) / visible.width : 0
  }

  /// Where the graph jumps between two values that the picture shows, with the values on both sides; none where it
  /// jumps often.
  func jumps(_ steep: SteepPieces) -> [(x: Double, left: Double, right: Double)] {
    let visible = visible, width = x.shown.width, peaks = Set(unresolvedPeaks)
    func isShown(_ point: PlanePoint) -> Bool {
      let height = height(point)
      return height.isFinite && visible.contains(height) && !peaks.contains(point.x)
    }
    let jumps = steep.pieces.compactMap { piece -> (x: Double, left: Double, right: Double)? in
      let isNarrow = x.coordinate(of: piece.high.x) - x.coordinate(of: piece.low.x) < width * 1e-9
      guard isNarrow, step(piece, visible) > 0.01, isShown(piece.low), isShown(piece.high) else { return nil }
      return (SampledGraph.roundest(from: piece.low.x, to: piece.high.x), piece.low.y, piece.high.y)
    }
    return jumps.count <= FunctionGraph.mostJumps ? jumps.sorted { $0.x < $1.x } : []
  }

  /// The number from `low` to `high` with the fewest decimals.
  private static func roundest(from low: Double, to high: Double) -> Double {
    let middle = low / 2 + high / 2
    for digits in 0...15 {
      let power = Decade.power(digits)
      let number = (middle * power).rounded() / power
      if number >= low && number <= high { return number == 0 ? 0 : number }
    }
    return high
  }

  /// The points, with one that is no number inside each jump and at each pole.
  func parted(at jumps: SteepPieces) -> [PlanePoint] {
    let visible = visible
    let width = x.shown.width
    var breaks = Set(
      jumps.pieces.filter { piece in
        let isNarrow = x.coordinate(of: piece.high.x) - x.coordinate(of: piece.low.x) < width / 3000
        return isNarrow && step(piece, visible) > 0.01
      }.map(\.low.x))
    breaks.formUnion(unresolvedPeaks)
    var result: [PlanePoint] = []
    for (index, point) in points.enumerated() {
      if index > 0 && point.x == points[index - 1].x { continue }
      result.append(height(point).isNaN ? PlanePoint(point.x, .nan) : point)
      if breaks.contains(point.x) { result.append(PlanePoint(point.x, .nan)) }
    }
    return result
  }

  /// The numbers at which the graph goes far beyond what is usual, in a peak that the points do not resolve.
  private var unresolvedPeaks: [Double] {
    let heights = points.map(height), places = points.map { x.coordinate(of: $0.x) }
    let all = zip(places, heights).map { PlanePoint($0, $1) }
    guard let visible = CurveRange.usual(of: all) else { return [] }
    return points.indices.dropFirst().dropLast().compactMap { index in
      guard heights[index].isFinite, !visible.contains(heights[index]) else { return nil }
      let isPeak = (heights[index] >= heights[index - 1]) == (heights[index] >= heights[index + 1])
      let bend = SampledGraph.bend(places, heights, index)
      return isPeak && bend > 0.2 * abs(heights[index] - visible.value(at: 0.5)) ? points[index].x : nil
    }
  }

  /// How far a point lies above or below the line through its neighbours; 0 next to a break.
  private static func bend(_ places: [Double], _ heights: [Double], _ index: Int) -> Double {
    let width = places[index + 1] - places[index - 1]
    guard width > 0 else { return 0 }
    let part = (places[index] - places[index - 1]) / width
    let line = heights[index - 1] * (1 - part) + heights[index + 1] * part
    let size = abs(heights[index] - line)
    return size.isFinite ? size : 0
  }

  private func clamped(_ height: Double, _ visible: AxisRange) -> Double {
    height.isNaN ? height : max(visible.lower - visible.width, min(visible.upper + visible.width, height))
  }
}

extension Axis {
  /// The number whose position is `coordinate`.
  func number(at coordinate: Double) -> Double {
    switch scale {
    case .linear, .whole, .categories: coordinate
    case .logarithmic: max(range.lower, min(range.upper, Decade.power(coordinate)))
    }
  }
}
