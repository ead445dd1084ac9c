import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// Curves, panels of activations, and figures side by side.
  static let plots: [Builtin] = [.plot, .activationPanels, .grid]
}

extension Builtin {
  static let plot = Builtin(
    "plot", .pictures,
    [
      Parameter("f", .series, .repeated),
      Parameter("x", .any("an interval such as -5..5, or numbers [m]"), .optional),
      Parameter("y", .interval, .optional),
      Parameter("title", .text, .optional), Parameter("x_label", .text, .optional),
      Parameter("y_label", .text, .optional), Parameter("log", .choice(["x", "y", "both"]), .optional),
      Parameter("points", .table, .optional), .path,
    ],
    summary: "curves of functions of one number, or of numbers over their positions or over x",
    example: "plot(sigmoid, sigmoid', x=-5..5)",
    read: { (call, evaluator) throws(Stop) -> Plot? in
      let plot = try Plot(call)
      call.notePositions(&evaluator)
      return plot
    },
    expected: { (plot, call, evaluator) throws(Stop) in
      for argument in call.repeated { try plot.check(argument, &evaluator) }
      return .unknown
    },
    run: { (plot, _, evaluator) throws(Stop) in .figure(try plot.figure(&evaluator)) })

  static let activationPanels = Builtin(
    "activations", .pictures,
    [
      Parameter("f", .series, .repeated), Parameter("x", .interval, .defaulted(.interval(-5, 5))),
      Parameter("y", .interval, .optional), Parameter("columns", .number, .optional),
      Parameter("title", .text, .optional),
    ],
    summary: "one panel for each function, its derivative dashed in green",
    example: "activations(sigmoid, tanh, relu)",
    read: { (call, _) throws(Stop) -> (x: AxisRange, columns: Int?)? in
      try call.requireFewPanels()
      let columns = try call.count("columns", from: 1, to: 8)
      return call.axis("x").map { ($0, columns) }
    },
    expected: { (_, call, evaluator) throws(Stop) in
      for argument in call.repeated { _ = try evaluator.sample(argument, [0]) }
      return .unknown
    },
    run: { (plan, call, evaluator) throws(Stop) in
      let x = plan.x
      var panels: [ActivationPanel] = []
      for argument in call.repeated {
        let derivative = try evaluator.derivative(of: argument)
        panels.append(
          ActivationPanel(
            MathText.expression(argument.text), function: try evaluator.curve(argument, over: x, .none),
            derivative: try evaluator.curve(derivative, over: x, .none), x: x))
      }
      return .figure(
        .activations(
          panels, columns: plan.columns, title: call.text("title") ?? "", y: call.axis("y"),
          words: evaluator.words))
    })

  static let grid = Builtin(
    "grid", .pictures,
    [
      Parameter("figures", .any("a figure, or a list of them"), .repeated),
      Parameter("columns", .number, .optional),
      Parameter("title", .text, .optional), Parameter("share", .truth, .defaulted(.truth(true))),
    ],
    summary: "figures side by side, over the same part of axes of one name, in the same colours",
    example: "grid(plot(sin, x=-5..5), plot(cos, x=-5..5))",
    read: { (call, _) throws(Stop) -> (figures: [Figure], columns: Int?, isShared: Bool)? in
      let figures = try call.figures()
      return (figures, try call.count("columns", from: 1, to: 8), call.number("share") != 0)
    },
    // Shared colours are found, and what is drawn with them counted.
    cost: { CallCost(fuel: $0.isShared ? $0.figures.reduce(0) { $0.saturatingSum($1.partCount) } : 0) },
    run: { (plan, call, _) throws(Stop) in
      let title = call.text("title") ?? ""
      return .figure(
        plan.isShared
          ? .comparison(plan.figures, columns: plan.columns, title: title)
          : .grid(plan.figures, columns: plan.columns, title: title))
    })
}

extension Call {
  /// Notes that two vectors are drawn over their positions where the first looks like the abscissae of the second.
  fileprivate func notePositions(_ evaluator: inout Evaluator) {
    guard repeated.count == 2, !has("x"), !has("x_label"), let a = repeated[0].value.tensor,
      let b = repeated[1].value.tensor, a.rank == 1, b.rank == 1, a.count == b.count, a.count > 1
    else { return }
    let isAscending = zip(a.elements, a.elements.dropFirst()).allSatisfy { $0 < $1 }
    guard isAscending, repeated[0].range.text.count <= 40 else { return }
    let (first, second) = (repeated[0].text, repeated[1].text)
    let edit = Diagnostic.Edit(
      repeated[0].range.joined(with: repeated[1].range), "\(second), x=\(first)")
    evaluator.warn(
      Diagnostic(
        .plotOverPositions, "both are drawn over their positions 1, 2, 3, …, not `\(second)` over `\(first)`",
        at: range, hint: .init("for that write plot(\(second), x=\(first))", edit: edit)))
  }

