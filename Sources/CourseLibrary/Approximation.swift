import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Nets that are built by hand to be near a function.
  static let approximation: [Builtin] = [.stepAt, .bump, .bumps, .tower, .towers, .error, .failureWindows]
}

extension Parameter {
  /// How steep the steps are: the weight of the input.
  fileprivate static let steepness = Parameter("w", .number, .defaulted(.number(1000)))
}

// Source of the constructions: M. Nielsen, Neural Networks and Deep Learning, 2015, chapter 4.
extension Builtin {
  static let stepAt = Builtin(
    "step_at", .approximation, [Parameter("s", .number), .steepness],
    summary: "a sigmoid unit that is a step at s: the steeper, the larger its weight w",
    formula: #"y = \sigma(w (x - s)), \quad \text{bias } b = -w s"#,
    example: "h = step_at(0.4, w=100)\nh(0.4)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let s = call.number("s"), let w = try call.steepness() else { return .unknown }
      return .net(.steps([s], heights: [1], steepness: w, name: "step_at"))
    })

  static let bump = Builtin(
    "bump", .approximation,
    [Parameter("from", .number), Parameter("to", .number), Parameter("height", .number), .steepness],
    summary: "two steps, one up and one down: about the height between from and to, and 0 elsewhere",
    formula: #"y = h\,\sigma(w (x - s_1)) - h\,\sigma(w (x - s_2))"#,
    example: "b = bump(0.4, 0.6, 0.8)\nb(0.5)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let from = call.number("from"), let to = call.number("to"), let height = call.number("height"),
        let w = try call.steepness()
      else { return .unknown }
      guard from < to else {
        throw call.error(
          .typeMismatch,
          "a bump goes from a smaller to a larger number, this from \(from.text()) to \(to.text())",
          at: "to", hint: "exchange the two")
      }
      return .net(.steps([from, to], heights: [height, -height], steepness: w, name: "bump"))
    })

  static let bumps = Builtin(
    "bumps", .approximation,
    [
      Parameter("f", .series), Parameter("n", .number, .optional),
      Parameter("on", .interval, .defaulted(.interval(0, 1))),
      .steepness,
    ],
    summary:
      "a net of bumps side by side, two hidden units for each: of the heights given, or of n parts of f",
    formula:
      #"y = \sum_{k=1}^n h_k \left(\sigma(w (x - s_{k-1})) - \sigma(w (x - s_k))\right),\ h_k = f\left(\tfrac{s_{k-1} + s_k}{2}\right)"#,
    example: "f(x) = x^2\nb = bumps(f, 5)\nunits(b)\nbumps([0.2, 0.7, 0.4])(0.5)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let w = try call.steepness(), let heights = try call.heights(&evaluator) else { return .unknown }
      try evaluator.charge(100 * heights.count, at: call.range)
      try evaluator.allocate(elements: 10 * heights.count, at: call.range)
      let edges = call.edges(heights.count)
      let ends = (0..<heights.count).flatMap { [edges[$0], edges[$0 + 1]] }
      return .net(.steps(ends, heights: heights.flatMap { [$0, -$0] }, steepness: w, name: "bumps"))
    })

  static let tower = Builtin(
    "tower", .approximation,
    [
      Parameter("x", .interval), Parameter("y", .interval),
      Parameter("height", .number, .defaulted(.number(1))),
      Parameter("h", .number, .defaulted(.number(10))), .steepness,
    ],
    summary:
      "about the height over a rectangle of the plane and 0 elsewhere: four steps, and a unit that fires where both bumps are",
    formula: #"y = \mathit{height} \cdot \sigma\left(h\,(b_x + b_y) - \tfrac{3}{2} h\right)"#,
    example: "t = tower(x=0.4..0.6, y=0.3..0.7)\nt(0.5, 0.5)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let x = call.interval("x"), let y = call.interval("y"), let w = try call.steepness(),
        let height = call.number("height"), let inner = call.number("h")
      else { return .unknown }
      let tower = Tower(x: x, y: y, height: height)
      return .net(.towers([tower], inner: inner, steepness: w, name: "tower"))
    })

  static let towers = Builtin(
    "towers", .approximation,
    [
      Parameter("f", .any("a function or a net of two numbers")), Parameter("n", .number),
      Parameter("h", .number, .defaulted(.number(10))), .steepness,
    ],
    summary: "n × n towers over the unit square, each as high as f is in its middle",
    example: "g(x, y) = x*y\nt = towers(g, 3)\nunits(t)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let n = try call.count("n", from: 1, to: 40), let w = try call.steepness(),
        let inner = call.number("h"), !call.hasUnknown, let net = try call.approximated(2, &evaluator)
      else { return .unknown }
      func middle(_ k: Int) -> Double { (Double(k) + 0.5) / Double(n) }
      let middles: [Double] = (0..<n * n).flatMap { [middle($0 / n), middle($0 % n)] }
      let heights = try evaluator.evaluate(net, rows: Tensor([n * n, 2], middles), at: call.range)
      try evaluator.allocate(elements: 50 * n * n * n * n, at: call.range)
      func part(_ k: Int) -> ClosedRange<Double> { Double(k) / Double(n)...Double(k + 1) / Double(n) }
      let towers = (0..<n * n).map { Tower(x: part($0 / n), y: part($0 % n), height: heights.elements[$0]) }
      return .net(.towers(towers, inner: inner, steepness: w, name: "towers"))
    })

  static let error = Builtin(
    "error", .approximation,
    [
      Parameter("f", .any("a function or a net of one or two numbers")),
      Parameter("net", .any("a function or a net of as many numbers")),
      Parameter("on", .interval, .defaulted(.interval(0, 1))),
      Parameter("norm", .choice(["mean", "sup"]), .defaulted(.text("mean"))),
    ],
    summary:
      "how far two functions are apart: the mean or the largest distance at 1,000 middles, or 200 × 200 in the plane",
    formula: #"\frac{1}{m} \sum_{k=1}^m |f(x_k) - g(x_k)| \ \text{ or }\ \max_k |f(x_k) - g(x_k)|"#,
    example: "f(x) = x^2\nerror(f, bumps(f, 10))",
    read: { (call, evaluator) throws(Stop) in try call.sides(&evaluator) },
    gives: .symbol(Symbol(shape: .scalar)),
    run: { (sides, call, evaluator) throws(Stop) in
      let points = call.middles(inputCount: sides.0.inputCount)
      let a = try evaluator.evaluate(sides.0, rows: points, at: call.range).elements
      let b = try evaluator.evaluate(sides.1, rows: points, at: call.range).elements
      let distances = zip(a, b).map { ($0 - $1).magnitude }
      if call.text("norm") == "sup" {
        return .number(distances.contains(where: \.isNaN) ? .nan : distances.max() ?? 0)
      }
      return .number(distances.reduce(0, +) / Double(distances.count))
    })
}

