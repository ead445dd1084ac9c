import Bytes

extension Mark: ByteCoded {
  /// Writes which mark it is, and what it shows.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .regions(let map): bytes.write(case: 0, map)
    case .halfPlane(let line): bytes.write(case: 1, line)
    case .curve(let curve): bytes.write(case: 2, curve)
    case .points(let series): bytes.write(case: 3, series)
    case .shadedPoints(let points): bytes.write(case: 4, points)
    case .arrow(let arrow): bytes.write(case: 5, arrow)
    case .note(let note): bytes.write(case: 6, note)
    case .heat(let map): bytes.write(case: 7, map)
    case .matrix(let matrix): bytes.write(case: 8, matrix)
    case .histogram(let histogram): bytes.write(case: 9, histogram)
    case .bars(let bars): bytes.write(case: 10, bars)
    case .path(let path): bytes.write(case: 11, path)
    case .bands(let bands): bytes.write(case: 12, bands)
    }
  }

  /// Reads a mark.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .regions(try bytes.read())
    case 1: self = .halfPlane(try bytes.read())
    case 2: self = .curve(try bytes.read())
    case 3: self = .points(try bytes.read())
    case 4: self = .shadedPoints(try bytes.read())
    case 5: self = .arrow(try bytes.read())
    case 6: self = .note(try bytes.read())
    case 7: self = .heat(try bytes.read())
    case 8: self = .matrix(try bytes.read())
    case 9: self = .histogram(try bytes.read())
    case 10: self = .bars(try bytes.read())
    case 11: self = .path(try bytes.read())
    case 12: self = .bands(try bytes.read())
    case _: throw .invalid("a mark")
    }
  }
}

extension RegionMap: ByteCoded {
  /// Writes the regions and their borders.
  public func write(to bytes: inout ByteWriter) { bytes.write(x, y, classNames, regions, borders) }

  /// Reads regions of classes that have a name.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (x, y, classNames) = (try bytes.read(), try bytes.read(), try bytes.read())
    (regions, borders) = (try bytes.read(), try bytes.read())
    guard regions.allSatisfy({ $0.classIndex.map(classNames.indices.contains) ?? true }) else {
      throw .invalid("a region")
    }
  }
}

extension RegionMap.Region: ByteCoded {
  /// Writes class, outlines and share.
  public func write(to bytes: inout ByteWriter) { bytes.write(classIndex, outlines, share) }

  /// Reads a region.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (classIndex, outlines, share) = (try bytes.read(), try bytes.read(), try bytes.read())
    guard 0...1 ~= share else { throw .invalid("a region") }
  }
}

extension RegionMap.Border: ByteCoded {
  /// Writes the points.
  public func write(to bytes: inout ByteWriter) { bytes.write(points, isClosed) }

  /// Reads a border.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (points, isClosed) = (try bytes.read(), try bytes.read())
  }
}

extension HalfPlaneLine: ByteCoded {
  /// Writes weights, threshold and label.
  public func write(to bytes: inout ByteWriter) { bytes.write(w, threshold, label, role, isShaded) }

  /// Reads a line.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let w: PlanePoint = try bytes.read()
    var line = HalfPlaneLine(w: (w.x, w.y), threshold: try bytes.read(), label: try bytes.read())
    (line.role, line.isShaded) = (try bytes.read(), try bytes.read())
    self = line
  }
}

extension Curve.Pattern: ByteCoded {}

extension Curve: ByteCoded {
  /// Writes name, points and how they are drawn.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(name, points, role, pattern, jumps, isOfNumbers)
  }

  /// Reads a curve.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      try bytes.read(), points: try bytes.read(), role: try bytes.read(), pattern: try bytes.read(),
      jumps: try bytes.read(), isOfNumbers: try bytes.read())
  }
}

extension CurveJump: ByteCoded {
  /// Writes position and values.
  public func write(to bytes: inout ByteWriter) { bytes.write(x, left, right, value) }

