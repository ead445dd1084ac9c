import NeuralNetworks
import Syntax
import Tensors

/// Whether the numbers of a value are rounded results of functions such as exp.
struct Rounding: Sendable, Hashable {
  /// Whether they are; of a function or a net: whether its results are.
  var isRounded = false
  /// Whether a function hands the rounding of its arguments on.
  var isHandedOn = true
  /// The fields that are exact even so; nil where they depend on what a parameter stands for.
  var exactFields: Set<String>? = []
}

/// Looks in the text for rounded numbers: what went through exp and the like, or was trained, and not
/// through a decision afterwards.
struct RoundingSearch {
  let scope: Scope
  let library: Library
  /// Names of parameters, inputs and blocks.
  private var inner: [String: Rounding] = [:]

  init(scope: Scope, library: Library) {
    self.scope = scope
    self.library = library
  }

  // MARK: Statements

  /// What is known of the value that a statement binds.
  func rounding(of statement: Statement) -> Rounding {
    switch statement.kind {
    case .binding(_, let value): rounding(of: value)
    case .function(_, let parameters, let value):
      Rounding(
        isRounded: isRounded(value, parameters.identifiers, given: false),
        isHandedOn: isRounded(value, parameters.identifiers, given: true),
        exactFields: exactFields(of: value, parameters.identifiers))
    case .net(_, let input, _, let body):
      Rounding(
        isRounded: isRounded(.body(body), [input], given: false),
        isHandedOn: isRounded(.body(body), [input], given: true))
    case .table, .tableFormula, .param, .check, .show, .broken: Rounding()
    }
  }

  private func isRounded(_ value: FunctionValue, _ parameters: [Identifier], given: Bool) -> Bool {
    var search = self
    for parameter in parameters {
      search.inner[parameter.text] = Rounding(isRounded: given, exactFields: nil)
    }
    switch value {
    case .expression(let expression): return search.isRounded(expression)
    case .body(let parts): return search.isRounded(parts)
    }
  }

  /// Whether the last of these parts of a block is.
  private mutating func isRounded(_ parts: [Statement]) -> Bool {
    var last = false
    for part in parts {
      switch part.kind {
      case .binding(let name, let value): inner[name.text] = rounding(of: value)
      case .function(let name, let parameters, let value):
        // One look is enough, and two a level would double with each level.
        inner[name.text] = Rounding(isRounded: isRounded(value, parameters.identifiers, given: false))
      case .param(let name, _, _, _): inner[name.text] = Rounding()
      case .show(let value): last = isRounded(value)
      case .table, .tableFormula, .net, .check, .broken: break
      }
    }
    return last
  }

  // MARK: Fields

  private func rounding(of value: Expression) -> Rounding {
    Rounding(isRounded: isRounded(value), exactFields: exactFields(of: value))
  }

  /// The exact fields of what a function returns.
  private func exactFields(of value: FunctionValue, _ parameters: [Identifier]) -> Set<String>? {
    var search = self
    for parameter in parameters { search.inner[parameter.text] = Rounding(exactFields: nil) }
    switch value {
    case .expression(let expression): return search.exactFields(of: expression)
    case .body(let parts):
      for case .binding(let name, let part) in parts.map(\.kind) {
        search.inner[name.text] = search.rounding(of: part)
      }
      guard case .show(let last)? = parts.last?.kind else { return [] }
      return search.exactFields(of: last)
    }
  }

  /// The exact fields of a value; nil where a parameter stands for it.
  private func exactFields(of value: Expression) -> Set<String>? {
    switch value.kind {
    case .name(let name): rounding(of: name).exactFields
    case .call(let function, _):
      if case .name(let name) = function.kind {
        builtin(name)?.exactFields ?? rounding(of: name).exactFields
      } else {
        []
      }
    case .conditional(_, let yes, let no):
      exactFields(of: yes).flatMap { first in exactFields(of: no).map(first.union) }
    case .number, .text, .truth, .hole, .list, .comprehension, .field, .index, .derivative, .with, .prefix,
      .binary, .near, .range, .chain, .broken:
      []
    }
  }

