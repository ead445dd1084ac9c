/// What a colour is for.
///
/// A theme turns roles into colours, so that one drawing serves light and dark pages.
public enum ColourRole: Sendable, Hashable {
  /// The ground of the whole picture.
  case paper
  /// Primary text.
  case ink
  /// Tick labels and other words in the background.
  case mutedInk
  /// The border of the plane and its ticks.
  case frame
  /// The light lines of the grid.
  case grid
  /// The border between two decision regions and the lines of units.
  case boundary
  /// The class of a data point, counted from 0.
  case series(Int)
  /// The rim of a marker of that class; it carries the contrast.
  case seriesEdge(Int)
  /// The pale ground of a decision region.
  case region(Int)
  /// The ground where there is no value.
  case noValue
  /// The hatching over it.
  case noValueHatch
  /// A function's curve.
  case function
  /// A derivative's curve.
  case derivative
  /// The dots of a light grid.
  case dots
  /// A further curve, from 0.
  case line(Int)
  /// A shade between orange and blue: −12 to 12, 0 is neutral.
  case diverging(Int)
  /// A shade from pale to strong: 0 to 24.
  case sequential(Int)
  /// Words on that shade.
  case onDiverging(Int)
  /// Words on that shade.
  case onSequential(Int)
  /// A bar of a chart.
  case bar
  /// A connection with positive weight.
  case positive
  /// A connection with negative weight.
  case negative
  /// The inside of a unit.
  case unit
  /// A colour of which the ground shows through: so many hundredths of it are opaque.
  indirect case faint(ColourRole, percent: Int)

  /// How many classes have a colour of their own; those beyond share them, and are hatched.
  public static let classCount = 10

  /// The lines over a ground that tell it from another of the same colour, and how far apart they are: the wider for
  /// the second ten classes, the closer for the third.
  var hatch: (role: ColourRole, distance: Int)? {
    switch self {
    case .noValue: return (.noValueHatch, 9 * Measure.pixel)
    case .region(let index):
      let round = index / Self.classCount % 3
      return round == 0 ? nil : (.seriesEdge(index), (round == 1 ? 12 : 6) * Measure.pixel)
    case .paper, .ink, .mutedInk, .frame, .grid, .boundary, .series, .seriesEdge, .noValueHatch, .function,
      .derivative, .dots, .line, .diverging, .sequential, .onDiverging, .onSequential, .bar, .positive,
      .negative, .unit, .faint:
      return nil
    }
  }

  /// The role's spelling in a dump of a drawing list.
  var name: String {
    switch self {
    case .paper: "paper"
    case .ink: "ink"
    case .mutedInk: "muted-ink"
    case .frame: "frame"
    case .grid: "grid"
    case .boundary: "boundary"
    case .series(let index): "series-\(index)"
    case .seriesEdge(let index): "series-edge-\(index)"
    case .region(let index): "region-\(index)"
    case .noValue: "no-value"
    case .noValueHatch: "no-value-hatch"
    case .function: "function"
    case .derivative: "derivative"
    case .dots: "dots"
    case .line(let index): "line-\(index)"
    case .diverging(let level): "diverging\(level)"
    case .sequential(let level): "sequential\(level)"
    case .onDiverging(let level): "on-diverging\(level)"
    case .onSequential(let level): "on-sequential\(level)"
    case .bar: "bar"
    case .positive: "positive"
    case .negative: "negative"
    case .unit: "unit"
    case .faint(let role, let percent): "faint-\(percent)-\(role.name)"
    }
  }
}
