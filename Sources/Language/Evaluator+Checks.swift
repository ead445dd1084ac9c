import Diagnostics
import Syntax
import Tables
import Tensors

extension Evaluator {
  /// Carries out `check`: what does not hold is an output with the reason, not an error.
  mutating func check(
    _ statement: Statement, text: TextLiteral?, worth: NumberLiteral?, _ expression: Expression
  ) throws(Stop) {
    guard mode == .run else {
      let value = try evaluate(expression)
      noteExactComparisons(expression)
      noteUntrainedSides(of: expression)
      return try requireVerdict(value, at: expression.range)
    }
    closeCall = .sought
    defer { closeCall = .ignored }
    let finding = try finding(expression)
    let milliWorth = worth.map { Int(min($0.value, 1e6) * 1000 + 0.5) } ?? 1000
    outputs.append(
      .check(
        CheckResult(
          text: text?.value ?? expression.canonicalText, verdict: finding.holds ? .passed : .failed,
          reasons: finding.reasons, counterexample: finding.counterexample, milliWorth: milliWorth,
          extent: finding.extent, range: statement.range)))
    if let note = closeCallNote(at: expression.range) { outputs.append(.diagnostic(note)) }
  }

  /// Notes a net that a check compares as it was given.
  private mutating func noteUntrainedSides(of expression: Expression) {
    switch expression.kind {
    case .binary(.equal, _, let left, let right), .near(let left, let right, _):
      noteUntrained(left)
      noteUntrained(right)
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .call, .index, .field, .derivative,
      .with, .prefix, .binary, .range, .conditional, .chain, .broken:
      break
    }
  }

  /// Warns of `==` where rounding decides.
  private mutating func noteExactComparisons(_ expression: Expression) {
    switch expression.kind {
    case .binary(.equal, let place, let left, let right):
      let search = RoundingSearch(scope: scope, library: library)
      guard let rounded = [left, right].first(where: search.isRounded) else { return }
      let isModel = [left, right].contains { search.isModel($0) }
      let action = "\(left.canonicalText) ~ \(right.canonicalText) within \(isModel ? "0.1" : "1e-9")"
      report(
        Diagnostic(
          .exactComparison, "`==` is exact, and rounding decides the last digits here", at: place,
          secondary: [.init(rounded.range, "this is rounded")],
          hint: .init("write \(action)", edit: .init(expression.range, action))))
    case .binary(.and, _, let left, let right), .binary(.or, _, let left, let right),
      .binary(.xor, _, let left, let right):
      noteExactComparisons(left)
      noteExactComparisons(right)
    case .prefix(.not, _, let operand): noteExactComparisons(operand)
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .call, .index, .field, .derivative,
      .with, .prefix, .binary, .near, .range, .conditional, .chain, .broken:
      break
    }
  }

  private func requireVerdict(_ value: Value, at range: SourceRange) throws(Stop) {
    if value.isUnknown { return }
    if let shape = value.shape {
      guard shape.count == 0 else { return }
      throw .error(
        .emptyComparison, "a check needs 0 or 1, this is \(shape) and holds no number", at: range,
        hint: "look at how the list is made: it has no elements")
    }
    throw .error(
      .typeMismatch, "a check needs 0 or 1, this is \(value.kindText)", at: range,
      hint: "compare it, such as … == XOR")
  }

  /// Whether a check holds, and why not.
  private struct Finding {
    var holds: Bool
    var reasons: [String] = []
    var counterexample: TableOutput?
    var extent: CheckResult.Extent?

    /// Where a value is not known: a pass would be a promise that nobody kept.
    static let unknown = Finding(holds: false, reasons: ["what it compares is not known"])
  }

  private mutating func finding(_ expression: Expression) throws(Stop) -> Finding {
    switch expression.kind {
    case .binary(let sign, let place, let left, let right) where sign.isComparison:
      let sides = (Operand(try evaluate(left), left.range), Operand(try evaluate(right), right.range))
      if sides.0.value.isModel || sides.1.value.isModel, sign == .equal {
        return try modelFinding(sides.0, sides.1, .exactly, at: place)
      }
      let value = try binary(sign, sides.0, sides.1, at: place)
      return try finding(value, sides.0, sides.1, sign.rawValue, at: expression.range)
    case .near(let left, let right, let bound):
      let sides = (Operand(try evaluate(left), left.range), Operand(try evaluate(right), right.range))
      let limit = Operand(try evaluate(bound), bound.range)
      if sides.0.value.isModel || sides.1.value.isModel, case .tensor(let tolerance) = limit.value,
        tolerance.shape.rank == 0
      {
        try requireDistance(limit)
        return try modelFinding(sides.0, sides.1, .within(tolerance.elements[0]), at: expression.range)
      }
      let value = try near(sides.0, sides.1, limit, at: expression.range)
      return try finding(value, sides.0, sides.1, "~", at: expression.range)
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .call, .index, .field, .derivative,
      .with,
      .prefix, .binary, .range, .conditional, .chain, .broken:
      let value = try evaluate(expression)
      return try finding(value, nil, nil, "", at: expression.range)
    }
  }

