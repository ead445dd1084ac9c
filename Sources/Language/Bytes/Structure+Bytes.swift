import Bytes
import Figures
import NeuralNetworks

extension Stage: ByteCoded {
  /// Writes the stage.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .input(let shape): bytes.write(case: 0, shape)
    case .layer(let layer): bytes.write(case: 1, layer)
    }
  }

  /// Reads a stage.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0:
      self = .input(try bytes.read())
      guard case .input(let shape) = self, 1...3 ~= shape.rank, 1...1_000_000 ~= shape.count else {
        throw .invalid("an input")
      }
    case 1: self = .layer(try bytes.read())
    case _: throw .invalid("a stage")
    }
  }
}

extension TableOutput: ByteCoded {
  /// Writes the words.
  public func write(to bytes: inout ByteWriter) { bytes.write(title, header, inputCount, rows, note) }

  /// Reads rows of as many cells as there are columns.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      title: try bytes.read(), header: try bytes.read(), inputCount: try bytes.read(),
      rows: try bytes.read(), note: try bytes.read())
    guard 0...header.count ~= inputCount, rows.allSatisfy({ $0.count == header.count }) else {
      throw .invalid("a table")
    }
  }
}

extension Structure.Line: ByteCoded {
  /// Writes the line.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .summary(let text): bytes.write(case: 0, text)
    case .table(let table): bytes.write(case: 1, table)
    case .figure(let figure): bytes.write(case: 2, figure)
    }
  }

  /// Reads a line.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .summary(try bytes.read())
    case 1: self = .table(try bytes.read())
    case 2: self = .figure(try bytes.read())
    case _: throw .invalid("a line")
    }
  }
}

extension Structure.Content: ByteCoded {
  /// Writes what the library reads.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .fields: bytes.write(case: 0)
    case .optimizer(let optimizer): bytes.write(case: 1, optimizer)
    case .earlyStop(let stop): bytes.write(case: 2, stop)
    case .verdict(let holds, let reason): bytes.write(case: 3, holds, reason.english)
    }
  }

  /// Reads what the library reads.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .fields
    case 1: self = .optimizer(try bytes.read())
    case 2: self = .earlyStop(try bytes.read())
    case 3: self = .verdict(try bytes.read(), reason: .english(try bytes.read()))
    case _: throw .invalid("a structure")
    }
  }
}
