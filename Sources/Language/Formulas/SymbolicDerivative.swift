import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

/// Derives an expression by a name, as a formula that a person would write.
///
/// The rules of calculus on the tree; sums and products with 0 and 1 are simplified away, numbers are
/// computed. The value is the same as that of `f'`, which goes through the graph.
struct SymbolicDerivative {
  private let variable: String
  private let range: SourceRange
  /// The functions of the notebook that the expression calls, written out where they stand.
  private let functions: [String: Function]
  /// How many more expressions may be looked at: functions written out in functions can double each time.
  private var steps = 10_000

  init(by variable: String, functions: [String: Function], at range: SourceRange) {
    self.variable = variable
    self.functions = functions
    self.range = range
  }

  /// The derivative; nil where there is no rule.
  mutating func derivative(of expression: Expression, depth: Int = 0) -> Expression? {
    steps -= 1
    guard depth < 100, steps > 0 else { return nil }
    switch expression.kind {
    case .number, .truth: return number(0)
    case .name(let name): return number(name == variable ? 1 : 0)
    case .prefix(.minus, _, let operand):
      guard let inner = derivative(of: operand, depth: depth + 1) else { return nil }
      return negated(inner)
    case .binary(let sign, _, let a, let b): return derivative(sign, a, b, depth)
    case .conditional(let test, let yes, let no):
      guard let yes = derivative(of: yes, depth: depth + 1), let no = derivative(of: no, depth: depth + 1)
      else {
        return nil
      }
      return made(.conditional(test: test, yes: yes, no: no))
    case .call(let base, let arguments): return derivative(of: base, at: arguments, depth)
    case .text, .hole, .list, .comprehension, .index, .field, .derivative, .with, .prefix, .near, .range,
      .chain, .broken:
      return nil
    }
  }

  private mutating func derivative(
    _ sign: BinarySign, _ a: Expression, _ b: Expression, _ depth: Int
  ) -> Expression? {
    guard let da = derivative(of: a, depth: depth + 1), let db = derivative(of: b, depth: depth + 1) else {
      return nil
    }
    switch sign {
    case .plus: return sum(da, db)
    case .minus: return difference(da, db)
    case .times, .dot: return sum(product(da, b), product(a, db))
    case .over:
      if value(db) == 0 { return quotient(da, b) }
      return quotient(difference(product(da, b), product(a, db)), power(b, number(2)))
    case .power:
      if value(db) == 0 { return product(product(b, power(a, difference(b, number(1)))), da) }
      if value(da) == 0 { return product(product(power(a, b), call(MathematicalFunction.log.name, a)), db) }
      return nil
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return number(0)
    case .at, .or, .xor, .and: return nil
    }
  }

  /// The chain rule.
  private mutating func derivative(
    of base: Expression, at arguments: [Argument], _ depth: Int
  ) -> Expression? {
    guard arguments.count == 1, arguments[0].name == nil else { return nil }
    let inner = arguments[0].value
    guard let slope = derivative(of: inner, depth: depth + 1) else { return nil }
    if value(slope) == 0 { return number(0) }
    if case .name(let name) = base.kind {
      if let function = functions[name] {
        guard case .expression(let body) = function.body, function.parameters.count == 1 else { return nil }
        steps -= body.size(upTo: steps)
        return derivative(of: body.replacing(function.parameters[0].text, by: inner), depth: depth + 1)
      }
      if let outer = rule(name, inner) { return product(outer, slope) }
    }
    return product(made(.call(base: made(.derivative(base: base)), arguments: arguments)), slope)
  }

  /// Whether a function of the library has a derivative with a short form.
  static func hasRule(_ name: String) -> Bool { rules[name] != nil }

  /// f′(z) of a function of the library, where it has a short form.
  private func rule(_ name: String, _ z: Expression) -> Expression? {
    Self.rules[name]?.replacing("z", by: z, at: range)
  }

  /// The derivatives that the tables write in the language, in the letter z.
  private static let rules: [String: Expression] = {
    let texts =
      Activation.all.map { ($0.name, $0.derivativeText) }
      + MathematicalFunction.all.map { ($0.name, $0.derivativeText) }
    var rules: [String: Expression] = [:]
    for case (let name, let text?) in texts {
      // A line that begins with a minus would go on from the one before.
      let source = SourceText(whole: SourceFile(path: "\(name)'", text: "(\(text))"))
      guard case .show(let rule)? = parse(source).program.statements.first?.kind else { continue }
      rules[name] = rule
    }
    return rules
  }()

  // MARK: Terms that simplify themselves

  private func made(_ kind: Expression.Kind) -> Expression { Expression(kind, range) }

  private func number(_ value: Double) -> Expression {
    guard value < 0 else {
      return made(
        .number(NumberLiteral(value: value, spelling: value.text(significantDigits: 17), range: range)))
    }
    return made(.prefix(.minus, range, operand: number(-value)))
  }

  /// The value of a number, with its sign.
  private func value(_ expression: Expression) -> Double? {
    switch expression.kind {
    case .number(let literal): literal.value
    case .prefix(.minus, _, let operand): value(operand).map { -$0 }
    case _: nil
    }
  }

  private func binary(_ sign: BinarySign, _ a: Expression, _ b: Expression) -> Expression {
    made(.binary(sign, range, left: a, right: b))
  }

  private func call(_ name: String, _ z: Expression) -> Expression {
    made(.call(base: made(.name(name)), arguments: [Argument(name: nil, value: z)]))
  }

