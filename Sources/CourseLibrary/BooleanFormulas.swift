import Wording
import BooleanLogic
import Diagnostics
import Language
import Syntax

extension Library {
  /// Boolean functions as formulas, maps and networks.
  static let boolean: [Builtin] = [
    .dnf, .cnf, .minimize,
    .measure("terms", "the number of terms of a formula, as it is written") { $0.terms },
    .measure("literals", "the number of literals of a formula, as it is written") { $0.literals }, .kmap,
    .network,
    .separable, .smallestNet, .thresholdFunctions,
  ]
}

extension Builtin {
  static let dnf = Builtin(
    "dnf", .boolean, [.booleanFunction],
    summary: "the disjunctive normal form: a term for each row that gives 1, joined by or",
    formula:
      #"Y = \bigvee_{f(r) = 1} \bigwedge_i \ell_{r,i}, \quad \ell_{r,i} = X_i \text{ or } \overline{X_i}"#,
    example: "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\ndnf(XOR)",
    traits: [.counts],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let f = try call.booleanFunction("f", &evaluator) else { return .unknown }
      return .function(try call.formula(of: f.function.minterms, f.names, isNegated: false, &evaluator))
    })

  static let cnf = Builtin(
    "cnf", .boolean, [.booleanFunction],
    summary: "the conjunctive normal form: a sum for each row that gives 0, joined by and",
    formula: #"Y = \bigwedge_{f(r) = 0} \bigvee_i \overline{\ell_{r,i}}"#,
    example: "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\ncnf(XOR)",
    traits: [.counts],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let f = try call.booleanFunction("f", &evaluator) else { return .unknown }
      return .function(
        try call.formula(of: f.function.negated.minterms, f.names, isNegated: true, &evaluator))
    })

  static let minimize = Builtin(
    "minimize", .boolean,
    [.booleanFunction, Parameter("form", .choice(["dnf", "cnf"]), .defaulted(.text("dnf")))],
    summary: "the formula with the fewest terms, and then the fewest literals, that gives the same rows",
    example: "table F(X1..X3 -> Y) { on 001, 011, 111 }\nminimize(F)",
    traits: [.counts],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let f = try call.booleanFunction("f", &evaluator) else { return .unknown }
      let isNegated = call.text("form") == "cnf"
      let sum = try call.smallestSum(of: isNegated ? f.function.negated : f.function, &evaluator)
      if !sum.isProvenSmallest {
        // A function of many inputs is gone through in the run only.
        evaluator.warn(
          Diagnostic(
            .notProven, "a formula of \(counted(sum.terms.count, "term")), which may not be the smallest one",
            at: call.range,
            hint: .init("up to \(BooleanFunction.mostInputsOfPrimes) inputs, within the fuel, it is proven")))
      }
      return .function(try call.formula(of: sum, f.names, isNegated: isNegated, &evaluator))
    })

  /// A number that is read from a formula.
  fileprivate static func measure(
    _ name: String, _ summary: Message, _ number: @escaping @Sendable (FormulaSize) -> Int
  ) -> Builtin {
    Builtin(
      name, .boolean, [Parameter("f", .any("a formula, such as that of dnf"))], summary: summary,
      example: "f(x1, x2) = x1 and not x2 or x2\n\(name)(f)", traits: [.exact],
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let argument = call.arguments["f"], !argument.value.isUnknown else { return .unknown }
        guard let function = argument.value.function, case .expression(let value) = function.body,
          let size = FormulaSize(value)
        else {
          // An exercise that is still to be done.
          if let function = argument.value.function, function.definition.holeCount > 0 {
            return .unknown
          }
          throw call.error(
            .typeMismatch,
            "a formula is a function written with and, or, not, this is \(argument.value.kindText)",
            at: "f", hint: "such as f(x1, x2) = x1 and not x2, or dnf(table)")
        }
        try evaluator.charge(100 * size.literals, at: call.range)
        return .number(Double(number(size)))
      })
  }
}

extension Call {
  /// The smallest sum of products of a function, as far as the fuel allows to look for it.
  func smallestSum(of function: BooleanFunction, _ evaluator: inout Evaluator) throws(Stop) -> SumOfProducts {
    let inputs = function.inputCount
    let primes =
      inputs <= BooleanFunction.mostInputsOfPrimes ? (0..<inputs).reduce(inputs) { n, _ in 3 * n } : 0
    try evaluator.charge(200 * (primes + function.rowCount * (inputs + 1)), at: range)
    // A step compares two sets of rows; half of the fuel that is left is looked through at most.
    let price = 40 + function.rowCount / 8
    let (sum, steps) = function.smallestSum(stepLimit: min(100_000_000, evaluator.fuelLeft / 2 / price))
    try evaluator.charge(min(evaluator.fuelLeft, steps.saturatingProduct(price)), at: range)
    return sum
  }

  /// The most terms of a formula: more are not readable.
  private static let mostTerms = 300

