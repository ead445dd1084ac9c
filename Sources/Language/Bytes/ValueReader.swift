import Bytes
import Diagnostics
import NeuralNetworks
import Wording

/// Reads a value from its entries.
struct ValueReader {
  private let library: Library
  private let limits: ValueLimits
  private var values: [Value] = []
  /// How many values stand inside one another in each of them, itself included.
  private var depths: [Int] = []

  /// The value that all of these bytes are.
  static func read(
    _ bytes: [UInt8], _ library: Library, _ limits: ValueLimits
  ) throws(ByteProblem) -> Value {
    guard bytes.starts(with: ValueForm.mark) else { throw .version(0) }
    var reader = ByteReader(bytes[ValueForm.mark.count...])
    let version: Int = try reader.read()
    guard version == ValueForm.version else { throw .version(version) }
    let count = try reader.count()
    guard count <= limits.values else { throw .limit("\(readable(limits.values)) values") }
    var entries = ValueReader(library: library, limits: limits)
    for _ in 0..<count { try entries.readEntry(from: &reader) }
    guard let value = entries.values.last, reader.isAtEnd else { throw .invalid("a value") }
    return value
  }

  private init(library: Library, limits: ValueLimits) {
    self.library = library
    self.limits = limits
  }

  private mutating func readEntry(from bytes: inout ByteReader) throws(ByteProblem) {
    var inner = 0
    let value = try read(from: &bytes, &inner)
    guard inner < limits.depth else { throw .limit("\(limits.depth) values in one another") }
    values.append(value)
    depths.append(inner + 1)
  }

  /// The values of earlier entries; `inner` becomes the depth of the deepest.
  private func entries(_ numbers: [Int], _ inner: inout Int) throws(ByteProblem) -> [Value] {
    guard numbers.allSatisfy(values.indices.contains) else { throw .invalid("an entry") }
    inner = numbers.reduce(inner) { max($0, depths[$1]) }
    return numbers.map { values[$0] }
  }

  private func read(
    from bytes: inout ByteReader, _ inner: inout Int
  ) throws(ByteProblem) -> Value {
    let kind = try bytes.next()
    guard limits.takesUnknown || !(13...14 ~= kind) else { throw .invalid("a value that is known") }
    switch kind {
    case 0: return .tensor(try bytes.read())
    case 1: return .text(try bytes.read())
    case 2: return .table(try bytes.read())
    case 3: return .net(try bytes.read())
    case 4: return .function(try function(from: &bytes, &inner))
    case 5:
      guard let builtin = library.builtins[try bytes.read()] else {
        throw .invalid("a function of this library")
      }
      return .builtin(builtin)
    case 6:
      let form = library.forms[try bytes.read()]
      guard let function = form?.function(try entries(try bytes.read(), &inner)) else {
        throw .invalid("a function of values")
      }
      return .builtin(function)
    case 7: return .range(first: try bytes.read(), last: try bytes.read())
    case 8: return .list(ValueList(try entries(try bytes.read(), &inner)))
    case 9: return .figure(try bytes.read())
    case 10: return .stage(try bytes.read())
    case 11: return .initializer(try bytes.read())
    case 12: return .structure(try structure(from: &bytes, &inner))
    case 13: return .symbol(Symbol(shape: try bytes.read()))
    case 14: return .unknown
    case 15: return .training(try training(from: &bytes, &inner))
    case _: throw .invalid("a kind of value")
    }
  }

  private func function(
    from bytes: inout ByteReader, _ inner: inout Int
  ) throws(ByteProblem) -> Function {
    let text: FunctionText = try bytes.read()
    let names: [String] = try bytes.read()
    let values = try entries(try bytes.read(), &inner)
    guard names.count == values.count else { throw .invalid("what a function captured") }
    var captured: [String: Scope.Entry] = [:]
    for (name, value) in zip(names, values) { captured[name] = Scope.Entry(value) }
    guard let function = text.function(capturing: captured) else { throw .invalid("a function") }
    return function
  }

  private func structure(from bytes: inout ByteReader, _ inner: inout Int) throws(ByteProblem) -> Structure {
    let (kind, names): (String, [String]) = (try bytes.read(), try bytes.read())
    let values = try entries(try bytes.read(), &inner)
    guard names.count == values.count, Set(names).count == names.count else { throw .invalid("fields") }
    return Structure(
      .english(kind), fields: zip(names, values).map { (name: $0, value: $1) }, shown: try bytes.read(),
      content: try bytes.read())
  }

  private func training(from bytes: inout ByteReader, _ inner: inout Int) throws(ByteProblem) -> TrainedRun {
    let (net, data): (Int, Int) = (try bytes.read(), try bytes.read())
    let parts = try entries([net, data], &inner)
    guard let net = parts[0].net, case .table(let data) = parts[1],
      let all = Training.Examples(of: data, for: net)
    else { throw .invalid("what a training learns from") }
    let (judgedBy, others) = try validation(of: net, all, from: &bytes, &inner)
    var loss: Function?
    var method: Training.Method = try bytes.read()
    if let function = try lossFunction(from: &bytes, &inner) {
      guard function.name == method.loss.name, function.parameters.count == 2 else {
        throw .invalid("a loss")
      }
      // It may have the name of one of the table.
      method.loss = .ofNotebook(function.name)
      loss = function
    } else if Loss.named(method.loss.name) == nil {
      throw .invalid("a loss")
    }
    let (log, rule): (Int?, DecisionRule?) = (try bytes.read(), try bytes.read())
    guard (log ?? 1) > 0 else { throw .invalid("a number of epochs") }
    let plan = TrainingPlan(
      net: net, data: data, judgedBy: judgedBy, rows: judgedBy.parted(all, others), method: method,
      lossFunction: loss, log: log, learnedRule: rule)
    guard try bytes.read() else { return TrainedRun(plan: plan) }
    let result = try Training.Result(from: &bytes, net: net.graph)
    let judged = plan.validation == nil ? 0 : result.epochs
    guard result.epochs <= method.epochs, result.validationLosses.count == judged else {
      throw .invalid("the losses of a training")
    }
    return TrainedRun(plan: plan, result: result)
  }

  private func validation(
    of net: Net, _ all: Training.Examples, from bytes: inout ByteReader, _ inner: inout Int
  ) throws(ByteProblem) -> (TrainingPlan.Validation, Training.Examples?) {
    switch try bytes.next() {
    case 0:
      let count: Int = try bytes.read()
      guard 0..<all.count ~= count else { throw .invalid("a number of rows") }
      return (.last(count), nil)
    case 1:
      guard case .table(let table) = try entries([try bytes.read()], &inner)[0],
        let examples = Training.Examples(of: table, for: net)
      else { throw .invalid("what a training is judged by") }
      return (.table(table), examples)
    case _: throw .invalid("what a training is judged by")
    }
  }

  private func lossFunction(
    from bytes: inout ByteReader, _ inner: inout Int
  ) throws(ByteProblem) -> Function? {
    guard let number: Int = try bytes.read() as Int? else { return nil }
    guard case .callable(.function(let function)) = try entries([number], &inner)[0] else {
      throw .invalid("a loss")
    }
    return function
  }
}
