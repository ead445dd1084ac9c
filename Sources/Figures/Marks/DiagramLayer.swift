/// A column of units in the drawing of a network.
public struct DiagramLayer: Sendable, Hashable {
  /// What stands below the column, such as `hidden`; empty for nothing.
  public let name: String
  /// The names of the units, such as `h1`.
  public let units: [String]
  /// What stands below each unit, such as `b = −0.5`; empty, or one for each unit.
  public let notes: [String]

  /// Makes a layer of at most 10,000 units; long names are cut.
  public init(_ name: String = "", units: [String], notes: [String] = []) {
    self.name = PlainText.bounded(name, limit: 40)
    self.units = units.prefix(10_000).map { PlainText.label($0, limit: 40) }
    self.notes = notes.prefix(10_000).map { PlainText.label($0, limit: 40) }
  }

  /// The indices of the units that are drawn in `slots` positions, nil for the dots that stand for the others.
  func shownUnits(slots: Int) -> [Int?] {
    guard units.count > slots else { return Array(units.indices) }
    return Array(0..<slots - 2) + [nil, units.count - 1]
  }
}
