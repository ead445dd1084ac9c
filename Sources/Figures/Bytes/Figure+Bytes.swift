import Bytes

extension Figure: ByteCoded {
  /// Writes title, content and size.
  public func write(to bytes: inout ByteWriter) { bytes.write(title, content, width, height) }

  /// Reads a figure; panels can be grids of panels.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self = try bytes.nested { (bytes) throws(ByteProblem) in
      let (title, content): (String, Content) = (try bytes.read(), try bytes.read())
      let (width, height): (Int, Int?) = (try bytes.read(), try bytes.read())
      return Figure(title: title, content: content, width: width, height: height)
    }
  }
}

extension Figure.Content: ByteCoded {
  /// Writes which content it is, and the content.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .plane(let plane): bytes.write(case: 0, plane)
    case .grid(let grid): bytes.write(case: 1, grid)
    case .diagram(let diagram): bytes.write(case: 2, diagram)
    case .karnaugh(let map): bytes.write(case: 3, map)
    case .images(let sheet): bytes.write(case: 4, sheet)
    case .nested(let sets): bytes.write(case: 5, sets)
    }
  }

  /// Reads a content.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .plane(try bytes.read())
    case 1: self = .grid(try bytes.read())
    case 2: self = .diagram(try bytes.read())
    case 3: self = .karnaugh(try bytes.read())
    case 4: self = .images(try bytes.read())
    case 5: self = .nested(try bytes.read())
    case _: throw .invalid("a figure")
    }
  }
}

extension Plane.Proportion: ByteCoded {}

extension Plane.Grid: ByteCoded {
  /// Writes which grid it is.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .solid: bytes.write(case: 0)
    case .dotted: bytes.write(case: 1)
    case .none: bytes.write(case: 2)
    }
  }

  /// Reads a grid.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .solid
    case 1: self = .dotted
    case 2: self = .none
    case _: throw .invalid("a grid")
    }
  }
}

extension Plane: ByteCoded {
  /// Writes axes and marks.
  public func write(to bytes: inout ByteWriter) { bytes.write(x, y, marks, proportion, grid, bar) }

  /// Reads a plane.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      x: try bytes.read(), y: try bytes.read(), marks: try bytes.read(), proportion: try bytes.read(),
      grid: try bytes.read(), bar: try bytes.read())
  }
}

extension FigureGrid: ByteCoded {
  /// Writes the panels.
  public func write(to bytes: inout ByteWriter) { bytes.write(panels, columns, bar, omitted, film) }

  /// Reads panels.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (panels, columns) = (try bytes.read(), try bytes.read())
    (bar, omitted, film) = (try bytes.read(), try bytes.read(), try bytes.read())
    guard panels.count <= Self.panelLimit, 1...8 ~= columns, columns <= max(1, panels.count),
      Histogram.counts ~= omitted
    else { throw .invalid("panels") }
  }
}

extension FilmTrack: ByteCoded {
  /// Writes epochs and losses.
  public func write(to bytes: inout ByteWriter) { bytes.write(epochs, losses) }

  /// Reads a track.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(epochs: try bytes.read(), losses: try bytes.read())
    guard epochs.allSatisfy({ Histogram.counts ~= $0 }) else { throw .invalid("an epoch") }
  }
}

extension NetworkDiagram: ByteCoded {
  /// Writes layers and weights.
  public func write(to bytes: inout ByteWriter) { bytes.write(layers, weights, maps, omitted) }

  /// Reads a diagram.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (layers, weights, maps) = (try bytes.read(), try bytes.read(), try bytes.read())
    omitted = try bytes.read()
    guard layers.count <= Self.layerLimit, weights.count <= max(0, layers.count - 1),
      maps.count <= layers.count,
      Histogram.counts ~= omitted
    else { throw .invalid("a diagram") }
  }
}

extension DiagramLayer: ByteCoded {
  /// Writes names and notes.
  public func write(to bytes: inout ByteWriter) { bytes.write(name, units, notes) }

  /// Reads a layer.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(try bytes.read(), units: try bytes.read(), notes: try bytes.read())
    guard notes.isEmpty || notes.count == units.count else { throw .invalid("the units of a layer") }
  }
}

// MARK: Axes and colours

extension AxisRange: ByteCoded {
  /// Writes both ends.
  public func write(to bytes: inout ByteWriter) { bytes.write(lower, upper) }

  /// Reads a range that shows something.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (lower, upper) = (try bytes.read(), try bytes.read())
    // Margins go a little beyond the tamest numbers.
    guard lower < upper, max(lower.magnitude, upper.magnitude) <= 1e301 else { throw .invalid("a range") }
  }
}

extension Axis.Scale: ByteCoded {
  /// Writes which scale it is, and its names.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .linear: bytes.write(case: 0)
    case .whole: bytes.write(case: 1)
    case .logarithmic: bytes.write(case: 2)
    case .categories(let names): bytes.write(case: 3, names)
    }
  }

  /// Reads a scale.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .linear
    case 1: self = .whole
    case 2: self = .logarithmic
    case 3: self = .categories(try bytes.read())
    case _: throw .invalid("a scale")
    }
  }
}

extension Axis: ByteCoded {
  /// Writes label, range and scale.
  public func write(to bytes: inout ByteWriter) { bytes.write(label, range, scale, isFixed) }

  /// Reads an axis.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      try bytes.read(), try bytes.read(), scale: try bytes.read(), isFixed: try bytes.read())
  }
}

extension ColourScale.Kind: ByteCoded {}

extension ColourScale: ByteCoded {
  /// Writes kind and range.
  public func write(to bytes: inout ByteWriter) { bytes.write(kind, range, isWhole) }

  /// Reads a scale.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(try bytes.read(), try bytes.read(), isWhole: try bytes.read())
  }
}

extension PlanePoint: ByteCoded {
  /// Writes both coordinates.
  public func write(to bytes: inout ByteWriter) { bytes.write(x, y) }

  /// Reads a point.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(try bytes.read(), try bytes.read())
  }
}
