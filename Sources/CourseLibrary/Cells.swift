import BigInt
import BooleanLogic
import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tensors
import Wording

extension Library {
  /// The cells of the plane between the lines of threshold units, and their areas.
  static let cells: [Builtin] = [.cells, .area, .areaError]
}

extension Parameter {
  /// The rectangle that is measured.
  fileprivate static let rectangle = [
    Parameter("x", .interval, .optional), Parameter("y", .interval, .optional),
  ]
}

extension Builtin {
  static let cells = Builtin(
    "cells", .regions, [Parameter("net", .net)] + Parameter.rectangle,
    summary:
      "the cells between the lines of a net of threshold units, with corners and exact areas; fields count patterns sums values areas corners",
    example: "triangle = polygon([0, 0; 2, 0; 0, 2])\ncells(triangle, x=-1..3, y=-1..3)",
    read: { (call, _) throws(Stop) in call.hasUnknown ? nil : call.net("net") },
    expected: { (net, call, evaluator) throws(Stop) in
      // What is wrong with a net whose numbers are known is found before the run.
      if net.isGiven { _ = try CutPlane([net], of: call, &evaluator) }
      return .unknown
    },
    run: { (net, call, evaluator) throws(Stop) in
      .structure(try CutPlane([net], of: call, &evaluator).structure(evaluator.words))
    })

  static let area = Builtin(
    "area", .regions, [Parameter("net", .net)] + Parameter.rectangle,
    summary:
      "the exact area in which a net of threshold units fires; of the part in the rectangle x, y where one is given",
    example: "area(polygon([0, 0; 2, 0; 0, 2]))\narea(halfplane([1, 0], 0), x=-1..1, y=-1..1)",
    read: { (call, _) throws(Stop) in call.hasUnknown ? nil : call.net("net") },
    gives: .symbol(Symbol(shape: .scalar)),
    expected: { (net, call, evaluator) throws(Stop) in
      // What is wrong with a net whose numbers are known is found before the run.
      if net.isGiven { _ = try CutPlane([net], of: call, &evaluator).area { $0[0] } }
      return .symbol(Symbol(shape: .scalar))
    },
    run: { (net, call, evaluator) throws(Stop) in
      .number(try CutPlane([net], of: call, &evaluator).area { $0[0] })
    })

  static let areaError = Builtin(
    "area_error", .regions,
    [Parameter("net", .net), Parameter("target", .net)] + Parameter.rectangle,
    summary: "the exact area in which two nets of threshold units disagree",
    formula: #"|A \setminus B| + |B \setminus A|"#,
    example: "a = polygon([0, 0; 2, 0; 2, 2; 0, 2])\nb = polygon([1, 0; 3, 0; 3, 2; 1, 2])\narea_error(a, b)",
    read: { (call, _) throws(Stop) -> [Net]? in
      guard let net = call.net("net"), let target = call.net("target"), !call.hasUnknown else { return nil }
      return [net, target]
    },
    gives: .symbol(Symbol(shape: .scalar)),
    expected: { (nets, call, evaluator) throws(Stop) in
      // What is wrong with a net whose numbers are known is found before the run.
      if nets.allSatisfy(\.isGiven) { _ = try CutPlane(nets, of: call, &evaluator).area { $0[0] != $0[1] } }
      return .symbol(Symbol(shape: .scalar))
    },
    run: { (nets, call, evaluator) throws(Stop) in
      .number(try CutPlane(nets, of: call, &evaluator).area { $0[0] != $0[1] })
    })
}

/// A rectangle of the plane, cut by the lines of one net or two.
private struct CutPlane {
  private let call: Call
  private let cells: [PlaneCells.Cell]
  /// Whether each net fires, by cell.
  private let values: [[Bool]]
  /// The rectangle.
  private let x, y: (Rational, Rational)
  /// Whether the call says which rectangle.
  private let isGiven: Bool

