import Diagnostics
import Syntax
import Tensors
import Wording

extension Evaluator {
  /// The value of one node; what it holds is evaluated in the order of the text.
  mutating func value(of expression: Expression) throws(Stop) -> Value {
    switch expression.kind {
    case .number(let literal): return .number(literal.value)
    case .text(let literal): return .text(literal.value)
    case .truth(let value): return .truth(value)
    case .hole, .broken: return .unknown
    case .name(let name): return try lookUp(name, at: expression.range)
    case .list(let rows): return try list(rows, at: expression.range)
    case .comprehension(let value, let name, let source):
      return try comprehension(value, name, source, at: expression.range)
    case .call(let base, let arguments): return try call(base, arguments, at: expression.range)
    case .index(let base, let items): return try index(base, items, at: expression.range)
    case .field(let base, let name):
      let value = try evaluate(base)
      return try field(name, of: value, at: expression.range)
    case .prefix(let sign, let signRange, let operand):
      let operand = Operand(try evaluate(operand), operand.range)
      return try prefix(sign, operand, at: signRange)
    case .binary(.over, _, let left, let right) where isDerivative(left, right):
      throw .error(
        .unknownName, "there is no `\(left.canonicalText)/\(right.canonicalText)` in NN-DSL",
        at: expression.range,
        hint: "the derivative of f is `f'`, at a place f'(2), as a formula derivative(f)")
    case .binary(let sign, let signRange, let left, let right):
      let leftOperand = Operand(try evaluate(left), left.range)
      let rightOperand = Operand(try evaluate(right), right.range)
      try checkPositions(sign, (left, leftOperand.value), (right, rightOperand.value))
      return try binary(sign, leftOperand, rightOperand, at: signRange)
    case .near(let left, let right, let bound):
      let left = Operand(try evaluate(left), left.range)
      let right = Operand(try evaluate(right), right.range)
      let bound = Operand(try evaluate(bound), bound.range)
      return try near(left, right, bound, at: expression.range)
    case .range(let first, let last): return try range(first, last)
    case .conditional(let test, let yes, let no):
      return try conditional(test, yes, no, at: expression.range)
    case .derivative(let base): return try derivative(of: base, at: expression.range)
    case .with(let base, let edits): return try edited(base, edits, at: expression.range)
    case .chain(let stages): return try chain(stages, at: expression.range)
    }
  }

  // MARK: Lists

  private mutating func list(_ rows: [[Expression]], at range: SourceRange) throws(Stop) -> Value {
    var matrix: [[Operand]] = []
    for row in rows {
      var operands: [Operand] = []
      for item in row { operands.append(Operand(try evaluate(item), item.range)) }
      matrix.append(operands)
    }
    guard matrix.count > 1 else { return try stacked(matrix.first ?? [], at: range) }
    let width = matrix[0].count
    var stackedRows: [Operand] = []
    for (row, expressions) in zip(matrix, rows) {
      guard row.count == width else {
        throw .error(
          .raggedRows, "the first row has \(counted(width, "number")), this one has \(row.count)",
          at: expressions[0].range.joined(with: expressions[expressions.count - 1].range),
          hint: "give every row the same length")
      }
      stackedRows.append(
        Operand(try stacked(row, at: range), row[0].range.joined(with: row[width - 1].range)))
    }
    return try stacked(stackedRows, at: range)
  }

  /// Puts values along a new first axis: numbers make a vector, vectors a matrix, anything else a list.
  func stackable(_ operands: [Operand]) -> Bool { operands.allSatisfy { $0.value.shape != nil } }

  mutating func stacked(_ operands: [Operand], at range: SourceRange) throws(Stop) -> Value {
    guard let first = operands.first else { return .tensor(Tensor([])) }
    if operands.contains(where: \.value.isUnknown) { return .unknown }
    guard stackable(operands) else { return .list(ValueList(operands.map(\.value))) }
    if let odd = operands.first(where: { $0.value.shape != first.value.shape }) {
      throw .error(
        .raggedRows, "the first element is \(first.value.kindText), this one is \(odd.value.kindText)",
        at: odd.range, hint: "give every element the same shape")
    }
    if let known = try knownStack(operands, at: range) { return known }
    return try apply(.stack(operands.count), operands, at: range)
  }

