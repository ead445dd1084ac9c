/// A picture as values: marks in a plane with two axes and words.
///
/// No pixels, no fonts. A figure is one plane; a grid of figures will lay out several of them into the rectangles of one drawing.
public struct Figure: Sendable, Hashable {
  /// Whether a unit is as long on both axes.
  public enum Proportion: String, Sendable, Hashable {
    /// It is, as angles and distances in a plane need it.
    case equalUnits
    /// Each axis fills the room there is.
    case free
  }

  /// What stands above the picture; empty for nothing.
  public let title: String
  /// The horizontal axis.
  public let x: Axis
  /// The vertical axis.
  public let y: Axis
  /// What the plane shows, the undermost first.
  public let marks: [Mark]
  /// Whether a unit is as long on both axes.
  public let proportion: Proportion
  /// The width in CSS pixels, 240 to 2,000.
  public var width: Int { didSet { width = Figure.bounded(width, from: 240) } }
  /// The height in CSS pixels, 200 to 2,000.
  public var height: Int { didSet { height = Figure.bounded(height, from: 200) } }

  /// Makes a figure; a long title is cut, a size out of bounds brought into them.
  public init(
    title: String = "", x: Axis, y: Axis, marks: [Mark], proportion: Proportion = .free,
    width: Int = 480, height: Int = 420
  ) {
    self.title = PlainText.bounded(title, limit: 160)
    self.x = x
    self.y = y
    self.marks = marks
    self.proportion = proportion
    self.width = Figure.bounded(width, from: 240)
    self.height = Figure.bounded(height, from: 200)
  }

  /// The numbers behind the marks, ready to print; marks of one kind in a row share a table.
  public var dataTables: [DataTable] {
    var tables: [DataTable] = []
    for table in marks.lazy.compactMap({ $0.content.dataTable(x: x, y: y) }) {
      if let last = tables.last, let joined = last.joined(with: table) {
        tables[tables.count - 1] = joined
      } else {
        tables.append(table)
      }
    }
    return tables
  }

  private static func bounded(_ pixels: Int, from least: Int) -> Int { max(least, min(2000, pixels)) }
}
