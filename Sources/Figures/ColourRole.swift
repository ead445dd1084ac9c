/// What a colour is for.
///
/// A theme turns roles into colours, so that one drawing serves light and dark pages.
public enum ColourRole: Sendable, Hashable {
  /// The ground of the whole picture.
  case paper
  /// Words that are read first.
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
    }
  }
}