  /// A sum of products as a function of these names; negated, as a product of sums.
  func formula(
    of sum: SumOfProducts, _ names: [String], isNegated: Bool, _ evaluator: inout Evaluator
  ) throws(Stop) -> Function {
    guard sum.terms.count <= Self.mostTerms else {
      throw error(
        .tableTooLarge, "the formula would have \(readable(sum.terms.count)) terms", at: "f",
        hint: "a formula has at most \(Self.mostTerms); network(table) takes more")
    }
    try evaluator.charge(1_000 * (sum.literalCount + 1), at: range)
    try evaluator.allocate(bytes: 500 * (sum.literalCount + 1), at: range)
    let writer = FormulaWriter(names: names, range: range)
    let value = isNegated ? writer.product(sum) : writer.sum(sum)
    return Function(boundName ?? "f", parameters: names, value: value, at: range)
  }
}

/// Writes sums of products in the language.
private struct FormulaWriter {
  let names: [String]
  let range: SourceRange

  /// Terms joined by or.
  func sum(_ sum: SumOfProducts) -> Expression {
    joined(
      sum.terms.map { term in joined(literals(term, isNegated: false), .and, empty: true) }, .or, empty: false
    )
  }

  /// The negation of a sum, by De Morgan: sums of the negated literals, joined by and.
  func product(_ sum: SumOfProducts) -> Expression {
    joined(
      sum.terms.map { term in joined(literals(term, isNegated: true), .or, empty: false) }, .and, empty: true)
  }

  private func literals(_ term: Cube, isNegated: Bool) -> [Expression] {
    term.literals(inputCount: names.count).map { literal in
      let name = Expression(.name(names[literal.input]), range)
      return literal.isPositive == isNegated
        ? Expression(.prefix(.not, range, operand: name), range) : name
    }
  }

  private func joined(_ parts: [Expression], _ sign: BinarySign, empty: Bool) -> Expression {
    guard let first = parts.first else { return Expression(.truth(empty), range) }
    return parts.dropFirst().reduce(first) { Expression(.binary(sign, range, left: $0, right: $1), range) }
  }
}

/// How large a formula is, as it is written.
private struct FormulaSize {
  /// The parts that `or` joins at the top; none of `false`.
  let terms: Int
  /// The names in it, each as often as it stands there.
  let literals: Int

  /// Reads a formula of names with `and`, `or`, `xor` and `not`; nil where it is none.
  init?(_ expression: Expression) {
    guard let literals = Self.literals(expression) else { return nil }
    self.literals = literals
    terms = Self.terms(expression)
  }

  private static func terms(_ expression: Expression) -> Int {
    switch expression.kind {
    case .binary(.or, _, let left, let right): terms(left) + terms(right)
    case .truth(false): 0
    case _: 1
    }
  }

  private static func literals(_ expression: Expression) -> Int? {
    switch expression.kind {
    case .name: return 1
    case .truth: return 0
    case .prefix(.not, _, let operand): return literals(operand)
    case .binary(.and, _, let left, let right), .binary(.or, _, let left, let right),
      .binary(.xor, _, let left, let right):
      guard let a = literals(left), let b = literals(right) else { return nil }
      return a + b
    case _: return nil
    }
  }
}

extension SumOfProducts {
  /// Reads a formula that is a sum of products as it is written; nil where it is none.
  init?(_ expression: Expression, names: [String]) {
    var terms: [Cube] = []
    func read(_ expression: Expression) -> Bool {
      if case .binary(.or, _, let left, let right) = expression.kind { return read(left) && read(right) }
      if case .truth(false) = expression.kind { return true }
      guard let cube = Cube(expression, names: names) else { return false }
      terms.append(cube)
      return true
    }
    guard read(expression) else { return nil }
    self.init(inputCount: names.count, terms: terms)
  }
}

extension Cube {
  /// Reads a product of names and negated names; nil where it is none, or holds a name both ways.
  fileprivate init?(_ expression: Expression, names: [String]) {
    var (fixed, values) = (UInt32(0), UInt32(0))
    func take(_ name: String, _ isPositive: Bool) -> Bool {
      guard let input = names.firstIndex(of: name) else { return false }
      let bit = UInt32(1) << UInt32(names.count - 1 - input)
      guard fixed & bit == 0 || (values & bit != 0) == isPositive else { return false }
      fixed |= bit
      if isPositive { values |= bit }
      return true
    }
    func read(_ expression: Expression) -> Bool {
      switch expression.kind {
      case .binary(.and, _, let left, let right): read(left) && read(right)
      case .name(let name): take(name, true)
      case .prefix(.not, _, let operand):
        if case .name(let name) = operand.kind { take(name, false) } else { false }
      case .truth(true): true
      case _: false
      }
    }
    guard read(expression) else { return nil }
    self.init(fixed: fixed, values: values)
  }
}
