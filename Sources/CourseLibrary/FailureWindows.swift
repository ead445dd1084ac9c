import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tensors
import Wording

extension Builtin {
  static let failureWindows = Builtin(
    "failure_windows", .approximation,
    [
      Parameter("f", .any("a function of one number")),
      Parameter("net", .any("a function or a net of one number")),
      Parameter("within", .number, .defaulted(.number(0.1))),
      Parameter("on", .interval, .defaulted(.interval(0, 1))),
    ],
    summary:
      "the windows of failure: where two functions are farther apart than `within`, shaded in a plot of both; fields count share",
    formula: #"\{x : |f(x) - g(x)| > \varepsilon\}"#,
    example: "f(x) = x^2\nfailure_windows(f, bumps(f, 5), within=0.05)",
    traits: [.exactFields(["count"])],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let f = try call.function("f", &evaluator), let net = try call.function("net", &evaluator),
        let within = call.number("within"), !call.hasUnknown
      else { return .unknown }
      guard within >= 0, within.isFinite else {
        throw call.error(.typeMismatch, "a distance is not negative, this is \(within.text())", at: "within")
      }
      return .structure(try FailureWindows(f, net, within, call, &evaluator).structure(evaluator.words))
    })
}

/// Where two functions of one number are too far apart.
private struct FailureWindows {
  private let points, f, net: [Double]
  private let within: Double
  private let names: [String]
  private let domain: AxisRange
  /// The parts of the interval in which they are.
  private let windows: [AxisRange]

  /// At how many points both are compared.
  private static let count = 2_000

  init(
    _ f: Net, _ net: Net, _ within: Double, _ call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) {
    let domain = call.axis("on") ?? AxisRange(0, 1), count = Self.count
    let step = domain.width / Double(count)
    let points = (0..<count).map { domain.lower + (Double($0) + 0.5) * step }
    try evaluator.charge(3_000 * count, at: call.range)
    let rows = Tensor([count, 1], points)
    self.f = try evaluator.evaluate(f, rows: rows, at: call.range).elements
    self.net = try evaluator.evaluate(net, rows: rows, at: call.range).elements
    (self.points, self.within, self.domain) = (points, within, domain)
    names = ["f", "net"].map { MathText.expression(call.arguments[$0]?.text ?? $0) }
    var windows: [AxisRange] = []
    var start: Int?
    for index in 0...count {
      // What is no number is no agreement.
      let isFar = index < count && !((self.f[index] - self.net[index]).magnitude <= within)
      if isFar, start == nil { start = index }
      guard !isFar, let first = start else { continue }
      windows.append(AxisRange(domain.lower + Double(first) * step, domain.lower + Double(index) * step))
      start = nil
    }
    self.windows = windows
  }

  /// Which part of the interval the windows are.
  private var share: Double { windows.reduce(0) { $0 + $1.width } / domain.width }

  func structure(_ words: Words) -> Structure {
    let shown = windows.prefix(8).map {
      words(.range, $0.lower.text(significantDigits: 3), $0.upper.text(significantDigits: 3))
    }
    let rest = windows.count > 8 ? " " + words(.alsoMore, "\(windows.count - 8)") : ""
    let verdict =
      windows.isEmpty
      ? words(.neverApart, within.text())
      : words(
        .apart, within.text(), words.counted(.windowCount, windows.count),
        (100 * share).text(significantDigits: 3), "%", shown.joined(separator: ", ") + rest)
    return Structure(
      "windows of failure", fields: [("count", .number(Double(windows.count))), ("share", .number(share))],
      shown: [.summary(verdict), .figure(figure(words))])
  }

  private func figure(_ words: Words) -> Figure {
    let series = zip(names, [f, net]).map { name, numbers in
      PlotSeries(name, points: zip(points, numbers).map { PlanePoint($0, $1) })
    }
    return Figure.plot(
      series: series, x: domain, xLabel: "x", isFixed: true, words: words
    ).shaded(by: Bands(words(.failureWindow), parts: windows))
  }
}

extension Call {
  /// A function or net of one number that gives one; nil where it is not known.
  fileprivate func function(_ name: String, _ evaluator: inout Evaluator) throws(Stop) -> Net? {
    guard let argument = arguments[name], !argument.value.isUnknown else { return nil }
    guard let net = try evaluator.predictor(argument.value, inputCount: 1, at: argument.range) else {
      return nil
    }
    guard net.outputCount == 1 else {
      throw error(.typeMismatch, "one number is compared, this gives \(net.outputCount)", at: name)
    }
    return net
  }
}
