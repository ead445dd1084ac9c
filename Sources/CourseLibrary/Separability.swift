import BigInt
import BooleanLogic
import Diagnostics
import Figures
import Language
import Tables
import Tensors
import Wording

extension Builtin {
  static let separable = Builtin(
    "separable", .boolean, [Parameter("data", .table)],
    summary:
      "whether a single unit can tell the two values apart: the line farthest from both, or why there is none",
    formula:
      #"w \cdot a > T > w \cdot b \ \ \text{or}\ \ \textstyle\sum_i \lambda_i a_i = \sum_j \mu_j b_j,\ \sum_i \lambda_i = \sum_j \mu_j > 0"#,
    example: "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\nseparable(XOR)", traits: [.exact, .counts],
    read: { (call, _) throws(Stop) -> LabelledPoints? in
      guard let table = call.table("data") else { return nil }
      return try LabelledPoints(table, call)
    },
    run: { (points, call, evaluator) throws(Stop) in
      let separation = try points.separation(&evaluator, call)
      return .structure(try points.verdict(separation.separation, scale: separation.scale, &evaluator, call))
    })
}

/// The rows of a table in two sets, by their value.
private struct LabelledPoints {
  private let table: Table
  /// The rows with the larger value, and those with the smaller one.
  private let upper, lower: [Int]
  /// The values of both, where there are two.
  private let labels: [Double]
  /// Whether the inputs are 0 and 1.
  private let isBoolean: Bool

  /// Takes the rows that have a value.
  init(_ table: Table, _ call: Call) throws(Stop) {
    guard table.outputs.count == 1 else {
      throw call.error(
        .typeMismatch, "one output is separated, `\(table.name)` has \(table.outputs.count)", at: "data",
        hint: "make a table of one of them")
    }
    let asked = (0..<table.rowCount).filter { !table.isFree(row: $0, column: 0) }
    guard !asked.isEmpty else {
      throw call.error(
        .emptyComparison, "there is nothing to tell apart: no row has an output that is asked", at: "data",
        hint: "give the table rows with outputs other than -")
    }
    let labels = Set(asked.map { table.output(ofRow: $0, column: 0) }).sorted()
    guard labels.count <= 2 else {
      throw call.error(
        .typeMismatch,
        "a line tells two values apart, the output has \(labels.count): \(labels.prefix(4).map { $0.text() }.joined(separator: ", "))\(labels.count > 4 ? ", …" : "")",
        at: "data", hint: "ask for one class at a time: data(t.X, t.y == 1)")
    }
    if !table.isCounted, let odd = (table.X.elements + labels).first(where: { !$0.isFinite }) {
      throw call.error(.typeMismatch, "the table holds \(odd.text()), which lies nowhere", at: "data")
    }
    self.table = table
    self.labels = labels
    isBoolean = table.hasBooleanInputs
    // Of one value alone, 1 is the upper one and 0 the lower one.
    let isOnlyLower = labels.count == 1 && labels[0] <= 0
    let isUpper = { (row: Int) in table.output(ofRow: row, column: 0) == labels.last }
    upper = isOnlyLower ? [] : asked.filter(isUpper)
    lower = isOnlyLower ? asked : labels.count == 2 ? asked.filter { !isUpper($0) } : []
  }

  private func point(_ row: Int) -> [Double] { table.inputs(of: row..<row + 1).elements }

