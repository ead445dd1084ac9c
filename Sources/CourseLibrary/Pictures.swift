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
}

extension Builtin {
  static let regions = Builtin(
    "regions", .pictures,
    [Parameter("net", .predictor), Parameter("data", .table, .optional)] + Parameter.plane,
    summary: "the decision regions of a net of two inputs, with the data",
    example: "regions(perceptron(w=[1, 1], T=1.5))",
    rule: { (call, evaluator) throws(Stop) in
      _ = try PlanePicture(call, &evaluator)
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let picture = try PlanePicture(call, &evaluator) else { return .unknown }
      return .figure(try picture.regions(&evaluator))
    })

  static let lines = Builtin(
    "lines", .pictures,
    [Parameter("net", .net), Parameter("data", .table, .optional)] + Parameter.plane,
    summary: "the lines w·x = T of the units of the first layer, each with the side that fires",
    formula: #"\sum_i w_i x_i = T"#, example: "lines(perceptron(w=[1, 1], T=1.5))",
    rule: { (call, evaluator) throws(Stop) in
      guard let picture = try PlanePicture(call, &evaluator) else { return .unknown }
      _ = try picture.unitLines()
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let picture = try PlanePicture(call, &evaluator) else { return .unknown }
      return .figure(try picture.lines(&evaluator))
    })

  static let scatter = Builtin(
    "scatter", .pictures,
    [
      Parameter("data", .any("a table, the rows of a matrix [m, 2], or numbers [m]")),
      Parameter("labels", .vector, .optional),
    ] + Parameter.plane
      + [Parameter("x_label", .text, .optional), Parameter("y_label", .text, .optional)],
    summary: "data points: of a table, of the rows of a matrix by label, or of two columns",
    example: "table P(x1, x2 -> y) { (0.2, 1.5): 1, (1, -0.3): 0 }\nscatter(P)",
    rule: { (call, _) throws(Stop) in
      _ = try call.scatteredPoints()
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let data = try call.scatteredPoints() else { return .unknown }
      let shaded = data.shaded
      let points = shaded?.points ?? data.series.flatMap(\.points)
      try evaluator.charge(500 * points.count, at: call.range)
      let x = Axis(call.text("x_label") ?? data.xName, call.axis("x") ?? .around(points.map(\.x)))
      let y = Axis(call.text("y_label") ?? data.yName, call.axis("y") ?? .around(points.map(\.y)))
      let title = call.text("title") ?? ""
      if let shaded { return .figure(.scatter(shaded, x: x, y: y, title: title)) }
      // Inputs of a net are alike; two columns of numbers need not be.
      let isPlane = call.tensor("data")?.rank != 1
      return .figure(
        .scatter(
          data.series, x: x, y: y, title: title,
          proportion: isPlane ? Figure.proportion(x.range, y.range) : .free))
    })
}

extension Call {
  /// The part of an axis that an argument asks for.
  func axis(_ name: String) -> AxisRange? { interval(name).map { AxisRange($0.lowerBound, $0.upperBound) } }

  /// The points that `scatter` draws; nil where they are not known.
  fileprivate func scatteredPoints() throws(Stop) -> (
    series: [PointSeries], shaded: ShadedPoints?, xName: String, yName: String
  )? {
    if hasUnknown { return nil }
    if let table = table("data") {
      guard table.inputs.count == 2 else {
        throw error(
          .inputCount, "`scatter` draws two inputs, the table has \(counted(table.inputs.count, "input"))",
          at: "data",
          hint: "draw two columns: scatter(t.x1, t.x2)")
      }
      return (table.pointSeries, table.shadedPoints, table.inputs[0], table.inputs[1])
    }
    guard let data = tensor("data"), let labels = tensor("labels") else {
      if arguments["data"]?.value.shape != nil, has("labels") { return nil }
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
      return (
        [PointSeries("", classIndex: 0, points: points)], nil, arguments["data"]?.text ?? "x",
        arguments["labels"]?.text ?? "y"
      )
    }
    let points = (0..<rows).map { PlanePoint(data.elements[2 * $0], data.elements[2 * $0 + 1]) }
    let name = arguments["labels"]?.text ?? "y"
    if ShadedPoints.fit(labels.elements) {
      return ([], ShadedPoints(points, values: labels.elements, name: name), "x1", "x2")
    }
    return (PointSeries.byClass(points, labels.elements, name: name), nil, "x1", "x2")
  }
}
