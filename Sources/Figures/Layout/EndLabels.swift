/// The names of a plane's curves at their right ends, in their colours, where all of them find room there.
struct EndLabels {
  private struct Label {
    let words: String
    let role: ColourRole
    /// How high the curve ends, from 0 at the lower edge of the plane to 1.
    let height: Double
  }

  private let labels: [Label]
  private static let size = Measure.noteSize
  private static let line = Measure.lineHeight(size)
  private static let gap = Measure.gap * 3 / 4

  /// Names the curves of `plane`, which is about `height` high; nil where a legend tells more.
  init?(_ plane: Plane, _ frame: Frame, height: Int) {
    let curves = plane.marks.compactMap { mark in if case .curve(let curve) = mark { curve } else { nil } }
    guard frame.legendPlace == .inside, frame.namesCurvesAtEnds, frame.width >= 300, 2...6 ~= curves.count
    else { return nil }
    labels = curves.compactMap { curve in
      guard !curve.name.isEmpty, let end = curve.rightEnd(x: plane.x, y: plane.y) else { return nil }
      return Label(words: curve.name, role: curve.role, height: end)
    }
    .sorted { $0.height > $1.height }
    // On lower paper than was thought they must be apart, too.
    guard labels.count == curves.count, width <= frame.size.width / 4, places(in: height * 9 / 10) != nil
    else { return nil }
  }

  /// The room they take to the right of the plane.
  var width: Int {
    EndLabels.gap + (labels.map { TextWidths.width(of: $0.words, size: EndLabels.size) }.max() ?? 0)
  }

  func draw(beside box: DrawingRect, on list: inout DrawingList) {
    let places = places(in: box.height) ?? labels.map { place($0, in: box.height) }
    for (label, place) in zip(labels, places) {
      let start = DrawingPoint(
        x: box.maxX + EndLabels.gap, y: box.y + place + Measure.middle(EndLabels.size))
      list.append(.text(DrawingText(label.words, start: start, size: EndLabels.size), label.role))
    }
  }

  private func place(_ label: Label, in height: Int) -> Int {
    height - DrawingPoint(near: label.height * Double(height), 0).x
  }

  /// The middles of the labels below the upper edge of a plane of `height`: those that would meet are moved apart; nil
  /// where one would leave its curve.
  private func places(in height: Int) -> [Int]? {
    let wanted = labels.map { place($0, in: height) }
    // Labels that meet are a group around the middle of their positions.
    var groups: [(sum: Int, count: Int)] = []
    func top(_ group: (sum: Int, count: Int)) -> Int {
      let length = (group.count - 1) * EndLabels.line
      // Below the plane stand the numbers of the other axis.
      return max(0, min(height - length, group.sum / group.count - length / 2))
    }
    for place in wanted {
      groups.append((place, 1))
      while groups.count > 1 {
        let (last, before) = (groups[groups.count - 1], groups[groups.count - 2])
        guard top(last) < top(before) + before.count * EndLabels.line else { break }
        groups.removeLast(2)
        groups.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let places = groups.flatMap { group in
      (0..<group.count).map { top(group) + $0 * EndLabels.line }
    }
    let isNear = zip(places, wanted).allSatisfy { abs($0 - $1) <= EndLabels.line * 5 / 4 }
    return isNear ? places : nil
  }
}

extension Curve {
  /// How high the curve stands at the right edge of the plane, from 0 to 1; nil where it does not reach it.
  fileprivate func rightEnd(x: Axis, y: Axis) -> Double? {
    guard let last = points.last(where: { $0.x.isFinite && $0.y.isFinite && x.range.contains($0.x) }) else {
      return nil
    }
    let place = x.shown.fraction(of: x.coordinate(of: last.x))
    let height = y.shown.fraction(of: y.coordinate(of: last.y))
    return place > 0.97 && height >= 0 && height <= 1 ? height : nil
  }
}
