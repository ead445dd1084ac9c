import Diagnostics
import Syntax

// What the check before a run says about trained nets, labels and comparisons.
extension Evaluator {
  /// Remembers that a binding such as `run = train(m, …)` left the net m as it was.
  mutating func noteTraining(_ name: Identifier, _ value: Expression) {
    guard mode == .check, isOutermost, case .call(let base, let arguments) = value.kind,
      builtin(base)?.traits.contains(.trains) == true, let first = arguments.first,
      case .name(let net) = first.value.kind
    else { return }
    scope[net]?.trainedBy = name.text
    changedNames.insert(net)
  }

  /// Notes a net that is judged as it was given, below the line that trained it.
  mutating func noteUntrained(_ expression: Expression) {
    guard mode == .check, case .name(let name) = expression.kind, let run = scope[name]?.trainedBy,
      scope[run]?.neverRuns != true
    else {
      return
    }
    remark(
      Diagnostic(
        .notTheTrainedNet, "`\(name)` has not changed; the trained net is `\(run).net`", at: expression.range,
        hint: .init("write \(run).net", edit: .init(expression.range, "\(run).net"))))
  }

  /// Notes the net in a call such as `accuracy(m, XOR)`.
  mutating func noteUntrained(_ function: Expression, _ arguments: [Syntax.Argument]) {
    guard let net = arguments.first?.value, builtin(function)?.traits.contains(.judges) == true else {
      return
    }
    noteUntrained(net)
  }

  /// Notes a net that a check compares as it was given.
  mutating func noteUntrainedSides(of expression: Expression) {
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
  mutating func noteExactComparisons(_ expression: Expression) {
    switch expression.kind {
    // `=` was told already.
    case .binary(.equal, let signRange, _, _) where signRange.text == "=": return
    case .binary(.equal, let signRange, let left, let right):
      // A function of the library is no number: that it cannot be compared is said by itself.
      guard ![left, right].contains(where: { builtin($0) != nil }) else { return }
      let search = RoundingSearch(scope: scope, library: library)
      guard let rounded = [left, right].first(where: search.isRounded) else { return }
      let isModel = [left, right].contains { search.isModel($0) }
      let action = "\(left.canonicalText) ~ \(right.canonicalText) within \(isModel ? "0.1" : "1e-9")"
      remarks.note(
        Diagnostic(
          .exactComparison, "`==` is exact, and rounding decides the last digits here", at: signRange,
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

  /// Finds `argmax(z) == labels` where a label is 0, which no position is.
  func checkPositions(
    _ sign: BinarySign, _ left: (Expression, Value), _ right: (Expression, Value)
  ) throws(Stop) {
    guard sign == .equal || sign == .notEqual else { return }
    for (position, labels) in [(left, right), (right, left)] {
      guard case .call(let base, _) = position.0.kind, let builtin = builtin(base),
        builtin.operation == .argmax, labels.1.tensor?.elements.contains(0) == true
      else { continue }
      throw .error(
        .argmaxAgainstLabels, "`\(builtin.name)` counts from 1, these labels contain 0", at: position.0.range,
        secondary: [.init(labels.0.range, "labels from 0")],
        hint: "use predict(net, data), which gives labels, or subtract 1")
    }
  }

  /// The function of the library that an expression names, where it does.
  private func builtin(_ expression: Expression) -> Builtin? {
    guard case .name(let name) = expression.kind, scope[name] == nil else { return nil }
    return library.builtins[name]
  }
}
