import Testing

@testable import Figures

private let hostile: [[Double]] = [
  [], [.nan], [7], [.nan, .infinity, -.infinity], [1e300, -1e300], [0, 0], [1e-300, 2e-300],
  (0..<5000).map { Double($0 % 1013) },
]

private func figures(_ values: [Double]) -> [Figure] {
  let points = values.indices.map { PlanePoint(Double($0), values[$0]) }
  let name = String(repeating: "long name ", count: 20)
  let matrix = [values.prefix(300), values.prefix(3)].map { Array($0) }
  let heat = HeatMap.sampling(x: .around(values), y: .around(values)) { $0.map { _ in values.first ?? 0 } }
  let layers = [
    DiagramLayer(name, units: values.prefix(20_000).map { _ in name }), DiagramLayer(units: [name, ""]),
  ]
  let plots = LogAxes.allCases.map { log in
    Figure.plot(
      series: [PlotSeries(name, points: points), PlotSeries("", points: points, role: .derivative)],
      x: .around(points.map(\.x)), xLabel: name, yLabel: name, title: name, log: log)
  }
  let others: [Figure] = [
    .activations([
      ActivationPanel(
        name, function: FunctionGraph(points: points), derivative: FunctionGraph(points: []),
        x: .around(values))
    ]),
    .heat(heat, title: name), .heat([]), .heat(matrix: matrix, rows: [name], title: name),
    .histogram(values, xLabel: name), .bars([name], values, xLabel: name),
    .diagram(NetworkDiagram(layers: layers, weights: [[values]]), title: name),
  ]
  return plots + others + [.grid(plots + others, columns: 5, title: name), .grid([.grid(others)])]
}

@Test func aHundredThousandPointsAreDrawn() {
  let values = (0..<100_000).map { Double($0 % 1013) }
  let points = values.indices.map { PlanePoint(Double($0), values[$0]) }
  let figure = Figure.grid([
    .plot(series: [PlotSeries("many", points: points)], x: AxisRange(0, 1e5)), .histogram(values),
    .bars([], values),
  ])
  let isInside = figure.drawingList().isInside
  #expect(isInside)
}

@Test(arguments: hostile)
func hostileNumbersGiveAPictureOfUsualExtent(values: [Double]) {
  for var figure in figures(values) {
    #expect(!figure.altText().isEmpty && figure.altText().count <= 700)
    #expect(figure.dataTables().allSatisfy { $0.rows.count <= DataTable.rowLimit })
    for (width, height) in [(240, 200), (figure.width, figure.height), (900, 700)] as [(Int, Int?)] {
      (figure.width, figure.height) = (width, height)
      let isInside = figure.drawingList().isInside
      #expect(isInside, "\(figure.title) \(width) × \(height)")
    }
  }
}