  /// Reads a jump.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(x: try bytes.read(), left: try bytes.read(), right: try bytes.read(), value: try bytes.read())
  }
}

extension PointPath: ByteCoded {
  /// Writes name and points.
  public func write(to bytes: inout ByteWriter) { bytes.write(name, points) }

  /// Reads a path.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(try bytes.read(), points: try bytes.read())
  }
}

extension PointSeries: ByteCoded {
  /// Writes name, class and points.
  public func write(to bytes: inout ByteWriter) { bytes.write(name, classIndex, points, wrong.sorted()) }

  /// Reads a series.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (name, classIndex): (String, Int) = (try bytes.read(), try bytes.read())
    guard Histogram.counts ~= classIndex else { throw .invalid("a class") }
    let points: [PlanePoint] = try bytes.read()
    let wrong: [Int] = try bytes.read()
    guard wrong.allSatisfy(points.indices.contains) else { throw .invalid("a wrong point") }
    self.init(name, classIndex: classIndex, points: points, wrong: Set(wrong))
  }
}

extension ShadedPoints: ByteCoded {
  /// Writes points and numbers.
  public func write(to bytes: inout ByteWriter) { bytes.write(points, values, name, scale) }

  /// Reads points, each with a number.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (points, values): ([PlanePoint], [Double]) = (try bytes.read(), try bytes.read())
    guard points.count == values.count else { throw .invalid("points") }
    self.init(points, values: values, name: try bytes.read(), scale: try bytes.read() as ColourScale)
  }
}

extension Arrow: ByteCoded {
  /// Writes both ends.
  public func write(to bytes: inout ByteWriter) { bytes.write(start, end, role) }

  /// Reads an arrow.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(from: try bytes.read() as PlanePoint, to: try bytes.read(), role: try bytes.read())
  }
}

extension Note: ByteCoded {
  /// Writes words and point.
  public func write(to bytes: inout ByteWriter) { bytes.write(text, point) }

  /// Reads a note.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(try bytes.read(), at: try bytes.read())
  }
}

extension HeatMap: ByteCoded {
  /// Writes the plane and the numbers of its cells.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(x, y, columns, rows, values, scale, level, steps)
  }

  /// Reads a number for each cell.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (x, y, columns) = (try bytes.read(), try bytes.read(), try bytes.read())
    (rows, values, scale) = (try bytes.read(), try bytes.read(), try bytes.read())
    (level, steps) = (try bytes.read(), try bytes.read())
    guard 1...200 ~= columns, 1...200 ~= rows, values.count == rows * columns else {
      throw .invalid("a heat map")
    }
  }
}

extension HeatMap.Steps: ByteCoded {
  /// Writes the numbers and their parts of the plane.
  public func write(to bytes: inout ByteWriter) { bytes.write(numbers, regions) }

  /// Reads a number for each class.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (numbers, regions) = (try bytes.read(), try bytes.read())
    guard numbers.count == regions.classNames.count else { throw .invalid("the steps of a heat map") }
  }
}

extension MatrixHeat: ByteCoded {
  /// Writes the numbers and the names.
  public func write(to bytes: inout ByteWriter) { bytes.write(values, rowNames, columnNames, scale) }

  /// Reads a matrix.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      try bytes.read(), rows: try bytes.read(), columns: try bytes.read(),
      scale: try bytes.read() as ColourScale)
  }
}

extension Histogram: ByteCoded {
  /// What numbers of things may be.
  static let counts = 0...1 << 40

  /// Writes edges and counts.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(edges, counts, total, omitted, isOfWholeNumbers)
  }

  /// Reads bins.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (edges, counts) = (try bytes.read(), try bytes.read())
    (total, omitted) = (try bytes.read(), try bytes.read())
    isOfWholeNumbers = try bytes.read()
    guard edges.count == counts.count + 1, counts.count <= 400, edges.allSatisfy(\.isFinite),
      (counts + [total, omitted]).allSatisfy({ Self.counts ~= $0 })
    else { throw .invalid("a histogram") }
  }
}

