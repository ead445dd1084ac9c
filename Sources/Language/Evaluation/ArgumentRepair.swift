import Diagnostics
import Syntax
import Wording

/// What to write for arguments of another kind than their parameters want.
struct ArgumentRepair {
  let builtin: Builtin
  /// The arguments of the call, as written.
  let arguments: [Syntax.Argument]

  /// The repair of an argument that its parameter does not take.
  func hint(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    uncalledData(parameter, operand) ?? interval(operand) ?? turned(parameter, operand)
      ?? bracketed(parameter, operand) ?? steps(parameter, operand) ?? calledModel(parameter, operand)
      ?? ownPicture(parameter, operand) ?? listed(parameter, operand) ?? nearChoice(parameter, operand)
      ?? manyNumbers(parameter, operand)
  }

  /// `heat(m, -1..1, -1..1)` and `plot(f, x=[-3..3])`.
  private func interval(_ operand: Operand) -> Diagnostic.Hint? {
    guard builtin.topic == .pictures || builtin.topic == .regions else { return nil }
    let axes = ["x", "y"].filter { axis in builtin.parameters.contains { $0.name == axis } }
    guard !axes.isEmpty else { return nil }
    let text = operand.range.text
    if case .list(let items) = operand.value, items.values.count == 1, items.values[0].isRange,
      text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count < 60
    {
      let interval = String(text.dropFirst().dropLast())
      return .init("an interval stands without brackets: \(interval)", edit: .init(operand.range, interval))
    }
    guard case .range = operand.value else { return nil }
    let intervals = arguments.drop { $0.value.range != operand.range }.prefix { argument in
      if case .range = argument.value.kind { argument.name == nil } else { false }
    }
    guard let last = intervals.last, intervals.count <= axes.count else { return nil }
    let named = zip(axes, intervals).map { "\($0)=\($1.value.range.text)" }.joined(separator: ", ")
    return .init(
      "the intervals have names: \(named.prefix(80))",
      edit: .init(operand.range.joined(with: last.value.range), named))
  }

  /// `plot([f, g], …)`.
  private func listed(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard parameter.isRepeated, case .list(let items) = operand.value, items.values.count > 1 else {
      return nil
    }
    let text = operand.range.text
    guard text.hasPrefix("["), text.hasSuffix("]"), !text.contains(";"), text.utf8.count < 100 else {
      return nil
    }
    let values = String(text.dropFirst().dropLast())
    return .init("they stand without brackets: \(values)", edit: .init(operand.range, values))
  }

  /// `scatter(spiral)`, without the call that makes the data.
  private func uncalledData(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard case .table = parameter.kind else { return nil }
    return operand.value.dataHint(at: operand.range)
  }

  /// `accuracy(XOR, m)`: the value belongs to another parameter.
  private func turned(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard let here = builtin.parameters.firstIndex(where: { $0.name == parameter.name }),
      let there = builtin.parameters.firstIndex(where: { other in
        other.name != parameter.name && !other.isRepeated && !other.isNamed && other.kind.isTelling
          && other.kind.accepts(operand.value)
      }), !operand.value.isUnknown
    else { return nil }
    let (first, second) = (
      builtin.parameters[min(here, there)].name, builtin.parameters[max(here, there)].name
    )
    let rule: Message = "`\(builtin.name)` takes first \(first), then \(second)"
    guard arguments.indices.contains(here), arguments.indices.contains(there),
      arguments[here].name == nil, arguments[there].name == nil, here < there
    else { return nil }
    let texts = arguments.map(\.value.range.text)
    var turned = Array(texts[here...there])
    turned.swapAt(0, turned.count - 1)
    let place = arguments[here].value.range.joined(with: arguments[there].value.range)
    let text = turned.joined(separator: ", ")
    return .init("\(rule): \(text.prefix(80))", edit: text.utf8.count <= 200 ? .init(place, text) : nil)
  }

