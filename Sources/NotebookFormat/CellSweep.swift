import Syntax

/// Values of names, for each combination of which a cell is computed: what the sliders of a page choose from.
public struct CellSweep: Sendable, Hashable {
  /// A name and the values that it takes, each once.
  public struct Axis: Sendable, Hashable {
    /// The name, as cells know it.
    public let name: String
    /// Its values in the order of the slider.
    public let values: [Double]

    /// Makes an axis.
    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// The names, in the order in which they were given.
  public let axes: [Axis]

  /// The most combinations that a cell is computed for.
  public static let mostPoints = 100
  /// The most names.
  static let mostAxes = 4

  /// Makes a sweep; nil where there is no name, a name without a choice, or too many combinations.
  public init?(_ axes: [Axis]) {
    guard !axes.isEmpty, axes.count <= Self.mostAxes, Set(axes.map(\.name)).count == axes.count else {
      return nil
    }
    var count = 1
    for axis in axes {
      guard (2...Self.mostPoints).contains(axis.values.count), Set(axis.values).count == axis.values.count
      else {
        return nil
      }
      count *= axis.values.count
      guard count <= Self.mostPoints else { return nil }
    }
    self.axes = axes
  }

  /// How many combinations there are.
  public var count: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// The position on each axis of the combination at `point`; the last axis goes fastest.
  public func places(at point: Int) -> [Int] {
    var (rest, places) = (point, [Int](repeating: 0, count: axes.count))
    for index in axes.indices.reversed() {
      places[index] = rest % axes[index].values.count
      rest /= axes[index].values.count
    }
    return places
  }

  /// The combination at these positions.
  public func point(at places: [Int]) -> Int {
    zip(axes, places).reduce(0) { $0 * $1.0.values.count + $1.1 }
  }

  /// The names with their values at `point`.
  public func values(at point: Int) -> [(name: String, value: Double)] {
    zip(axes, places(at: point)).map { ($0.name, $0.values[$1]) }
  }
}

extension CellSweep {
  /// Reads `{lr: [0.01, 0.1], hidden: 2..8}`.
  init?(_ value: YAMLValue) {
    guard case .table(let entries) = value else { return nil }
    let axes = entries.compactMap(Axis.init)
    guard axes.count == entries.count else { return nil }
    self.init(axes)
  }
}

extension CellSweep.Axis {
  /// Reads a name with a list of numbers, or with the whole numbers from one to another.
  fileprivate init?(_ entry: YAMLPair) {
    guard let name = canonicalName(entry.key) else { return nil }
    let values: [Double?]
    switch entry.value {
    case .plain(let text):
      let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], abs(first) <= 1_000_000,
        first < last, last - first < CellSweep.mostPoints
      else { return nil }
      values = (first...last).map { Double($0) }
    case .list(let items):
      values = items.map { item in
        if case .plain(let text) = item { NotebookParameter.Value.number(text) } else { nil }
      }
    case .nothing, .quoted, .table: return nil
    }
    guard !values.contains(nil) else { return nil }
    self.init(name: name, values: values.compactMap { $0 })
  }
}
