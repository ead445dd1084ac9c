import Syntax
import Diagnostics
import Tensors
import Wording

/// Whether a check holds, and why not.
struct Finding {
  let holds: Bool
  var reasons: [Message] = []
  var counterexample: TableOutput?
  var extent: CheckResult.Extent?

  /// Where a value is not known: to call it a pass would be a claim without proof.
  static let unknown = Finding(holds: false, reasons: ["what it compares is not known"])

  /// The result of the check at `range`.
  func result(text: String, worth: NumberLiteral?, at range: SourceRange) -> CheckResult {
    CheckResult(
      text: text, verdict: holds ? .passed : .failed, reasons: reasons, counterexample: counterexample,
      milliWorth: worth?.milliWorth ?? 1000, extent: extent, range: range)
  }

  /// Refuses a check of what is no truth.
  static func requireVerdict(_ value: Value, at range: SourceRange) throws(Stop) {
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

  // MARK: Tensors and texts

  /// The finding for the value of a check, which compares `sides` by `sign` where it compares at all.
  static func of(
    _ value: Value, _ sides: (left: Operand, right: Operand)?, _ sign: String, at range: SourceRange
  ) throws(Stop) -> Finding {
    try requireVerdict(value, at: range)
    guard let tensor = value.tensor else { return .unknown }
    if let odd = tensor.elements.first(where: { $0 != 0 && $0 != 1 }) {
      throw .error(
        .notBoolean, "a check needs 0 or 1, this is \(odd.text())", at: range,
        hint: "compare it, such as … == 1")
    }
    let extent = tensor.shape.isScalar ? nil : CheckResult.Extent.numbers(tensor.count)
    guard let index = tensor.elements.firstIndex(of: 0) else { return Finding(holds: true, extent: extent) }
    guard let (left, right) = sides else {
      let reason: Message = tensor.shape.rank == 0 ? "it is 0" : "it is 0 at position \(index + 1)"
      return Finding(holds: false, reasons: [reason], extent: extent)
    }
    return Finding(holds: false, reasons: reasons(left, right, sign, index, of: tensor.shape), extent: extent)
  }

  private static func reasons(
    _ left: Operand, _ right: Operand, _ sign: String, _ index: Int, of shape: Shape
  ) -> [Message] {
    if case .text(let a) = left.value, case .text(let b) = right.value {
      return ["\"\(a)\" \(sign) \"\(b)\" is false"]
    }
    let a = element(left.value, index, of: shape)
    let b = element(right.value, index, of: shape)
    let (leftText, rightText) = a == b ? (a.text(), b.text()) : distinguishingTexts(a, b)
    var line: Message = "\(leftText) \(sign) \(rightText) is false"
    if sign == "~" { line += ", they differ by \((a - b).magnitude.text())" }
    if shape.rank > 0 { line += ", first at \(position(index, in: shape)) of \(shape.count)" }
    return [line]
  }

  /// The element of a side that met at `index` of the compared shape; a scalar met all of them.
  private static func element(_ value: Value, _ index: Int, of shape: Shape) -> Double {
    guard let tensor = value.tensor, !tensor.elements.isEmpty else { return .nan }
    return tensor.elements[index % tensor.elements.count]
  }

  private static func position(_ index: Int, in shape: Shape) -> String {
    var rest = index
    var positions: [Int] = []
    for size in shape.sizes.reversed() {
      positions.insert(rest % size + 1, at: 0)
      rest /= size
    }
    return "[" + positions.map(String.init).joined(separator: ", ") + "]"
  }

  // MARK: Models

  /// The finding for two models that were compared on all rows.
  static func of(
    _ comparison: Comparison, _ left: Operand, _ right: Operand, _ precision: Precision
  ) -> Finding {
    let extent = CheckResult.Extent.rows(comparison.rowCount, isPartial: comparison.isPartial)
    guard let first = comparison.first else { return Finding(holds: true, extent: extent) }
    let names = (left.range.text, right.range.text)
    var reasons = [comparison.reason]
    for (operand, name) in [(left, names.0), (right, names.1)] {
      if let note = firingNote(operand.value, name, first.inputs, precision) { reasons.append(note) }
    }
    let inputs = first.inputs.elements.map { $0.text() }
    let (a, b) = pairTexts(first.left, first.right)
    return Finding(
      holds: false, reasons: reasons,
      counterexample: TableOutput(
        header: comparison.inputNames + [names.0, names.1], inputCount: inputs.count,
        rows: [inputs + [a, b]]), extent: extent)
  }

  private static func pairTexts(_ a: Tensor, _ b: Tensor) -> (String, String) {
    guard a.elements.count == 1, b.elements.count == 1 else { return (a.text(), b.text()) }
    return distinguishingTexts(a.elements[0], b.elements[0])
  }

  /// For a perceptron, the weighted sum that decided the row.
  private static func firingNote(_ value: Value, _ name: String, _ inputs: Tensor, _ precision: Precision)
    -> Message?
  {
    guard let net = value.net, case .perceptron(let firing, _) = net.origin,
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
    let sum = "\(terms) \(threshold < 0 ? "+" : "-") \(threshold.magnitude.text()) = \(z.text())"
    let onLine: Message = z == 0 ? ", exactly on the line: fires=\"\(firing.rawValue)\" decides" : ""
    return "\(name): z = \(sum)\(onLine)"
  }

  private static func signed(_ number: Double) -> String { number < 0 ? "(\(number.text()))" : number.text() }
}

extension NumberLiteral {
  /// The weight of a check, in milli-units.
  public var milliWorth: Int { Int(min(value, 1e6) * 1000 + 0.5) }
}