extension Call {
  /// The weight of the input in a step; nil where it is not known.
  fileprivate func steepness() throws(Stop) -> Double? {
    if hasUnknown { return nil }
    guard let w = number("w") else { return nil }
    guard w.isFinite, w != 0 else {
      throw error(.typeMismatch, "a step has a weight other than 0, this is \(w.text())", at: "w")
    }
    return w
  }

  private var domain: ClosedRange<Double> { interval("on") ?? 0...1 }

  /// The ends of n equal parts of the interval.
  fileprivate func edges(_ n: Int) -> [Double] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    return (0...n).map { low + (high - low) * Double($0) / Double(n) }
  }

  /// The heights of bumps: as they are given, or of a function in the middle of each part.
  fileprivate func heights(_ evaluator: inout Evaluator) throws(Stop) -> [Double]? {
    guard let f = arguments["f"] else { return nil }
    guard domain.lowerBound < domain.upperBound else {
      throw error(.typeMismatch, "the interval has no length", at: "on", hint: "such as on=0..1")
    }
    if let heights = f.value.tensor {
      guard heights.rank == 1, heights.count > 0 else {
        throw error(
          .shapeMismatch, "the heights are a vector, one for each bump, this is \(heights.shape.phrase)",
          at: "f",
          hint: "such as [0.2, 0.7, 0.4]")
      }
      if let n = number("n"), n != Double(heights.count) {
        throw error(
          .typeMismatch, "there are \(counted(heights.count, "height")), and n says \(n.text())", at: "n",
          hint: "leave out n")
      }
      return heights.elements
    }
    if f.value.isUnknown || f.value.shape != nil { return nil }
    guard has("n") else {
      throw error(
        .typeMismatch, "how many bumps a function is cut into is missing", hint: "bumps(\(f.text), 5)")
    }
    guard let n = try count("n", from: 1, to: 10_000), let net = try approximated(1, &evaluator) else {
      return nil
    }
    let edges = self.edges(n)
    let middles = (0..<n).map { (edges[$0] + edges[$0 + 1]) / 2 }
    return try evaluator.evaluate(net, rows: Tensor([n, 1], middles), at: range).elements
  }

  /// The function that is approximated, of `inputCount` numbers; nil where it is not known.
  fileprivate func approximated(_ inputCount: Int, _ evaluator: inout Evaluator) throws(Stop) -> Net? {
    guard let f = arguments["f"],
      let net = try evaluator.predictor(f.value, inputCount: inputCount, at: f.range)
    else { return nil }
    guard net.outputCount == 1 else {
      throw error(
        .typeMismatch, "one number is approximated, this gives \(counted(net.outputCount, "number"))", at: "f"
      )
    }
    return net
  }

  /// Both functions that are compared; nil where one is not known.
  fileprivate func sides(_ evaluator: inout Evaluator) throws(Stop) -> (Net, Net)? {
    guard let f = arguments["f"], let g = arguments["net"] else { return nil }
    let counts = (try inputCount("f"), try inputCount("net"))
    guard let count = counts.0 ?? counts.1 else { return nil }
    guard let first = try evaluator.predictor(f.value, inputCount: count, at: f.range),
      let second = try evaluator.predictor(g.value, inputCount: count, at: g.range)
    else { return nil }
    for (net, name) in [(first, "f"), (second, "net")] where net.outputCount != 1 {
      throw error(.typeMismatch, "one number is compared, this gives \(net.outputCount)", at: name)
    }
    return (first, second)
  }

  /// Over how many numbers a function goes; nil where it is not known.
  private func inputCount(_ name: String) throws(Stop) -> Int? {
    guard let argument = arguments[name] else { return nil }
    let count: Int
    switch argument.value {
    case .unknown: return nil
    case .callable(.net(let net)): count = net.inputCount
    case .callable(.function(let function)): count = function.parameters.count
    case .callable(.builtin): count = 1
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw error(
        .typeMismatch, "functions and nets are compared, this is \(argument.value.kindText)", at: name)
    }
    guard 1...2 ~= count else {
      throw error(.inputCount, "functions of one or two numbers are compared, this takes \(count)", at: name)
    }
    return count
  }

  /// The middles of 1,000 parts of the interval, or of 200 × 200 parts of its square.
  fileprivate func middles(inputCount: Int) -> Tensor {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    func middle(_ k: Int, _ n: Int) -> Double { low + (high - low) * (Double(k) + 0.5) / Double(n) }
    if inputCount == 1 { return Tensor([1_000, 1], (0..<1_000).map { middle($0, 1_000) }) }
    let sides = (0..<200).map { middle($0, 200) }
    return Tensor([40_000, 2], sides.flatMap { x in sides.flatMap { [x, $0] } })
  }
}