  /// Refuses more functions than there is room for panels.
  fileprivate func requireFewPanels() throws(Stop) {
    let most = FigureGrid.panelLimit
    guard repeated.count > most else { return }
    throw error(
      .tableTooLarge, "`activations` shows at most \(most) functions, here are \(readable(repeated.count))",
      hint: "make several figures of it")
  }

  /// The figures that are given, one by one or as lists.
  fileprivate func figures() throws(Stop) -> [Figure] {
    var figures: [Figure] = []
    for argument in repeated {
      let values = if case .list(let list) = argument.value { list.values } else { [argument.value] }
      for value in values where !value.isUnknown {
        guard case .figure(let figure) = value else {
          throw .error(
            .typeMismatch, "`grid` shows figures, this is \(value.kindText)", at: argument.range,
            hint: "such as plot(…) or regions(…)")
        }
        figures.append(figure)
      }
    }
    return figures
  }
}

/// What `plot` draws: its series, and the axes they stand on.
private struct Plot {
  private let call: Call
  private let log: LogAxes
  /// The part of the axis on which functions are drawn.
  private let range: AxisRange?
  /// The numbers of the axis that others stand over, where they are given.
  private let abscissae: [Double]?
  /// The fuel of a point before it is drawn: it is looked at for the axes, the words and the numbers below.
  private static let pointPrice = 500

  init(_ call: Call) throws(Stop) {
    try call.requirePath()
    self.call = call
    log = call.text("log").flatMap(LogAxes.init(rawValue:)) ?? .none
    switch call.arguments["x"]?.value {
    case .range(let first, let last)?:
      range = AxisRange(first, last)
      abscissae = nil
    case .tensor(.known(let tensor))? where tensor.rank == 1 && tensor.count > 0:
      range = AxisRange.around(tensor.elements, margin: 0)
      abscissae = tensor.elements
    case nil, .unknown?, .tensor(.symbol)?:
      range = nil
      abscissae = nil
    case let other?:
      let written = call.range(of: "x")
      let isListed = other.isListOfRange && written.text.hasPrefix("[") && written.bytes.count < 60
      let interval = isListed ? String(written.text.dropFirst().dropLast()) : nil
      throw call.error(
        .typeMismatch, "`x` of `plot` is an interval or a vector, this is \(other.kindText)", at: "x",
        hint: interval.map { "write it without brackets: \($0)" } ?? "such as x=-5..5",
        edit: interval.map { .init(written, $0) })
    }
    if log == .x || log == .both, let range, range.lower <= 0 {
      throw call.error(
        .typeMismatch, "a logarithmic axis begins above 0, this one at \(range.lower.text())", at: "x",
        hint: "such as x=0.01..100")
    }
  }

  /// Finds what is wrong with a series before the run.
  func check(_ argument: Call.Argument, _ evaluator: inout Evaluator) throws(Stop) {
    if argument.isNumbers { return try checkNumbers(argument) }
    if argument.value.isUnknown { return }
    guard let range else {
      if call.has("x") { return }
      let ends = call.repeated.filter { $0.value.shape?.rank == 0 }
      let isInterval = ends.count == 2 && call.repeated.count == 3
      let interval = isInterval ? "x=\(ends[0].text)..\(ends[1].text)" : "x=-5..5"
      throw call.error(
        .missingArgument, "`plot` needs the interval `x` to draw a function",
        hint: isInterval ? "write \(interval) for the two numbers" : "add it, such as \(interval)",
        edit: isInterval
          ? .init(ends[0].range.joined(with: ends[1].range), interval) : nil)
    }
    _ = try evaluator.sample(argument, [(range.lower + range.upper) / 2])
  }

  private func checkNumbers(_ argument: Call.Argument) throws(Stop) {
    guard let shape = argument.value.shape else { return }
    guard shape.rank == 1 || shape.rank == 2, shape.count > 0 else {
      throw .error(
        .shapeMismatch, "a curve of numbers is [n] or [m, n], this is \(shape.phrase)", at: argument.range)
    }
    if let abscissae, shape.sizes[shape.rank - 1] != abscissae.count {
      throw .error(
        .shapeMismatch, "x has \(abscissae.count) numbers, this has \(shape.sizes[shape.rank - 1]) numbers",
        at: argument.range)
    }
  }