extension BarSeries: ByteCoded {
  /// Writes names and numbers.
  public func write(to bytes: inout ByteWriter) { bytes.write(names, values, omitted, isHorizontal) }

  /// Reads bars, each with a name.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (names, values, omitted) = (try bytes.read(), try bytes.read(), try bytes.read())
    isHorizontal = try bytes.read()
    guard names.count == values.count, values.count <= Self.limit, Histogram.counts ~= omitted else {
      throw .invalid("bars")
    }
  }
}

extension ColourRole: ByteCoded {
  /// Writes the name, and the number of a shade or a class.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .paper: bytes.write(case: 0)
    case .ink: bytes.write(case: 1)
    case .mutedInk: bytes.write(case: 2)
    case .frame: bytes.write(case: 3)
    case .grid: bytes.write(case: 4)
    case .boundary: bytes.write(case: 5)
    case .series(let index): bytes.write(case: 6, index)
    case .seriesEdge(let index): bytes.write(case: 7, index)
    case .region(let index): bytes.write(case: 8, index)
    case .noValue: bytes.write(case: 9)
    case .noValueHatch: bytes.write(case: 10)
    case .function: bytes.write(case: 11)
    case .derivative: bytes.write(case: 12)
    case .dots: bytes.write(case: 13)
    case .line(let index): bytes.write(case: 14, index)
    case .diverging(let shade): bytes.write(case: 15, shade)
    case .sequential(let shade): bytes.write(case: 16, shade)
    case .onDiverging(let shade): bytes.write(case: 17, shade)
    case .onSequential(let shade): bytes.write(case: 18, shade)
    case .bar: bytes.write(case: 19)
    case .positive: bytes.write(case: 20)
    case .negative: bytes.write(case: 21)
    case .unit: bytes.write(case: 22)
    case .faint(let role, let percent): bytes.write(case: 23, role, percent)
    }
  }

  /// Reads a role that a theme has a colour for.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    func number(_ bounds: ClosedRange<Int>) throws(ByteProblem) -> Int {
      let number: Int = try bytes.read()
      guard bounds.contains(number) else { throw .invalid("a colour") }
      return number
    }
    let (classes, around, shades) = (0...1 << 20, -12...12, 0...24)
    switch try bytes.next() {
    case 0: self = .paper
    case 1: self = .ink
    case 2: self = .mutedInk
    case 3: self = .frame
    case 4: self = .grid
    case 5: self = .boundary
    case 6: self = .series(try number(classes))
    case 7: self = .seriesEdge(try number(classes))
    case 8: self = .region(try number(classes))
    case 9: self = .noValue
    case 10: self = .noValueHatch
    case 11: self = .function
    case 12: self = .derivative
    case 13: self = .dots
    case 14: self = .line(try number(classes))
    case 15: self = .diverging(try number(around))
    case 16: self = .sequential(try number(shades))
    case 17: self = .onDiverging(try number(around))
    case 18: self = .onSequential(try number(shades))
    case 19: self = .bar
    case 20: self = .positive
    case 21: self = .negative
    case 22: self = .unit
    case 23:
      self = try bytes.nested { (bytes) throws(ByteProblem) in
        let role: ColourRole = try bytes.read()
        let percent: Int = try bytes.read()
        guard 0...100 ~= percent else { throw ByteProblem.invalid("a colour") }
        return .faint(role, percent: percent)
      }
    case _: throw .invalid("a colour")
    }
  }
}

extension Bands: ByteCoded {
  /// Writes name and parts.
  public func write(to bytes: inout ByteWriter) { bytes.write(name, parts) }

  /// Reads bands.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (name, parts) = (try bytes.read(), try bytes.read())
    guard parts.count <= Self.most else { throw .invalid("bands") }
  }
}