/// A rectangle of the plane, and how high a net shall be over it.
private struct Tower {
  let x, y: ClosedRange<Double>
  let height: Double
}

extension Net {
  /// A sum of steps: hidden units σ(w(x − s)), each with its weight in the output; `h` are the hidden units.
  fileprivate static func steps(
    _ edges: [Double], heights: [Double], steepness w: Double, name: String
  ) -> Net {
    var graph = Graph(inputShape: [1])
    let count = edges.count
    let W = graph.parameter(Tensor([1, count], Array(repeating: w, count: count)))
    let b = graph.parameter(Tensor(edges.map { 0 - w * $0 }))
    let v = graph.parameter(Tensor(heights))
    let h = graph.layer(graph.input, W, b)
    let output = graph.appending(.matrixProduct, [h, v])
    return Net(
      graph: graph, output: output, parts: ["h": Part(node: h, parameters: ["W": W, "b": b])],
      parameters: ["v": v], origin: .library(name))
  }

  /// A sum of towers: four steps each, then a unit that fires where both bumps are; `steps` and `h` are the layers.
  fileprivate static func towers(
    _ towers: [Tower], inner h: Double, steepness w: Double, name: String
  ) -> Net {
    var graph = Graph(inputShape: [2])
    let count = towers.count
    // The steps of tower k stand at 4k: x up, x down, y up, y down.
    var first = [Double](repeating: 0, count: 2 * 4 * count), bias = [Double]()
    var second = [Double](repeating: 0, count: 4 * count * count)
    for (k, tower) in towers.enumerated() {
      for step in 0..<4 { first[(step / 2) * 4 * count + 4 * k + step] = w }
      bias += [tower.x.lowerBound, tower.x.upperBound, tower.y.lowerBound, tower.y.upperBound].map {
        0 - w * $0
      }
      for (step, sign) in [1.0, -1, 1, -1].enumerated() { second[(4 * k + step) * count + k] = sign * h }
    }
    let W1 = graph.parameter(Tensor([2, 4 * count], first)), b1 = graph.parameter(Tensor(bias))
    let W2 = graph.parameter(Tensor([4 * count, count], second))
    let b2 = graph.parameter(Tensor(Array(repeating: -1.5 * h, count: count)))
    let v = graph.parameter(Tensor(towers.map(\.height)))
    let steps = graph.layer(graph.input, W1, b1), inner = graph.layer(steps, W2, b2)
    let output = graph.appending(.matrixProduct, [inner, v])
    return Net(
      graph: graph, output: output,
      parts: [
        "steps": Part(node: steps, parameters: ["W": W1, "b": b1]),
        "h": Part(node: inner, parameters: ["W": W2, "b": b2]),
      ], parameters: ["v": v], origin: .library(name))
  }
}

extension Graph {
  /// Adds σ(x·W + b).
  fileprivate mutating func layer(_ x: Node, _ W: Node, _ b: Node) -> Node {
    let z = appending(.add, [appending(.matrixProduct, [x, W]), b])
    return appending(Activation.sigmoid.operation, [z])
  }
}
