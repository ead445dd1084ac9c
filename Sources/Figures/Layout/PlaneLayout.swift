/// Lays a plane out: words around, axes, marks, labels.
struct PlaneLayout {
  let plane: Plane
  let frame: Frame
  let titleLines: [String]
  let legend: Legend
  let box: DrawingRect
  let xTicks: TickLabels
  let yTicks: TickLabels
  let bar: ColourBar?
  /// The height of the drawing in CSS pixels.
  ///
  /// Less than the frame's where equal units leave room below, more where the frame is too low for its words.
  private let paperHeight: Int

  static let tickLength = 4 * Measure.pixel

  /// The plane drawn into `frame`.
  static func drawn(_ plane: Plane, in frame: Frame) -> DrawingList {
    var listed: [String] = []
    // Each round moves at least one label above the plane, where there is always room.
    while true {
      let (list, homeless) = PlaneLayout(plane, frame, listed: listed).drawn(listed: listed)
      if homeless.isEmpty || listed.count >= 40 { return list }
      listed += homeless
    }
  }

  /// Plans `plane`, with the labels `listed` in the legend instead of the plane.
  private init(_ plane: Plane, _ frame: Frame, listed: [String]) {
    self.plane = plane
    self.frame = frame
    let pixel = Measure.pixel, margin = frame.margin, gap = Measure.gap, size = frame.size
    titleLines = frame.titleLines
    let entries = frame.legendPlace == .inside ? plane.legend : []
    legend = Legend(
      entries + listed.map { LegendEntry(sample: .none, label: $0) }, width: size.width - 2 * margin,
      height: size.height / 4)

    let label = Measure.lineHeight(Measure.labelSize)
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    let top =
      margin + (titleHeight > 0 ? titleHeight + gap : 0) + (legend.height > 0 ? legend.height + gap : 0)
    let guess = TickLabels(below: plane.x, width: max(40 * pixel, size.width - 70 * pixel), frame)
    let below =
      margin + PlaneLayout.tickLength + gap / 2 + guess.extent + (plane.x.label.isEmpty ? 0 : label + gap / 2)
    let height = max(PlaneLayout.least, size.height - top - below)
    let guessed = TickLabels(beside: plane.y, height: height, frame)
    let left =
      margin + PlaneLayout.tickLength + gap + guessed.extent + (plane.y.label.isEmpty ? 0 : label + gap)
    let bar = plane.bar.map { ColourBar($0, height: height) }
    let right = margin + (bar.map(\.width) ?? min(margin, 10 * pixel))
    let free = DrawingRect(
      x: left, y: top, width: max(PlaneLayout.least, size.width - left - right), height: height)
    box = plane.proportion == .equalUnits ? PlaneLayout.shrunk(free, to: plane) : free
    let planeHeight = box.height
    self.bar = bar.map { ColourBar($0.scale, height: planeHeight) }
    paperHeight = (box.maxY + below + pixel - 1) / pixel
    yTicks = TickLabels(beside: plane.y, height: box.height, frame)
    xTicks = TickLabels(below: plane.x, width: box.width, frame)
  }

  /// The least length of a side of the plane.
  private static let least = 24 * Measure.pixel

  /// The drawing, and the labels that found no place in the plane.
  private func drawn(listed: [String]) -> (list: DrawingList, homeless: [String]) {
    var list = DrawingList(width: frame.width, height: paperHeight)
    drawWords(on: &list)
    let coversPlane = plane.marks.contains { $0.content.coversPlane }
    if !coversPlane { drawGrid(on: &list) }
    var canvas = PlotCanvas(box: box, x: plane.x, y: plane.y, list: list)
    drawMarks(on: &canvas)
    bar?.draw(left: box.maxX, top: box.y, on: &canvas.list)
    let homeless = canvas.placeLabels(listedAbove: Set(listed))
    return (canvas.list, homeless)
  }

  /// The greatest part of `free` in which a unit is as long on both axes, in the middle of its top.
  private static func shrunk(_ free: DrawingRect, to plane: Plane) -> DrawingRect {
    let ratio = plane.x.shown.width / plane.y.shown.width
    let width = min(Double(free.width), Double(free.height) * ratio)
    let size = DrawingPoint(near: width, width / ratio)
    return DrawingRect(
      x: free.x + (free.width - size.x) / 2, y: free.y,
      width: max(size.x, Measure.pixel), height: max(size.y, Measure.pixel))
  }
}
