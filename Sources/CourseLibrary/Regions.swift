import Wording
import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Regions of the plane as nets of threshold units.
  static let regions: [Builtin] = [
    .halfplane, .polygon, .regularPolygon,
    .combined("all_of", "the region that lies in all of these") { $0 },
    .combined("any_of", "the region that lies in any of these") { _ in 1 },
  ]
}

extension Builtin {
  static let halfplane = Builtin(
    "halfplane", .regions, [Parameter("w", .vector), Parameter("b", .number)],
    summary: "the points with w·x + b >= 0", formula: #"w \cdot x + b \ge 0"#,
    example: "h = halfplane([1, 1], -1)\nh(1, 1)",
    traits: [.exact],
    evaluation: .known { (call, _) throws(Stop) in
      guard let w = call.tensor("w"), let b = call.number("b") else { return .unknown }
      guard !w.elements.isEmpty else {
        throw call.error(
          .shapeMismatch, "a halfplane has a weight for each coordinate, this is [0]", at: "w",
          hint: "such as halfplane([1, 1], -1)")
      }
      return .net(.perceptron(weights: w, threshold: b == 0 ? 0 : -b, firing: .atZero, activation: .step))
    })

  static let polygon = Builtin(
    "polygon", .regions, [Parameter("corners", .tensor)],
    summary: "a convex polygon: one unit a side, and all of them must fire",
    example: "triangle = polygon([0, 0; 2, 0; 0, 2])\ntriangle(0.5, 0.5)",
    traits: [.exact],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let corners = call.tensor("corners") else { return .unknown }
      // Every corner is held against every side.
      let count = corners.shape.sizes.first ?? 0
      try evaluator.charge(10.saturatingProduct(count).saturatingProduct(count), at: call.range)
      return .net(.region(try call.sides(of: corners, evaluator.precision), name: "polygon"))
    })

  static let regularPolygon = Builtin(
    "regular_polygon", .regions, [Parameter("n", .number), Parameter("r", .number, .defaulted(.number(1)))],
    summary: "n sides around the circle of radius r, one facing +x",
    example: "hexagon = regular_polygon(6)\nhexagon(0, 0)",
    traits: [.exact],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let count = try call.count("n", from: 3, to: 10_000), let radius = call.number("r") else {
        return .unknown
      }
      try evaluator.charge(1_000 * count, at: call.range)
      guard radius > 0 else { throw call.error(.typeMismatch, "a radius is above 0", at: "r") }
      let sides = (0..<count).map { side in
        let (x, y) = direction(side, of: count)
        return ThresholdUnit(weights: [0 - x, 0 - y], threshold: -radius)
      }
      return .net(.region(sides, name: "regular_polygon"))
    })

  /// The cosine and the sine of this part of a turn: of a rest below a quarter, then turned by whole quarters,
  /// so that the four directions along the axes have no rounding.
  private static func direction(_ part: Int, of count: Int) -> (Double, Double) {
    let (quarters, rest) = (4 * part).quotientAndRemainder(dividingBy: count)
    let angle = 0x1.921fb54442d18p+0 * Double(rest) / Double(count)
    let (x, y) = (Mathematics.cos(angle), Mathematics.sin(angle))
    return switch quarters {
    case 0: (x, y)
    case 1: (0 - y, x)
    case 2: (0 - x, 0 - y)
    case _: (y, 0 - x)
    }
  }

  fileprivate static func combined(
    _ name: String, _ summary: Message, _ needed: @escaping @Sendable (Int) -> Int
  ) -> Builtin {
    Builtin(
      name, .regions, [Parameter("regions", .any("a region, or a list of them"), .repeated)],
      summary: summary,
      example: "a = halfplane([1, 0], 0)\nb = halfplane([0, 1], 0)\nc = \(name)(a, b)\nc(1, -1)",
      traits: [.exact],
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let nets = try call.nets() else { return .unknown }
        var graph = Graph(inputShape: nets[0].inputShape)
        let count = nets.reduce(nets.count) { $0.saturatingSum($1.graph.count) }
        try evaluator.requireRoom(for: count, in: graph, at: call.range)
        try evaluator.charge(operations: count, at: call.range)
        let parts = nets.map { net in
          let part = graph.inline(net.graph, output: net.output, input: graph.input)
          // A layer of one unit gives [1], a formula a number.
          return graph.shape(of: part).isScalar ? part : graph.appending(.index([.at(1)]), [part])
        }
        let h = graph.appending(.stack(parts.count), parts)
        return .net(.counted(h, in: graph, atLeast: needed(nets.count), name: name))
      })
  }
}

