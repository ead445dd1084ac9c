import Tensors
import Wording

/// Sets inside one another, the largest first, each with its name at its upper edge.
public struct NestedSets: Sendable, Hashable {
  /// How many sets can be shown.
  public static let counts = 1...8

  /// The names from the outermost set to the innermost.
  public let names: [String]

  /// Makes nested sets; long names are cut.
  /// - Precondition: there are 1 to 8.
  public init(_ names: [String]) {
    precondition(Self.counts ~= names.count, "\(names.count) sets")
    self.names = names.map { PlainText.label($0, limit: 40) }
  }

  func facts(_ words: Words) -> [String] {
    zip(names, names.dropFirst()).map { words(.contains, $0, $1) } + (names.count == 1 ? names : [])
  }

  func dataTables(_ words: Words) -> [DataTable] {
    [
      DataTable(
        title: words(.sets), header: [words(.set), words(.liesIn)],
        rows: names.enumerated().map { [$1, $0 == 0 ? "" : names[$0 - 1]] })
    ]
  }
}

extension Figure {
  /// Returns nested sets.
  public static func nested(_ sets: NestedSets, title: String = "") -> Figure {
    Figure(title: title, content: .nested(sets))
  }
}

/// Lays nested sets out: ellipses that share their lower end, so that the names stand one below the other.
struct NestedSetsLayout {
  private let sets: NestedSets
  private let frame: Frame
  private let titleLines: [String]
  /// The upper end of the outermost ellipse.
  private let top: Int

  /// The height of what a set has for its name alone.
  private static let strip = 40 * Measure.pixel
  private static let innermost = 76 * Measure.pixel
  /// How far the lower ends stand apart.
  private static let below = 9 * Measure.pixel

  init(_ sets: NestedSets, _ frame: Frame) {
    self.sets = sets
    self.frame = frame
    titleLines = frame.titleLines
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    top = frame.margin + (titleHeight > 0 ? titleHeight + Measure.gap : 0)
  }

  private func ellipseHeight(_ index: Int) -> Int {
    Self.innermost + (sets.names.count - 1 - index) * (Self.strip + Self.below)
  }

  /// The height of the drawing in CSS pixels.
  var height: Int { (top + ellipseHeight(0) + frame.margin + Measure.pixel - 1) / Measure.pixel }

  /// The whole drawing.
  var drawn: DrawingList {
    var list = DrawingList(width: frame.width, height: height)
    _ = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let room = min(frame.size.width - 2 * frame.margin, 460 * Measure.pixel)
    for (index, name) in sets.names.enumerated() {
      let upper = top + index * Self.strip, tall = ellipseHeight(index)
      // The inner ones are narrower, yet wide enough for their names.
      let wide = room * (sets.names.count + 2 - index) / (sets.names.count + 2)
      let outline = Self.ellipse(
        around: DrawingPoint(x: frame.size.width / 2, y: upper + tall / 2), width: wide, height: tall)
      let shade = 2 + index * 4
      list.append(.fill([outline], .sequential(shade)))
      list.append(
        .stroke([DrawingLine(outline, isClosed: true)], .boundary, DrawingStroke(width: Measure.pixel)))
      let isLast = index == sets.names.count - 1
      let middle = upper + (isLast ? tall / 2 : Self.strip * 5 / 8)
      let words = PlainText.fitted(name, width: wide * 7 / 10, size: Measure.labelSize)
      let start = DrawingPoint(
        x: (frame.size.width - TextWidths.width(of: words, size: Measure.labelSize)) / 2,
        y: middle + Measure.middle(Measure.labelSize))
      list.append(.text(DrawingText(words, start: start, size: Measure.labelSize), .onSequential(shade)))
    }
    return list
  }

  /// An ellipse as a polygon of 120 corners.
  private static func ellipse(around centre: DrawingPoint, width: Int, height: Int) -> [DrawingPoint] {
    (0..<120).map { corner in
      let angle = Double(corner) * 0.05235987755982988
      return DrawingPoint(
        near: Double(centre.x) + Double(width) / 2 * Mathematics.cos(angle),
        Double(centre.y) + Double(height) / 2 * Mathematics.sin(angle))
    }
  }
}