  /// Whether a field is exact where its structure is rounded.
  private func isExact(_ field: String, of value: Expression) -> Bool {
    if let fields = exactFields(of: value) { return fields.contains(field) }
    return library.builtins.values.contains { $0.exactFields.contains(field) }
  }

  // MARK: Expressions

  /// Whether rounding decides the last digits of an expression.
  func isRounded(_ expression: Expression) -> Bool {
    if let net = model(expression), net.isThreshold { return false }
    switch expression.kind {
    case .name(let name): return rounding(of: name).isRounded
    case .call(let base, let arguments): return isRounded(base, on: arguments.map(\.value))
    case .field(let base, let name):
      if isExact(name.text, of: base) { return false }
      if let net = model(base), case .tensor? = net.field(name.text) { return false }
      return isRounded(base)
    case .index(let base, _), .derivative(let base), .with(let base, _): return isRounded(base)
    case .binary(.plus, _, let left, let right), .binary(.minus, _, let left, let right),
      .binary(.times, _, let left, let right), .binary(.over, _, let left, let right),
      .binary(.at, _, let left, let right), .binary(.dot, _, let left, let right),
      .binary(.power, _, let left, let right):
      return isRounded(left) || isRounded(right)
    case .conditional(_, let yes, let no): return isRounded(yes) || isRounded(no)
    case .comprehension(let value, let name, let source):
      var search = self
      search.inner[name.text] = Rounding(isRounded: isRounded(source))
      return search.isRounded(value)
    case .list, .prefix(.minus, _, _), .chain: return expression.children.contains(where: isRounded)
    case .number, .text, .truth, .hole, .prefix, .binary, .near, .range, .broken: return false
    }
  }

  private func isRounded(_ function: Expression, on arguments: [Expression]) -> Bool {
    guard case .name(let name) = function.kind else {
      return isRounded(function) || arguments.contains(where: isRounded)
    }
    if let builtin = builtin(name) {
      let isExact = builtin.operation?.isFlat ?? builtin.traits.contains(.exact)
      if isExact || isSimple(builtin, at: arguments) { return false }
    }
    let rounding = rounding(of: name)
    return rounding.isRounded || (rounding.isHandedOn && arguments.contains(where: isRounded))
  }

  /// Whether this is a function at 0 whose value there is a half, a quarter or whole, such as sigmoid(0).
  private func isSimple(_ builtin: Builtin, at arguments: [Expression]) -> Bool {
    guard arguments.count == 1, case .number(let zero) = arguments[0].kind, zero.value == 0,
      case .map(let function)? = builtin.operation
    else { return false }
    return 4 * function(0) == (4 * function(0)).rounded()
  }

  /// The function of the library that a name stands for, where it does.
  private func builtin(_ name: String) -> Builtin? {
    inner[name] == nil && scope[name] == nil ? library.builtins[name] : nil
  }

  private func rounding(of name: String) -> Rounding {
    if let known = inner[name] { return known }
    if let entry = scope[name] { return entry.rounding }
    guard let builtin = library.builtins[name] else { return Rounding() }
    if case .map(let function)? = builtin.operation {
      return Rounding(isRounded: function.cost == Operation.functionCost)
    }
    return Rounding(isRounded: builtin.operation == .softmax || builtin.traits.contains(.rounded))
  }

  /// Whether it is a net, a function or a table, which `==` compares on all rows.
  func isModel(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind, let entry = scope[name] else {
      return model(expression) != nil
    }
    return entry.value.isModel
  }

  /// The net that a name or a field of one stands for.
  private func model(_ expression: Expression) -> Net? {
    switch expression.kind {
    case .name(let name):
      if inner[name] == nil, let net = scope[name]?.value.net { return net }
    case .field(let base, let name):
      if let net = model(base), let part = net.field(name.text)?.net { return part }
    case .number, .text, .truth, .hole, .list, .comprehension, .call, .index, .derivative, .with, .prefix,
      .binary, .near, .range, .conditional, .chain, .broken:
      break
    }
    return nil
  }
}
