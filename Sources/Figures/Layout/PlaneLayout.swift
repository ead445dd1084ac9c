/// Lays a plane out: words around, axes, marks, labels.
struct PlaneLayout {
  let plane: Plane
  let frame: Frame
  let titleLines: [String]
  let legend: Legend
  /// The names of the curves beside the plane; nil where they stand in the legend.
  let ends: EndLabels?
  let box: DrawingRect
  let xTicks: TickLabels
  let yTicks: TickLabels
  let bar: ColourBar?
  /// The room around the plane.
  let insets: Insets
  /// The height of the drawing in CSS pixels.
  ///
  /// Less than the frame's where equal units leave room below, more where the frame is too low for its words.
  let paperHeight: Int

  static let tickLength = 4 * Measure.pixel

  /// The plane drawn into `frame`.
  static func drawn(_ plane: Plane, in frame: Frame) -> DrawingList { settled(plane, frame).list }

  /// The room that the words of a plane need in `frame`.
  static func insets(of plane: Plane, in frame: Frame, _ listed: ListedLabels) -> Insets {
    switch listed {
    case .all: PlaneLayout(plane, frame, listed: plane.labels).insets
    case .homeless where plane.labels.isEmpty: PlaneLayout(plane, frame, listed: []).insets
    case .homeless: settled(plane, frame).layout.insets
    }
  }

  /// Whether the curves of a plane are named at their ends; nil where it has not several.
  static func namesCurvesAtEnds(_ plane: Plane, in frame: Frame) -> Bool? {
    let curves = plane.marks.count { if case .curve = $0 { true } else { false } }
    return curves < 2 ? nil : EndLabels(plane, frame, height: roughHeight(of: plane, in: frame)) != nil
  }

  /// A height that the drawing stays within, without drawing it.
  static func height(of plane: Plane, in frame: Frame) -> Int {
    PlaneLayout(plane, frame, listed: plane.labels).paperHeight
  }

  /// Which labels stand above the plane.
  enum ListedLabels {
    /// Those that find no room in it.
    case homeless
    /// All, which takes the most room.
    case all
  }

  private static func settled(_ plane: Plane, _ frame: Frame) -> (layout: PlaneLayout, list: DrawingList) {
    var listed: [String] = []
    // Each round moves at least one label above the plane, where there is always room.
    while true {
      let layout = PlaneLayout(plane, frame, listed: listed)
      let (list, homeless) = layout.drawn(listed: listed)
      if homeless.isEmpty || listed.count >= Plane.mostListed { return (layout, list) }
      listed += homeless
    }
  }

  /// Plans `plane`, with the labels `listed` in the legend instead of the plane.
  private init(_ plane: Plane, _ frame: Frame, listed: [String]) {
    self.plane = plane
    self.frame = frame
    titleLines = frame.titleLines
    let width = frame.size.width - 2 * frame.margin
    let rough = PlaneLayout.roughHeight(of: plane, in: frame)
    ends = EndLabels(plane, frame, height: rough)
    let entries = frame.legendPlace == .inside ? plane.legend(namesCurves: ends == nil, frame.words) : []
    legend = Legend(
      entries + listed.map(plane.entry(listing:)), width: width,
      height: frame.size.height / 4, frame.words)

    let words = Surroundings(plane, frame, titleLines, legend, ends)
    let below = TickLabels(
      below: plane.x, width: max(40 * Measure.pixel, frame.size.width - 70 * Measure.pixel), frame)
    // A higher plane has more numbers beside it, which can be wider.
    var beside = TickLabels(beside: plane.y, height: rough, frame)
    var insets = words.insets(below, beside, barHeight: rough)
    let first = PlaneLayout.box(of: plane, in: frame, insets)
    beside = TickLabels(beside: plane.y, height: first.height, frame)
    insets = words.insets(below, beside, barHeight: first.height)
    var box = PlaneLayout.box(of: plane, in: frame, insets)
    let last = TickLabels(beside: plane.y, height: box.height, frame)
    if last.extent > beside.extent {
      insets = words.insets(below, last, barHeight: box.height)
      box = PlaneLayout.box(of: plane, in: frame, insets)
    }
    self.insets = insets
    self.box = box
    bar = plane.bar.map { ColourBar($0, height: box.height) }
    paperHeight = (box.maxY + insets.below + Measure.pixel - 1) / Measure.pixel
    yTicks = TickLabels(beside: plane.y, height: box.height, frame)
    xTicks = TickLabels(below: plane.x, width: box.width, frame)
  }

  /// What stands around a plane.
  private struct Surroundings {
    let plane: Plane
    let frame: Frame
    let top: Int
    let end: Int

    init(_ plane: Plane, _ frame: Frame, _ title: [String], _ legend: Legend, _ ends: EndLabels?) {
      self.plane = plane
      self.frame = frame
      let titleHeight = title.isEmpty ? 0 : title.count * Measure.lineHeight(frame.titleSize) + Measure.gap
      top = frame.margin + titleHeight + (legend.height > 0 ? legend.height + Measure.gap : 0)
      end = ends?.width ?? 0
    }

