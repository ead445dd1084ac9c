/// Lays the drawing of a network out.
struct DiagramLayout {
  /// A unit on the paper.
  struct Unit {
    var layer: Int
    /// Nil for the dots that stand for units left out.
    var index: Int?
    var center: DrawingPoint
  }

  /// A connection on the paper.
  struct Edge {
    var wire: Wire
    /// Nil where it is not known.
    var weight: Double?
  }

  let diagram: NetworkDiagram
  let frame: Frame
  let titleLines: [String]
  let legend: Legend
  /// Where the units stand.
  let box: DrawingRect
  let radius: Int
  /// The distance of neighbours in the fullest layer.
  let pitch: Int
  let units: [Unit]
  /// The height of the drawing in CSS pixels; more than the frame's where that is too low for its words.
  private let paperHeight: Int

  private static let mostSlots = 12

  init(_ diagram: NetworkDiagram, _ frame: Frame) {
    self.diagram = diagram
    self.frame = frame
    let pixel = Measure.pixel, margin = frame.margin
    titleLines = frame.titleLines
    legend = Legend(
      DiagramLayout.entries(of: diagram), width: frame.size.width - 2 * margin, height: frame.size.height / 4)
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    let top =
      margin + (titleHeight > 0 ? titleHeight + Measure.gap : 0)
      + (legend.height > 0 ? legend.height + Measure.gap : 0)
    let hasNames = diagram.layers.contains { !$0.name.isEmpty }
    let below = margin + (hasNames ? Measure.lineHeight(Measure.labelSize) + Measure.gap : 0)
    let height = max(40 * pixel, frame.size.height - top - below)
    let box = DrawingRect(x: margin, y: top, width: frame.size.width - 2 * margin, height: height)
    self.box = box
    paperHeight = (box.maxY + below + pixel - 1) / pixel

    let slots = max(3, min(DiagramLayout.mostSlots, height / (20 * pixel)))
    let columns = diagram.layers.map { $0.shownUnits(slots: slots) }
    let most = max(1, columns.map(\.count).max() ?? 1)
    let columnWidth = box.width / max(1, columns.count)
    let pitch = min(90 * pixel, height / most)
    self.pitch = pitch
    radius = max(2 * pixel, min(20 * pixel, pitch * 32 / 100, columnWidth / 4))
    units = columns.enumerated().flatMap { layer, shown in
      let pitch = min(90 * pixel, height / max(1, shown.count), pitch * 9 / 5)
      return shown.enumerated().map { slot, index in
        Unit(
          layer: layer, index: index,
          center: DrawingPoint(
            x: box.x + columnWidth * (2 * layer + 1) / 2,
            y: box.y + box.height / 2 + pitch * (2 * slot + 1 - shown.count) / 2))
      }
    }
  }

  /// The whole drawing.
  var drawn: DrawingList {
    var list = DrawingList(width: frame.width, height: paperHeight)
    let top = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let left = max(frame.margin, (frame.size.width - legend.width) / 2)
    legend.draw(left: left, top: top, width: frame.size.width - 2 * frame.margin, on: &list)
    if units.isEmpty {
      frame.write(
        "no units", size: Measure.labelSize, centeredAt: frame.size.width / 2, top: frame.size.height / 2,
        .mutedInk, on: &list)
    }
    let edges = edges
    drawEdges(edges, on: &list)
    for unit in units { draw(unit, on: &list) }
    drawNotes(on: &list)
    drawWeights(edges, on: &list)
    drawLayerNames(on: &list)
    return list
  }

  /// The connections between units that are shown.
  private var edges: [Edge] {
    units.flatMap { from in
      units.compactMap { to -> Edge? in
        guard to.layer == from.layer + 1, let i = from.index, let j = to.index else { return nil }
        let weight = diagram.weight(from.layer, i, j)
        return weight == 0 ? nil : Edge(wire: Wire(a: from.center, b: to.center), weight: weight)
      }
    }
  }

  private static func entries(of diagram: NetworkDiagram) -> [LegendEntry] {
    let weights = diagram.weights.joined().joined()
    let signs: [(ColourRole, String, Bool)] = [
      (.positive, "positive weight", weights.contains { $0 > 0 }),
      (.negative, "negative weight", weights.contains { $0 < 0 }),
    ]
    return signs.filter(\.2).map { role, label, _ in
      LegendEntry(sample: .line(role, stroke(role, width: 2 * Measure.pixel)), label: label)
    }
  }

  /// Negative weights are dashed too, so that colour is not the only cue.
  static func stroke(_ role: ColourRole, width: Int) -> DrawingStroke {
    let pixel = Measure.pixel
    return DrawingStroke(width: width, dashes: role == .negative ? [6 * pixel, 4 * pixel] : [])
  }
}