  /// The finding where the check compares tensors or texts.
  private func finding(
    _ value: Value, _ left: Operand?, _ right: Operand?, _ sign: String, at range: SourceRange
  ) throws(Stop) -> Finding {
    try requireVerdict(value, at: range)
    guard case .tensor(let tensor) = value else { return .unknown }
    if let odd = tensor.elements.first(where: { $0 != 0 && $0 != 1 }) {
      throw .error(
        .notBoolean, "a check needs 0 or 1, this is \(odd.text())", at: range,
        hint: "compare it, such as … == 1")
    }
    let extent = tensor.shape.isScalar ? nil : CheckResult.Extent.numbers(tensor.count)
    guard let place = tensor.elements.firstIndex(of: 0) else { return Finding(holds: true, extent: extent) }
    guard let left, let right else {
      let where_ = tensor.shape.rank == 0 ? "" : " at position \(place + 1)"
      return Finding(holds: false, reasons: ["it is 0\(where_)"], extent: extent)
    }
    return Finding(holds: false, reasons: reasons(left, right, sign, place, of: tensor.shape), extent: extent)
  }

  private func reasons(
    _ left: Operand, _ right: Operand, _ sign: String, _ place: Int, of shape: Shape
  ) -> [String] {
    if case .text(let a) = left.value, case .text(let b) = right.value {
      return ["left: \"\(a)\"", "right: \"\(b)\""]
    }
    let a = element(left.value, place, of: shape)
    let b = element(right.value, place, of: shape)
    let (leftText, rightText) = a == b ? (a.text(), b.text()) : distinguishingTexts(a, b)
    var lines = ["left: \(leftText)", "right: \(rightText)"]
    if sign == "~" { lines.append("they differ by \((a - b).magnitude.text())") }
    if shape.rank > 0 { lines.append("first at \(position(place, in: shape)), of \(shape.count)") }
    return lines
  }

  /// The element of a side that met at `place` of the compared shape; a scalar met all of them.
  private func element(_ value: Value, _ place: Int, of shape: Shape) -> Double {
    guard case .tensor(let tensor) = value, !tensor.elements.isEmpty else { return .nan }
    return tensor.elements[place % tensor.elements.count]
  }

  private func position(_ place: Int, in shape: Shape) -> String {
    var rest = place
    var positions: [Int] = []
    for size in shape.sizes.reversed() {
      positions.insert(rest % size + 1, at: 0)
      rest /= size
    }
    return "[" + positions.map(String.init).joined(separator: ", ") + "]"
  }

  /// The finding where models are compared on all rows.
  private mutating func modelFinding(
    _ left: Operand, _ right: Operand, _ tolerance: Comparison.Tolerance, at range: SourceRange
  ) throws(Stop) -> Finding {
    guard let comparison = try comparison(left, right, tolerance, at: range) else { return .unknown }
    let extent = CheckResult.Extent.rows(comparison.rowCount, isPartial: comparison.isPartial)
    guard let first = comparison.first else { return Finding(holds: true, extent: extent) }
    let names = (left.range.text, right.range.text)
    var reasons = [
      "\(comparison.differing) of \(counted(comparison.rowCount, "row")) \(comparison.differing == 1 ? "differs" : "differ")"
    ]
    for (operand, name) in [(left, names.0), (right, names.1)] {
      if let note = firingNote(operand.value, name, first.inputs) { reasons.append(note) }
    }
    let inputs = first.inputs.elements.map { $0.text() }
    let (a, b) = pairTexts(first.left, first.right)
    return Finding(
      holds: false, reasons: reasons,
      counterexample: TableOutput(
        header: comparison.inputNames + [names.0, names.1], inputCount: inputs.count,
        rows: [inputs + [a, b]]), extent: extent)
  }

  private func pairTexts(_ a: Tensor, _ b: Tensor) -> (String, String) {
    guard a.elements.count == 1, b.elements.count == 1 else { return (a.text(), b.text()) }
    return distinguishingTexts(a.elements[0], b.elements[0])
  }

  /// For a perceptron, the weighted sum that decided the row.
  private func firingNote(_ value: Value, _ name: String, _ inputs: Tensor) -> String? {
    guard case .net(let net) = value, case .perceptron(let firing, _) = net.origin,
      let weights = net.parameter("w"), let threshold = net.parameter("T")?.scalar
    else { return nil }
    guard
      let z = net.part("z")?.evaluate(
        rows: Tensor([1, net.inputCount], inputs.elements), precision: precision
      ).elements[0]
    else {
      return nil
    }
    let products = zip(weights.elements, inputs.elements)
    let terms = products.map { "\(signed($0))*\($1.text())" }.joined(separator: " + ")
    let sum = "\(terms) - \(signed(threshold)) = \(z.text())"
    let onLine = z == 0 ? ", exactly on the line: fires=\"\(firing.rawValue)\" decides" : ""
    return "\(name): z = \(sum)\(onLine)"
  }

  private func signed(_ number: Double) -> String { number < 0 ? "(\(number.text()))" : number.text() }
}

extension BinarySign {
  /// Whether it compares two values.
  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .or, .xor, .and, .plus, .minus, .times, .over, .at, .dot, .power: false
    }
  }
}
