import Diagnostics
import Syntax
import Wording

// What to write for calls that are none, and for calls of nets with other arguments.
extension Evaluator {
  /// What is meant by a call of something that is no function.
  func notCallableHint(
    _ callee: Value, _ base: Expression, _ arguments: [Syntax.Argument], at range: SourceRange
  ) -> Diagnostic.Hint? {
    let written = base.canonicalText
    if case .name(let name) = base.kind, library.builtins[name] != nil {
      return .init("a value above hides the function `\(name)` of the library: give it another name")
    }
    if case .table = callee { return .init("a table is compared with a net: check net == \(written)") }
    if let hint = callee.netHint(written) { return .init(hint) }
    guard let shape = callee.shape else { return nil }
    if arguments.isEmpty {
      return .init("delete the parentheses", edit: uncalled(base, arguments, callee, at: range))
    }
    let inside = arguments.map(\.value.range.text).joined(separator: ", ")
    let areCounts = arguments.allSatisfy { if case .number = $0.value.kind { true } else { false } }
    let isPosition = shape.rank > 0 && arguments.count == shape.rank && areCounts
    if isPosition, inside.utf8.count < 60, case .name = base.kind {
      return .init(
        "a position stands in [ ]: \(written)[\(inside)]", edit: .init(range, "\(written)[\(inside)]"))
    }
    let edit = uncalled(base, arguments, callee, at: range)
    let product = "\(base.isSum ? "(\(written))" : written)*(\(inside.prefix(60)))"
    return .init(
      shape.rank == 0
        ? "a product is written with *: \(product)"
        : "a product is written with *: \(product); a position with [ ]",
      edit: edit)
  }

  /// What a net of several inputs is to be given instead of one number.
  func exampleHint(_ net: Net, _ operand: Operand, at call: SourceRange) -> Diagnostic.Hint {
    let digits = operand.range.text.filter { $0 != "\"" }
    let head = SourceRange(call.file, call.lowerBound..<max(call.lowerBound, operand.range.lowerBound)).text
    let isRow = digits.count == net.inputCount && digits.allSatisfy { $0 == "0" || $0 == "1" }
    if isRow, net.inputCount > 1, operand.value.shape?.rank ?? 0 == 0 {
      let inputs = digits.map { String($0) }.joined(separator: ", ")
      return .init("each input is a number of its own: \(head)\(inputs))", edit: .init(operand.range, inputs))
    }
    guard operand.value.shape?.rank == 0 else {
      return .init("give [\(net.inputCount)] for one example, [m, \(net.inputCount)] for m of them")
    }
    let names = (1...max(1, min(4, net.inputCount))).map { "x\($0)" }.joined(separator: ", ")
    return .init(
      "give a number for each input, \(head.utf8.count < 60 ? head : "net(")\(names)\(net.inputCount > 4 ? ", …" : ""))"
    )
  }

  /// What to write for several examples that stand side by side.
  func examplesHint(_ operands: [Operand]) -> Diagnostic.Hint {
    let texts = operands.map(\.range.text)
    guard texts.allSatisfy({ $0.hasPrefix("[") && $0.hasSuffix("]") && !$0.contains(";") }),
      let first = operands.first?.range, let last = operands.last?.range, texts.count < 20
    else { return .init("several examples go in as the rows of one matrix") }
    let matrix = "[" + texts.map { $0.dropFirst().dropLast() }.joined(separator: "; ") + "]"
    return .init(
      "several examples go in as the rows of one matrix: \(matrix.prefix(80))",
      edit: .init(first.joined(with: last), matrix))
  }

  /// `exp^(-z)` or `exp -1`: a function before the sign at `sign` that was to take what stands behind it.
  func argumentsMeant(_ operand: Operand, behind sign: SourceRange) -> (hint: Message, edit: Diagnostic.Edit?)
  {
    let general: Message = "call it with its arguments in parentheses"
    guard operand.range.upperBound <= sign.lowerBound, sign.text == "^" || sign.text == "-" else {
      return (general, nil)
    }
    let behind = text(behind: sign, while: { !"\n,;]".contains($0) }).drop { $0 == " " }
    var argument = ""
    if behind.hasPrefix("(") {
      var depth = 0
      for character in behind {
        argument.append(character)
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        if depth == 0 { break }
      }
      argument = depth == 0 ? String(argument.dropFirst().dropLast()) : ""
    } else {
      argument = String(behind.prefix { $0.isNumber || $0.isLetter || $0 == "." || $0 == "_" })
    }
    guard !argument.isEmpty else { return (general, nil) }
    let name = operand.range.text
    return ("\(general): \(name)(\(sign.text == "-" ? "-" : "")\(argument))", nil)
  }

  /// What to do where `if` stands before several numbers.
  func choiceHint(_ test: Expression, _ condition: Value) -> Message {
    if recorder.isRecording, condition.symbol?.node != nil {
      return "inside a net name one component, such as x[1]"
    }
    let call = remarks.innermostCall ?? "f(z)"
    let isCall = remarks.innermostCall != nil
    return isCall
      ? "call it with one number, for several [\(call.prefix(60)) for … in …]"
      : "choose for each of them: [if z > 0 then 1 else 0 for z in …]"
  }

  /// Finds `check AND == gate(x1, x2)`, where the table is to be compared with the gate itself.
  func refuseCalledModel(_ expression: Expression) throws(Stop) {
    let sides: (Expression, Expression)
    switch expression.kind {
    case .binary(.equal, _, let left, let right): sides = (left, right)
    case .near(let left, let right, _): sides = (left, right)
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .call, .index, .field, .derivative,
      .with, .prefix, .binary, .range, .conditional, .chain, .broken:
      return
    }
    for (model, other) in [sides, (sides.1, sides.0)] {
      guard case .call(let base, let arguments) = model.kind, case .name(let name) = base.kind,
        !arguments.isEmpty,
        arguments.allSatisfy({ argument in
          if case .name(let name) = argument.value.kind { scope[name] == nil } else { false }
        }), case .name(let table) = other.kind, case .table? = scope[table]?.value,
        case .callable? = scope[name]?.value
      else { continue }
      throw .error(
        .unknownName, "a table is compared with a net, and this is a call of it", at: model.range,
        hint: "write the net alone: \(name)", edit: .init(model.range, name))
    }
  }
}

extension Expression {
  /// Whether a factor made of it stands in parentheses.
  fileprivate var isSum: Bool {
    switch kind {
    case .binary, .prefix, .conditional, .near, .range: true
    case .number, .text, .truth, .name, .hole, .list, .comprehension, .call, .index, .field, .derivative,
      .with, .chain, .broken:
      false
    }
  }
}
