import Bytes
import Diagnostics

/// Writes a value as entries, equal ones once.
struct ValueWriter {
  private let limits: ValueLimits
  private var entries: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var size = 0
  private var depth = 0
  /// The entries of what was gone through already, by its storage; the root value keeps all of them.
  private var known: [Identity: Int] = [:]

  /// Where the parts of a value stand in memory.
  private enum Identity: Hashable {
    case captures(ObjectIdentifier)
    case values(UnsafePointer<Value>, count: Int)

    /// Nil for a value that holds none that could be held by many.
    init?(_ value: Value) {
      switch value {
      case .callable(.function(let function)): self = .captures(ObjectIdentifier(function.captures))
      case .list(let list):
        guard let start = list.values.withUnsafeBufferPointer(\.baseAddress) else { return nil }
        self = .values(start, count: list.values.count)
      case .callable(.builtin(let builtin)):
        guard let start = builtin.partial?.bound.withUnsafeBufferPointer(\.baseAddress) else { return nil }
        self = .values(start, count: builtin.partial?.bound.count ?? 0)
      case .tensor, .text, .table, .callable, .range, .figure, .stage, .initializer, .structure, .training,
        .unknown:
        return nil
      }
    }
  }

  init(_ limits: ValueLimits) { self.limits = limits }

  /// All entries behind the header.
  func finish() throws(ByteProblem) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.append(contentsOf: ValueForm.mark)
    bytes.write(ValueForm.version, entries.count)
    for entry in entries { bytes.append(contentsOf: entry) }
    guard bytes.bytes.count <= limits.bytes else { throw tooLong }
    return bytes.bytes
  }

  private var tooLong: ByteProblem { .limit("\(readable(limits.bytes)) bytes") }

  /// The number of a value's entry, which is written unless an equal one is.
  mutating func entry(of value: Value) throws(ByteProblem) -> Int {
    let identity = Identity(value)
    if let identity, let number = known[identity] { return number }
    guard depth < limits.depth else { throw .limit("\(limits.depth) values in one another") }
    depth += 1
    var bytes = ByteWriter()
    try write(value, to: &bytes)
    depth -= 1
    let number = try add(bytes.bytes)
    if let identity { known[identity] = number }
    return number
  }

  private mutating func add(_ entry: [UInt8]) throws(ByteProblem) -> Int {
    if let number = numbers[entry] { return number }
    guard entries.count < limits.values else { throw .limit("\(readable(limits.values)) values") }
    size += entry.count
    guard size <= limits.bytes else { throw tooLong }
    entries.append(entry)
    numbers[entry] = entries.count - 1
    return entries.count - 1
  }

  private mutating func entries(of values: [Value]) throws(ByteProblem) -> [Int] {
    var numbers: [Int] = []
    for value in values { numbers.append(try entry(of: value)) }
    return numbers
  }

  private mutating func write(_ value: Value, to bytes: inout ByteWriter) throws(ByteProblem) {
    switch value {
    case .tensor(.known(let tensor)): bytes.write(case: 0, tensor)
    case .text(let text): bytes.write(case: 1, text)
    case .table(let table): bytes.write(case: 2, table)
    case .callable(.net(let net)): bytes.write(case: 3, net)
    case .callable(.function(let function)):
      let captured = function.captured.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let values = try entries(of: captured.map(\.value.value))
      bytes.write(case: 4, FunctionText(function), captured.map(\.key), values)
    case .callable(.builtin(let builtin)):
      if let partial = builtin.partial {
        let bound = try entries(of: partial.bound)
        bytes.write(case: 6, partial.form, bound)
      } else {
        bytes.write(case: 5, builtin.name)
      }
    case .range(let first, let last): bytes.write(case: 7, first, last)
    case .list(let list): bytes.write(case: 8, try entries(of: list.values))
    case .figure(let figure): bytes.write(case: 9, figure)
    case .stage(let stage): bytes.write(case: 10, stage)
    case .initializer(let initializer): bytes.write(case: 11, initializer)
    case .structure(let structure):
      let values = try entries(of: structure.fields.map(\.value))
      bytes.write(
        case: 12, structure.kindText.english, structure.fields.map(\.name), values, structure.shown,
        structure.content
      )
    case .tensor(.symbol(let symbol)): bytes.write(case: 13, symbol.shape)
    case .unknown: bytes.write(case: 14)
    case .training(let run): try write(run, to: &bytes)
    }
  }

  private mutating func write(_ run: TrainedRun, to bytes: inout ByteWriter) throws(ByteProblem) {
    let plan = run.plan
    bytes.write(case: 15, try entry(of: .net(plan.net)), try entry(of: .table(plan.data)))
    switch plan.judgedBy {
    case .last(let count): bytes.write(case: 0, count)
    case .table(let table): bytes.write(case: 1, try entry(of: .table(table)))
    }
    let loss: Int? = if let function = plan.lossFunction { try entry(of: .function(function)) } else { nil }
    bytes.write(plan.method, loss, plan.log, plan.learnedRule, run.result != nil)
    run.result?.write(to: &bytes)
  }
}
