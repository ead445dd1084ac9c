import Wording

/// Lays the drawing of a network out.
struct DiagramLayout {
  /// A unit on the paper.
  struct Unit {
    var layer: Int
    /// Nil for the dots that stand for units left out.
    var index: Int?
    var center: DrawingPoint
  }

  /// A connection on the paper: level at both ends, so that words below a unit stand clear of it.
  struct Edge {
    var points: [DrawingPoint]
    /// Nil where it is not known.
    var weight: Double?

    /// The part between the level ends.
    var wire: Wire { Wire(a: points[1], b: points[points.count - 2]) }
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
  let paperHeight: Int

  private static let mostSlots = 12
  private static let line = Measure.lineHeight(Measure.noteSize)

  init(_ diagram: NetworkDiagram, _ frame: Frame) {
    self.diagram = diagram
    self.frame = frame
    let pixel = Measure.pixel, margin = frame.margin
    titleLines = frame.titleLines
    legend = Legend(
      DiagramLayout.entries(of: diagram, frame.words), width: frame.size.width - 2 * margin,
      height: max(frame.size.height / 4, 40 * pixel), frame.words)
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    let top =
      margin + (titleHeight > 0 ? titleHeight + Measure.gap : 0)
      + (legend.height > 0 ? legend.height + Measure.gap : 0)
    let hasNames = diagram.layers.contains { !$0.name.isEmpty }
    let below = margin + (hasNames ? Measure.lineHeight(Measure.labelSize) + Measure.gap : 0)
    let widestPitch = DiagramLayout.pitch(of: diagram)
    let fullest = min(DiagramLayout.mostSlots, max(1, diagram.layers.map(\.units.count).max() ?? 1))
    let height = frame.height.map { max(40 * pixel, $0 * pixel - top - below) } ?? fullest * widestPitch
    let box = DrawingRect(x: margin, y: top, width: frame.size.width - 2 * margin, height: height)
    self.box = box
    paperHeight = (box.maxY + below + pixel - 1) / pixel

    let slots = max(3, min(DiagramLayout.mostSlots, height / (20 * pixel)))
    let columns = diagram.layers.map { $0.shownUnits(slots: slots) }
    let most = max(1, columns.map(\.count).max() ?? 1)
    let columnWidth = box.width / max(1, columns.count)
    let pitch = min(widestPitch, height / most)
    self.pitch = pitch
    // Below a unit there is room for a line of words.
    let isRoomy = pitch >= 40 * pixel
    let greatest = diagram.maps.isEmpty ? 22 * pixel : 30 * pixel
    radius = max(
      2 * pixel,
      min(
        greatest, isRoomy ? (pitch - DiagramLayout.line - 6 * pixel) / 2 : pitch * 40 / 100, columnWidth / 4))
    units = columns.enumerated().flatMap { layer, shown in
      let own = min(widestPitch, height / max(1, shown.count), pitch * 3 / 2)
      return shown.enumerated().map { slot, index in
        Unit(
          layer: layer, index: index,
          center: DrawingPoint(
            x: box.x + columnWidth * (2 * layer + 1) / 2,
            y: box.y + box.height / 2 + own * (2 * slot + 1 - shown.count) / 2
              - (isRoomy ? DiagramLayout.line / 2 : 0)))
      }
    }
  }

  /// The distance of neighbours where there is room enough.
  private static func pitch(of diagram: NetworkDiagram) -> Int {
    let fullest = diagram.layers.map(\.units.count).max() ?? 1
    let usual = fullest <= 4 ? 76 : fullest <= 8 ? 58 : 40
    return (diagram.maps.isEmpty ? usual : max(64, usual + 12)) * Measure.pixel
  }

  /// The whole drawing.
  var drawn: DrawingList {
    var list = DrawingList(width: frame.width, height: paperHeight)
    let top = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let left = max(frame.margin, (frame.size.width - legend.width) / 2)
    legend.draw(left: left, top: top, width: frame.size.width - 2 * frame.margin, on: &list)
    if units.isEmpty {
      frame.write(
        frame.words(.noUnits), size: Measure.labelSize, centeredAt: frame.size.width / 2,
        top: frame.size.height / 2,
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
    let reaches = diagram.layers.indices.map { reach(of: $0) }
    return units.flatMap { from in
      units.compactMap { to -> Edge? in
        guard to.layer == from.layer + 1, let i = from.index, let j = to.index else { return nil }
        let weight = diagram.weight(from.layer, i, j)
        guard weight != 0 else { return nil }
        let start = from.center, end = to.center
        let points = [
          DrawingPoint(x: start.x + radius, y: start.y),
          DrawingPoint(x: start.x + reaches[from.layer], y: start.y),
          DrawingPoint(x: end.x - reaches[to.layer], y: end.y), DrawingPoint(x: end.x - radius, y: end.y),
        ]
        return Edge(points: points, weight: weight)
      }
    }
  }

  /// How far the words of a layer reach from the middle of its column, and so the level ends of its connections.
  private func reach(of layer: Int) -> Int {
    let words = units.filter { $0.layer == layer }.compactMap { noteRect($0)?.width }
    let room = box.width / max(1, diagram.layers.count) * 2 / 5
    return max(radius, min(room, (words.max() ?? 0) / 2)) + 3 * Measure.pixel
  }

  private static func entries(of diagram: NetworkDiagram, _ words: Words) -> [LegendEntry] {
    let weights = diagram.weights.joined().joined()
    let signs: [(ColourRole, Phrase, Bool)] = [
      (.positive, .positiveWeight, weights.contains { $0 > 0 }),
      (.negative, .negativeWeight, weights.contains { $0 < 0 }),
    ]
    return signs.filter(\.2).map { role, label, _ in
      LegendEntry(sample: .line(role, stroke(role, width: 2 * Measure.pixel)), label: words(label))
    }
  }

  /// Negative weights are dashed too, so that colour is not the only cue.
  static func stroke(_ role: ColourRole, width: Int) -> DrawingStroke {
    let pixel = Measure.pixel
    return DrawingStroke(width: width, dashes: role == .negative ? [6 * pixel, 4 * pixel] : [])
  }
}
