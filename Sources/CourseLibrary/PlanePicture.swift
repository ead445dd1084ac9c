import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

extension Call {
  /// What to draw of a net of more inputs than the plane has.
  fileprivate func sliceHint(_ count: Int) -> Message {
    let net = arguments["net"]?.text ?? "net"
    guard count > 2, count <= 6, net.utf8.count < 40 else { return "show it with truth_table(\(net))" }
    let others = [String](repeating: "1", count: count - 2).joined(separator: ", ")
    return
      "give the other inputs a value, s(a, b) = \(net)(a, b, \(others)), and draw s; or truth_table(\(net))"
  }
}

/// What `regions` and `lines` draw: a net of two inputs, data, and a part of the plane.
struct PlanePicture {
  let call: Call
  let net: Net
  let data: Table?

  /// Takes the arguments of the call; nil where they are not known before the run.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    try call.requirePath()
    self.call = call
    data = call.table("data")
    if let given = call.net("net"), given.inputCount != 2 {
      throw call.error(
        .inputCount, "`\(call.builtin.name)` draws a net of two inputs, this one has \(given.inputCount)",
        at: "net",
        hint: call.sliceHint(given.inputCount))
    }
    if let (name, signature) = call.arguments["net"]?.value.functionOfOneNumber {
      throw call.error(
        .inputCount,
        "`\(call.builtin.name)` draws a function of two numbers, `\(signature)` takes one",
        at: "net", hint: "the curve of a function of one number is drawn by plot(\(name), x=-5..5)")
    }
    if let data, data.inputs.count != 2 {
      throw call.error(
        .inputCount, "the plane has two axes, the table has \(counted(data.inputs.count, "input"))",
        at: "data",
        hint: "use a table of two inputs")
    }
    guard let net = try call.predictor("net", inputCount: 2, &evaluator), !call.hasUnknown else { return nil }
    self.net = net
  }

  init(_ call: Call, net: Net, data: Table?) {
    self.call = call
    self.net = net
    self.data = data
  }

  // MARK: Regions

  /// Colours each point of the plane by the net's decision.
  func regions(_ evaluator: inout Evaluator) throws(Stop) -> Figure {
    try regions(&evaluator, on: axes, title: call.text("title") ?? "")
  }

  /// Colours each point of `plane` by the net's decision.
  func regions(
    _ evaluator: inout Evaluator, on plane: (x: Axis, y: Axis), title: String
  ) throws(Stop) -> Figure {
    let range = call.range
    let net = net
    let decide = decision
    let map = try RegionMap.tracing(x: plane.x.range, y: plane.y.range, classNames: classNames) {
      (points: [PlanePoint]) throws(Stop) -> [Int] in
      let rows = Tensor([points.count, 2], points.flatMap { [$0.x, $0.y] })
      return decide(try evaluator.evaluate(net, rows: rows, at: range), points.count)
    }
    let points = data?.pointSeries(wrong: try wrongRows(&evaluator)) ?? []
    return .regions(
      map, points: points, path: try call.path(&evaluator), xLabel: plane.x.label, yLabel: plane.y.label,
      title: title)
  }

  /// The rows of the data that the net decides otherwise; none where their outputs are no classes.
  private func wrongRows(_ evaluator: inout Evaluator) throws(Stop) -> Set<Int> {
    guard let data, data.rowCount > 0, !data.hasShades, data.X.rank == 2 else { return [] }
    let decided = decision(try evaluator.evaluate(net, rows: data.X, at: call.range), data.rowCount)
    let (labels, rule) = (data.labels, rule)
    return Set(
      decided.indices.filter { row in
        guard !labels[row].isNaN else { return false }
        let wanted = net.outputCount > 1 ? Int(exactly: labels[row]) : rule.labels.firstIndex(of: labels[row])
        // A label that the net does not know is no mistake of it.
        return wanted.map { decided[row] >= 0 && decided[row] != $0 } ?? false
      })
  }

  private var rule: DecisionRule { net.decisionRule(beside: data) }

  private var classNames: [String] {
    let name = data?.outputs.count == 1 ? data?.outputs[0] ?? "y" : "y"
    let labels = net.outputCount > 1 ? (0..<net.outputCount).map(Double.init) : rule.labels
    return labels.map { label in
      let named = rule.name(of: label)
      return "\(name) = \(named == label.text() ? MathText.number(label) : named)"
    }
  }

  /// One class a point, −1 where the net gives none: with one output the first or second label, with several the
  /// largest.
  private var decision: (Tensor, Int) -> [Int] {
    let (width, rule) = (net.outputCount, rule)
    return { outputs, count in
      (0..<count).map { row in
        let values = outputs.elements[(row * width)..<((row + 1) * width)]
        if width > 1 { return Int(exactly: DecisionRule.largest(of: values)) ?? -1 }
        return values.first.flatMap { rule.labels.firstIndex(of: rule.label(of: $0)) } ?? -1
      }
    }
  }

  // MARK: Lines

  /// Draws the lines of the first layer's units.
  func lines(_ evaluator: inout Evaluator) throws(Stop) -> Figure {
    // The units are found by the net's slopes: its work once for each input, and once more.
    try evaluator.charge(net.cost.saturatingProduct(2 * (net.inputCount + 1)), at: call.range)
    try evaluator.charge(operations: net.graph.count, at: call.range)
    // Each line is named, and crosses others.
    try evaluator.charge(units.count.saturatingProduct(20_000), at: call.range)
    let plane = axes
    return .lines(
      try unitLines(), points: data?.pointSeries ?? [], x: plane.x, y: plane.y,
      title: call.text("title") ?? "")
  }

  /// The line of each unit of the first layer.
  func unitLines() throws(Stop) -> [HalfPlaneLine] {
    let units = units
    guard !units.isEmpty else {
      throw call.error(
        .typeMismatch, "the first layer of this net is no threshold of something linear in its inputs",
        at: "net",
        hint: "draw its regions instead: regions(\(call.arguments["net"]?.text ?? "net"))")
    }
    return units.enumerated().map { position, unit in
      let equation = MathText.equation(unit.weights, equals: unit.threshold)
      return HalfPlaneLine(
        w: (unit.weights[0], unit.weights[1]), threshold: unit.threshold,
        label: units.count == 1 ? equation : "h\(position + 1): \(equation)")
    }
  }

  private var units: [ThresholdUnit] { net.graph.thresholdUnits(of: net.output) }

  // MARK: The plane

  /// The plane asked for, or that of the data, or that of the net's own lines.
  var axes: (x: Axis, y: Axis) {
    let names = data?.inputs ?? ["x1", "x2"]
    let corners = call.has("x") && call.has("y") ? [] : cornersOfInterest
    let x = call.axis("x") ?? (corners.isEmpty ? .playground : .around(corners.map(\.x)))
    let y = call.axis("y") ?? (corners.isEmpty ? .playground : .around(corners.map(\.y)))
    return (Axis(names[0], x, isFixed: call.has("x")), Axis(names[1], y, isFixed: call.has("y")))
  }

  /// The most lines of which every pair is looked at.
  private static let crossedLines = 200

  private var cornersOfInterest: [PlanePoint] {
    if let path = call.pathPoints { return path + (data == nil ? [] : ownCorners) }
    return ownCorners
  }

  private var ownCorners: [PlanePoint] {
    if let data {
      return (0..<data.rowCount).map { PlanePoint(data.X.elements[2 * $0], data.X.elements[2 * $0 + 1]) }
    }
    let lines = units.filter { $0.weights[0] != 0 || $0.weights[1] != 0 }
    let corners = Self.crossings(of: lines)
    if !corners.isEmpty { return corners }
    // One line, or parallel ones: where they meet the axes, and the unit square beside them.
    let feet = lines.flatMap { unit in
      zip(unit.weights, [true, false]).filter { $0.0 != 0 }.map { weight, isX in
        isX ? PlanePoint(unit.threshold / weight, 0) : PlanePoint(0, unit.threshold / weight)
      }
    }
    return feet.isEmpty ? [] : feet + [PlanePoint(0, 0), PlanePoint(1, 1)]
  }

  /// Where the lines of units cross.
  static func crossings(of lines: [ThresholdUnit]) -> [PlanePoint] {
    // Of very many lines some tell as much: they cross in pairs.
    let step = (lines.count + crossedLines - 1) / crossedLines
    let crossed =
      lines.count <= crossedLines ? lines : lines.indices.filter { $0 % step == 0 }.map { lines[$0] }
    return crossed.enumerated().flatMap { position, a in
      crossed[(position + 1)...].flatMap { crossing(a, $0) }
    }
  }

  /// Where two lines cross: one point, or none where they are parallel.
  private static func crossing(_ a: ThresholdUnit, _ b: ThresholdUnit) -> [PlanePoint] {
    let determinant = a.weights[0] * b.weights[1] - a.weights[1] * b.weights[0]
    guard determinant != 0 else { return [] }
    return [
      PlanePoint(
        (a.threshold * b.weights[1] - b.threshold * a.weights[1]) / determinant,
        (a.weights[0] * b.threshold - b.weights[0] * a.threshold) / determinant)
    ]
  }
}

extension Value {
  /// What a function of one argument is called, and its head.
  fileprivate var functionOfOneNumber: (name: String, signature: String)? {
    if let function { return function.parameters.count == 1 ? (function.name, function.signature) : nil }
    return builtin.flatMap { $0.parameters.count == 1 ? ($0.name, $0.signature) : nil }
  }
}
