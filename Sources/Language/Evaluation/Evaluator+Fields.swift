import Diagnostics
import Syntax
import Tables
import Tensors

extension Evaluator {
  /// The value of `base.name`.
  mutating func field(_ name: Identifier, of base: Value, at range: SourceRange) throws(Stop) -> Value {
    switch base {
    case .unknown: return .unknown
    case .table(let table):
      try gauge.charge(table.rowCount + 20 * (table.inputs.count + table.outputs.count), at: name.range)
      if table.isCounted, let columns = table.columnCount(of: name.text) {
        try gauge.charge(table.rowCount * columns, at: name.range)
        try gauge.allocate(elements: table.rowCount * columns, at: name.range)
      }
      if let column = table.field(name.text) { return .tensor(column) }
      throw unknownField(name, of: base, known: table.fieldNames)
    case .callable(.net(let net)):
      // A part is a net of its own: its way from the input is looked for.
      try gauge.charge(FuelGauge.operation / 20 * net.graph.count, at: name.range)
      if let value = net.field(name.text) { return value }
      throw unknownField(name, of: base, known: net.fieldNames)
    case .tensor:
      guard name.text == "T" else { throw unknownTensorField(name, of: base, at: range) }
      return try apply(.transpose, [Operand(base, range)], at: name.range)
    case .structure(let structure):
      if let value = structure.field(name.text) { return value }
      throw unknownField(name, of: base, known: structure.fields.map(\.name))
    case .training(let run):
      if let value = run.field(name.text, library) { return value }
      throw unknownField(name, of: base, known: TrainedRun.fieldNames)
    case .callable(.function) where ForeignName.derivatives.contains(name.text):
      throw .error(
        .unknownField, "\(base.kindText) has no fields", at: name.range,
        hint: "the derivative of f is f', its formula derivative(f)")
    case .text, .callable, .range, .list, .figure, .stage, .initializer:
      throw .error(.unknownField, "\(base.kindText) has no fields", at: name.range)
    }
  }

  private func unknownField(_ name: Identifier, of base: Value, known: [String]) -> Stop {
    let misses = remarks.isSearchWorthIt ? nearMisses(of: name.text, in: known) : []
    var diagnostic = Diagnostic(
      .unknownField, "\(base.kindText) has no field `\(name.text)`", at: name.range)
    if let net = base.net, let own = ForeignName.perceptronFields[name.text], known.contains(own),
      net.parts["1"] == nil
    {
      diagnostic.hint = .init("here it is `.\(own)`", edit: .init(name.range, own))
    } else if known.contains("w"), name.text.hasPrefix("w"), let place = Int(name.text.dropFirst()), place > 0
    {
      diagnostic.hint = .init("its weights are the vector `.w`", edit: .init(name.range, "w[\(place)]"))
    } else if known.contains("net"), let layer = Int(name.text), layer > 0 {
      diagnostic.hint = .init("the layers are those of `.net`", edit: .init(name.range, "net.\(layer)"))
    } else if let inner = unitOfInnerName(name, known) {
      diagnostic.hint = inner
    } else if let layer = Self.layerParameter(name.text), known.contains("1") || known.contains("net") {
      let field = (known.contains("net") ? "net." : "") + layer
      diagnostic.hint = .init("here it is `.\(field)`", edit: .init(name.range, field))
    } else if let net = base.net, let foreign = ForeignName.netFields[name.text],
      net.parts["1"] != nil || name.text.utf8.count > 1
    {
      diagnostic.hint = .init(foreign)
    } else if known.contains("val"), let foreign = ForeignName.trainingFields[name.text] {
      diagnostic.hint = .init(foreign.advice, edit: foreign.replacement.map { .init(name.range, $0) })
    } else if let text = didYouMean(misses) {
      diagnostic.hint = .init(text, edit: misses.count == 1 ? .init(name.range, misses[0]) : nil)
    } else {
      let listed = known.prefix(8).map { "`.\($0)`" }.joined(separator: ", ")
      diagnostic.hint = .init("it has \(listed)")
    }
    return .error(diagnostic)
  }

  /// `hand.h1(XOR)`, where `h` is a name in the net: the first of its units.
  private func unitOfInnerName(_ name: Identifier, _ known: [String]) -> Diagnostic.Hint? {
    let digits = name.text.reversed().prefix { $0.isNumber }.count
    let inner = String(name.text.dropLast(digits))
    guard digits > 0, known.contains(inner) else { return nil }
    let rest = SourceRange(
      name.range.file,
      name.range.upperBound..<min(name.range.upperBound + 60, name.range.file.text.utf8.count)
    ).text
    let unit = name.text.suffix(digits)
    guard rest.hasPrefix("("), let end = rest.firstIndex(of: ")") else { return nil }
    let call = rest[...end]
    let place = SourceRange(
      name.range.file, name.range.lowerBound..<name.range.upperBound + call.utf8.count)
    return .init(
      "`\(inner)` gives all its units, of which \(unit) is a column: \(inner)\(call)[:, \(unit)]",
      edit: .init(place, "\(inner)\(call)[:, \(unit)]"))
  }

