import Formulas
import NeuralNetworks
import Syntax
import Tensors

extension Expression {
  /// The expression as the lecture writes it; nil where it has no form in mathematics, such as a chain.
  public var formula: Formula? { booleanFormula ?? formula(.loosest) }

  /// How tightly what stands around an expression binds; what is looser needs parentheses.
  private enum Binding: Int {
    case loosest, sum, product, power
  }

  private func formula(_ context: Binding) -> Formula? {
    switch kind {
    case .number(let literal): return .number(literal.spelling)
    case .truth(let value): return .number(value ? "1" : "0")
    case .text(let literal): return .text(literal.value)
    case .name(let name): return .functionName(name) ?? .name(name)
    case .hole: return .text("?")
    case .list(let rows): return Self.matrix(rows)
    case .call(let base, let arguments): return Self.call(base, arguments, context)
    case .index(let base, let items): return Self.index(base, items)
    case .field(let base, let name):
      guard let whole = base.formula(.power) else { return nil }
      return name.text == "T" ? whole.sup(.sign("top")) : .row([whole, .text("."), .name(name.text)])
    case .derivative(let base): return base.formula(.power)?.primed()
    case .prefix(let sign, _, let operand): return Self.prefix(sign, operand, context)
    case .binary(let sign, _, let left, let right): return Self.binary(sign, left, right, context)
    case .conditional(let test, let yes, let no):
      guard let test = test.formula, let yes = yes.formula, let no = no.formula else { return nil }
      return .cases([(value: yes, condition: test), (value: no, condition: .text("else"))])
    case .comprehension, .with, .near, .range, .chain, .broken: return nil
    }
  }

  private static func matrix(_ rows: [[Expression]]) -> Formula? {
    var cells: [[Formula]] = []
    for row in rows {
      let formulas = row.compactMap(\.formula)
      guard formulas.count == row.count else { return nil }
      cells.append(formulas)
    }
    return cells.isEmpty ? nil : .matrix(cells)
  }

  private static func call(_ base: Expression, _ arguments: [Argument], _ context: Binding) -> Formula? {
    let values = arguments.compactMap { $0.name == nil ? $0.value.formula : nil }
    guard values.count == arguments.count, let first = values.first else { return nil }
    if case .name(let name) = base.kind, values.count == 1 {
      switch MathematicalFunction.named(name) {
      case .sqrt: return .root(of: first)
      // A long exponent would be a line of small letters.
      case .exp: return first.width > 12 ? .function(name, of: first) : Formula.identifier("e").sup(first)
      case .abs: return .row([.sign("vert"), first, .sign("vert")])
      case .log, .sin, .cos, .tan, .asin, .acos, .atan, .erf, .erfc, .floor, .round, nil: break
      }
    }
    guard let function = base.formula(.power) else { return nil }
    return .row([function, Formula.joined(values, by: ",").bracketed])
  }

  private static func index(_ base: Expression, _ items: [IndexItem]) -> Formula? {
    guard let whole = base.formula(.power) else { return nil }
    var formulas: [Formula] = []
    for item in items {
      switch item {
      case .all: formulas.append(.sign(":"))
      case .at(let expression):
        guard let formula = expression.formula else { return nil }
        formulas.append(formula)
      }
    }
    return whole.sub(.joined(formulas, by: ","))
  }

  private static func prefix(_ sign: PrefixSign, _ operand: Expression, _ context: Binding) -> Formula? {
    switch sign {
    case .not: return operand.formula?.negated
    case .minus:
      guard let inner = operand.formula(.product) else { return nil }
      return context == .loosest ? -inner : (-inner).bracketed
    }
  }

  private static func binary(
    _ sign: BinarySign, _ left: Expression, _ right: Expression, _ context: Binding
  ) -> Formula? {
    let inner: Binding =
      switch sign {
      case .plus, .minus, .or, .xor: .sum
      case .times, .dot, .at, .and: .product
      case .power: .power
      case .over, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .loosest
      }
    // a - (b - c) needs its parentheses, a - b - c does not; an exponent stands by itself.
    let rightPlace: Binding = sign == .minus ? .product : sign == .power ? .loosest : inner
    guard let a = left.formula(inner), let b = right.formula(rightPlace) else { return nil }
    let whole = joined(sign, a, b)
    if sign == .over { return context == .power ? whole.bracketed : whole }
    return inner.rawValue < context.rawValue || inner == .loosest && context != .loosest
      ? whole.bracketed : whole
  }

  private static func joined(_ sign: BinarySign, _ a: Formula, _ b: Formula) -> Formula {
    switch sign {
    case .plus: a + b
    case .minus: a - b
    // Two numbers side by side would be one number.
    case .times, .dot: b.beginsWithDigit ? .joined([a, b], by: "cdot") : .row([a, b])
    case .at: .row([a, b])
    case .over: .fraction(a, b)
    case .power: a.sup(b)
    case .equal: a.equals(b)
    case .notEqual: .joined([a, b], by: "ne")
    case .less: .joined([a, b], by: "<")
    case .lessOrEqual: .joined([a, b], by: "le")
    case .greater: .joined([a, b], by: ">")
    case .greaterOrEqual: .joined([a, b], by: "ge")
    case .and: .joined([a, b], by: "wedge")
    case .or: .joined([a, b], by: "vee")
    case .xor: .joined([a, b], by: "oplus")
    }
  }
}

extension Formula {
  /// The sign that mathematics has for a function of the library.
  fileprivate static func functionName(_ name: String) -> Formula? {
    let symbol =
      Activation.named(name)?.symbol ?? MathematicalFunction.named(name)?.symbol
      ?? Reduction(rawValue: name)?.symbol
    return symbol.map { Formula(tex: $0) }
  }
}
