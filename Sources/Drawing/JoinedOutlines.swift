import Figures

/// Returns outlines that fill the same area by the non-zero rule, with fewer points: pieces that touch along a side
/// become one, so that files are smaller and no seam shows between the pieces.
///
/// A side goes out together with one that runs along it the other way: how often the outlines turn around a position stays
/// the same.
/// - Complexity: O(n log n) in the points.
func joined(_ outlines: [[DrawingPoint]]) -> [[DrawingPoint]] {
  guard outlines.count > 1, let sides = sides(of: outlines) else { return outlines }
  var counts: [Side: Int] = [:]
  for side in sides {
    if let opposite = counts[side.reversed], opposite > 0 {
      counts[side.reversed] = opposite - 1
    } else {
      counts[side, default: 0] += 1
    }
  }
  let kept = sides.filter { side in
    guard let count = counts[side], count > 0 else { return false }
    counts[side] = count - 1
    return true
  }
  return closed(kept).map(withoutPointsOnSides).filter { $0.count > 2 }
}

/// A side of an outline.
private struct Side: Hashable {
  let start: DrawingPoint
  let end: DrawingPoint

  var reversed: Side { Side(start: end, end: start) }
}

/// The sides, those along an axis parted at the points of others that lie on them; nil where that makes far too many.
private func sides(of outlines: [[DrawingPoint]]) -> [Side]? {
  let points = Set(outlines.joined())
  let rows = Dictionary(grouping: points, by: \.y).mapValues { $0.map(\.x).sorted() }
  let columns = Dictionary(grouping: points, by: \.x).mapValues { $0.map(\.y).sorted() }
  let most = 8 * outlines.reduce(0) { $0 + $1.count }
  var sides: [Side] = []
  for outline in outlines {
    for (start, end) in zip(outline, outline.dropFirst() + outline.prefix(1)) where start != end {
      var stops: [DrawingPoint] = []
      if start.y == end.y {
        stops = between(start.x, end.x, rows[start.y] ?? []).map { DrawingPoint(x: $0, y: start.y) }
      } else if start.x == end.x {
        stops = between(start.y, end.y, columns[start.x] ?? []).map { DrawingPoint(x: start.x, y: $0) }
      }
      for (a, b) in zip([start] + stops, stops + [end]) { sides.append(Side(start: a, end: b)) }
      guard sides.count <= most else { return nil }
    }
  }
  return sides
}

/// The numbers of a sorted list between two others, on the way from the first to the second.
private func between(_ start: Int, _ end: Int, _ sorted: [Int]) -> [Int] {
  let (low, high) = (min(start, end), max(start, end))
  var (first, count) = (0, sorted.count)
  while count > 0 {
    let half = count / 2
    if sorted[first + half] <= low {
      (first, count) = (first + half + 1, count - half - 1)
    } else {
      count = half
    }
  }
  let inside = Array(sorted[first...].prefix { $0 < high })
  return start < end ? inside : inside.reversed()
}

/// Joins sides, of which as many end at each point as begin there, to closed outlines.
private func closed(_ sides: [Side]) -> [[DrawingPoint]] {
  var ends: [DrawingPoint: [DrawingPoint]] = [:]
  for side in sides.reversed() { ends[side.start, default: []].append(side.end) }
  var outlines: [[DrawingPoint]] = []
  for side in sides {
    var outline: [DrawingPoint] = []
    var point = side.start
    while let next = ends[point]?.popLast() {
      outline.append(point)
      point = next
    }
    if !outline.isEmpty { outlines.append(outline) }
  }
  return outlines
}

/// The outline without the points at which it goes straight on.
private func withoutPointsOnSides(_ outline: [DrawingPoint]) -> [DrawingPoint] {
  var kept: [DrawingPoint] = []
  for (index, point) in outline.enumerated() {
    let before = kept.last ?? outline[outline.count - 1], after = outline[(index + 1) % outline.count]
    let (dx, dy) = (point.x - before.x, point.y - before.y)
    let (ex, ey) = (after.x - point.x, after.y - point.y)
    if dx * ey != dy * ex || dx * ex + dy * ey <= 0 { kept.append(point) }
  }
  return kept
}
