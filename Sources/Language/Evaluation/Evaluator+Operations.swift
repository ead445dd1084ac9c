import Diagnostics
import NeuralNetworks
import Syntax
import Tensors
import Wording

extension Operation.Prepared {
  /// The numbers that an application copies before it computes: its operands, or the indices of what it chooses.
  fileprivate func copiedElements(of operands: [Shape]) -> Int {
    readsInPlace ? shape.count : operands.reduce(0) { $0.saturatingSum($1.count) }
  }

  /// The fuel of one application that copies its operands to where the kernel reads them.
  fileprivate func cost(copying operands: [Shape]) -> Int {
    if readsInPlace { return cost }
    return operands.reduce(cost) { $0.saturatingSum($1.count) }
  }
}

extension Value {
  /// Whether it is `1..5`.
  var isRange: Bool { if case .range = self { true } else { false } }
}

extension Evaluator {
  /// Applies an operation to tensors: computed where all are known, recorded where a net is traced.
  ///
  /// The caret stands at `range`, the operator whose operands do not fit.
  mutating func apply(
    _ operation: Operation, _ operands: [Operand], at range: SourceRange,
    failure: DiagnosticKind = .shapeMismatch
  ) throws(Stop) -> Value {
    if operands.contains(where: \.value.isUnknown) { return .unknown }
    var shapes: [Shape] = []
    for operand in operands {
      guard let shape = operand.value.shape else { throw notATensor(operand, operation, at: range) }
      shapes.append(shape)
    }
    switch operation.prepare(shapes) {
    case .failure(let problem): throw mismatch(failure, problem, operands, at: range)
    case .success(let prepared):
      let size = prepared.shape.count
      let before = gauge.liveBytes
      try gauge.charge(prepared.cost(copying: shapes), at: range)
      try gauge.allocate(elements: size.saturatingSum(prepared.copiedElements(of: shapes)), at: range)
      let tensors = operands.compactMap(\.value.tensor)
      if tensors.count == operands.count {
        // What the kernel writes is copied, too.
        try gauge.allocate(elements: size, at: range)
        defer { gauge.keep(bytes: size.saturatingProduct(8), since: before) }
        return .tensor(prepared.apply(tensors, precision: precision) as Tensor)
      }
      return .symbol(
        Symbol(shape: prepared.shape, node: try recorder.record(operation, operands, from: &gauge, at: range))
      )
    }
  }

  private func notATensor(_ operand: Operand, _ operation: Operation, at range: SourceRange) -> Stop {
    let hint: Message?
    var edit: Diagnostic.Edit?
    switch operand.value {
    case .list(let items) where items.values.count == 1 && items.values[0].isRange:
      // `[1..5]`
      let steps = operand.range.text
      let isWritten = steps.hasPrefix("[") && steps.utf8.count < 100
      let ends = isWritten ? String(steps.dropFirst().dropLast()) : "1..5"
      hint = "a range in brackets is a list of one range; its steps are [k for k in \(ends)]"
      if isWritten { edit = .init(operand.range, "[k for k in \(ends)]") }
    case .table(let table):
      hint = "name a column, such as `.\(table.outputs.first ?? "y")`, or `.X` for all inputs"
    case .callable where sign(range) != nil:
      hint = sign(range)
    case .callable:
      (hint, edit) = argumentsMeant(operand, behind: range)
    case .range(let first, let last): hint = "make it a list: [k for k in \(first.text())..\(last.text())]"
    case .text: hint = "texts are compared with `==` and shown; nothing is computed with them"
    case .stage: hint = "layers are joined by `->`: input(2) -> dense(4, tanh)"
    case .training: hint = "the losses are `.loss`, the trained net is `.net`"
    case .list, .figure, .initializer, .structure, .tensor, .unknown: hint = nil
    }
    let sign = range.text
    let taker: Message = operand.range == range || sign.utf8.count > 20 ? "this" : "`\(sign)`"
    return .error(
      .typeMismatch, "\(taker) takes numbers and tensors, here stands \(operand.value.kindText)",
      at: operand.range, secondary: operand.range == range ? [] : [.init(range, "used here")], hint: hint,
      edit: edit)
  }

  func mismatch(
    _ kind: DiagnosticKind, _ problem: ShapeProblem, _ operands: [Operand], at range: SourceRange
  ) -> Stop {
    let labels = operands.compactMap { operand in
      operand.value.shape.map { Diagnostic.Label(operand.range, $0.rank == 0 ? "a number" : "\($0)") }
    }
    if let column = columnAgainstVector(operands, labels, at: range) { return column }
    if let product = productOfMatrices(operands, at: range) {
      return .error(
        kind, problem.message, at: problem.operand.map { operands[$0].range } ?? range, secondary: labels,
        hint: product.text, edit: product.edit)
    }
    let culprit = problem.operand.map { operands[$0].range } ?? range
    return .error(
      kind, problem.message, at: culprit,
      secondary: problem.operand == nil && operands.count == 2 ? labels : [], hint: problem.hint)
  }

  /// What to write where `or` or `and` stands between nets.
  private func sign(_ range: SourceRange) -> Message? {
    switch range.text {
    case "or", "∨", "||":
      "regions are joined by any_of(a, b); the or of two gates is f(x, y) = a(x, y) or b(x, y)"
    case "and", "∧", "&&":
      "what lies in both regions is all_of(a, b); the and of two gates is f(x, y) = a(x, y) and b(x, y)"
    default: nil  // A sign as typed, not a case of ours.
    }
  }