  /// The field that `W1`, `b2` or `1` of a training means.
  private static func layerParameter(_ name: String) -> String? {
    guard let first = name.first, "WwBb".contains(first), let layer = Int(name.dropFirst()), layer > 0 else {
      return nil
    }
    return "\(layer).\("Ww".contains(first) ? "W" : "b")"
  }

  /// `v.sum()` is `sum(v)`; `range` holds the tensor, the point and the name.
  private func unknownTensorField(_ name: Identifier, of base: Value, at range: SourceRange) -> Stop {
    var diagnostic = Diagnostic(
      .unknownField, "\(base.kindText) has no field `\(name.text)`", at: name.range,
      hint: base.shape?.rank == 2 ? .init("it has `.T`") : nil)
    let tensor = SourceRange(range.file, range.lowerBound..<max(range.lowerBound, name.range.lowerBound - 1))
      .text
    guard tensor.utf8.count <= 100 else { return .error(diagnostic) }
    let whole = SourceRange(range.file, range.lowerBound..<name.range.upperBound)
    if base.shape?.rank == 0 {
      diagnostic.message = "\(base.kindText) has no fields"
    } else if base.shape?.rank == 1, name.text.allSatisfy(\.isNumber) {
      diagnostic.hint = .init("a position stands in [ ]", edit: .init(whole, "\(tensor)[\(name.text)]"))
    } else if base.shape?.rank == 1 {
      diagnostic.hint = .init("its elements are \(tensor)[1], …; the rows of a table have names: for r in T")
    }
    let isFunction = library.builtins[name.text] != nil
    let form =
      ForeignName.tensorAdvice[name.text] != nil
      ? nil : ForeignName.tensorFields[name.text] ?? (isFunction ? "\(name.text)(%)" : nil)
    if let form {
      let call = form.replacing("%", with: tensor)
      let behind = SourceRange(
        range.file, name.range.upperBound..<min(name.range.upperBound + 2, range.file.text.utf8.count))
      let hasArguments = behind.text.hasPrefix("(") && behind.text != "()"
      let whole = SourceRange(
        range.file, range.lowerBound..<(behind.text == "()" ? behind.upperBound : name.range.upperBound))
      diagnostic.hint = .init("write \(call)", edit: hasArguments ? nil : .init(whole, call))
    } else if let advice = ForeignName.tensorAdvice[name.text] {
      diagnostic.hint = .init(advice(tensor))
    }
    return .error(diagnostic)
  }
}

extension Net {
  /// The value of a field: a parameter, an inner name or layer as a net of its own.
  func field(_ name: String) -> Value? {
    if let parameter = parameter(name) { return .tensor(parameter) }
    if case .perceptron = origin, name == "b", let threshold = parameter("T")?.scalar {
      return .number(threshold == 0 ? 0 : -threshold)
    }
    return part(name).map { .net($0) }
  }

  /// The names of the fields, parameters first.
  var fieldNames: [String] {
    let bias = if case .perceptron = origin { ["b"] } else { [String]() }
    return parameters.keys.sorted() + bias + parts.keys.sorted()
  }
}

extension Table {
  /// The names of the fields, each once.
  fileprivate var fieldNames: [String] {
    let columns = inputs + outputs
    return columns + ["X", "y"].filter { !columns.contains($0) }
  }

  /// The column `name`, or all inputs as `X`, all outputs as `y`.
  func field(_ name: String) -> Tensor? {
    switch name {
    case "X": X
    case "y": y
    case _: column(name)
    }
  }

  /// How many columns a field has; nil where there is no such field.
  func columnCount(of name: String) -> Int? {
    switch name {
    case "X": inputs.count
    case "y": outputs.count
    case _: (inputs + outputs).contains(name) ? 1 : nil
    }
  }

  /// A row as a structure: one number a column.
  func record(ofRow row: Int) -> Value {
    let numbers =
      inputs(of: row..<row + 1).elements + outputs.indices.map { output(ofRow: row, column: $0) }
    let fields = zip(inputs + outputs, numbers).map { (name: $0, value: Value.number($1)) }
    return .structure(Structure("a row", fields: fields, shown: []))
  }
}
