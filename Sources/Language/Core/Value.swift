import Diagnostics
import Figures
import NeuralNetworks
import Syntax
import Tables
import Tensors
import Wording

/// What an expression can be.
public indirect enum Value: Sendable {
  /// A number, vector or array, as far as it is known.
  case tensor(TensorValue)
  case text(String)
  case table(Table)
  /// What is called with arguments: a function, a built-in or a net.
  case callable(Callable)
  /// `a..b`: a list of whole steps or an interval, as the argument asks.
  case range(first: Double, last: Double)
  /// What a comprehension gives that is no tensor; only arguments take it.
  case list(ValueList)
  case figure(Figure)
  /// A stage of a chain that does not know its input yet.
  case stage(Stage)
  /// How the first values of parameters are drawn.
  case initializer(Initializer)
  /// A result with named parts.
  case structure(Structure)
  /// A training, before its run or after it.
  case training(TrainedRun)
  /// Nothing is known: a hole, or what depends on one or on an error. Says nothing, fits anywhere.
  case unknown
}

/// A tensor as far as it is known.
///
/// One evaluator serves the run, the check before the run and the trace of a net, which differ only in how
/// much is known.
public enum TensorValue: Sendable {
  /// Its elements are known.
  case known(Tensor)
  /// Its shape is known and its elements are not.
  case symbol(Symbol)

  /// The shape.
  public var shape: Shape {
    switch self {
    case .known(let tensor): tensor.shape
    case .symbol(let symbol): symbol.shape
    }
  }

  /// What it is, as an error says it.
  fileprivate var kindText: Message {
    if shape.rank > 0 { return "a tensor of shape \(shape)" }
    return switch self {
    case .known(let tensor): "the number \(tensor.text())"
    case .symbol: "a number"
    }
  }
}

/// What is called with arguments.
public enum Callable: Sendable {
  /// A function defined in the notebook.
  case function(Function)
  /// A function of the library.
  case builtin(Builtin)
  case net(Net)

  /// What it is, as an error says it.
  fileprivate var kindText: Message {
    switch self {
    case .function(let function): "a function of \(counted(function.parameters.count, "argument"))"
    case .builtin(let builtin): "the library function `\(builtin.name)`"
    case .net(let net): "a net of \(counted(net.inputCount, "input"))"
    }
  }
}

/// A tensor of known shape without known elements.
public struct Symbol: Sendable {
  /// The shape.
  public var shape: Shape
  /// The value in the net that is being traced; nil before a run.
  public var node: Graph.Node?

  /// Makes a symbol.
  public init(shape: Shape, node: Graph.Node? = nil) {
    self.shape = shape
    self.node = node
  }
}

/// Values that are no tensor together.
public struct ValueList: Sendable {
  /// The values.
  public let values: [Value]
  /// How many values it holds that are no lists, in all lists inside; a list of lists shares them.
  let leafCount: Int
  /// The bytes of all its numbers, for the memory budget.
  let logicalBytes: Int

  /// Makes a list.
  public init(_ values: [Value]) {
    self.values = values
    // Counted as it is made: a list of the same list twice, again and again, is soon too large to go through.
    leafCount = values.reduce(0) { $0.saturatingSum($1.leafCount) }
    logicalBytes = values.reduce(0) { $0.saturatingSum($1.logicalBytes) }
  }
}

extension Value {
  /// Whether it is a list of one range, as `[-3..3]` is.
  public var isListOfRange: Bool {
    if case .list(let list) = self, list.values.count == 1, case .range = list.values[0] {
      true
    } else {
      false
    }
  }

  /// How many values it shows that are no lists.
  var leafCount: Int { if case .list(let list) = self { list.leafCount } else { 1 } }
}

/// A function defined in the notebook: its tree and what it captured.
public struct Function: Sendable {
  /// The name it was defined with.
  public let name: String
  /// The parameters.
  public let parameters: [Identifier]
  /// What it computes.
  public let body: FunctionValue
  /// The free names of the body with their values, as they were at the definition.
  var captured: [String: Scope.Entry] { captures.entries }
  /// The statement, for diagnostics and for showing it.
  public let definition: Statement
  /// The captured names, shared by all copies of the function.
  let captures: Captures

  /// Names with their values; an object, so that a walk over a value recognises what it met before.
  final class Captures: Sendable {
    let entries: [String: Scope.Entry]

    init(_ entries: [String: Scope.Entry]) { self.entries = entries }
  }

  init(
    name: String, parameters: [Identifier], body: FunctionValue, captured: [String: Scope.Entry],
    definition: Statement
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.definition = definition
    captures = Captures(captured)
  }
}

