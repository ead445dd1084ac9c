/// What figures in one picture share: the parts of axes that measure the same, and colours of the same kind.
struct SharedScales {
  /// The figures over the shared parts, in the shared colours.
  let figures: [Figure]
  /// The colours of all of them, where each has such.
  let bar: ColourScale?

  init(_ figures: [Figure]) {
    var planes = figures.map { figure in
      if case .plane(let plane) = figure.content { plane } else { nil as Plane? }
    }
    let ys = SharedScales.ranges(planes.map { $0.map { ($0.y, $0.isFree) } })
    let xs = SharedScales.ranges(planes.map { $0.map { ($0.x, $0.isFree) } })
    for index in planes.indices { planes[index] = planes[index]?.over(x: xs[index], y: ys[index]) }
    let scale = SharedScales.colours(planes.compactMap { $0 })
    let haveAll = planes.count > 1 && planes.allSatisfy { $0?.bar != nil }
    bar = haveAll ? scale : nil
    if let scale { planes = planes.map { $0?.coloured(by: scale, showsBar: !haveAll) } }
    self.figures = zip(figures, planes).map { figure, plane in plane.map { figure.showing($0) } ?? figure }
  }

  /// The part of each axis that it shares with others of its name; nil where it keeps its own.
  private static func ranges(_ axes: [(axis: Axis, isFree: Bool)?]) -> [AxisRange?] {
    var joined: [Axis: AxisRange] = [:]
    func key(_ axis: Axis) -> Axis { axis.over(AxisRange(1, 2)) }
    let free = axes.map { axis -> Axis? in
      guard let axis, axis.isFree, !axis.axis.isFixed else { return nil }
      if case .categories = axis.axis.scale { return nil }
      return axis.axis
    }
    for axis in free.compactMap({ $0 }) {
      let before = joined[key(axis)] ?? axis.range
      joined[key(axis)] = AxisRange(
        min(before.lower, axis.range.lower), max(before.upper, axis.range.upper))
    }
    return free.map { axis in
      guard let axis, let range = joined[key(axis)], range != axis.range else { return nil }
      // What would be flattened keeps its own.
      return axis.shown.width * 5 >= axis.over(range).shown.width ? range : nil
    }
  }

  /// The colours of several planes with bars, where one scale serves all.
  private static func colours(_ planes: [Plane]) -> ColourScale? {
    let scaled = planes.filter { $0.bar != nil }
    guard scaled.count > 1, Set(scaled.map { $0.marks.first?.content.subject }).count == 1 else { return nil }
    var scale = scaled[0].bar
    for plane in scaled.dropFirst() { scale = plane.bar.flatMap { scale?.joined(with: $0) } }
    return scale
  }
}

extension Plane {
  /// Whether its marks can be drawn over any part of both axes.
  fileprivate var isFree: Bool {
    marks.allSatisfy { mark in
      switch mark {
      case .curve, .points, .shadedPoints, .halfPlane, .arrow, .note, .histogram, .bars, .path, .bands: true
      case .regions, .heat, .matrix: false
      }
    }
  }

  /// The plane in other colours.
  fileprivate func coloured(by scale: ColourScale, showsBar: Bool) -> Plane {
    guard bar != nil else { return self }
    let coloured = marks.map { mark -> Mark in
      switch mark {
      case .heat(let map): .heat(map.scaled(scale))
      case .matrix(let matrix): .matrix(matrix.scaled(scale))
      case .shadedPoints(let points): .shadedPoints(points.scaled(scale))
      case .curve, .points, .halfPlane, .arrow, .note, .histogram, .bars, .path, .bands, .regions: mark
      }
    }
    return Plane(
      x: x, y: y, marks: coloured, proportion: proportion, grid: grid, bar: showsBar ? scale : nil)
  }
}

extension Figure {
  /// The same title and size around another plane.
  fileprivate func showing(_ plane: Plane) -> Figure {
    Figure(title: title, content: .plane(plane), width: width, height: height)
  }
}
