import Diagnostics
import Syntax

extension Evaluator {
  /// Carries out one statement of a cell.
  mutating func execute(_ statement: Statement) throws(Stop) {
    switch statement.kind {
    case .table(let table):
      boundName = table.name.text
      define(table.name, as: try tableValue(table, at: statement.range))
    case .tableFormula(let name, let inputs, let outputs, let value):
      boundName = name.text
      define(name, as: try formulaTable(name, inputs, outputs, value))
    case .net(let name, let input, let sizes, let body):
      boundName = name.text
      define(name, as: try netValue(statement, name, input, sizes, body), by: statement)
    case .check(let text, let worth, let value):
      try check(statement, text: text, worth: worth, value)
    case .binding, .function:
      try bind(statement)
    case .show(let expression):
      try refuseComparedDefinition(expression)
      let value = try evaluate(expression)
      if mode == .run { try show(value, at: expression.range) }
    case .param(let name, _, _, _):
      // The parser has refused it: it stands outside a net.
      define(name, as: .unknown)
    case .broken(let name):
      if let name { define(name, as: .unknown, isBroken: true) }
    }
  }

  /// Carries out a binding or the definition of a function, in a cell or inside a body.
  mutating func bind(_ statement: Statement) throws(Stop) {
    if isOutermost { boundName = statement.definedNames.first?.text }
    if case .binding(let name, let expression) = statement.kind {
      try refuseArrowFunction(expression, boundTo: name)
      let value = try evaluate(expression)
      define(name, as: value, by: statement)
      noteTraining(name, expression)
    } else if case .function(let name, let parameters, let body) = statement.kind {
      let function = try function(name, parameters, body, statement)
      define(name, as: .function(function), by: statement)
    }
  }

  /// Evaluates the parts of a body in order; the last one is its value.
  mutating func evaluateBody(_ parts: [Statement]) throws(Stop) -> Value {
    var result = Value.unknown
    for part in parts {
      switch part.kind {
      case .show(let expression): result = try evaluate(expression)
      case .binding, .function: try bind(part)
      case .broken(let name): if let name { define(name, as: .unknown, isBroken: true) }
      case .param(let name, let sizes, let sign, let value): try declareParameter(name, sizes, sign, value)
      case .table, .tableFormula, .net, .check:
        // The parser lets none of these into a body.
        preconditionFailure("a body holds \(part.kind)")
      }
    }
    return result
  }

  private mutating func function(
    _ name: Identifier, _ items: [NameItem], _ body: FunctionValue, _ statement: Statement
  ) throws(Stop) -> Function {
    let parameters = try names(items)
    // A definition inside a block is gone through each time that the block runs.
    try gauge.charge(statement.range.bytes.count * FuelGauge.node / 20, at: name.range)
    var captured: [String: Scope.Entry] = [:]
    for used in statement.usedNames { captured[used] = scope[used].map { Scope.Entry($0.value) } }
    let function = Function(
      name: name.text, parameters: parameters, body: body, captured: captured, definition: statement)
    // Once with nothing known of the arguments, so that the body of a function that is never called is checked, too.
    if mode == .check, !recorder.isRecording {
      _ = try call(function, with: parameters.map { _ in .unknown }, at: nil)
    }
    return function
  }

  /// Spells out `x1..x5`; a name that stands twice is an error.
  private func names(_ items: [NameItem]) throws(Stop) -> [Identifier] {
    let names = items.identifiers
    var seen: Set<String> = []
    if let twice = names.first(where: { !seen.insert($0.text).inserted }) {
      throw .error(
        .nameTwice, "`\(twice.text)` stands twice in this list", at: twice.range,
        hint: "give each its own name")
    }
    return names
  }
}
