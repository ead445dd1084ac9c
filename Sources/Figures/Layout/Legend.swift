import Wording

/// The row of samples and names above a plane, broken into lines that fit.
struct Legend {
  private struct Item {
    var entry: LegendEntry
    var x: Int
    var line: Int
  }

  private static let size = Measure.noteSize
  private static let lineHeight = 20 * Measure.pixel
  private static let moreWidth = 100 * Measure.pixel
  private var items: [Item] = []

  /// The height of the whole legend, 0 if it is empty.
  var height: Int { ((items.last?.line ?? -1) + 1) * Legend.lineHeight }

  /// The width of its longest line.
  private(set) var width = 0

  /// Breaks `entries` into lines of `width`; those that find no room in `height` are only counted.
  init(_ entries: [LegendEntry], width: Int, height: Int, _ words: Words) {
    let lastLine = max(1, height / Legend.lineHeight) - 1
    var x = 0, line = 0
    for (index, entry) in entries.enumerated() {
      let itemWidth = Legend.width(of: entry, within: width)
      let isLast = index == entries.count - 1
      let room = line == lastLine && !isLast ? width - Legend.moreWidth : width
      if x > 0 && x + itemWidth > room {
        if line == lastLine {
          let more = LegendEntry(sample: .none, label: words(.moreEntries, "\(entries.count - index)"))
          items.append(Item(entry: more, x: x, line: line))
          self.width = width
          return
        }
        x = 0
        line += 1
      }
      items.append(Item(entry: entry, x: x, line: line))
      self.width = max(self.width, x + itemWidth)
      x += itemWidth + 16 * Measure.pixel
    }
  }

  /// Draws the legend with its upper left corner at (`left`, `top`).
  func draw(left: Int, top: Int, width: Int, on list: inout DrawingList) {
    for item in items {
      let x = left + item.x
      let middle = top + item.line * Legend.lineHeight + Legend.lineHeight / 2
      for element in sample(item.entry.sample, x: x, middle: middle) { list.append(element) }
      let indent = Legend.indent(of: item.entry.sample)
      let label = PlainText.fitted(
        item.entry.label, width: width - item.x - indent, size: Legend.size)
      let start = DrawingPoint(x: x + indent, y: middle + Measure.middle(Legend.size))
      list.append(.text(DrawingText(label, start: start, size: Legend.size), .ink))
    }
  }

  /// The room of a sample and the gap behind it: a line shows its dashes twice.
  private static func indent(of sample: LegendEntry.Sample) -> Int {
    switch sample {
    case .none: 0
    case .marker, .ground, .ring: 22 * Measure.pixel
    case .path: 29 * Measure.pixel
    case .line(_, let stroke): max(17 * Measure.pixel, 2 * stroke.dashes.reduce(0, +)) + 5 * Measure.pixel
    }
  }

  private static func width(of entry: LegendEntry, within width: Int) -> Int {
    let indent = indent(of: entry.sample)
    return min(width, indent + TextWidths.width(of: entry.label, size: size))
  }

  private func sample(_ sample: LegendEntry.Sample, x: Int, middle: Int) -> [DrawingElement] {
    let pixel = Measure.pixel
    let center = DrawingPoint(x: x + 8 * pixel, y: middle)
    switch sample {
    case .marker(let shape, let index):
      return [.marker(DrawingMarker(shape, classIndex: index, center: center, radius: 5 * pixel))]
    case .line(let role, let stroke):
      let end = x + Legend.indent(of: sample) - 5 * pixel
      let ends = [DrawingPoint(x: x, y: middle), DrawingPoint(x: end, y: middle)]
      return [.stroke([DrawingLine(ends)], role, stroke)]
    case .path(let stroke):
      let end = x + Legend.indent(of: sample) - 5 * pixel
      let line = [DrawingPoint(x: x + 4 * pixel, y: middle), DrawingPoint(x: end - 4 * pixel, y: middle)]
      let ends = line.map { Measure.circle(around: $0, radius: 4 * pixel) }
      return [
        .stroke([DrawingLine(line)], .ink, stroke), .fill([ends[0]], .paper), .fill([ends[1]], .ink),
        .stroke([DrawingLine(ends[0], isClosed: true)], .ink, DrawingStroke(width: 3 * pixel / 2)),
      ]
    case .ground(let role):
      let box = DrawingRect(around: center, radius: 6 * pixel)
      let frame = DrawingElement.stroke(
        [DrawingLine(box.corners, isClosed: true)], .frame, DrawingStroke(width: pixel))
      return [.fill([box.corners], role)] + hatch(of: role, in: box) + [frame]
    case .ring:
      let ring = DrawingLine(Measure.circle(around: center, radius: 7 * pixel), isClosed: true)
      return [.stroke([ring], .ink, DrawingStroke(width: 2 * pixel))]
    case .none:
      return []
    }
  }

  /// Slanted lines in a sample, as near to each other as in the plane but at most half its width.
  private func hatch(of role: ColourRole, in box: DrawingRect) -> [DrawingElement] {
    guard let hatch = role.hatch else { return [] }
    let step = min(hatch.distance, box.width / 2)
    let lines = stride(from: step, to: 2 * box.width, by: step).map { sum in
      let (near, far) = (max(0, sum - box.width), min(sum, box.width))
      return DrawingLine([
        DrawingPoint(x: box.x + near, y: box.y + sum - near),
        DrawingPoint(x: box.x + far, y: box.y + sum - far),
      ])
    }
    return [.stroke(lines, hatch.role, DrawingStroke(width: Measure.pixel))]
  }
}