  /// Known tensors of one shape, one behind the other: a long list takes no longer than its elements.
  private mutating func knownStack(_ operands: [Operand], at range: SourceRange) throws(Stop) -> Value? {
    let tensors = operands.compactMap { $0.value.tensor }
    guard tensors.count == operands.count, let part = tensors.first?.shape, part.rank < Shape.maximalRank
    else {
      return nil
    }
    let count = part.count * tensors.count
    try gauge.charge(count, at: range)
    try gauge.allocate(bytes: 8 * count, at: range)
    var elements: [Double] = []
    elements.reserveCapacity(count)
    for tensor in tensors { elements += tensor.elements }
    return .tensor(Tensor(Shape([tensors.count] + part.sizes), elements))
  }

  private mutating func comprehension(
    _ body: Expression, _ name: Identifier, _ source: Expression, at range: SourceRange
  ) throws(Stop) -> Value {
    let items = try self.items(of: try evaluate(source), at: source.range)
    return try inBlock { (evaluator) throws(Stop) in
      try evaluator.comprehension(body, name, over: items, at: range)
    }
  }

  private mutating func comprehension(
    _ body: Expression, _ name: Identifier, over items: ComprehensionItems?, at range: SourceRange
  ) throws(Stop) -> Value {
    guard let items else {
      _ = try self.body(body, name, item: .unknown)
      return .unknown
    }
    // A check looks at the body once: the items differ in value only.
    if mode == .check, !recorder.isRecording, items.count > 1, let shape = items.commonShape {
      let element = try self.body(body, name, item: .symbol(Symbol(shape: shape)))
      guard let inner = element.shape, inner.rank < Shape.maximalRank else { return .unknown }
      let whole = inner.prefixed(by: items.count)
      try gauge.allocate(elements: whole.count, at: range)
      return .symbol(Symbol(shape: whole))
    }
    var operands: [Operand] = []
    for position in 0..<items.count {
      operands.append(Operand(try self.body(body, name, item: items[position]), body.range))
    }
    return try stacked(operands, at: range)
  }

  /// The value of a comprehension's body for one item; the names are those of the comprehension's block.
  private mutating func body(
    _ body: Expression, _ name: Identifier, item: Value
  ) throws(Stop) -> Value {
    scope[name.text] = Scope.Entry(item, definition: name.range)
    return try evaluate(body)
  }

