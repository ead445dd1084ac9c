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
      if let column = table.field(name.text) { return .tensor(column) }
      throw unknownField(name, of: base, known: table.fieldNames)
    case .net(let net):
      if let value = net.field(name.text) { return value }
      throw unknownField(name, of: base, known: net.fieldNames)
    case .tensor, .symbol:
      guard name.text == "T" else { throw unknownField(name, of: base, known: ["T"]) }
      return try apply(.transpose, [Operand(base, range)], at: name.range)
    case .text, .function, .builtin, .range, .list, .figure, .display:
      throw .error(.unknownField, "\(base.kindText) has no fields", at: name.range)
    }
  }

  private func unknownField(_ name: Identifier, of base: Value, known: [String]) -> Stop {
    let misses = nearMisses(of: name.text, in: known)
    var diagnostic = Diagnostic(
      .unknownField, "\(base.kindText) has no field `\(name.text)`", at: name.range)
    if let text = didYouMean(misses), let first = misses.first {
      diagnostic.hint = .init(text, edit: .init(name.range, first))
    } else {
      let listed = known.prefix(8).map { "`.\($0)`" }.joined(separator: ", ")
      diagnostic.hint = .init("it has \(listed)")
    }
    return .error(diagnostic)
  }
}

extension Net {
  /// The value of a field: a perceptron's parameters, or an inner name as a net of its own.
  func field(_ name: String) -> Value? {
    if case .perceptron(let perceptron) = origin {
      switch name {
      case "w": return .tensor(perceptron.weights)
      case "T": return .number(perceptron.threshold)
      case "b": return .number(perceptron.threshold == 0 ? 0 : -perceptron.threshold)
      case _: break
      }
    }
    return part(name).map { .net($0) }
  }

  /// The names of the fields, sorted.
  var fieldNames: [String] {
    let inner = fields.keys.sorted()
    if case .perceptron = origin { return ["w", "T", "b"] + inner }
    return inner
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
}
