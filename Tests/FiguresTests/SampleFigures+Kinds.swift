import Figures

/// One figure of each kind that is not a plane of data.
extension SampleFigures {
  /// The softsign, which needs no transcendental function.
  static func softsign(_ x: Double) -> Double { x / (1 + abs(x)) }

  static func graph(
    _ a: Double, _ b: Double, log: LogAxes = .none, _ f: (Double) -> Double
  ) -> FunctionGraph {
    CurveSampling.adaptive(from: a, to: b, log: log) { $0.map(f) }
  }

  static let plot: Figure =
    .plot(
      series: [
        PlotSeries("softsign", graph: graph(-4, 4, softsign)),
        PlotSeries(
          "softsign'", graph: graph(-4, 4) { 1 / ((1 + abs($0)) * (1 + abs($0))) }, role: .derivative),
        PlotSeries("step", graph: graph(-4, 4) { $0 >= 0.3 ? 1 : 0 }),
      ], x: AxisRange(-4, 4), xLabel: "z", yLabel: "output", title: "Softsign and step",
      points: [PointSeries("data", classIndex: 1, points: [PlanePoint(0, 0), PlanePoint(2, 0.5)])])

  static let logPlot: Figure =
    .plot(
      series: [PlotSeries("n²", graph: graph(1, 1000, log: .both) { $0 * $0 })], x: AxisRange(1, 1000),
      xLabel: "n", yLabel: "steps", log: .both)

  static let activations: Figure =
    .activations(
      [
        ActivationPanel(
          "softsign", function: graph(-5, 5, softsign),
          derivative: graph(-5, 5) { 1 / ((1 + abs($0)) * (1 + abs($0))) }, x: AxisRange(-5, 5)),
        ActivationPanel(
          "relu", function: graph(-2, 2) { max(0, $0) }, derivative: graph(-2, 2) { $0 > 0 ? 1 : 0 },
          x: AxisRange(-2, 2)),
      ], y: AxisRange(-1.5, 1.5))

  static let heat: Figure =
    .heat(
      HeatMap.sampling(x: .playground, y: .playground, columns: 12, rows: 12) { points in
        points.map { softsign($0.x + $0.y) }
      }, points: andPoints, xLabel: "x1", yLabel: "x2", title: "Output")

  static let hiddenUnits: Figure =
    .heat(
      HeatMap.sampling(x: .boolean, y: .boolean, columns: 8, rows: 8, outputs: 2) { points in
        points.flatMap { [softsign($0.x), softsign($0.y - $0.x)] }
      }, panelTitles: ["h1", "h2"], xLabel: "x1", yLabel: "x2")

  static let matrix: Figure =
    .heat(
      matrix: [[1, -0.5, 0.25], [0.125, 2, .nan]], rows: ["x1", "x2"], columns: ["h1", "h2", "h3"],
      title: "Weights")

  static let histogram: Figure =
    .histogram((0..<100).map { Double($0 * $0 % 37) / 10 }, xLabel: "weight", title: "Weights")

  static let bars: Figure =
    .bars(["red", "green", "blue"], [3, 5.5, -2], yLabel: "score", title: "Scores")

  static let diagram: Figure =
    .diagram(
      NetworkDiagram(
        layers: [
          DiagramLayer("inputs", units: ["x1", "x2"]),
          DiagramLayer("hidden", units: ["h1", "h2"], notes: ["T = 0.5", "T = −1.5"]),
          DiagramLayer("output", units: ["y"], notes: ["T = 1.5"]),
        ], weights: [[[1, -1], [1, -1]], [[1], [1]]]), title: "XOR with two hidden units")

  /// A net of two layers with a map of each unit.
  static let maps: Figure =
    .diagram(
      NetworkDiagram(
        layers: [
          DiagramLayer("input", units: ["x1", "x2"]), DiagramLayer("linear", units: ["y"], notes: ["b = 0"]),
        ], weights: [[[1], [-0.5]]],
        maps: [
          HeatMap.sampling(x: .playground, y: .playground, columns: 8, rows: 8, outputs: 2) {
            $0.flatMap { [$0.x, $0.y] }
          },
          HeatMap.sampling(x: .playground, y: .playground, columns: 8, rows: 8) {
            $0.map { $0.x - $0.y / 2 }
          },
        ]))

  static let path: Figure =
    .heat(
      HeatMap.sampling(x: AxisRange(-2, 2), y: AxisRange(-2, 2), columns: 10, rows: 10, level: 1) {
        $0.map { $0.x * $0.x + 2 * $0.y * $0.y }
      },
      path: PointPath("steps", points: [PlanePoint(1.8, 1.5), PlanePoint(0.9, -0.8), PlanePoint(0.2, 0.1)]),
      xLabel: "w1", yLabel: "w2", title: "Seen from above")

