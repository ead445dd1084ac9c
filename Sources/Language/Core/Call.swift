import Diagnostics
import Figures
import NeuralNetworks
import Syntax
import Tables
import Tensors
import Wording

/// A call of a library function whose arguments fit its parameters.
public struct Call: Sendable {
  /// The function.
  public let builtin: Builtin
  /// The arguments by parameter name; those that were left out are their defaults, where they have one.
  public let arguments: [String: Argument]
  /// The arguments of the parameter that takes any number of them.
  public let repeated: [Argument]
  /// The arguments whose names the function's argument gives them, in their order.
  public let named: [(name: String, argument: Argument)]
  /// The whole call in the text.
  public let range: SourceRange
  /// The name that the statement binds the result to, if it does.
  public let boundName: String?

  /// The values that were given to the function before its call.
  public var bound: [Value] { builtin.partial?.bound ?? [] }

  /// Whether the value of an argument is known in the run only.
  var hasUnknownArgument: Bool {
    (Array(arguments.values) + repeated).contains { argument in
      switch argument.value {
      case .unknown: true
      case .tensor(.symbol(let symbol)): symbol.node == nil
      case .tensor, .text, .table, .range, .list, .callable, .figure, .stage, .initializer, .structure,
        .training:
        false
      }
    }
  }

  /// Its tables whose inputs are counted.
  var countedTables: [Table] {
    (Array(arguments.values) + repeated + named.map(\.argument)).compactMap { argument in
      if case .table(let table) = argument.value, table.isCounted { table } else { nil }
    }
  }

  /// The call with the inputs of all its tables.
  var withListedTables: Call {
    Call(
      builtin: builtin, arguments: arguments.mapValues(\.withListedTable),
      repeated: repeated.map(\.withListedTable),
      named: named.map { (name: $0.name, argument: $0.argument.withListedTable) }, range: range,
      boundName: boundName)
  }

  /// A value and where it was written.
  public struct Argument: Sendable {
    /// The value.
    public let value: Value
    /// Where.
    public let range: SourceRange
    private let written: Written

    /// How the argument was written; the text is made when it is asked for, as most calls never do.
    enum Written: Sendable {
      case text(String)
      case expression(Expression)
      case range
    }

    /// The argument as written.
    public var text: String {
      switch written {
      case .text(let text): text
      case .expression(let expression): expression.canonicalText
      case .range: range.text
      }
    }

    /// Makes an argument.
    public init(value: Value, range: SourceRange, text: String) {
      self.init(value: value, range: range, written: .text(text))
    }

    /// The argument; if it is a table, with its inputs.
    fileprivate var withListedTable: Argument {
      guard case .table(let table) = value, table.isCounted else { return self }
      return Argument(value: .table(table.listed), range: range, written: written)
    }

    init(value: Value, range: SourceRange, written: Written) {
      self.value = value
      self.range = range
      self.written = written
    }
  }

  /// Whether an argument was given, or has a default.
  public func has(_ name: String) -> Bool { arguments[name] != nil }

  /// Whether any argument is a hole or depends on one.
  public var hasUnknown: Bool {
    arguments.values.contains { $0.value.isUnknown } || repeated.contains { $0.value.isUnknown }
      || named.contains { $0.argument.value.isUnknown }
  }

  /// Where an argument stands, or the call if it was left out.
  public func range(of name: String) -> SourceRange { arguments[name]?.range ?? range }

  /// The tensor given for `name`; its elements may be unknown before the run.
  public func tensor(_ name: String) -> Tensor? {
    arguments[name]?.value.tensor
  }

  /// The number given for `name`.
  public func number(_ name: String) -> Double? { tensor(name)?.elements.first }

  /// The text given for `name`.
  public func text(_ name: String) -> String? {
    if case .text(let text)? = arguments[name]?.value { text } else { nil }
  }

  /// The table given for `name`.
  public func table(_ name: String) -> Table? {
    if case .table(let table)? = arguments[name]?.value { table } else { nil }
  }

  /// The whole number given for `name`, from `lower` to `upper`.
  public func count(_ name: String, from lower: Int, to upper: Int) throws(Stop) -> Int? {
    guard let number = number(name) else { return nil }
    guard number == number.rounded(), number >= Double(lower), number <= Double(upper) else {
      throw error(
        .typeMismatch, "`\(name)` is a whole number from \(lower) to \(upper), this is \(number.text())",
        at: name,
        hint:
          "such as \(name)=\(Int(min(max(number.isFinite ? number.rounded() : 1, Double(lower)), Double(min(upper, 1_000_000)))))"
      )
    }
    return Int(number)
  }

  /// The net given for `name`.
  public func net(_ name: String) -> Net? {
    arguments[name]?.value.net
  }

  /// The interval given for `name`, from the smaller end to the larger.
  public func interval(_ name: String) -> ClosedRange<Double>? {
    guard case .range(let first, let last)? = arguments[name]?.value else { return nil }
    return min(first, last)...max(first, last)
  }

  /// The activation given for `name`.
  public func activation(_ name: String) -> Activation? {
    guard let builtin = arguments[name]?.value.builtin else { return nil }
    return builtin.activation
  }

  /// Returns an error at an argument.
  public func error(
    _ kind: DiagnosticKind, _ message: Message, at name: String? = nil, label: Message = "",
    hint: Message? = nil, edit: Diagnostic.Edit? = nil
  ) -> Stop {
    .error(kind, message, at: name.map { range(of: $0) } ?? range, label: label, hint: hint, edit: edit)
  }
}