  /// What a comprehension runs over: whole steps, or the first axis of a tensor; nil where unknown.
  private mutating func items(of value: Value, at range: SourceRange) throws(Stop) -> ComprehensionItems? {
    // Each item is a value of its own.
    try gauge.charge((value.logicalBytes / 8).saturatingProduct(50), at: range)
    switch value {
    case .range(let first, let last):
      return .steps(try wholeSteps(from: first, to: last, at: range))
    case .tensor(.known(let tensor)) where tensor.shape.rank > 0: return .parts(tensor)
    case .list(let list): return .values(list.values)
    case .table(let table):
      guard Double(table.rowCount) < Self.longestRange else { throw tooLong(table.rowCount, at: range) }
      if table.isCounted { try gauge.charge(table.valueCount.saturatingProduct(50), at: range) }
      return .rows(table)
    case .tensor(.symbol(let symbol)) where symbol.shape.rank > 0:
      return .values(try parts(of: Operand(value, range), at: range))
    case .unknown: return nil
    case .tensor, .text, .callable, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        .typeMismatch, "`for … in` runs over a range, a tensor or a table, this is \(value.kindText)",
        at: range,
        hint: "write a range such as 1..5")
    }
  }

  /// The parts of a tensor along its first axis.
  mutating func parts(of tensor: Operand, at range: SourceRange) throws(Stop) -> [Value] {
    guard let shape = tensor.value.shape, let count = shape.sizes.first else { return [] }
    guard Double(count) < Self.longestRange else { throw tooLong(count, at: range) }
    guard recorder.isRecording else {
      return Array(repeating: .symbol(Symbol(shape: shape.droppingFirst())), count: count)
    }
    let rest = shape.sizes.dropFirst().map { _ in Operation.IndexItem.all }
    var parts: [Value] = []
    for position in 0..<count {
      parts.append(try apply(.index([.at(position + 1)] + rest), [tensor], at: range))
    }
    return parts
  }

  private func tooLong(_ count: Int, at range: SourceRange) -> Stop {
    .error(
      .fuelLimit, "\(readable(count)) parts are too many to go through one by one", at: range,
      hint: "at most \(readable(Int(Self.longestRange))) are; most functions take the whole tensor")
  }

  /// The most steps of a range that is gone through.
  private static let longestRange = 1e6

  /// Returns first, first + 1, … up to last.
  public func wholeSteps(
    from first: Double, to last: Double, at range: SourceRange
  ) throws(Stop) -> [Double] {
    guard last - first < Self.longestRange else {
      throw .error(
        .fuelLimit, "the range \(first.text())..\(last.text()) is too long to go through", at: range,
        hint: "a range has at most \(readable(Int(Self.longestRange))) steps")
    }
    guard first == first.rounded(), last == last.rounded() else {
      throw .error(
        .typeMismatch, "a list of whole steps needs whole ends, here \(first.text())..\(last.text())",
        at: range, hint: "for other steps scale inside: [0.1*k for k in 0..10]")
    }
    return last < first ? [] : (0...Int(last - first)).map { first + Double($0) }
  }

  private mutating func range(_ first: Expression, _ last: Expression) throws(Stop) -> Value {
    let ends = [try number(first, "a range's start"), try number(last, "a range's end")]
    for (end, operand) in zip(ends, [first, last]) where end?.isFinite == false {
      throw .error(
        .typeMismatch, "the ends of a range are finite, this is \(end?.text() ?? "")", at: operand.range,
        hint: "write the numbers out, such as -6..6")
    }
    guard let low = ends[0], let high = ends[1] else { return .unknown }
    return .range(first: low, last: high)
  }

  /// Evaluates what must be a known number; nil where it is not known.
  mutating func number(_ expression: Expression, _ what: Message) throws(Stop) -> Double? {
    let value = try evaluate(expression)
    if value.isUnknown { return nil }
    guard value.shape?.rank == 0 else {
      throw .error(.typeMismatch, "\(what) is a number, this is \(value.kindText)", at: expression.range)
    }
    if let tensor = value.tensor { return tensor.elements[0] }
    if recorder.isRecording, mode == .run || scopeKnowsInput(value) {
      throw .error(
        .typeMismatch, "\(what) cannot depend on the input", at: expression.range,
        hint: "use a number that is known before the input is")
    }
    return nil
  }

  private func scopeKnowsInput(_ value: Value) -> Bool {
    value.symbol?.node != nil
  }

  // MARK: Index and condition

  private mutating func index(
    _ base: Expression, _ items: [Syntax.IndexItem], at range: SourceRange
  ) throws(Stop) -> Value {
    try refuseTwoIndices(base, items, at: range)
    let value = try evaluate(base)
    if let call = callMeant(value, base, items) {
      throw .error(
        .typeMismatch, "only a tensor has positions, this is \(value.kindText)", at: base.range,
        hint: call.advice, edit: .init(range, call.text))
    }
    try refuseNamedColumn(value, base, items, at: range)
    var positions: [Operation.IndexItem] = []
    var isKnown = true
    for item in items {
      if let position = try indexItem(item, of: base) { positions.append(position) } else { isKnown = false }
    }
    if value.isUnknown || !isKnown { return .unknown }
    if case .text(let text) = value { return .text(try characters(of: text, at: positions, range)) }
    guard value.shape != nil else {
      throw .error(
        .typeMismatch, "only a tensor has positions, this is \(value.kindText)", at: base.range,
        hint: tableHint(value))
    }
    // Before a run nothing was taken for a tensor that is only a shape.
    if let symbol = value.symbol { try gauge.allocate(elements: symbol.shape.count, at: range) }
    let itemsRange = items.dropFirst().reduce(items.first?.range ?? range) { $0.joined(with: $1.range) }
    return try apply(.index(positions), [Operand(value, base.range)], at: itemsRange, failure: .indexRange)
  }

  /// The characters of a text at a position, or from one to another.
  private mutating func characters(
    of text: String, at positions: [Operation.IndexItem], _ range: SourceRange
  ) throws(Stop) -> String {
    try gauge.charge(50 * text.utf8.count, at: range)
    let characters = Array(text)
    let wanted: ClosedRange<Int>
    switch positions.first {
    case .at(let position)? where positions.count == 1: wanted = position...position
    case .range(let first, let last)? where positions.count == 1 && first <= last: wanted = first...last
    case .all? where positions.count == 1: return text
    case .at, .range, .all, nil:
      throw .error(.indexRange, "a text has one axis: a position, or a range of them", at: range)
    }
    guard wanted.lowerBound >= 1, wanted.upperBound <= characters.count else {
      throw .error(
        .indexRange,
        "the text has \(counted(characters.count, "character")), this asks for \(wanted.upperBound)",
        at: range)
    }
    return String(characters[(wanted.lowerBound - 1)...(wanted.upperBound - 1)])
  }

  /// `f[2]` for `f(2)`, and `m[1]` for `m.1`.
  private func callMeant(
    _ value: Value, _ base: Expression, _ items: [Syntax.IndexItem]
  ) -> (advice: Message, text: String)? {
    let positions = items.map(\.range.text)
    guard base.range.bytes.count <= 100, !positions.contains(":") else { return nil }
    switch value {
    case .callable(.net(let net)) where positions.count == 1 && net.parts[positions[0]] != nil:
      let layer = "\(base.range.text).\(positions[0])"
      return ("layer \(positions[0]) is \(layer)", layer)
    case .callable:
      let call = "\(base.range.text)(\(positions.joined(separator: ", ")))"
      return ("a call has parentheses: \(call)", call)
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training,
      .unknown:
      return nil
    }
  }

  private mutating func indexItem(_ item: Syntax.IndexItem, of base: Expression) throws(Stop) -> Operation
    .IndexItem?
  {
    switch item {
    case .all: return .all
    case .at(let expression):
      if case .range(let first, let last) = expression.kind {
        guard let low = try position(first, of: base), let high = try position(last, of: base) else {
          return nil
        }
        return .range(low, high)
      }
      return try position(expression, of: base).map { .at($0) }
    }
  }

  private mutating func position(_ expression: Expression, of base: Expression) throws(Stop) -> Int? {
    guard let number = try number(expression, "a position") else { return nil }
    guard number == number.rounded(), number.magnitude < 1e9 else {
      throw .error(
        .indexRange, "a position is a whole number from 1, this is \(number.text())", at: expression.range)
    }
    guard number >= 1 else {
      throw .error(
        .indexRange, "positions start at 1, this is \(number.text())", at: expression.range,
        hint: hint(forPosition: number, base), edit: edit(ofPosition: number, expression, base))
    }
    return Int(number)
  }

  /// Looks over a branch that is not taken: of what it says only the names are wrong for certain.
  private mutating func checkNames(of branch: Expression) throws(Stop) {
    let count = remarks.count
    _ = try evaluate(branch)
    remarks.retract(after: count) { $0.kind == .unknownName }
  }

  private mutating func conditional(
    _ test: Expression, _ yes: Expression, _ no: Expression, at range: SourceRange
  ) throws(Stop) -> Value {
    let condition = Operand(try evaluate(test), test.range)
    guard condition.value.isUnknown || condition.value.shape?.rank == 0 else {
      throw .error(
        .typeMismatch, "`if` decides about one number, this is \(condition.value.kindText)", at: test.range,
        hint: choiceHint(test, condition.value))
    }
    if let tensor = condition.value.tensor {
      let isTrue = tensor.elements[0] == 1
      guard isTrue || tensor.elements[0] == 0 else {
        throw .error(
          .notBoolean, "`if` takes 0 or 1, this is \(tensor.text())", at: test.range,
          hint: "compare it, such as \(test.canonicalText) > 0")
      }
      if mode == .check { try checkNames(of: isTrue ? no : yes) }
      return try evaluate(isTrue ? yes : no)
    }
    guard let symbol = condition.value.symbol, symbol.node != nil else {
      return try eitherBranch(yes, no)
    }
    let yesOperand = Operand(try evaluate(yes), yes.range)
    let noOperand = Operand(try evaluate(no), no.range)
    return try apply(.select, [condition, yesOperand, noOperand], at: range)
  }

  /// What is known where a condition is not known yet: a run takes one branch and never sees the other, so they
  /// may be of two kinds, and a mistake in one alone may never happen.
  private mutating func eitherBranch(_ yes: Expression, _ no: Expression) throws(Stop) -> Value {
    let start = remarks.count
    let first = try evaluate(yes)
    let middle = remarks.count
    let second = try evaluate(no)
    let isMistake = { (diagnostic: Diagnostic) in
      diagnostic.severity == .error && diagnostic.kind != .unknownName
    }
    let found = remarks.diagnostics
    if !found[start..<middle].contains(where: isMistake) || !found[middle...].contains(where: isMistake) {
      remarks.retract(after: start) { !isMistake($0) }
    }
    guard let shape = first.shape, shape == second.shape else { return .unknown }
    return .symbol(Symbol(shape: shape))
  }
}
