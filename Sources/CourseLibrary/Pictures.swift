import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// Figures of nets and data.
  static let pictures: [Builtin] = [.regions, .lines, .scatter, .heat]
}

extension Parameter {
  /// The parameters every figure takes.
  static let plane = [
    Parameter("x", .interval, .optional), Parameter("y", .interval, .optional),
    Parameter("title", .text, .optional),
  ]

  /// The points of a way that is drawn over a figure.
  static let path = Parameter("path", .any("points [n, 2]"), .optional)
}

extension Builtin {
  static let regions = Builtin(
    "regions", .pictures,
    [Parameter("net", .predictor), Parameter("data", .table, .optional)] + Parameter.plane + [.path],
    summary: "the decision regions of a net of two inputs, with the data, wrong points ringed",
    example: "regions(perceptron(w=[1, 1], T=1.5))",
    read: { (call, evaluator) throws(Stop) in try PlanePicture(call, &evaluator) },
    run: { (picture, _, evaluator) throws(Stop) in .figure(try picture.regions(&evaluator)) })

  static let lines = Builtin(
    "lines", .pictures,
    [Parameter("net", .net), Parameter("data", .table, .optional)] + Parameter.plane,
    summary: "the lines w·x = T of the units of the first layer, each with the side that fires",
    formula: #"\sum_i w_i x_i = T"#, example: "lines(perceptron(w=[1, 1], T=1.5))",
    read: { (call, evaluator) throws(Stop) in try PlanePicture(call, &evaluator) },
    expected: { (picture, _, _) throws(Stop) in
      _ = try picture.unitLines()
      return .unknown
    },
    run: { (picture, _, evaluator) throws(Stop) in .figure(try picture.lines(&evaluator)) })

  static let scatter = Builtin(
    "scatter", .pictures,
    [
      Parameter("data", .any("a table, the rows of a matrix [m, 2], or numbers [m]")),
      Parameter("labels", .vector, .optional),
    ] + Parameter.plane
      + [Parameter("x_label", .text, .optional), Parameter("y_label", .text, .optional)],
    summary: "data points: of a table, of the rows of a matrix by label, or of two columns",
    example: "table P(x1, x2 -> y) { (0.2, 1.5): 1, (1, -0.3): 0 }\nscatter(P)",
    read: { (call, _) throws(Stop) in try call.scatteredPoints() },
    cost: { CallCost(fuel: 500 * $0.points.count) },
    run: { (data, call, _) throws(Stop) in
      let (shaded, points) = (data.shaded, data.points)
      let x = Axis(
        call.text("x_label") ?? data.xName, call.axis("x") ?? .around(points.map(\.x)), isFixed: call.has("x")
      )
      let y = Axis(
        call.text("y_label") ?? data.yName, call.axis("y") ?? .around(points.map(\.y)), isFixed: call.has("y")
      )
      let title = call.text("title") ?? ""
      if let shaded { return .figure(.scatter(shaded, x: x, y: y, title: title)) }
      // Inputs of a net are alike; two columns of numbers need not be, but for those over one interval.
      let isPlane = call.tensor("data")?.rank != 1 || x.range == y.range
      return .figure(
        .scatter(
          data.series, x: x, y: y, title: title,
          proportion: isPlane ? Figure.proportion(x.range, y.range) : .free))
    })
}

extension Call {
  /// The part of an axis that an argument asks for.
  func axis(_ name: String) -> AxisRange? { interval(name).map { AxisRange($0.lowerBound, $0.upperBound) } }

  /// The points given for `path`; nil where there are none, or they are not known.
  var pathPoints: [PlanePoint]? {
    guard let path = tensor("path"), path.rank == 2, path.shape.sizes[1] == 2 else { return nil }
    return (0..<path.shape.sizes[0]).map { PlanePoint(path.elements[2 * $0], path.elements[2 * $0 + 1]) }
  }

  /// Refuses a `path` that is no points of the plane.
  func requirePath() throws(Stop) {
    guard let value = arguments["path"]?.value, !value.isUnknown else { return }
    guard let shape = value.shape, shape.rank == 2, shape.sizes[1] == 2, shape.sizes[0] > 0 else {
      throw error(
        .shapeMismatch, "a path is points [n, 2], this is \(value.shape?.phrase ?? value.kindText)",
        at: "path",
        hint: "such as path=[2, 1; 1.5, 0.5], a row for each point")
    }
  }

  /// The path that the figure shows, which ``requirePath()`` found to be points of the plane.
  func path(_ evaluator: inout Evaluator) throws(Stop) -> PointPath? {
    guard let points = pathPoints else { return nil }
    try evaluator.charge(Self.pathPrice.saturatingProduct(points.count), at: range(of: "path"))
    let name = arguments["path"].map { MathText.label($0.text, or: "path") } ?? "path"
    return PointPath(name, points: points)
  }

  /// The fuel of a point of a path before it is drawn.
  private static let pathPrice = 500

  /// The points that `scatter` draws; nil where they are not known.
  fileprivate func scatteredPoints() throws(Stop) -> ScatteredPoints? {
    if hasUnknown { return nil }
    if let table = table("data") {
      guard table.inputs.count == 2 else {
        throw error(
          .inputCount, "`scatter` draws two inputs, the table has \(counted(table.inputs.count, "input"))",
          at: "data",
          hint: "draw two columns: scatter(t.x1, t.x2)")
      }
      return ScatteredPoints(
        series: table.pointSeries, shaded: table.shadedPoints, xName: table.inputs[0], yName: table.inputs[1])
    }
    guard let data = tensor("data"), let labels = tensor("labels") else {
      if arguments["data"]?.value.shape != nil, has("labels") { return nil }
      if let given = arguments["data"], let hint = given.value.dataHint(at: given.range) {
        throw .error(
          Diagnostic(
            .typeMismatch, "`scatter` draws the points of a table, this is \(given.value.kindText)",
            at: given.range, hint: hint))
      }
      throw error(
        .missingArgument, "`scatter` needs a table, a matrix with labels, or two columns",
        hint: "call it as scatter(table), scatter(X, labels) or scatter(x, y)")
    }
    let rows = data.shape.sizes.first ?? 0
    guard data.rank > 0, rows == labels.count, data.rank == 1 || data.shape == [rows, 2] else {
      throw error(
        .shapeMismatch, "\(data.shape) and \(labels.shape) are no points and labels, and no two columns",
        at: "labels",
        hint: "give a matrix [m, 2] with [m] labels, or two columns [m]")
    }
    if data.rank == 1 {
      let points = zip(data.elements, labels.elements).map { PlanePoint($0, $1) }
      return ScatteredPoints(
        series: [PointSeries("", classIndex: 0, points: points)],
        xName: MathText.label(arguments["data"]?.text, or: "x"),
        yName: MathText.label(arguments["labels"]?.text, or: "y"))
    }
    let points = (0..<rows).map { PlanePoint(data.elements[2 * $0], data.elements[2 * $0 + 1]) }
    let name = MathText.label(arguments["labels"]?.text, or: "y")
    if ShadedPoints.fit(labels.elements) {
      return ScatteredPoints(shaded: ShadedPoints(points, values: labels.elements, name: name))
    }
    return ScatteredPoints(series: PointSeries.byClass(points, labels.elements, name: name))
  }
}

/// What `scatter` draws: points by class, or in the shades of their values.
private struct ScatteredPoints {
  var series: [PointSeries] = []
  var shaded: ShadedPoints?
  var xName = "x1"
  var yName = "x2"

  var points: [PlanePoint] { shaded?.points ?? series.flatMap(\.points) }
}