extension Function {
  /// Makes a function that stands nowhere in the notebook, such as a formula that the library found.
  ///
  /// All of its tree stands at `range`, the call that made it. `value` uses nothing but the parameters.
  public init(_ name: String, parameters: [String], value: Expression, at range: SourceRange) {
    let (names, body) = (parameters.map { Identifier($0, range) }, FunctionValue.expression(value))
    let kind = Statement.Kind.function(
      name: Identifier(name, range), parameters: names.map { .name($0) }, value: body)
    self.init(
      name: name, parameters: names, body: body, captured: [:], definition: Statement(kind, range))
  }
}

extension Value {
  /// Makes a tensor with known elements.
  public static func tensor(_ tensor: Tensor) -> Value { .tensor(.known(tensor)) }
  /// Makes a tensor without known elements.
  public static func symbol(_ symbol: Symbol) -> Value { .tensor(.symbol(symbol)) }
  /// Makes a function of the notebook.
  public static func function(_ function: Function) -> Value { .callable(.function(function)) }
  /// Makes a function of the library.
  public static func builtin(_ builtin: Builtin) -> Value { .callable(.builtin(builtin)) }
  /// Makes a net.
  public static func net(_ net: Net) -> Value { .callable(.net(net)) }
  /// Makes a number.
  public static func number(_ value: Double) -> Value { .tensor(Tensor(value)) }
  /// Makes 1 or 0.
  public static func truth(_ value: Bool) -> Value { .tensor(Tensor(value ? 1 : 0)) }

  /// What kind of thing it is, with its size, as an error says it: `a table`, `[2, 3]`, `the number 0.5`.
  public var kindText: Message {
    switch self {
    case .tensor(let tensor): tensor.kindText
    case .text(let text): "the text \"\(text.prefix(20))\(text.count > 20 ? "…" : "")\""
    case .table(let table): "a table of \(table.rowCount) rows"
    case .callable(let callable): callable.kindText
    case .range(let first, let last): "the range \(first.text())..\(last.text())"
    case .list(let list): "a list of \(counted(list.values.count, "value"))"
    case .figure: "a figure"
    case .stage: "a stage of a chain"
    case .initializer(let initializer): "the initialiser \(initializer.name)"
    case .structure(let structure): structure.kindText
    case .training: TrainedRun.kindText
    case .unknown: "unknown"
    }
  }

  /// The shape, where the value is a tensor.
  public var shape: Shape? { if case .tensor(let tensor) = self { tensor.shape } else { nil } }

  /// The tensor, where its elements are known.
  public var tensor: Tensor? { if case .tensor(.known(let tensor)) = self { tensor } else { nil } }

  /// The tensor without known elements, where it is one.
  public var symbol: Symbol? { if case .tensor(.symbol(let symbol)) = self { symbol } else { nil } }

  /// The function of the notebook, where it is one.
  public var function: Function? {
    if case .callable(.function(let function)) = self { function } else { nil }
  }

  /// The function of the library, where it is one.
  public var builtin: Builtin? { if case .callable(.builtin(let builtin)) = self { builtin } else { nil } }

  /// The net, where it is one.
  public var net: Net? { if case .callable(.net(let net)) = self { net } else { nil } }

  /// The number, where it is one and known.
  public var number: Double? { tensor?.scalar }

  /// Whether nothing is known of it.
  public var isUnknown: Bool { if case .unknown = self { true } else { false } }

  /// What it decides and why, where it is a verdict.
  var verdict: (holds: Bool, reason: Message)? {
    if case .structure(let structure) = self { structure.verdict } else { nil }
  }

  /// The bytes its numbers take, for the memory budget.
  public var logicalBytes: Int {
    switch self {
    case .tensor(.known(let tensor)): 8 * tensor.elements.count
    // Its numbers, and the rows as they are shown.
    case .table(let table): table.logicalBytes
    case .list(let list): list.logicalBytes
    case .text(let text): text.utf8.count
    case .structure(let structure): structure.logicalBytes
    case .training(let run): run.logicalBytes
    case .callable(.net(let net)): net.logicalBytes
    case .callable, .range, .figure, .stage, .initializer, .tensor, .unknown: 0
    }
  }
}

extension Table {
  /// The bytes of its numbers, and of its rows as they are shown.
  fileprivate var logicalBytes: Int {
    let row = 24 * (inputs.count + outputs.count) + 100
    return isCounted ? heldCount + row * (writtenCount < rowCount ? writtenCount : 0) : row * rowCount
  }
}

extension Value {
  /// The value with its numbers rounded to a width.
  func rounded(to precision: Precision) -> Value {
    guard precision != .float64, let tensor = self.tensor else { return self }
    return .tensor(tensor.rounded(to: precision))
  }
}

/// Returns "here is 1", "here are 2".
func hereAre(_ count: Int) -> Message { count == 1 ? "here is \(count)" : "here are \(count)" }