  /// `w=1`, or `perceptron(1, 1, T=1.5)`.
  private func bracketed(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard case .vector = parameter.kind else { return nil }
    // `[1; 1]`, a column.
    if let shape = operand.value.shape, shape.rank == 2, shape.sizes.contains(1),
      operand.range.text.utf8.count < 100,
      operand.range.text.hasPrefix("[")
    {
      let list = "[" + operand.range.text.filter { !"[]".contains($0) }.replacing(";", with: ",") + "]"
      return .init("a vector is no column: \(list)", edit: .init(operand.range, list))
    }
    guard operand.value.shape?.rank == 0 else { return nil }
    let numbers = arguments.prefix { $0.name == nil }.map(\.value)
    guard numbers.count > 1, numbers[0].range == operand.range, let last = numbers.last else {
      let vector = "[\(operand.range.text)]"
      return .init("a vector stands in brackets: \(vector.prefix(60))", edit: .init(operand.range, vector))
    }
    let vector = "[\(numbers.map(\.range.text).joined(separator: ", "))]"
    return .init(
      "a vector stands in brackets: \(vector.prefix(60))",
      edit: .init(operand.range.joined(with: last.range), vector))
  }

  /// `sum(1..5)`.
  private func steps(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard case .range = operand.value else { return nil }
    switch parameter.kind {
    case .vector, .tensor: break
    case .number, .truth, .text, .choice, .table, .net, .predictor, .activation, .initializer, .series,
      .interval, .any:
      return nil
    }
    let list = "[k for k in \(operand.range.text)]"
    return .init("a range is made a list: \(list.prefix(80))", edit: .init(operand.range, list))
  }

  /// `truth_table(g(0, 1))`.
  private func calledModel(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    switch parameter.kind {
    case .net, .predictor: break
    case .number, .truth, .vector, .tensor, .text, .choice, .table, .activation, .initializer, .series,
      .interval, .any:
      return nil
    }
    guard operand.value.shape != nil,
      let argument = arguments.first(where: { $0.value.range == operand.range }),
      case .call(let base, _) = argument.value.kind, case .name(let name) = base.kind
    else { return nil }
    return .init("give the function itself: \(name)", edit: .init(operand.range, name))
  }

  /// `regions(AND)`.
  private func ownPicture(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard builtin.topic == .pictures || builtin.topic == .regions, case .table = operand.value else {
      return nil
    }
    return .init("the points of a table are drawn by scatter(\(operand.range.text.prefix(40)))")
  }

  /// `fires="> 0"`.
  private func nearChoice(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard case .choice(let names) = parameter.kind, case .text(let text) = operand.value else { return nil }
    let typed = text.lowercased().filter { $0.isLetter || "<>=".contains($0) }
    let near = names.first { $0 == typed || !typed.isEmpty && typed.hasPrefix($0) }
    guard nearMisses(of: text, in: names).isEmpty, let near else { return nil }
    return .init("write \"\(near)\"", edit: .init(operand.range, "\"\(near)\""))
  }

  /// `mean(1, 2, 3)`.
  private func manyNumbers(_ parameter: Parameter, _ operand: Operand) -> Diagnostic.Hint? {
    guard case .choice = parameter.kind, operand.value.shape != nil,
      let advice = ForeignName.furtherArguments[builtin.name]
    else {
      return nil
    }
    return .init(advice)
  }
}

extension Parameter.Kind {
  /// Whether few values are of this kind, so that one which is tells what was meant.
  fileprivate var isTelling: Bool {
    switch self {
    case .table, .net, .predictor, .activation, .initializer, .interval: true
    case .number, .truth, .vector, .tensor, .text, .choice, .series, .any: false
    }
  }
}

extension Value {
  /// What to write for a function whose call makes data, such as `spiral`, which is named at `range`.
  public func dataHint(at range: SourceRange) -> Diagnostic.Hint? {
    guard let builtin, builtin.topic == .data,
      builtin.parameters.allSatisfy({ if case .required = $0.presence { false } else { true } })
    else { return nil }
    let call = "\(builtin.name)()"
    return .init("`\(builtin.name)` is a function, its data are \(call)", edit: .init(range, call))
  }
}
