import Wording

/// A plane with two axes and marks in it.
public struct Plane: Sendable, Hashable {
  /// Whether a unit is as long on both axes.
  public enum Proportion: String, Sendable, Hashable {
    /// It is, as angles and distances in a plane need it.
    case equalUnits
    /// Each axis fills the room there is.
    case free
  }

  /// The lines behind the marks.
  public enum Grid: Sendable, Hashable {
    case solid, dotted, none
  }

  /// The horizontal axis.
  public let x: Axis
  /// The vertical axis.
  public let y: Axis
  /// What the plane shows, the undermost first.
  public let marks: [Mark]
  /// Whether a unit is as long on both axes.
  public let proportion: Proportion
  /// The lines behind the marks.
  public let grid: Grid
  /// The colours whose bar stands beside the plane.
  public let bar: ColourScale?

  /// Makes a plane.
  public init(
    x: Axis, y: Axis, marks: [Mark], proportion: Proportion = .free, grid: Grid = .solid,
    bar: ColourScale? = nil
  ) {
    self.x = x
    self.y = y
    self.marks = marks
    self.proportion = proportion
    self.grid = grid
    self.bar = bar
  }

  /// The plane with a note in its middle where none of its curves and points lies on it.
  func noted(_ log: LogAxes, _ words: Words) -> Plane {
    let points = marks.flatMap { mark -> [PlanePoint] in
      switch mark {
      case .curve(let curve): curve.points
      case .points(let series): series.points
      case .path(let path): path.points
      case .regions, .halfPlane, .shadedPoints, .arrow, .note, .heat, .matrix, .histogram, .bars, .bands: []
      }
    }
    let isEmpty = !points.contains { x.coordinate(of: $0.x).isFinite && y.coordinate(of: $0.y).isFinite }
    guard isEmpty, !points.isEmpty else { return self }
    let note = Note(words(log == .none ? .nothingFinite : .nothingAboveZero), at: nil)
    return Plane(x: x, y: y, marks: marks + [.note(note)], proportion: proportion, grid: grid, bar: bar)
  }

  /// The numbers behind the marks; marks of one kind in a row share a table.
  func dataTables(_ words: Words) -> [DataTable] {
    DataTable.joined(marks.lazy.compactMap { $0.content.dataTable(x: x, y: y, words) })
  }

  /// What explains the marks; the names of curves can stand elsewhere.
  func legend(namesCurves: Bool, _ words: Words) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    var wrong = 0
    for mark in marks {
      if case .curve = mark, !namesCurves { continue }
      if case .points(let series) = mark { wrong += series.wrong.count }
      entries += mark.content.legend(words)
    }
    if wrong > 0 { entries.append(LegendEntry(sample: .ring, label: words(.wrongCount, "\(wrong)"))) }
    let marked = Set(
      entries.compactMap { entry -> ColourRole? in
        if case .marker(_, let index) = entry.sample { .region(index) } else { nil }
      })
    // A class with a marker needs no sample of its ground.
    return entries.filter { entry in
      if case .ground(let role) = entry.sample { !marked.contains(role) } else { true }
    }
  }

  /// The plane in other numbers, where its marks do not depend on them.
  func over(x: AxisRange?, y: AxisRange?) -> Plane {
    Plane(
      x: x.map { self.x.over($0) } ?? self.x, y: y.map { self.y.over($0) } ?? self.y, marks: marks,
      proportion: proportion, grid: grid, bar: bar)
  }

  /// The plane's words, such as "over x from 0 to 1 and y from 0 to 1".
  func extent(_ words: Words) -> String {
    if case .categories(let columns) = x.scale, case .categories(let rows) = y.scale {
      return words(.rowsAndColumns, "\(rows.count)", "\(columns.count)")
    }
    return words(.overBoth, range(of: x, "x", words), range(of: y, "y", words))
  }

  private func range(of axis: Axis, _ name: String, _ words: Words) -> String {
    if case .categories(let names) = axis.scale {
      return words.count(.nameCount, names.count)
    }
    let range = words(
      .rangeOf, axis.name(or: name), axis.words(axis.range.lower), axis.words(axis.range.upper))
    return axis.scale == .logarithmic ? range + words(.logarithmic) : range
  }
}
