/// The contours of a field: its numbers are those of its cells' middles, and between these change evenly.
struct HeatContours {
  /// Where the numbers stand, from 0 to 1; the first and the last on the edges of the plane.
  private let us: [Double]
  private let vs: [Double]
  /// Row by row from below; NaN where there is no number.
  private let values: [Double]
  private let scale: ColourScale

  init(_ map: HeatMap) {
    func places(_ count: Int) -> [Double] {
      [0] + (0..<count).map { (Double($0) + 0.5) / Double(count) } + [1]
    }
    let (us, vs) = (places(map.columns), places(map.rows))
    (self.us, self.vs) = (us, vs)
    scale = map.scale
    // What lies far beyond the colours would pull a contour away from where the field is steep.
    let range = map.scale.range, width = range.width
    let least = range.lower - 2 * width, most = range.upper + 2 * width
    values = vs.indices.flatMap { row in
      us.indices.map { column in
        let inner = (min(max(row - 1, 0), map.rows - 1), min(max(column - 1, 0), map.columns - 1))
        let value = map.values[inner.0 * map.columns + inner.1]
        return value.isNaN ? .nan : max(least, min(most, value))
      }
    }
  }

  /// The number below which a position has a shade lower than `shade`.
  private func lowerEnd(of shade: Int) -> Double {
    let part = (Double(shade) - 0.5) / Double(ColourScale.count - 1)
    return scale.range.lower + part * scale.range.width
  }

  private func value(_ column: Int, _ row: Int) -> Double { values[row * us.count + column] }

  /// The four corners of a cell, in the order that runs around it.
  private func corners(_ column: Int, _ row: Int) -> [(column: Int, row: Int)] {
    [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
  }

  // MARK: Grounds

  /// About how many pieces the grounds have: a cell for each shade that begins in it, and a row of each.
  var pieceCount: Int {
    let shades = values.map { scale.shade(of: $0) ?? 0 }
    var count = 0
    for row in 0..<vs.count - 1 {
      var last = -1
      for column in 0..<us.count - 1 {
        let below = row * us.count + column, above = below + us.count
        let low = min(shades[below], shades[below + 1], shades[above], shades[above + 1])
        let high = max(shades[below], shades[below + 1], shades[above], shades[above + 1])
        count += high - low + (low == last ? 0 : 1)
        last = low
      }
    }
    return count
  }

  /// The outlines of each ground as fractions of the plane, the lower shades first; a higher one lies over them.
  func grounds() -> [(shade: Int, outlines: [[PlanePoint]])] {
    let shades = values.compactMap { scale.shade(of: $0) }
    guard let low = shades.min(), let high = shades.max() else { return [] }
    let whole = [PlanePoint(0, 0), PlanePoint(1, 0), PlanePoint(1, 1), PlanePoint(0, 1)]
    guard low < high else { return [(low, [whole])] }
    return [(low, [whole])]
      + ((low + 1)...high).map { shade in
        (shade, outlines(above: lowerEnd(of: shade), covered: lowerEnd(of: shade + 2)))
      }
  }

  /// The outlines of what is at least `level`; what is at least `covered` all around lies below later grounds.
  private func outlines(above level: Double, covered: Double) -> [[PlanePoint]] {
    var outlines: [[PlanePoint]] = []
    for row in 0..<vs.count - 1 {
      var start: Int?
      func end(_ column: Int) {
        guard let first = start else { return }
        let (left, right) = (us[first], us[column])
        outlines.append([
          PlanePoint(left, vs[row]), PlanePoint(right, vs[row]), PlanePoint(right, vs[row + 1]),
          PlanePoint(left, vs[row + 1]),
        ])
        start = nil
      }
      for column in 0..<us.count - 1 {
        let (a, b) = (value(column, row), value(column + 1, row))
        let (c, d) = (value(column + 1, row + 1), value(column, row + 1))
        let isWhole = a >= level && b >= level && c >= level && d >= level
        if isWhole, !(a >= covered && b >= covered && c >= covered && d >= covered) {
          start = start ?? column
          continue
        }
        end(column)
        if isWhole || !(a >= level || b >= level || c >= level || d >= level) { continue }
        outlines.append(part(of: column, row, above: level))
      }
      end(us.count - 1)
    }
    return outlines
  }

  /// The part of a cell that is at least `level`.
  private func part(of column: Int, _ row: Int, above level: Double) -> [PlanePoint] {
    let corners = corners(column, row)
    var outline: [PlanePoint] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % 4]
      if value(corner.column, corner.row) >= level {
        outline.append(PlanePoint(us[corner.column], vs[corner.row]))
      }
      if let place = crossing(corner, next, level) { outline.append(place) }
    }
    return outline
  }

  /// Where the field passes `level` between two neighbours; nil where it does not.
  private func crossing(
    _ a: (column: Int, row: Int), _ b: (column: Int, row: Int), _ level: Double
  ) -> PlanePoint? {
    let from = value(a.column, a.row), to = value(b.column, b.row)
    guard (from >= level) != (to >= level) else { return nil }
    // Beside a position without number the ground ends in the middle.
    let part = from.isNaN || to.isNaN ? 0.5 : (level - from) / (to - from)
    return PlanePoint(
      us[a.column] + part * (us[b.column] - us[a.column]), vs[a.row] + part * (vs[b.row] - vs[a.row]))
  }

  // MARK: Lines

  /// The lines along which the field is `level`, as fractions of the plane.
  func lines(at level: Double) -> [[PlanePoint]] {
    var neighbours: [Int: [Int]] = [:]
    var places: [Int: PlanePoint] = [:]
    for row in 0..<vs.count - 1 {
      for column in 0..<us.count - 1 {
        let corners = corners(column, row)
        guard corners.allSatisfy({ !value($0.column, $0.row).isNaN }) else { continue }
        let sides = corners.indices.compactMap { index -> Int? in
          let (a, b) = (corners[index], corners[(index + 1) % 4])
          guard let place = crossing(a, b, level) else { return nil }
          let side = 2 * (min(a.row, b.row) * us.count + min(a.column, b.column)) + (a.row == b.row ? 0 : 1)
          places[side] = place
          return side
        }
        for pair in stride(from: 0, to: sides.count - 1, by: 2) {
          neighbours[sides[pair], default: []].append(sides[pair + 1])
          neighbours[sides[pair + 1], default: []].append(sides[pair])
        }
      }
    }
    return HeatContours.chains(neighbours).map { $0.compactMap { places[$0] } }
  }

  /// The chains that `neighbours` are links of; those with ends first, then the rings.
  private static func chains(_ neighbours: [Int: [Int]]) -> [[Int]] {
    var left = Set(neighbours.keys)
    let order = neighbours.keys.sorted {
      let (a, b) = (neighbours[$0]?.count ?? 0, neighbours[$1]?.count ?? 0)
      return a != b ? a < b : $0 < $1
    }
    return order.compactMap { start in
      guard left.remove(start) != nil else { return nil }
      var chain = [start]
      while let next = neighbours[chain[chain.count - 1]]?.first(where: left.contains) {
        left.remove(next)
        chain.append(next)
      }
      if chain.count > 2, neighbours[start]?.contains(chain[chain.count - 1]) == true { chain.append(start) }
      return chain
    }
  }
}