  func separation(
    _ evaluator: inout Evaluator, _ call: Call
  ) throws(Stop) -> (separation: Separation, scale: Int) {
    let n = table.inputs.count
    // The points of a plane are drawn.
    if n == 2 { try evaluator.charge(500 * table.rowCount, at: call.range) }
    // Whole numbers of any size grow to about 2n times the length of a coordinate. Products with coordinates take as
    // long as that; elimination and common divisors, (n + 2)³ of them, its square.
    let words = 1 + n * table.coordinateBits / 32
    // The sums of a truth table are put together from those of both halves of its inputs.
    let products =
      table.isCounted
      ? table.rowCount.saturatingProduct(10)
      : table.rowCount.saturatingProduct(n + 1).saturatingProduct(50 + 4 * words)
    let divisions = ((n + 2) * (n + 2) * (n + 2)).saturatingProduct(100 + 10 * words * words)
    let step = products.saturatingSum(divisions)
    try evaluator.charge(step, at: call.range)
    try evaluator.allocate(bytes: table.isCounted ? 24 * table.rowCount : 100 * table.X.count, at: call.range)
    let most = max(1, min(10_000, evaluator.fuelLeft / 2 / step))
    var left = most
    let (separation, scale) =
      table.isCounted
      ? (Separation(inputCount: n, upper: upper, lower: lower, stepsLeft: &left), 0)
      : Separation.decide(upper: upper.map(point), lower: lower.map(point), stepsLeft: &left)
    if case .undecided = separation {
      try evaluator.charge((most - 1).saturatingProduct(step), at: call.range)
      throw call.error(
        .fuelLimit, "it was not decided within \(most) steps of exact arithmetic", at: "data",
        hint: "take fewer rows or inputs, or train a perceptron with perceptron_rule")
    }
    try evaluator.charge((most - left).saturatingProduct(step), at: call.range)
    return (separation, scale)
  }

  // MARK: The verdict

  func verdict(
    _ separation: Separation, scale: Int, _ evaluator: inout Evaluator, _ call: Call
  ) throws(Stop) -> Structure {
    switch separation {
    case .separated(let plane): return try separated(plane, scale: scale, &evaluator, call)
    case .crossing(let crossing): return crossed(crossing, evaluator.words)
    case .undecided: preconditionFailure("a verdict of what is undecided")
    }
  }

  private func separated(
    _ plane: Separation.Hyperplane, scale: Int, _ evaluator: inout Evaluator, _ call: Call
  ) throws(Stop) -> Structure {
    let (weights, threshold, quarterGap) = plane.numbers(scale: scale)
    let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let margin = length > 0 ? quarterGap / (length / 2) : .infinity
    let line = "\(linearText(weights, table.inputs)) = \(threshold.text())"
    let reason =
      length > 0
      ? Message(.separated, line, name(labels.last), name(labels.first), margin.text()) : Message(.oneValue)
    let net = Net.perceptron(
      weights: Tensor(weights), threshold: threshold, firing: .atZero, activation: .step)
    let holds = try holds(net, weights, &evaluator, call)
    return Structure(
      "a verdict of separable",
      fields: [
        ("w", .tensor(Tensor(weights))), ("T", .number(threshold)), ("margin", .number(margin)),
      ] + (holds ? [("net", .net(net))] : []),
      shown: [.summary(evaluator.words(reason))]
        + (length > 0 ? picture(.line(weights, threshold, margin: margin), evaluator.words) : []),
      content: .verdict(true, reason: reason))
  }

  /// Whether the net tells the rows apart: the line is exact, but its weights as float64 numbers may no longer separate
  /// points that nearly touch.
  private func holds(
    _ net: Net, _ weights: [Double], _ evaluator: inout Evaluator, _ call: Call
  ) throws(Stop) -> Bool {
    // No sum of a truth table is rounded where the weights are whole.
    if table.isCounted, weights.allSatisfy({ $0 == $0.rounded() }) { return true }
    let answers = try evaluator.evaluate(net, on: table, at: call.range).elements
    return upper.allSatisfy { answers[$0] == 1 } && lower.allSatisfy { answers[$0] == 0 }
  }

  private func crossed(_ crossing: Separation.Crossing, _ page: Words) -> Structure {
    let (above, below) = (sides(crossing.upper, upper), sides(crossing.lower, lower))
    let total = crossing.upper.reduce(BigInt(0)) { $0 + $1.coefficient }
    let (first, last) = (name(labels.first), name(labels.last))
    let reason =
      isBoolean || total < 1_000
      ? Message(.contradiction, below.identity, above.identity, first, last)
      : Message(.between, above.middle, last, first)
    return Structure(
      "a verdict of separable",
      fields: [
        ("upper", .tensor(above.rows)), ("upper_weights", .tensor(above.weights)),
        ("lower", .tensor(below.rows)), ("lower_weights", .tensor(below.weights)),
      ],
      shown: [.summary(page(reason))] + picture(.hulls(common: above.point), page),
      content: .verdict(false, reason: reason)
    )
  }