  /// The most lines.
  private static let mostLines = 200
  /// The fuel of holding a cell against a line: a dozen operations on fractions.
  private static let price = 30_000
  /// The most cells that are shown.
  private static let mostShown = 40

  init(_ nets: [Net], of call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    self.call = call
    var units: [ThresholdUnit] = []
    for (net, name) in zip(nets, ["net", "target"]) {
      guard net.inputCount == 2, net.outputCount == 1 else {
        throw call.error(
          .inputCount,
          "cells are parts of a plane, this net has \(counted(net.inputCount, "input")) and \(counted(net.outputCount, "output"))",
          at: name)
      }
      try evaluator.charge(net.cost.saturatingProduct(8), at: call.range)
      try evaluator.charge(operations: net.graph.count, at: call.range)
      units += net.graph.thresholdUnits(of: net.output).filter { !units.contains($0) }
    }
    guard units.count <= Self.mostLines else {
      throw call.error(
        .tableTooLarge, "\(units.count) lines cut the plane into too many cells", at: "net",
        hint: "use a net of at most \(Self.mostLines) units in the first layer")
    }
    let lines = units.compactMap(PlaneCells.Line.init)
    guard lines.count == units.count else {
      throw call.error(.notFinite, "a weight or a threshold of the net is no finite number", at: "net")
    }
    isGiven = call.has("x") && call.has("y")
    (x, y) = try Self.rectangle(call, units)
    var plane = PlaneCells(x: x, y: y)
    for line in lines {
      try evaluator.charge(
        Self.price.saturatingProduct(plane.cells.count).saturatingProduct(line.difficulty), at: call.range)
      try evaluator.allocate(bytes: 100 * plane.cells.count, at: call.range)
      plane.cut(by: line)
    }
    cells = plane.cells
    var values = [[Bool]](repeating: [], count: cells.count)
    for (net, name) in zip(nets, ["net", "target"]) {
      for (index, value) in try Self.values(of: net, in: cells, call, name, &evaluator).enumerated() {
        values[index].append(value)
      }
    }
    self.values = values
  }

  /// The rectangle of the call, or one that holds all crossings of lines.
  private static func rectangle(
    _ call: Call, _ units: [ThresholdUnit]
  ) throws(Stop) -> (x: (Rational, Rational), y: (Rational, Rational)) {
    let points = PlanePicture.crossings(of: units)
    func side(_ name: String, _ numbers: [Double]) throws(Stop) -> (Rational, Rational) {
      let given = call.interval(name)
      let (low, high) = (numbers.min() ?? -6, numbers.max() ?? 6)
      let margin = high > low ? (high - low) / 8 : 1
      let (lower, upper) = (given?.lowerBound ?? low - margin, given?.upperBound ?? high + margin)
      guard let a = Rational(decimalOf: lower), let b = Rational(decimalOf: upper), a < b else {
        throw call.error(
          .typeMismatch,
          "a rectangle is wider than 0, `\(name)` goes from \(lower.text()) to \(upper.text())",
          at: name, hint: "such as \(name)=-1..1")
      }
      return (a, b)
    }
    return (try side("x", points.map(\.x)), try side("y", points.map(\.y)))
  }

  /// Whether the net fires in each cell: in its middle, and towards every corner.
  private static func values(
    of net: Net, in cells: [PlaneCells.Cell], _ call: Call, _ name: String, _ evaluator: inout Evaluator
  ) throws(Stop) -> [Bool] {
    var points: [Double] = []
    for cell in cells {
      let middle = cell.middle
      let (x, y) = (middle.x.value, middle.y.value)
      points += [x, y]
      for corner in cell.corners { points += [(x + corner.x.value) / 2, (y + corner.y.value) / 2] }
    }
    let answers = try evaluator.evaluate(net, rows: Tensor([points.count / 2, 2], points), at: call.range)
      .elements
    var values: [Bool] = []
    var start = 0
    for cell in cells {
      let own = answers[start..<start + cell.corners.count + 1]
      start += cell.corners.count + 1
      guard let first = own.first, own.allSatisfy({ $0 == first }) else {
        throw call.error(
          .typeMismatch,
          "the net is not constant between the lines of its first layer, so its cells have no value",
          at: name, hint: "use step in all of its layers")
      }
      values.append(first >= 0.5)
    }
    return values
  }

