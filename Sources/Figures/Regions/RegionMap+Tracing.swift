extension RegionMap {
  /// Finds the regions of a classifier in the plane of `x` and `y`.
  ///
  /// `classify` gets points in a dozen large batches, at most 25,000 in all, and answers each with an index into
  /// `classNames`, or with any other number where there is no value. A grid finds the regions, a finer one follows
  /// their borders, and halving puts each corner of a border where it belongs; what is straight comes out straight.
  /// Regions thinner than 1/80 of the plane can be missed.
  /// - Throws: what `classify` throws.
  public static func tracing<Failure: Error>(
    x: AxisRange, y: AxisRange, classNames: [String],
    classify: ([PlanePoint]) throws(Failure) -> [Int]
  ) throws(Failure) -> RegionMap {
    let names = classNames.map { PlainText.label($0, limit: 60) }
    // From here on positions are counted in cells of the fine grid, and `labels` answers for them.
    var asked = 0
    func labels(_ places: [PlanePoint], _ side: Int) throws(Failure) -> [Int] {
      guard !places.isEmpty else { return [] }
      asked += places.count
      let scale = 1 / Double(side)
      let points = places.map { PlanePoint(x.value(at: $0.x * scale), y.value(at: $0.y * scale)) }
      let answers = try classify(points)
      return points.indices.map {
        $0 < answers.count && names.indices.contains(answers[$0]) ? answers[$0] : LabelGrid.noValue
      }
    }

    var grid = LabelGrid(coarse: try labels(LabelGrid.coarsePlaces, LabelGrid.coarseSide))
    grid.refine(with: try labels(grid.openPlaces, grid.side))
    var network = BorderNetwork(grid)
    let everyCrossing = Array(network.crossings.indices)
    let roughSteps = min(grid.roughSteps, (24_000 - asked) / max(1, everyCrossing.count))
    for _ in 0..<max(0, roughSteps) {
      network.halve(everyCrossing, with: try labels(network.middles(of: everyCrossing), grid.side))
    }
    let kept = network.simplify(tolerance: 0.05)
    for _ in 0..<max(0, min(20, (25_000 - asked) / max(1, kept.count))) {
      network.halve(kept, with: try labels(network.middles(of: kept), grid.side))
    }
    _ = network.simplify(tolerance: 0.015)
    return RegionMap(x: x, y: y, classNames: names, network: network)
  }

  private init(x: AxisRange, y: AxisRange, classNames: [String], network: BorderNetwork) {
    let scale = 1 / Double(network.side)
    func plane(_ points: [PlanePoint]) -> [PlanePoint] {
      points.map { PlanePoint(x.value(at: $0.x * scale), y.value(at: $0.y * scale)) }
    }
    let lines = network.lines()
    self.x = x
    self.y = y
    self.classNames = classNames
    borders = lines.filter { $0.right != BorderNetwork.outside }
      .map { Border(points: plane($0.points), isClosed: $0.isClosed) }
    regions = ([LabelGrid.noValue] + classNames.indices).compactMap { label in
      let outlines = RegionOutlines.outlines(of: label, in: lines)
      guard !outlines.isEmpty else { return nil }
      let area = outlines.reduce(0) { $0 + RegionOutlines.signedArea($1) } * scale * scale
      return Region(
        classIndex: label == LabelGrid.noValue ? nil : label, outlines: outlines.map(plane),
        share: max(0, min(1, area)))
    }
  }
}