  /// `x * W`, where `x @ W` fits.
  private func productOfMatrices(_ operands: [Operand], at range: SourceRange) -> Diagnostic.Hint? {
    guard range.text == "*", operands.count == 2, let left = operands[0].value.shape,
      let right = operands[1].value.shape, (1...2).contains(left.rank), (1...2).contains(right.rank),
      left.sizes.last == right.sizes.first
    else { return nil }
    return .init("the product of vectors and matrices is `@`", edit: .init(range, "@"))
  }

  /// The error of [m] against [m, 1], which look alike and are not.
  private func columnAgainstVector(
    _ operands: [Operand], _ labels: [Diagnostic.Label], at range: SourceRange
  ) -> Stop? {
    let shapes = operands.prefix(2).compactMap(\.value.shape?.sizes)
    guard shapes.count == 2, let vector = shapes.firstIndex(where: { $0.count == 1 }),
      shapes[1 - vector] == shapes[vector] + [1]
    else { return nil }
    let column = operands[1 - vector].range.text
    return .error(
      .columnAgainstVector, "\(Shape(shapes[0])) against \(Shape(shapes[1])): a vector is no column",
      at: range, secondary: operands.count == 2 ? labels : [],
      hint: "take the column as a vector: \(column.utf8.count > 20 ? "X" : column)[:, 1]")
  }

  // MARK: Operators

  mutating func prefix(
    _ sign: PrefixSign, _ operand: Operand, at range: SourceRange
  ) throws(Stop) -> Value {
    switch sign {
    case .minus: return try apply(.negate, [operand], at: range)
    case .not:
      try requireBoolean(operand, "not")
      return try apply(.not, [operand], at: range)
    }
  }

  mutating func binary(
    _ sign: BinarySign, _ left: Operand, _ right: Operand, at range: SourceRange
  ) throws(Stop) -> Value {
    switch sign {
    case .and, .or, .xor:
      try requireBoolean(left, sign.rawValue)
      try requireBoolean(right, sign.rawValue)
    case .equal, .notEqual:
      if let holds = try equality(left, right, at: range) { return sign == .equal ? holds : negated(holds) }
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .times, .over, .at, .dot, .power:
      break
    }
    let result = try apply(operation(sign, left, right), [left, right], at: range)
    if sign.isComparison { try requireNumbers(result, left, right, at: range) }
    return result
  }

  /// A comparison of no numbers would hold whatever they are.
  private func requireNumbers(
    _ result: Value, _ left: Operand, _ right: Operand, at range: SourceRange
  ) throws(Stop) {
    guard result.shape?.count == 0 else { return }
    let empty = left.value.shape?.count == 0 ? left : right
    throw .error(
      .emptyComparison, "there is nothing to compare: this has no numbers", at: empty.range,
      secondary: [.init(range, "compared here")],
      hint: "look at how it is made: a list over no steps, the losses of a training without epochs?")
  }

  private func operation(_ sign: BinarySign, _ left: Operand, _ right: Operand) -> Operation {
    switch sign {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .plus: .add
    case .minus: .subtract
    case .times: .multiply
    case .over: .divide
    case .at: .matrixProduct
    // `·` is the slide's dot: a product of tensors, or plain times where a side is a number.
    case .dot: left.value.shape?.rank == 0 || right.value.shape?.rank == 0 ? .multiply : .matrixProduct
    case .power: .power
    }
  }

  /// The value of `==` where the sides are no tensors: texts, or models compared on all rows; nil for tensors.
  private mutating func equality(
    _ left: Operand, _ right: Operand, at range: SourceRange
  ) throws(Stop) -> Value? {
    if case .text(let a) = left.value, case .text(let b) = right.value { return .truth(a == b) }
    guard left.value.isModel || right.value.isModel else { return nil }
    if left.value.isUnknown || right.value.isUnknown { return .unknown }
    return try comparison(left, right, .exactly, at: range).map { .truth($0.holds) } ?? unknownTruth
  }

  mutating func near(
    _ left: Operand, _ right: Operand, _ bound: Operand, at range: SourceRange
  ) throws(Stop) -> Value {
    try requireDistance(bound)
    guard left.value.isModel || right.value.isModel else {
      let result = try apply(.near, [left, right, bound], at: range)
      try requireNumbers(result, left, right, at: range)
      return result
    }
    if [left, right, bound].contains(where: \.value.isUnknown) { return .unknown }
    guard let tolerance = bound.value.tensor, tolerance.shape.rank == 0 else {
      throw .error(
        .typeMismatch, "`within` takes a number here, this is \(bound.value.kindText)", at: bound.range)
    }
    return try comparison(left, right, .within(tolerance.elements[0]), at: range).map { .truth($0.holds) }
      ?? unknownTruth
  }

  /// Everything lies within an infinite distance, and nothing within a negative one or within NaN.
  func requireDistance(_ bound: Operand) throws(Stop) {
    guard let odd = bound.value.tensor?.elements.first(where: { !($0 >= 0 && $0.isFinite) }) else { return }
    throw .error(
      .typeMismatch, "`within` takes a distance, finite and not below 0, this is \(odd.text())",
      at: bound.range, hint: "such as within 0.01")
  }

  private var unknownTruth: Value { .symbol(Symbol(shape: .scalar)) }

  private func negated(_ truth: Value) -> Value {
    if let tensor = truth.tensor { .truth(tensor.elements[0] == 0) } else { truth }
  }

  /// `and or xor not` take 0 and 1 only.
  private func requireBoolean(_ operand: Operand, _ sign: String) throws(Stop) {
    guard let tensor = operand.value.tensor,
      let odd = tensor.elements.first(where: { $0 != 0 && $0 != 1 })
    else { return }
    throw .error(
      .notBoolean, "`\(sign)` takes 0 and 1 only, this is \(odd.text())", at: operand.range,
      hint: "compare it first, such as x > 0")
  }
}
