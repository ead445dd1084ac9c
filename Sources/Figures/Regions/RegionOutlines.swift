/// Joins border lines to the closed outlines of one class.
enum RegionOutlines {
  /// The outlines of the class `label`: counterclockwise around it, clockwise around its holes.
  static func outlines(of label: Int, in lines: [BorderNetwork.Line]) -> [[PlanePoint]] {
    let pieces = lines.compactMap { line in
      line.left == label ? line : line.right == label ? line.reversed : nil
    }
    var outlines = pieces.filter(\.isClosed).map(\.points)
    let open = pieces.filter { !$0.isClosed }
    let byStart = Dictionary(grouping: open.indices, by: { open[$0].start })
    var isUsed = [Bool](repeating: false, count: open.count)
    for first in open.indices where !isUsed[first] {
      var outline: [PlanePoint] = []
      var next: Int? = first
      while let index = next {
        isUsed[index] = true
        outline += open[index].points.dropLast()
        next = byStart[open[index].end]?.first { !isUsed[$0] }
      }
      outlines.append(outline)
    }
    return outlines
  }

  /// The area of `outline`, negative if it runs clockwise.
  static func signedArea(_ outline: [PlanePoint]) -> Double {
    guard let last = outline.last else { return 0 }
    return zip([last] + outline, outline).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) } / 2
  }
}

extension BorderNetwork.Line {
  /// The same line seen from its other end.
  var reversed: BorderNetwork.Line {
    BorderNetwork.Line(
      points: points.reversed(), start: end, end: start, left: right, right: left, isClosed: isClosed)
  }
}
