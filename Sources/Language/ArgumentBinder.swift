import Diagnostics
import Syntax

/// Matches the arguments of a call with the parameters of a library function.
struct ArgumentBinder {
  private let builtin: Builtin
  private let range: SourceRange
  private let nameRange: SourceRange
  private var bound: [String: Call.Argument] = [:]
  private var position = 0

  init(builtin: Builtin, range: SourceRange, nameRange: SourceRange) {
    self.builtin = builtin
    self.range = range
    self.nameRange = nameRange
  }

  mutating func add(_ argument: Syntax.Argument, _ operand: Operand) throws(Stop) {
    let parameter = try parameter(for: argument)
    guard bound[parameter.name] == nil else {
      throw .error(
        .argumentTwice, "`\(parameter.name)` is given twice", at: argument.name?.range ?? operand.range,
        hint: "keep one of the two")
    }
    guard parameter.kind.accepts(operand.value) else { throw wrongKind(parameter, operand) }
    bound[parameter.name] = Call.Argument(
      value: operand.value, range: operand.range, text: argument.value.canonicalText)
  }

  /// The call, once every required argument was given.
  func finish(boundName: String?) throws(Stop) -> Call {
    for parameter in builtin.parameters {
      guard case .required = parameter.presence, bound[parameter.name] == nil else { continue }
      throw .error(
        .missingArgument, "`\(builtin.name)` needs `\(parameter.name)`, \(parameter.kind.text)", at: nameRange,
        hint: "call it as \(builtin.signature)")
    }
    return Call(builtin: builtin, arguments: bound, range: range, boundName: boundName)
  }

  private mutating func parameter(for argument: Syntax.Argument) throws(Stop) -> Parameter {
    guard let name = argument.name else {
      guard position < builtin.parameters.count else {
        throw .error(
          .argumentCount,
          "`\(builtin.name)` takes at most \(counted(builtin.parameters.count, "argument"))",
          at: argument.value.range, hint: "call it as \(builtin.signature)")
      }
      position += 1
      return builtin.parameters[position - 1]
    }
    if let parameter = builtin.parameters.first(where: { $0.name == name.text }) { return parameter }
    let misses = nearMisses(of: name.text, in: builtin.parameters.map(\.name))
    var diagnostic = Diagnostic(
      .unknownArgument, "`\(builtin.name)` has no argument `\(name.text)`", at: name.range)
    if let text = didYouMean(misses), let first = misses.first {
      diagnostic.hint = .init(text, edit: .init(name.range, first))
    } else {
      diagnostic.hint = .init("call it as \(builtin.signature)")
    }
    throw .error(diagnostic)
  }

  private func wrongKind(_ parameter: Parameter, _ operand: Operand) -> Stop {
    var hint = "call it as \(builtin.signature)"
    if case .choice(let names) = parameter.kind, case .text(let text) = operand.value {
      hint = didYouMean(nearMisses(of: text, in: names)) ?? hint
    }
    return .error(
      .typeMismatch,
      "`\(parameter.name)` of `\(builtin.name)` is \(parameter.kind.text), this is \(operand.value.kindText)",
      at: operand.range, hint: hint)
  }
}
