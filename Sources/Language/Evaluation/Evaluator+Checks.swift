import Diagnostics
import Syntax
import Tables
import Tensors
import Wording

extension Evaluator {
  /// Carries out `check`: what does not hold is an output with the reason, not an error.
  mutating func check(
    _ statement: Statement, text: TextLiteral?, worth: NumberLiteral?, _ expression: Expression
  ) throws(Stop) {
    try refuseCalledModel(expression)
    guard mode == .run else {
      let value = try evaluate(expression)
      noteExactComparisons(expression)
      noteUntrainedSides(of: expression)
      if value.verdict != nil { return }
      return try Finding.requireVerdict(value, at: expression.range)
    }
    closeCall = .sought
    defer { closeCall = .ignored }
    let finding = try finding(expression)
    let text = text?.value ?? expression.canonicalText
    display.show(.check(finding.result(text: text, worth: worth, at: statement.range)))
    if let note = closeCall.note(at: expression.range) { display.show(.diagnostic(note)) }
  }

  private mutating func finding(_ expression: Expression) throws(Stop) -> Finding {
    switch expression.kind {
    case .binary(let sign, let signRange, let left, let right) where sign.isComparison:
      let sides = (Operand(try evaluate(left), left.range), Operand(try evaluate(right), right.range))
      try checkPositions(sign, (left, sides.0.value), (right, sides.1.value))
      if sides.0.value.isModel || sides.1.value.isModel, sign == .equal {
        return try modelFinding(sides.0, sides.1, .exactly, at: signRange)
      }
      let value = try binary(sign, sides.0, sides.1, at: signRange)
      var finding = try Finding.of(value, sides, sign.rawValue, at: expression.range)
      if !finding.holds, let reason = shareReason(left, right) { finding.reasons.append(reason) }
      return finding
    case .near(let left, let right, let bound):
      let sides = (Operand(try evaluate(left), left.range), Operand(try evaluate(right), right.range))
      let limit = Operand(try evaluate(bound), bound.range)
      if sides.0.value.isModel || sides.1.value.isModel, let tolerance = limit.value.tensor,
        tolerance.shape.rank == 0
      {
        try requireDistance(limit)
        return try modelFinding(sides.0, sides.1, .within(tolerance.elements[0]), at: expression.range)
      }
      let value = try near(sides.0, sides.1, limit, at: expression.range)
      return try .of(value, sides, "~", at: expression.range)
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .call, .index, .field, .derivative,
      .with, .prefix, .binary, .range, .conditional, .chain, .broken:
      let value = try evaluate(expression)
      if let (holds, reason) = value.verdict { return Finding(holds: holds, reasons: holds ? [] : [reason]) }
      return try .of(value, nil, "", at: expression.range)
    }
  }

  /// What to say of `accuracy(net, data) > 95`.
  private func shareReason(_ left: Expression, _ right: Expression) -> Message? {
    for (share, bound) in [(left, right), (right, left)] {
      guard case .call(let base, _) = share.kind, case .name(let function) = base.kind,
        scope[function] == nil, library.builtins[function]?.traits.contains(.share) == true,
        case .number(let number) = bound.kind, number.value > 1, number.value <= 100
      else { continue }
      return "\(function) is a share, at most 1: \(number.spelling) % is \((number.value / 100).text())"
    }
    return nil
  }

  /// The finding where models are compared on all rows.
  private mutating func modelFinding(
    _ left: Operand, _ right: Operand, _ tolerance: Comparison.Tolerance, at range: SourceRange
  ) throws(Stop) -> Finding {
    guard let comparison = try comparison(left, right, tolerance, at: range) else { return .unknown }
    return .of(comparison, left, right, precision)
  }
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
