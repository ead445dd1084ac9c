import Formulas
import NeuralNetworks
import Syntax
import Tensors

extension Expression {
  /// The expression as the lecture writes it; nil where it has no form in mathematics, such as a chain.
  public var formula: Formula? { booleanFormula ?? formula(.loosest) }

  /// How tightly a sign binds, or what stands around an expression: what is looser needs parentheses.
  private enum Binding: Int {
    /// `side` is that of a comparison and of the first term of a sum, where a minus may stand in front.
    case loosest, comparison, or, and, side, sum, product, power

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  private func formula(_ context: Binding) -> Formula? {
    switch kind {
    case .number(let literal): return Self.number(literal.spelling, context)
    case .truth(let value): return .number(value ? "1" : "0")
    case .text(let literal): return .text(literal.value)
    case .name(let name): return .functionName(name) ?? .name(name)
    case .hole: return .text("?")
    case .list(let rows): return Self.matrix(rows)
    case .call(let base, let arguments): return Self.call(base, arguments, context)
    case .index(let base, let items): return Self.index(base, items)
    case .field(let base, let name):
      guard let whole = base.formula(.power) else { return nil }
      return name.text == "T"
        ? whole.sup(Formula(tex: "\\top")) : .row([whole, .text("."), .name(name.text)])
    case .derivative(let base): return base.formula(.power)?.primed()
    case .prefix(let sign, _, let operand): return Self.prefix(sign, operand, context)
    case .binary(let sign, _, let left, let right): return Self.binary(sign, left, right, context)
    case .conditional(let test, let yes, let no):
      guard let test = test.formula(.loosest), let yes = yes.formula(.loosest), let no = no.formula(.loosest)
      else { return nil }
      let cases = Formula.cases([(value: yes, condition: test), (value: no, condition: .text("else"))])
      return context == .loosest ? cases : cases.bracketed
    case .comprehension, .with, .near, .range, .chain, .broken: return nil
    }
  }

  /// A number as it was written; one with an exponent is a product with a power of ten.
  private static func number(_ spelling: String, _ context: Binding) -> Formula {
    let parts = spelling.split { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let exponent = Int(parts[1]) else { return .number(spelling) }
    let power = Formula.number("10").sup(.number("\(exponent)"))
    let isPower = Double(parts[0]) == 1
    let number = isPower ? power : .joined([.number(String(parts[0])), power], by: "cdot")
    return context == .power ? number.bracketed : number
  }

  private static func matrix(_ rows: [[Expression]]) -> Formula? {
    var cells: [[Formula]] = []
    for row in rows {
      let formulas = row.compactMap { $0.formula(.loosest) }
      guard formulas.count == row.count else { return nil }
      cells.append(formulas)
    }
    return cells.isEmpty ? nil : .matrix(cells)
  }

  private static func call(_ base: Expression, _ arguments: [Argument], _ context: Binding) -> Formula? {
    let values = arguments.compactMap { $0.name == nil ? $0.value.formula(.loosest) : nil }
    guard values.count == arguments.count, let first = values.first else { return nil }
    if case .name(let name) = base.kind, values.count == 1 {
      switch MathematicalFunction.named(name) {
      case .sqrt: return .root(of: first)
      // A long exponent would be a line of small letters.
      case .exp: return first.width > 12 ? .function(name, of: first) : Formula.identifier("e").sup(first)
      case .abs: return first.betweenStrokes
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
        guard let formula = expression.formula(.loosest) else { return nil }
        formulas.append(formula)
      }
    }
    return whole.sub(.joined(formulas, by: ","))
  }

  private static func prefix(_ sign: PrefixSign, _ operand: Expression, _ context: Binding) -> Formula? {
    switch sign {
    case .not: return operand.formula(.loosest)?.negated
    case .minus:
      guard let inner = operand.formula(.product) else { return nil }
      return .side < context ? (-inner).bracketed : -inner
    }
  }

  private static func binary(
    _ sign: BinarySign, _ left: Expression, _ right: Expression, _ context: Binding
  ) -> Formula? {
    let isElementwise = sign == .times && areMatrices(left, right)
    // What follows would be read as a factor of the second alone.
    let own = isElementwise ? .sum : binding(sign)
    let sides = sides(of: sign, left, right)
    guard let a = left.formula(sides.left), let b = right.formula(sides.right) else { return nil }
    let whole =
      sign == .at ? a * column(right, or: b) : joined(sign, a, b, isElementwise: isElementwise)
    if sign == .over { return context == .power ? whole.bracketed : whole }
    return own < context ? whole.bracketed : whole
  }

  private static func binding(_ sign: BinarySign) -> Binding {
    switch sign {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .or, .xor: .or
    case .and: .and
    case .plus, .minus: .sum
    case .times, .dot, .at, .over: .product
    case .power: .power
    }
  }

  /// How tightly the sides of a sign must bind.
  private static func sides(
    of sign: BinarySign, _ left: Expression, _ right: Expression
  ) -> (left: Binding, right: Binding) {
    switch sign {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return (.side, .side)
    // `or` and `xor` bind alike, which no reader knows: one beside the other has parentheses.
    case .or, .xor:
      func side(_ expression: Expression) -> Binding { expression.isSum(otherThan: sign) ? .and : .or }
      return (side(left), side(right))
    case .and: return (.and, .and)
    // A minus may stand in front of the first term.
    case .plus: return (.side, right.beginsWithMinus ? .product : .sum)
    // a - (b - c) needs its parentheses, a - b - c does not.
    case .minus: return (.side, .product)
    case .times, .dot, .at: return (.product, .product)
    case .over: return (.loosest, .loosest)
    // An exponent stands by itself.
    case .power: return (.power, .loosest)
    }
  }

  /// Whether its first term has a minus in front, which cannot follow a plus.
  private var beginsWithMinus: Bool {
    switch kind {
    case .prefix(.minus, _, _): true
    case .binary(.plus, _, let left, _), .binary(.minus, _, let left, _): left.beginsWithMinus
    case _: false
    }
  }

  /// A vector behind a matrix product is a column.
  private static func column(_ expression: Expression, or formula: Formula) -> Formula {
    guard case .list(let rows) = expression.kind, rows.count == 1 else { return formula }
    return matrix(rows[0].map { [$0] }) ?? formula
  }

  /// Whether both are names of matrices, a capital each: side by side they would be the matrix product.
  private static func areMatrices(_ left: Expression, _ right: Expression) -> Bool {
    [left, right].allSatisfy { side in
      if case .name(let name) = side.kind {
        name.count == 1 && name.first?.isUppercase == true
      } else {
        false
      }
    }
  }

  private static func joined(
    _ sign: BinarySign, _ a: Formula, _ b: Formula, isElementwise: Bool
  ) -> Formula {
    switch sign {
    case .plus: a + b
    case .minus: a - b
    case .times, .dot:
      isElementwise ? .joined([a, b], by: "odot") : a.runsInto(b) ? .joined([a, b], by: "cdot") : a * b
    case .at: a * b
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
