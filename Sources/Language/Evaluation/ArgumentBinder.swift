import Diagnostics
import Syntax
import Wording

/// Matches the arguments of a call with the parameters of a library function.
struct ArgumentBinder {
  private let builtin: Builtin
  private let range: SourceRange
  private let nameRange: SourceRange
  private let arguments: [Syntax.Argument]
  private var bound: [String: Call.Argument] = [:]
  private var repeated: [Call.Argument] = []
  private var named: [(name: String, argument: Call.Argument)] = []
  private var position = 0

  init(builtin: Builtin, _ arguments: [Syntax.Argument] = [], range: SourceRange, nameRange: SourceRange) {
    self.builtin = builtin
    self.arguments = arguments
    self.range = range
    self.nameRange = nameRange
  }

  /// The parameter that an argument is for.
  mutating func parameter(for argument: Syntax.Argument) throws(Stop) -> Parameter {
    guard let name = argument.name else { return try next(at: argument.value.range) }
    if let parameter = builtin.parameters.first(where: {
      $0.name == name.text && !$0.isRepeated && !$0.isNamed
    }) {
      return parameter
    }
    if let named = builtin.parameters.first(where: \.isNamed) {
      return Parameter(name.text, named.kind, .named)
    }
    let misses = nearMisses(of: name.text, in: builtin.parameters.map(\.name))
    var diagnostic = Diagnostic(
      .unknownArgument, "`\(builtin.name)` has no argument `\(name.text)`", at: name.range)
    if name.text == "axis" || name.text == "dim", let vector = bound["x"], vector.value.shape?.rank == 1 {
      let rest = SourceRange(range.file, vector.range.upperBound..<argument.value.range.upperBound)
      diagnostic.hint = .init(
        "a vector has one axis: leave `\(name.text)=` out", edit: .init(rest, ""))
    } else if let hint = ForeignName.hint(for: argument, named: name, of: builtin, at: range, nameRange) {
      diagnostic.hint = hint
    } else if let text = didYouMean(misses) {
      diagnostic.hint = .init(text, edit: misses.count == 1 ? .init(name.range, misses[0]) : nil)
    } else {
      diagnostic.hint = .init("call it as \(builtin.signature)")
    }
    throw .error(diagnostic)
  }

  /// The parameter of the next argument without a name.
  private mutating func next(at range: SourceRange) throws(Stop) -> Parameter {
    guard position < builtin.parameters.count, !builtin.parameters[position].isNamed else {
      throw .error(
        .argumentCount, "`\(builtin.name)` takes at most \(counted(builtin.parameters.count, "argument"))",
        at: range,
        hint: self.range.withPoint.map { "a number has a point, not a comma: \($0)" }
          ?? rowsOfMatrix.map { "several vectors are the rows of one matrix: \($0)" }
          ?? ForeignName.furtherArguments[builtin.name] ?? "call it as \(builtin.signature)",
        edit: (self.range.withPoint ?? rowsOfMatrix).map { .init(self.range, $0) })
    }
    let parameter = builtin.parameters[position]
    if !parameter.isRepeated { position += 1 }
    return parameter
  }

  /// `polygon([0, 0; 2, 0])` for `polygon([0, 0], [2, 0])`.
  private var rowsOfMatrix: String? {
    let texts = arguments.map(\.value.range.text)
    guard texts.count > 1, texts.count < 30, builtin.parameters.count == 1,
      texts.allSatisfy({ $0.hasPrefix("[") && $0.hasSuffix("]") && !$0.contains(";") && $0.utf8.count < 60 })
    else { return nil }
    return "\(builtin.name)([\(texts.map { $0.dropFirst().dropLast() }.joined(separator: "; "))])"
  }

  /// Gives a value to the parameter that was found for its argument.
  mutating func bind(
    _ argument: Syntax.Argument, _ operand: Operand, to parameter: Parameter
  ) throws(Stop) {
    guard bound[parameter.name] == nil, !named.contains(where: { $0.name == parameter.name }) else {
      throw .error(
        .argumentTwice, "`\(parameter.name)` is given twice", at: argument.name?.range ?? operand.range,
        hint: "keep one of the two")
    }
    try bind(operand, to: parameter, .expression(argument.value))
  }

  /// Gives a value to the next parameter.
  mutating func bind(_ operand: Operand) throws(Stop) {
    let parameter = try next(at: operand.range)
    try bind(operand, to: parameter, .range)
  }

  private mutating func bind(
    _ operand: Operand, to parameter: Parameter, _ written: Call.Argument.Written
  ) throws(Stop) {
    guard parameter.kind.accepts(operand.value) else { throw wrongKind(parameter, operand) }
    let argument = Call.Argument(value: operand.value, range: operand.range, written: written)
    switch parameter.presence {
    case .repeated: repeated.append(argument)
    case .named: named.append((parameter.name, argument))
    case .required, .optional, .defaulted: bound[parameter.name] = argument
    }
  }

  /// The call, once every required argument was given; what was left out is its default.
  func finish(boundName: String?) throws(Stop) -> Call {
    var bound = bound
    for parameter in builtin.parameters {
      switch parameter.presence {
      case .required where bound[parameter.name] == nil, .repeated where repeated.isEmpty:
        throw .error(
          .missingArgument, "`\(builtin.name)` needs `\(parameter.name)`, \(parameter.kind.text)",
          at: nameRange,
          hint: isCalledWithNothing
            ? layerWithActivation.map { _ in "an activation belongs to its layer: dense(…, \(builtin.name))" }
              ?? "without its arguments it is named alone: \(builtin.name)"
            : "call it as \(builtin.shortForm)",
          edit: isCalledWithNothing ? layerWithActivation ?? .init(range, builtin.name) : nil)
      case .defaulted(let standard) where bound[parameter.name] == nil:
        bound[parameter.name] = Call.Argument(value: standard.value, range: range, text: standard.text)
      case .required, .repeated, .optional, .defaulted, .named: break
      }
    }
    return Call(
      builtin: builtin, arguments: bound, repeated: repeated, named: named, range: range, boundName: boundName
    )
  }

  /// The end of the layer before, with the activation that stands behind its arrow: `, relu)`.
  private var layerWithActivation: Diagnostic.Edit? { range.activationInLayer(builtin.name) }

  /// Whether `tanh()` stands inside the arguments of another call.
  private var isCalledWithNothing: Bool {
    arguments.isEmpty && (builtin.activation != nil || builtin.topic == .training) && range.start.column > 1
      && range.text == "\(builtin.name)()"
  }

  private func wrongKind(_ parameter: Parameter, _ operand: Operand) -> Stop {
    var hint: Message = "call it as \(builtin.signature)"
    if case .choice(let names) = parameter.kind, case .text(let text) = operand.value {
      hint = didYouMean(nearMisses(of: text, in: names)) ?? hint
    }
    let own = parameter.kind.hint(for: operand.value, written: operand.range.text)
    if own == nil || parameter.kind.isTable,
      let repair = ArgumentRepair(builtin: builtin, arguments: arguments).hint(parameter, operand)
    {
      return .error(
        Diagnostic(
          .typeMismatch,
          "`\(parameter.name)` of `\(builtin.name)` is \(parameter.kind.text), this is \(operand.value.kindText)",
          at: operand.range, hint: repair))
    }
    hint = own ?? hint
    return .error(
      .typeMismatch,
      "`\(parameter.name)` of `\(builtin.name)` is \(parameter.kind.text), this is \(operand.value.kindText)",
      at: operand.range, hint: hint,
      edit: parameter.kind.replacement(for: operand.value, written: operand.range.text).map {
        .init(operand.range, $0)
      })
  }
}