  func figure(_ evaluator: inout Evaluator) throws(Stop) -> Figure {
    var series: [PlotSeries] = []
    for argument in call.repeated { series += try curves(argument, &evaluator) }
    let count = series.reduce(0) { $0 + $1.points.count }
    try evaluator.charge(Self.pointPrice.saturatingProduct(count), at: call.range)
    let path = call.pathPoints ?? []
    let shown = range ?? Self.range(around: series.flatMap { $0.points.map(\.x) } + path.map(\.x))
    return .plot(
      series: series, x: shown, y: call.axis("y"), xLabel: call.text("x_label") ?? defaultLabel,
      yLabel: call.text("y_label") ?? "", title: call.text("title") ?? "", log: log, points: try points(),
      path: try call.path(&evaluator), isFixed: abscissae == nil && range != nil, words: evaluator.words)
  }

  /// The part of the axis that shows these numbers; a single one stands in the middle.
  private static func range(around abscissae: [Double]) -> AxisRange {
    let finite = abscissae.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return AxisRange(0, 1) }
    let margin = low < high ? 0.02 * (high - low) : 1
    return AxisRange(low - margin, high + margin)
  }

  private var defaultLabel: String {
    guard abscissae != nil else { return call.repeated.allSatisfy(\.isNumbers) ? "" : "x" }
    return MathText.label(call.arguments["x"]?.text, or: "x")
  }

  private func curves(_ argument: Call.Argument, _ evaluator: inout Evaluator) throws(Stop) -> [PlotSeries] {
    guard let tensor = argument.value.tensor else {
      guard let range else {
        throw call.error(.missingArgument, "`plot` needs the interval `x`", hint: "add x=-5..5")
      }
      let role: PlotSeries.Role = argument.text.hasSuffix("'") ? .derivative : .function
      let graph = try evaluator.curve(argument, over: range, log)
      return [PlotSeries(MathText.expression(argument.text), graph: graph, role: role)]
    }
    try checkNumbers(argument)
    let rows = tensor.rank == 1 ? [tensor] : (0..<tensor.shape.sizes[0]).map { tensor.row($0) }
    return rows.enumerated().map { number, row in
      let points = row.elements.enumerated().map { PlanePoint(abscissae?[$0] ?? Double($0 + 1), $1) }
      let name = MathText.label(argument.text, or: "")
      guard rows.count > 1 else { return PlotSeries(name, points: points) }
      return PlotSeries(
        name.isEmpty ? evaluator.words(.rowNumber, "\(number + 1)") : "\(name)[\(number + 1)]",
        points: points)
    }
  }

  /// The rows of the table `points`: x and y, by class where there is one.
  private func points() throws(Stop) -> [PointSeries] {
    guard let table = call.table("points") else { return [] }
    if table.inputs.count == 2 { return table.pointSeries }
    guard table.inputs.count == 1, table.outputs.count == 1 else {
      throw call.error(
        .inputCount, "points have two coordinates, the table has \(counted(table.inputs.count, "input"))",
        at: "points")
    }
    let points = (0..<table.rowCount).map { PlanePoint(table.X.elements[$0], table.Y.elements[$0]) }
    return [PointSeries(table.outputs[0], classIndex: 0, points: points)]
  }
}

extension Call.Argument {
  /// Whether it is numbers and no function.
  fileprivate var isNumbers: Bool { value.shape != nil }
}

extension Evaluator {
  /// The fuel of a number at which a graph is sampled: bends and jumps are looked for around it, again and again.
  private static let samplePrice = 2_000

  /// The graph of a series.
  fileprivate mutating func curve(
    _ series: Call.Argument, over x: AxisRange, _ log: LogAxes
  ) throws(Stop) -> FunctionGraph {
    try CurveSampling.adaptive(from: x.lower, to: x.upper, log: log) { (numbers: [Double]) throws(Stop) in
      try charge(Self.samplePrice * numbers.count, at: series.range)
      return try sample(series, numbers) ?? []
    }
  }

  /// The derivative of a series, named after it.
  fileprivate mutating func derivative(of series: Call.Argument) throws(Stop) -> Call.Argument {
    Call.Argument(
      value: try derivative(of: series.value, named: series.text, at: series.range), range: series.range,
      text: series.text + "'")
  }
}
