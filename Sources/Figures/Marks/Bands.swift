import Wording

/// Parts of the horizontal axis that are shaded over the whole height of the plane.
public struct Bands: Sendable, Hashable {
  /// What the legend calls them; empty for no entry.
  public let name: String
  /// The parts, from left to right.
  public let parts: [AxisRange]

  /// The most parts that are kept: more are narrower than a pixel.
  public static let most = 1_000

  /// Makes bands; a long name is cut.
  public init(_ name: String, parts: [AxisRange]) {
    self.name = PlainText.label(name, limit: 60)
    self.parts = Array(parts.prefix(Self.most))
  }
}

extension Bands: MarkContent {
  private static let role = ColourRole.faint(.negative, percent: 28)

  func partCount(on x: Axis) -> Int { 4 * parts.count }

  func legend(_ words: Words) -> [LegendEntry] {
    name.isEmpty || parts.isEmpty ? [] : [LegendEntry(sample: .ground(Self.role), label: name)]
  }

  func draw(on canvas: inout PlotCanvas) {
    let box = canvas.box
    let rectangles = parts.compactMap { part -> [DrawingPoint]? in
      let left = max(box.x, canvas.place(PlanePoint(part.lower, 0)).x)
      let right = min(box.maxX, canvas.place(PlanePoint(part.upper, 0)).x)
      guard left < right else { return nil }
      return DrawingRect(x: left, y: box.y, width: right - left, height: box.height).corners
    }
    if !rectangles.isEmpty { canvas.list.append(.fill(rectangles, Self.role)) }
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    parts.isEmpty
      ? nil
      : DataTable(
        title: name.isEmpty ? words(.bands) : name, header: [words(.from), words(.to)],
        rows: parts.map { [x.text($0.lower), x.text($0.upper)] })
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    guard !parts.isEmpty else { return nil }
    let shown = parts.prefix(6).map { words(.range, x.words($0.lower), x.words($0.upper)) }
    let rest = parts.count > 6 ? " " + words(.alsoMore, "\(parts.count - 6)") : ""
    return "\(name.isEmpty ? words(.shaded) : name): \(shown.joined(separator: ", "))\(rest)"
  }
}

extension Figure {
  /// The figure with bands below its marks; one that is no plane stays as it is.
  public func shaded(by bands: Bands) -> Figure {
    guard case .plane(let plane) = content else { return self }
    return Figure(
      title: title,
      content: .plane(
        Plane(
          x: plane.x, y: plane.y, marks: [.bands(bands)] + plane.marks, proportion: plane.proportion,
          grid: plane.grid, bar: plane.bar)), width: width, height: height)
  }
}