  // MARK: Answers

  /// The area of the cells that are wanted, by whether the nets fire in them.
  func area(_ isWanted: ([Bool]) -> Bool) throws(Stop) -> Double {
    var area = Rational.zero
    for (cell, value) in zip(cells, values) where isWanted(value) {
      guard isGiven || !touchesBorder(cell) else {
        throw call.error(
          .notFinite, "the region goes on for ever, so its area is not finite", at: "net",
          hint: "say which part of it is measured: x=-6..6, y=-6..6")
      }
      area = area + cell.area
    }
    return area.value
  }

  private func touchesBorder(_ cell: PlaneCells.Cell) -> Bool {
    cell.corners.contains { $0.x == x.0 || $0.x == x.1 || $0.y == y.0 || $0.y == y.1 }
  }

  /// A coordinate in words; one that only rounding keeps from 0 is 0.
  private func words(_ coordinate: Rational) -> String {
    let (value, width) = (coordinate.value, (x.1 - x.0 + y.1 - y.0).value)
    return (value.magnitude < 1e-13 * width ? 0 : value).text(significantDigits: 4)
  }

  func structure(_ page: Words) -> Structure {
    let patterns = cells.map { cell in cell.fires.map { $0 ? 1.0 : 0 } }
    let sums = patterns.map { $0.reduce(0, +) }
    let areas = cells.map(\.area.value)
    let fired = values.map { $0[0] ? 1.0 : 0 }
    let order = cells.indices.sorted { (sums[$0], $1) > (sums[$1], $0) }
    func ordered(_ numbers: [Double]) -> Tensor { Tensor(order.map { numbers[$0] }) }
    let corners = order.map { index -> Value in
      .tensor(
        Tensor([cells[index].corners.count, 2], cells[index].corners.flatMap { [$0.x.value, $0.y.value] }))
    }
    let rows = order.prefix(Self.mostShown).map { index in
      [
        cells[index].fires.map { $0 ? "1" : "0" }.joined(), sums[index].text(), fired[index].text(),
        areas[index].text(significantDigits: 6),
        cells[index].corners.map { "(\(words($0.x)), \(words($0.y)))" }
          .joined(separator: " "),
      ]
    }
    let rest = cells.count - rows.count
    return Structure(
      "the cells of a net",
      fields: [
        ("count", .number(Double(cells.count))),
        ("patterns", .tensor(Tensor([cells.count, patterns[0].count], order.flatMap { patterns[$0] }))),
        ("sums", .tensor(ordered(sums))), ("values", .tensor(ordered(fired))),
        ("areas", .tensor(ordered(areas))), ("corners", .list(ValueList(corners))),
      ],
      shown: [
        .table(
          TableOutput(
            header: [page(.firing), page(.sumColumn), "y", page(.area), page(.corners)], inputCount: 1,
            rows: rows,
            note: rest > 0 ? page.counted(.furtherCells, rest) : nil))
      ])
  }
}

extension Rational {
  /// The shortest decimal that reads back as this number; nil for NaN and the infinities.
  fileprivate init?(decimalOf number: Double) {
    guard let decimal = ExactDecimal(shortestOf: number), decimal.exponent.magnitude < 400 else { return nil }
    self.init(mantissa: decimal.mantissa, powerOfTen: decimal.exponent)
  }
}

extension PlaneCells.Line {
  /// The line of a unit with two inputs, of its decimals as written.
  fileprivate init?(_ unit: ThresholdUnit) {
    guard let a = Rational(decimalOf: unit.weights[0]), let b = Rational(decimalOf: unit.weights[1]),
      let c = Rational(decimalOf: unit.threshold)
    else { return nil }
    self.init(a: a, b: b, c: c)
  }
}