    func insets(_ x: TickLabels, _ y: TickLabels, barHeight: Int) -> Insets {
      let label = Measure.lineHeight(Measure.labelSize), gap = Measure.gap, margin = frame.margin
      let bar = plane.bar.map { ColourBar($0, height: barHeight).width }
      return Insets(
        left: margin + PlaneLayout.tickLength + gap + y.extent + (plane.y.label.isEmpty ? 0 : label + gap),
        top: top, right: margin + max(end, bar ?? min(margin, 10 * Measure.pixel)),
        below: margin + PlaneLayout.tickLength + gap / 2 + x.extent
          + (plane.x.label.isEmpty ? 0 : label + gap / 2)
      ).joined(with: frame.least)
    }
  }

  /// The least length of a side of the plane.
  private static let least = 24 * Measure.pixel

  /// About how high the plane will be.
  private static func roughHeight(of plane: Plane, in frame: Frame) -> Int {
    let words = 80 * Measure.pixel
    guard let height = frame.height else {
      return naturalHeight(of: plane, width: max(least, frame.size.width - words))
    }
    return max(least, height * Measure.pixel - words)
  }

  /// The height that suits a plane of `width`.
  static func naturalHeight(of plane: Plane, width: Int) -> Int {
    if plane.proportion == .equalUnits {
      return DrawingPoint(near: 0, Double(width) / plane.ratio).y
    }
    guard case .categories(let rows) = plane.y.scale else { return width * 2 / 3 }
    let pixel = Measure.pixel
    var row = 26 * pixel
    if case .categories(let columns) = plane.x.scale {
      row = max(20 * pixel, min(56 * pixel, width / max(1, columns.count)))
    }
    return max(40 * pixel, min(width * 3 / 2, rows.count * row))
  }

  /// Where the plane stands: of equal units the greatest that fits, in the middle of its top.
  private static func box(of plane: Plane, in frame: Frame, _ insets: Insets) -> DrawingRect {
    let width = max(least, frame.size.width - insets.left - insets.right)
    let height =
      frame.height.map { $0 * Measure.pixel - insets.top - insets.below }
      ?? max(naturalHeight(of: plane, width: width), plane.fills ? frame.leastPlane : 0)
    let free = DrawingRect(x: insets.left, y: insets.top, width: width, height: max(least, height))
    guard plane.proportion == .equalUnits else { return free }
    let fitting = min(Double(free.width), Double(free.height) * plane.ratio)
    let size = DrawingPoint(near: fitting, fitting / plane.ratio)
    return DrawingRect(
      x: free.x + (free.width - size.x) / 2, y: free.y, width: max(size.x, Measure.pixel),
      height: max(size.y, Measure.pixel))
  }

  /// The drawing, and the labels that found no room in the plane.
  private func drawn(listed: [String]) -> (list: DrawingList, homeless: [String]) {
    var list = DrawingList(width: frame.width, height: paperHeight)
    drawWords(on: &list)
    let coversPlane = plane.marks.contains { $0.content.coversPlane }
    if !coversPlane { drawGrid(on: &list) }
    var canvas = PlotCanvas(box: box, x: plane.x, y: plane.y, list: list, frame.words)
    canvas.axes = coversPlane ? [] : axisWires
    drawMarks(on: &canvas)
    bar?.draw(left: box.maxX, top: box.y, on: &canvas.list)
    ends?.draw(beside: box, on: &canvas.list)
    let homeless = canvas.placeLabels(listedAbove: Set(listed))
    return (canvas.list, homeless)
  }
}

extension Plane {
  /// The most labels that move above the plane.
  static let mostListed = 40

  /// Whether the plane can be as high as its neighbours.
  fileprivate var fills: Bool {
    if case .categories = y.scale { false } else { proportion == .free }
  }

  /// How much wider than high the plane is in the units of its axes.
  fileprivate var ratio: Double { x.shown.width / y.shown.width }

  /// A label above the plane, with a sample of the line it names.
  fileprivate func entry(listing label: String) -> LegendEntry {
    for case .halfPlane(let line) in marks where line.label == label {
      return LegendEntry(sample: .line(line.role, DrawingStroke(width: 2 * Measure.pixel)), label: label)
    }
    return LegendEntry(sample: .none, label: label)
  }

  /// The labels of its lines, which stand above it where they find no room.
  fileprivate var labels: [String] {
    let labels = marks.compactMap { mark -> String? in
      switch mark {
      case .halfPlane(let line): line.label.isEmpty ? nil : line.label
      case .note(let note): note.point == nil ? nil : note.text
      case .curve, .points, .regions, .shadedPoints, .arrow, .heat, .matrix, .histogram, .bars, .path, .bands:
        nil
      }
    }
    // Beyond this they are not written at all.
    return labels.count > PlotCanvas.mostLabels ? [] : Array(labels.prefix(Plane.mostListed))
  }
}
