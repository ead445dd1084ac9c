import Wording

/// Something a figure shows in its plane.
///
/// A new kind of mark is one file that defines its content, and a case here.
public enum Mark: Sendable, Hashable {
  /// Decision regions with their borders.
  case regions(RegionMap)
  /// The line of a unit with the side that fires.
  case halfPlane(HalfPlaneLine)
  /// A curve through points.
  case curve(Curve)
  /// Data points of one class.
  case points(PointSeries)
  /// Data points whose colour is a number.
  case shadedPoints(ShadedPoints)
  /// An arrow from one point to another.
  case arrow(Arrow)
  /// Words at a point.
  case note(Note)
  /// A field as colours.
  case heat(HeatMap)
  /// A matrix as coloured cells.
  case matrix(MatrixHeat)
  /// Counts of numbers in bins.
  case histogram(Histogram)
  /// Numbers by name.
  case bars(BarSeries)
  /// A way through the plane.
  case path(PointPath)
  /// Shaded parts of the horizontal axis.
  case bands(Bands)

  /// The mark of a path, where there is one.
  static func paths(_ path: PointPath?) -> [Mark] { path.map { [.path($0)] } ?? [] }

  /// What the mark is; the only part that tells the kinds apart.
  var content: any MarkContent {
    switch self {
    case .regions(let content): content
    case .halfPlane(let content): content
    case .curve(let content): content
    case .points(let content): content
    case .shadedPoints(let content): content
    case .arrow(let content): content
    case .note(let content): content
    case .heat(let content): content
    case .matrix(let content): content
    case .histogram(let content): content
    case .bars(let content): content
    case .path(let content): content
    case .bands(let content): content
    }
  }
}

/// What every kind of mark can do.
protocol MarkContent {
  /// What a figure is called whose first mark this is.
  var subject: Phrase { get }
  /// Whether the mark covers the plane, so that a grid would only disturb.
  var coversPlane: Bool { get }
  /// What explains the mark above the plane.
  func legend(_ words: Words) -> [LegendEntry]
  /// How many points, cells or bars are drawn over this axis.
  func partCount(on x: Axis) -> Int
  /// The points that make the mark's numbers, for those who want to read them.
  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable?
  /// The facts that the mark shows, without a final full stop.
  func description(x: Axis, y: Axis, _ words: Words) -> String?
  /// Draws the mark, and says what labels must keep clear of.
  func draw(on canvas: inout PlotCanvas)
}

extension MarkContent {
  var subject: Phrase { .plot }
  var coversPlane: Bool { false }
  func legend(_ words: Words) -> [LegendEntry] { [] }
  func partCount(on x: Axis) -> Int { 1 }
  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? { nil }
  func description(x: Axis, y: Axis, _ words: Words) -> String? { nil }
}

/// A sample and what it stands for.
struct LegendEntry: Hashable {
  enum Sample: Hashable {
    case marker(MarkerShape, Int)
    case line(ColourRole, DrawingStroke)
    case ground(ColourRole)
    /// A way from a ring to a disc.
    case path(DrawingStroke)
    /// The ring around a point that a net gets wrong.
    case ring
    case none
  }

  var sample: Sample
  var label: String
}
