import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tables
import Tensors

extension Builtin {
  static let heat = Builtin(
    "heat", .pictures,
    [Parameter("net", .predictor), Parameter("data", .table, .optional)] + Parameter.plane
      + [Parameter("level", .number, .optional), .path, .discretize],
    summary:
      "the values of a net of two inputs as colours, one panel for each output; a line where they are `level`; with discretize=true only on which side of the border they lie",
    example: "g(x, y) = x^2 + y^2\nheat(g, x=-2..2, y=-2..2, level=1, path=[1.5, 1; 0.7, 0.5; 0.2, 0.1])",
    read: { (call, evaluator) throws(Stop) -> PlanePicture? in
      let picture = try PlanePicture(call, &evaluator)
      try picture?.requireFewOutputs()
      return picture
    },
    run: { (picture, _, evaluator) throws(Stop) in .figure(try picture.heat(&evaluator)) })
}

extension PlanePicture {
  /// The fuel of a point of the plane, beside that of the net: its shade is found, and those of one are joined.
  private static let placePrice = 200

  /// Refuses a net of more outputs than there is room for panels.
  fileprivate func requireFewOutputs() throws(Stop) {
    guard net.outputCount > HeatMap.mostOutputs else { return }
    throw call.error(
      .tableTooLarge,
      "`heat` shows at most \(HeatMap.mostOutputs) outputs, this net has \(readable(net.outputCount))",
      at: "net", hint: "draw a net that gives a few of them")
  }

  /// Shows the values of the net over the plane.
  func heat(_ evaluator: inout Evaluator) throws(Stop) -> Figure {
    let (plane, net, range) = (axes, net, call.range)
    // The colour changes where the decision of a trained net does, or where a line parts answers 0 and 1.
    let parting = call.number("level") == 0.5 ? 0.5 : nil
    let learned = net.outputCount == 1 ? net.learnedRule?.border ?? parting : parting
    let isDiscrete = try call.isTrue("discretize")
    let border = learned ?? (isDiscrete ? net.middle : nil)
    func values(_ points: [PlanePoint]) throws(Stop) -> [Double] {
      try evaluator.charge(Self.placePrice * points.count, at: range)
      let rows = Tensor([points.count, 2], points.flatMap { [$0.x, $0.y] })
      let values = try evaluator.evaluate(net, rows: rows, at: range).elements
      return isDiscrete ? values.discretized(around: border ?? 0) : values
    }
    var maps = try HeatMap.sampling(
      x: plane.x.range, y: plane.y.range, outputs: net.outputCount, middle: border,
      level: call.number("level"), evaluate: values)
    if maps.count == 1 { maps[0] = try maps[0].stepped(evaluate: values) }
    let titles = (1...max(maps.count, 1)).map { maps.count == 1 ? "" : "h\($0)" }
    return .heat(
      maps, panelTitles: titles, points: data?.pointSeries ?? [], shaded: data?.shadedPoints,
      path: try call.path(&evaluator),
      xLabel: plane.x.label, yLabel: plane.y.label, title: call.text("title") ?? "", words: evaluator.words)
  }
}

extension Parameter {
  /// Whether only the side of the border is shown.
  static let discretize = Parameter("discretize", .truth, .defaulted(.truth(false)))
}

extension Net {
  /// The border of its decisions where nothing was learned: ½ for an output from 0 to 1, else 0.
  var middle: Double {
    switch graph.lastFunction(of: output) {
    case Activation.sigmoid.operation?, Activation.step.operation?: 0.5
    case _: 0
    }
  }
}

extension [Double] {
  /// The ends of the scale around `middle` for the numbers below it and the others; NaN stays.
  func discretized(around middle: Double) -> [Double] {
    let reach = middle == 0 ? 1 : middle.magnitude
    return map { $0.isNaN ? $0 : $0 >= middle ? middle + reach : middle - reach }
  }
}