  private func negated(_ a: Expression) -> Expression {
    if let number = value(a) { return self.number(-number) }
    if case .prefix(.minus, _, let inner) = a.kind { return inner }
    return made(.prefix(.minus, range, operand: a))
  }

  private func sum(_ a: Expression, _ b: Expression) -> Expression {
    if value(a) == 0 { return b }
    if value(b) == 0 { return a }
    if let x = value(a), let y = value(b) { return number(x + y) }
    if case .prefix(.minus, _, let inner) = b.kind { return difference(a, inner) }
    return binary(.plus, a, b)
  }

  private func difference(_ a: Expression, _ b: Expression) -> Expression {
    if value(b) == 0 { return a }
    if value(a) == 0 { return negated(b) }
    if let x = value(a), let y = value(b) { return number(x - y) }
    if case .prefix(.minus, _, let inner) = b.kind { return sum(a, inner) }
    return binary(.minus, a, b)
  }

  private func product(_ a: Expression, _ b: Expression) -> Expression {
    if value(a) == 0 || value(b) == 0 { return number(0) }
    if value(a) == 1 { return b }
    if value(b) == 1 { return a }
    if let x = value(a), let y = value(b) { return number(x * y) }
    if let x = value(a), x < 0 { return negated(product(number(-x), b)) }
    // Numbers go to the front.
    if value(b) != nil { return product(b, a) }
    if let x = value(a), case .binary(.times, _, let c, let d) = b.kind, let y = value(c) {
      return product(number(x * y), d)
    }
    if value(a) == nil, case .binary(.times, _, let c, let d) = b.kind, value(c) != nil {
      return product(c, product(a, d))
    }
    if case .prefix(.minus, _, let inner) = a.kind { return negated(product(inner, b)) }
    if case .prefix(.minus, _, let inner) = b.kind { return negated(product(a, inner)) }
    return binary(.times, a, b)
  }

  private func quotient(_ a: Expression, _ b: Expression) -> Expression {
    if value(a) == 0 { return number(0) }
    if value(b) == 1 { return a }
    return binary(.over, a, b)
  }

  private func power(_ a: Expression, _ b: Expression) -> Expression {
    if value(b) == 1 { return a }
    if value(b) == 0 { return number(1) }
    return binary(.power, a, b)
  }
}

extension Expression {
  /// How many expressions it is made of, itself included; `limit` where there are more.
  ///
  /// Parts that stand in it twice count twice, and are gone through only as far as the limit.
  fileprivate func size(upTo limit: Int) -> Int {
    var size = 1
    for child in children {
      guard size < limit else { return limit }
      size += child.size(upTo: limit - size)
    }
    return min(size, limit)
  }

  /// The same expression with another for a name, and itself at `new`, if that is given.
  fileprivate func replacing(_ name: String, by other: Expression, at new: SourceRange? = nil) -> Expression {
    func swap(_ expression: Expression) -> Expression { expression.replacing(name, by: other, at: new) }
    let kind: Kind
    switch self.kind {
    case .name(name): return other
    case .prefix(let sign, let signRange, let operand):
      kind = .prefix(sign, new ?? signRange, operand: swap(operand))
    case .binary(let sign, let signRange, let left, let right):
      kind = .binary(sign, new ?? signRange, left: swap(left), right: swap(right))
    case .conditional(let test, let yes, let no):
      kind = .conditional(test: swap(test), yes: swap(yes), no: swap(no))
    case .call(let base, let arguments):
      kind = .call(
        base: Expression(base.kind, new ?? base.range),
        arguments: arguments.map { Argument(name: $0.name, value: swap($0.value)) })
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .index, .field, .derivative, .with,
      .near, .range, .chain, .broken:
      kind = self.kind
    }
    return Expression(kind, new ?? range)
  }
}

extension Evaluator {
  /// The most expressions in a derivative that is written out.
  private static let longestFormula = 2_000

  /// The derivative of a function of one number as a function that can be read; nil where there is no short form.
  public func readableDerivative(of value: Value, at range: SourceRange) -> Function? {
    let function: Function
    switch value {
    case .callable(.function(let given)): function = given
    case .callable(.builtin(let builtin)):
      guard SymbolicDerivative.hasRule(builtin.name) else { return nil }
      let z = Identifier("z", range)
      let body = Expression(
        .call(
          base: Expression(.name(builtin.name), range),
          arguments: [Argument(name: nil, value: Expression(.name("z"), range))]), range)
      function = Function(
        name: builtin.name, parameters: [z], body: .expression(body), captured: [:],
        definition: Statement(.broken(name: nil), range))
    case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure,
      .training, .unknown:
      return nil
    }
    guard case .expression(let body) = function.body, function.parameters.count == 1 else { return nil }
    let called = function.captured.compactMapValues { entry in
      entry.value.function
    }
    var rules = SymbolicDerivative(by: function.parameters[0].text, functions: called, at: range)
    // A formula too long to read is no short form.
    guard let derived = rules.derivative(of: body),
      derived.size(upTo: Self.longestFormula) < Self.longestFormula
    else { return nil }
    let captured = called.values.reduce(into: function.captured) { $0.merge($1.captured) { mine, _ in mine } }
    let name = Identifier(function.name + "'", range)
    return Function(
      name: name.text, parameters: function.parameters, body: .expression(derived), captured: captured,
      definition: Statement(
        .function(name: name, parameters: function.parameters.map { .name($0) }, value: .expression(derived)),
        range))
  }
}