  /// The picture of the verdict, where the points are those of a plane.
  private func picture(_ proof: SeparationPicture.Proof, _ words: Words) -> [Structure.Line] {
    guard table.inputs.count == 2, table.rowCount > 0 else { return [] }
    return [.figure(SeparationPicture(table, upper: upper, lower: lower, proof, words).figure)]
  }

  private func name(_ label: Double?) -> String { label?.text() ?? "" }

  /// One side of a certificate: its rows, their coefficients, and both written out.
  private func sides(
    _ parts: [Separation.Crossing.Part], _ indices: [Int]
  ) -> (rows: Tensor, weights: Tensor, identity: String, middle: String, point: [Double]) {
    let rows = parts.map { point(indices[$0.index]) }
    let total = parts.reduce(BigInt(0)) { $0 + $1.coefficient }
    let shares = parts.map { Self.quotient($0.coefficient, total) }
    let terms = zip(parts, rows).map { part, row in
      let text =
        isBoolean
        ? row.map { $0 == 1 ? "1" : "0" }.joined() : "(\(row.map { $0.text() }.joined(separator: ", ")))"
      return part.coefficient == 1 ? text : "\(part.coefficient)·\(text)"
    }
    let common = (0..<table.inputs.count).map { column in
      zip(shares, rows).reduce(0) { $0 + $1.0 * $1.1[column] }
    }
    let middle = common.map { $0.text(significantDigits: 4) }
    let weights = total < 1 << 50 ? parts.map { Double($0.coefficient) } : shares
    return (
      Tensor([rows.count, table.inputs.count], rows.flatMap { $0 }), Tensor(weights),
      terms.joined(separator: " + "), "(\(middle.joined(separator: ", ")))", common
    )
  }

  /// a/b to float64's accuracy, for whole numbers of any size.
  private static func quotient(_ a: BigInt, _ b: BigInt) -> Double {
    let shift = max(0, max(a.bitWidth, b.bitWidth) - 900)
    return Double(a >> shift) / Double(b >> shift)
  }
}

extension Table {
  /// How many binary digits lie between the first one of the largest input and the last one of the smallest.
  fileprivate var coordinateBits: Int {
    if isCounted { return 1 }
    let inputs = X.elements.filter { $0 != 0 }
    guard let highest = inputs.map(\.exponent).max(),
      let lowest = inputs.map({ Int($0.exponent) - $0.significandWidth }).min()
    else { return 1 }
    return Int(highest) - lowest + 1
  }
}

extension Separation.Hyperplane {
  /// w, T and a quarter of the gap as float64 numbers for points that were multiplied by 2^`scale`.
  ///
  /// Small whole weights are kept as they are, else the largest becomes 1.
  fileprivate func numbers(scale: Int) -> (weights: [Double], threshold: Double, quarterGap: Double) {
    let largest = weights.map(\.magnitude).max() ?? 0
    // Longer weights only repeat the digits of the data and cannot be read.
    let unit = largest < 1_000 ? BigInt(1) : BigInt(largest)
    func number(_ whole: BigInt, _ shift: Int) -> Double {
      // 70 digits of the quotient, of which float64 keeps 53.
      let digits = (whole << 70) / unit
      let extra = max(0, digits.magnitude.bitWidth - 1_000)
      return Double(digits >> extra)
        * Double(sign: .plus, exponent: max(-1_070, extra - 70 - shift), significand: 1)
    }
    return (weights.map { number($0, 0) }, number(twiceThreshold, scale + 1), number(gap, scale + 2))
  }
}