extension Net {
  /// Returns the net of threshold units that fires where all of them do.
  static func region(_ units: [ThresholdUnit], name: String) -> Net {
    var graph = Graph(inputShape: [2])
    let weights = Tensor([2, units.count], units.map { $0.weights[0] } + units.map { $0.weights[1] })
    let W = graph.parameter(weights)
    let T = graph.parameter(Tensor(units.map(\.threshold)))
    let h = graph.appending(Activation.step.operation, [graph.weightedSum(W, T)])
    return counted(h, in: graph, atLeast: units.count, name: name)
  }

  /// Returns the net that fires where at least `count` of the units `h` do; `h` and `sum` can be read from outside.
  static func counted(_ h: Graph.Node, in graph: Graph, atLeast count: Int, name: String) -> Net {
    var graph = graph
    let sum = graph.appending(.sum(.all), [h])
    let output = graph.appending(.greaterOrEqual, [sum, graph.constant(Tensor(Double(count)))])
    return Net(
      graph: graph, output: output, parts: ["h": Part(node: h), "sum": Part(node: sum)],
      origin: .library(name))
  }
}

extension Call {
  /// The nets that are given, one by one or as one list; nil where one is not known.
  fileprivate func nets() throws(Stop) -> [Net]? {
    var nets: [Net] = []
    for argument in repeated {
      let values = if case .list(let list) = argument.value { list.values } else { [argument.value] }
      for value in values {
        if value.isUnknown { return nil }
        guard let net = value.net, net.resultShape.rank == 0 else {
          throw .error(
            .typeMismatch, "a region is a net of the plane with one output, this is \(value.kindText)",
            at: argument.range, hint: "such as halfplane([1, 0], 0)")
        }
        if let first = nets.first, first.inputShape != net.inputShape {
          throw .error(
            .typeMismatch,
            "a region takes what the others take, \(first.inputShape), this one takes \(net.inputShape)",
            at: argument.range, hint: "join regions of one plane")
        }
        nets.append(net)
      }
    }
    return nets.isEmpty ? nil : nets
  }

  /// The units of the sides of a convex polygon, each firing inside.
  fileprivate func sides(of corners: Tensor, _ precision: Precision) throws(Stop) -> [ThresholdUnit] {
    guard corners.rank == 2, corners.shape.sizes[1] == 2, corners.shape.sizes[0] >= 3 else {
      throw error(
        .shapeMismatch,
        "corners are the rows of [m, 2] with at least 3 of them, this is \(corners.shape.phrase)",
        at: "corners", hint: "such as [0, 0; 2, 0; 0, 2]")
    }
    let points = (0..<corners.shape.sizes[0]).map { corners.row($0).elements }
    guard corners.elements.allSatisfy(\.isFinite) else {
      throw error(.typeMismatch, "a corner is no finite point", at: "corners")
    }
    let next = points.dropFirst() + points.prefix(1)
    let area = zip(points, next).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
    guard area != 0 else {
      throw error(
        .typeMismatch,
        "the polygon has no area: its corners lie on one line, or its sides cross",
        at: "corners", hint: "give the corners in their order around the polygon")
    }
    let turn: Double = area < 0 ? -1 : 1
    // A corner that is given twice has no side of its own.
    let units = zip(points, next).filter { $0 != $1 }
      .map { ThresholdUnit(sideFrom: $0, to: $1, turn: turn, precision) }
    for (number, point) in points.enumerated() {
      // A little slack: a corner lies on its own sides up to rounding.
      let isOutside = units.contains { unit in
        let z = unit.weights[0] * point[0] + unit.weights[1] * point[1] - unit.threshold
        return z < -1e-9 * area.magnitude
      }
      guard !isOutside else {
        throw error(
          .typeMismatch,
          "the polygon is not convex at corner \(number + 1), (\(point[0].text()), \(point[1].text()))",
          at: "corners", hint: "one layer makes convex regions; join several with any_of")
      }
    }
    return units
  }
}

extension ThresholdUnit {
  /// The unit that fires to the left of the way from a corner to the next, or to the right for a `turn` of −1.
  ///
  /// Its numbers are those of a calculation in decimals, so that corners lie on their sides.
  fileprivate init(sideFrom a: [Double], to b: [Double], turn: Double, _ precision: Precision) {
    let from = a.compactMap { ExactDecimal(shortestOf: $0, precision) }
    let to = b.compactMap { ExactDecimal(shortestOf: $0, precision) }
    let (dx, dy) = (to[0] + -from[0], to[1] + -from[1])
    let normal = turn > 0 ? [-dy, dx] : [dy, -dx]
    let threshold = normal[0] * from[0] + normal[1] * from[1]
    self.init(weights: normal.map { $0.value(precision) }, threshold: threshold.value(precision))
  }
}
