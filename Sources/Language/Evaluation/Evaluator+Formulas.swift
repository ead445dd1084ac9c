import Diagnostics
import Syntax

// Formulas where functions are wanted: `plot(x^2, …)` and `x -> x^2`.
extension Evaluator {
  /// `title=Parabola`: a text stands in quotes.
  func refuseBareText(
    _ argument: Syntax.Argument, for parameter: Parameter, of builtin: Builtin
  ) throws(Stop) {
    switch parameter.kind {
    case .text, .choice: break
    case .number, .truth, .vector, .tensor, .table, .net, .predictor, .activation, .initializer, .series,
      .interval, .any:
      return
    }
    guard case .name(let name) = argument.value.kind, scope[name] == nil, library.value(name) == nil else {
      return
    }
    throw .error(
      .typeMismatch, "`\(parameter.name)` of `\(builtin.name)` is \(parameter.kind.text), this is a name",
      at: argument.value.range, hint: "write it in quotes: \"\(name)\"",
      edit: .init(argument.value.range, "\"\(name)\""))
  }

  /// Finds a formula of an unbound name where a function is wanted, and says how to name it.
  mutating func refuseFormula(
    _ argument: Syntax.Argument, for parameter: Parameter, of builtin: Builtin,
    _ arguments: [Syntax.Argument],
    at call: SourceRange
  ) throws(Stop) {
    let written = argument.value.range
    guard written.bytes.count <= 200 else { return }
    switch argument.value.kind {
    case .binary, .prefix, .call, .conditional, .near: break
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .index, .field, .derivative, .with,
      .range, .chain, .broken:
      return
    }
    if let function = functionAlone(argument.value),
      parameter.kind.takesFunction
        || builtin.parameters.first?.name == parameter.name && builtin.takesTruthTable
    {
      throw .error(
        .unknownName,
        "`\(builtin.name)` takes a function, and `\(written.text)` is a call of one",
        at: written, hint: "write the function alone: \(function)", edit: .init(written, function))
    }
    let isTruthTable = builtin.parameters.first?.name == parameter.name && builtin.takesTruthTable
    guard parameter.kind.takesFunction || isTruthTable else { return }
    let unbound = Statement(.show(argument.value), written).usedNames.filter {
      scope[$0] == nil && library.value($0) == nil && ForeignName.named[$0] == nil
    }
    if isTruthTable, unbound.count > 1, unbound.count <= 8 {
      let table = "table F(\(unbound.sorted().joined(separator: ", ")) -> y) = \(written.text)"
      throw .error(
        .unknownName,
        "`\(builtin.name)` takes a table, a net or a function, and `\(written.text)` is a formula",
        at: written,
        hint: "name a table: \(table), then \(builtin.name)(F)",
        edit: call.start.column == 1
          ? .init(SourceRange(call.file, call.lowerBound..<written.upperBound), "\(table)\n\(builtin.name)(F")
          : nil)
    }
    guard parameter.kind.takesFunction else { return }
    let named = unbound.first { name in name == "x" || arguments.contains { $0.name?.text == name } }
    guard let variable = named ?? (unbound.count == 1 ? unbound.first : nil) else { return }
    let name = ["f", "g", "h"].first { scope[$0] == nil } ?? "f1"
    let head = SourceRange(call.file, call.lowerBound..<written.lowerBound).text
    let definition = "\(name)(\(variable)) = \(written.text)"
    throw .error(
      .unknownName, "`\(builtin.name)` takes a function, and `\(written.text)` is a formula of `\(variable)`",
      at: written,
      hint: "name a function: \(definition), then \(head)\(name), …)",
      edit: call.start.column == 1
        ? .init(SourceRange(call.file, call.lowerBound..<written.upperBound), "\(definition)\n\(head)\(name)")
        : nil)
  }

  /// The function of which `sigmoid(x)` is a call with nothing but names that stand for nothing.
  private func functionAlone(_ formula: Expression) -> String? {
    guard case .call(let base, let arguments) = formula.kind, !arguments.isEmpty,
      arguments.allSatisfy({ argument in
        if case .name(let name) = argument.value.kind {
          scope[name] == nil && library.value(name) == nil && ForeignName.named[name] == nil
        } else {
          false
        }
      })
    else { return nil }
    switch base.kind {
    case .name(let function): return scope[function] != nil || library.value(function) != nil ? function : nil
    case .field, .derivative: return base.range.text
    case .number, .text, .truth, .hole, .list, .comprehension, .index, .call, .with, .range, .chain, .broken,
      .binary, .prefix, .conditional, .near:
      return nil
    }
  }

  /// Finds `x -> x^2`, which other languages read as a function; `name` is what it would be bound to.
  func refuseArrowFunction(_ value: Expression, boundTo name: Identifier? = nil) throws(Stop) {
    guard case .chain(let stages) = value.kind, stages.count == 2, case .name(let variable) = stages[0].kind,
      scope[variable] == nil, library.value(variable) == nil, value.range.bytes.count <= 200
    else { return }
    let function = "\(name?.text ?? "f")(\(variable)) = \(stages[1].range.text)"
    throw .error(
      .foreignSpelling, "`->` joins layers and makes no function", at: value.range,
      hint: name == nil ? "name a function: \(function)" : "write \(function)",
      edit: name.map { .init($0.range.joined(with: value.range), function) })
  }
}

extension Builtin {
  /// Whether its first argument is a Boolean function.
  fileprivate var takesTruthTable: Bool {
    topic == .boolean || traits.contains(.tabulates)
  }
}

extension Parameter.Kind {
  /// Whether a function may be given for it.
  fileprivate var takesFunction: Bool {
    switch self {
    case .series, .predictor: true
    case .number, .truth, .vector, .tensor, .text, .choice, .table, .net, .activation, .initializer,
      .interval, .any:
      false
    }
  }
}
