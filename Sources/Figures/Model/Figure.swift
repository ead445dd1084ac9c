import Tensors
import Wording

/// A picture as values: a title and a plane with marks, several figures in a grid, the drawing of a network, a map, or
/// pictures.
///
/// No pixels, no fonts: ``drawingList`` lays it out.
public struct Figure: Sendable, Hashable {
  /// What stands below the title.
  public enum Content: Sendable, Hashable {
    /// Marks in a plane with two axes.
    case plane(Plane)
    /// Several figures.
    case grid(FigureGrid)
    /// Layers of units.
    case diagram(NetworkDiagram)
    /// A truth table as a map.
    case karnaugh(KarnaughMap)
    /// Pictures of one size.
    case images(ImageSheet)
    /// Sets inside one another.
    case nested(NestedSets)

    fileprivate var partCount: Int {
      switch self {
      case .plane(let plane): plane.marks.reduce(0) { $0.saturatingSum($1.content.partCount(on: plane.x)) }
      case .grid(let grid): grid.panels.reduce(0) { $0.saturatingSum($1.partCount) }
      case .diagram(let diagram):
        diagram.layers.reduce(0) { $0 + $1.units.count }
          + diagram.weights.joined().reduce(0) { $0 + $1.count }
          + diagram.maps.joined().reduce(0) { $0 + HeatContours($1).pieceCount }
      case .karnaugh(let map): map.cells.count + 4 * map.loops.count
      case .images(let sheet): sheet.images.reduce(0) { $0 + $1.count }
      case .nested(let sets): 120 * sets.names.count
      }
    }
  }

  /// What stands above the picture; empty for nothing.
  public let title: String
  /// What stands below the title.
  public let content: Content
  /// How many points, cells, bars and connections are drawn, in all panels; what takes longer counts more than once.
  public let partCount: Int
  /// The width in CSS pixels, 240 to 2,000.
  public var width: Int { didSet { width = Figure.bounded(width, from: 240) } }
  /// The height asked for in CSS pixels, 200 to 2,000; nil for the one that suits the width.
  ///
  /// The drawing can be lower, and that of many panels higher.
  public var height: Int? { didSet { height = height.map { Figure.bounded($0, from: 200) } } }

  /// The width of a figure of one plane: on a phone its type is still 9 px high.
  public static let usualWidth = 420
  /// The width of the column of text, which several panels fill.
  public static let columnWidth = 608
  /// The width of a figure in the column of a phone.
  public static let phoneWidth = 340

  /// Makes a figure; a long title is cut, a size out of bounds brought into them.
  public init(title: String = "", content: Content, width: Int = usualWidth, height: Int? = nil) {
    self.title = PlainText.label(title, limit: 160)
    self.content = content
    partCount = content.partCount
    self.width = Figure.bounded(width, from: 240)
    self.height = height.map { Figure.bounded($0, from: 200) }
  }

  /// Makes a figure of one plane.
  public init(
    title: String = "", x: Axis, y: Axis, marks: [Mark], proportion: Plane.Proportion = .free
  ) {
    let plane = Plane(x: x, y: y, marks: marks, proportion: proportion)
    self.init(title: title, content: .plane(plane))
  }

  /// About how many CSS pixels it has, before it is laid out.
  public var pixelCount: Int {
    if let height { return width * height }
    guard case .grid(let grid) = content else { return width * width }
    let rows = (grid.panels.count + grid.columns - 1) / grid.columns
    return width * rows * width / grid.columns
  }

  /// The numbers behind the picture, ready to print.
  public func dataTables(in words: Words = .english) -> [DataTable] {
    switch content {
    case .plane(let plane): plane.dataTables(words)
    case .grid(let grid): grid.dataTables(words)
    case .diagram(let diagram): diagram.dataTables(words)
    case .karnaugh(let map): map.dataTables(words)
    case .images(let sheet): sheet.dataTables(words)
    case .nested(let sets): sets.dataTables(words)
    }
  }

  private static func bounded(_ pixels: Int, from least: Int) -> Int { max(least, min(2000, pixels)) }
}
