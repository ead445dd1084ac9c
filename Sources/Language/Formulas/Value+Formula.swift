import Formulas
import NeuralNetworks
import Syntax

extension Value {
  /// The formulas that define it, one a line; none where it has no form in mathematics.
  var formulas: [Formula] {
    switch self {
    case .callable(.function(let function)): function.formulas
    case .callable(.builtin(let builtin)):
      builtin.activation.map { [$0.definition] } ?? []
    case .callable(.net(let net)): net.formulas + net.derivativeFormulas
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training,
      .unknown:
      []
    }
  }
}

extension Function {
  /// The definition, `f(x) = …`.
  fileprivate var formulas: [Formula] {
    guard case .expression(let expression) = body else { return [] }
    return expression.formula.map { [defined(as: $0)] } ?? []
  }

  private func defined(as value: Formula) -> Formula {
    let head = Formula.row([
      primes == 0 ? .name(name) : Formula.name(String(name.dropLast(primes))).primed(primes),
      Formula.joined(parameters.map { .name($0.text) }, by: ",").bracketed,
    ])
    return head.equals(value)
  }

  private var primes: Int { name.reversed().prefix { $0 == "'" }.count }
}

extension Activation {
  /// The definition `σ(z) = …` from the table.
  fileprivate var definition: Formula {
    Formula.row([symbol.map { Formula(tex: $0) } ?? .text(name), Formula.name("z").bracketed])
      .equals(Formula(tex: formula))
  }
}

extension Net {
  /// The derivative of an activation, from the table.
  fileprivate var derivativeFormulas: [Formula] {
    guard case .derivative(let name) = origin, name.hasSuffix("'"),
      let activation = Activation.named(String(name.dropLast()))
    else { return [] }
    let head = Formula.text(activation.name).primed()
    return [
      Formula.row([head, Formula.name("z").bracketed]).equals(Formula(tex: activation.derivativeFormula))
    ]
  }

  /// A line for each inner name and one for the result, for a net that is given by formulas.
  fileprivate var formulas: [Formula] {
    guard case .formula(let statement) = origin, case .net(let name, let input, _, let body) = statement.kind
    else { return [] }
    var lines: [Formula] = []
    for part in body {
      switch part.kind {
      case .binding(let inner, let value):
        guard let formula = value.formula else { return [] }
        lines.append(Formula.name(inner.text).equals(formula))
      case .show(let value):
        guard let formula = value.formula else { return [] }
        let head = Formula.row([.name(name.text), Formula.name(input.text).bracketed])
        lines.append(head.equals(formula))
      case .param: continue
      case .function, .table, .tableFormula, .net, .check, .broken: return []
      }
    }
    return lines
  }
}