  static let mistakes: Figure =
    .regions(
      map { $0.x + $0.y >= 0.5 ? 1 : 0 },
      points: [
        PointSeries(
          "y = 0", classIndex: 0, points: [(0, 0), (0, 1), (1, 0), (1, 0)].map { PlanePoint($0.0, $0.1) },
          wrong: [1, 2, 3]), PointSeries("y = 1", classIndex: 1, points: [PlanePoint(1, 1)]),
      ], xLabel: "x1", yLabel: "x2")

  static let longNames: Figure =
    .bars(
      ["gradient descent", "stochastic gradient descent", "with momentum", "with adaptive steps"],
      [3, 5.5, -2, 1], yLabel: "score", title: "Scores")

  static let counts: Figure =
    .histogram([1, 2, 2, 3, 3, 3, 5], xLabel: "size")

  static let grid: Figure =
    .grid([bars, .grid([histogram, scatter]), diagram], columns: 2, title: "A grid in a grid")

  static let losses: Figure =
    .losses(
      [
        LossHistory(
          "run", losses: (1...40).map { 1 / Double($0) }, validation: (1...40).map { 0.1 + 1 / Double($0) }),
        LossHistory("slow", losses: (1...30).map { 1 / Double($0 + 4) }),
      ], title: "Two trainings")

  static let logLosses: Figure =
    .losses([
      LossHistory("a", losses: [1, 0.01, 0, .nan, 0.0001, 0.002]), LossHistory("b", losses: [0.5, 0.2]),
    ])

  static let shadedPoints: Figure =
    .scatter(
      ShadedPoints(
        (0..<30).map { PlanePoint(Double($0 % 6), Double($0 / 6)) },
        values: (0..<30).map { Double($0) / 10 - 1 }, name: "y"), x: Axis("x1", AxisRange(-1, 6)),
      y: Axis("x2", AxisRange(-1, 5)))

  static let film: Figure =
    .grid(
      [0, 1, 2].map { (epoch: Double) in
        .regions(
          map { $0.x + $0.y >= 2.5 - epoch ? 1 : 0 }, points: andPoints, xLabel: "x1", yLabel: "x2",
          title: "epoch \(Int(epoch)), loss 0.\(3 - Int(epoch))")
      }, columns: 3)

  /// Loops around the corners, over two borders, inside, and around one cell.
  static let karnaugh: Figure =
    .karnaugh(
      KarnaughMap(
        inputs: ["a", "b", "c", "d"],
        cells: (0..<16).map { [0, 2, 8, 10, 5, 7, 13, 1, 9].contains($0) ? .one : $0 == 15 ? .free : .zero },
        loops: [
          KarnaughMap.Loop(rows: [0, 2, 8, 10], label: "b̅d̅"),
          KarnaughMap.Loop(rows: [5, 7, 13, 15], label: "bd"),
          KarnaughMap.Loop(rows: [0, 1, 8, 9], label: "b̅c̅"), KarnaughMap.Loop(rows: [1], label: "a̅b̅c̅d"),
        ]), title: "A Karnaugh map")

  static let twoSheets: Figure =
    .karnaugh(
      KarnaughMap(
        inputs: ["x₁", "x₂", "x₃", "x₄", "x₅"],
        cells: (0..<32).map { [6, 17, 25].contains($0) ? .one : .zero },
        loops: [
          KarnaughMap.Loop(rows: [17, 25], label: "x₁x̅₃x̅₄x₅"),
          KarnaughMap.Loop(rows: [6], label: "x̅₁x̅₂x₃x₄x̅₅"),
        ]
      ))

  /// Two pictures with captions, one with a hole, and one more in a second row.
  static let images: Figure =
    .images(
      ImageSheet(
        [[0, 1, 2, 3, 4, 5], [6, 5, 4, 3, .nan, 1], [0, 0, 6, 6, 0, 0]], height: 2, width: 3,
        captions: ["rising", "falling", "a bar"], columns: 2), title: "Pictures")

  static let nested: Figure = .nested(NestedSets(["plane figures", "polygons", "squares"]), title: "Sets")

  static let bands: Figure =
    Figure.plot(
      series: [PlotSeries("softsign", graph: graph(-4, 4, softsign))], x: AxisRange(-4, 4), xLabel: "z"
    ).shaded(by: Bands("outside", parts: [AxisRange(-5, -3), AxisRange(1, 2)]))

  static let kinds: [(name: String, figure: Figure)] = [
    ("plot", plot), ("log-plot", logPlot), ("activations", activations), ("heat", heat),
    ("hidden-units", hiddenUnits), ("matrix", matrix), ("histogram", histogram), ("bars", bars),
    ("diagram", diagram), ("grid", grid), ("losses", losses), ("log-losses", logLosses),
    ("shaded-points", shadedPoints), ("film", film), ("maps", maps), ("path", path), ("mistakes", mistakes),
    ("long-names", longNames), ("counts", counts),
    ("karnaugh", karnaugh), ("karnaugh-sheets", twoSheets),
    ("images", images), ("nested", nested), ("bands", bands),
  ]
}
