import Bytes

extension KarnaughMap.Cell: ByteCoded {
  /// Writes what the cell holds.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .zero: bytes.write(case: 0)
    case .one: bytes.write(case: 1)
    case .free: bytes.write(case: 2)
    }
  }

  /// Reads what a cell holds.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .zero
    case 1: self = .one
    case 2: self = .free
    case _: throw .invalid("a cell")
    }
  }
}

extension KarnaughMap.Loop: ByteCoded {
  /// Writes the rows in their order.
  public func write(to bytes: inout ByteWriter) { bytes.write(rows.sorted(), label) }

  /// Reads the rows of a product: all that agree in some inputs.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let rows: [Int] = try bytes.read()
    guard let first = rows.first, zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .invalid("a product")
    }
    let free = rows.reduce(0) { $0 | $1 ^ first }
    guard rows.count == 1 << free.nonzeroBitCount else { throw .invalid("a product") }
    self.init(rows: Set(rows), label: try bytes.read())
  }
}

extension KarnaughMap: ByteCoded {
  /// Writes inputs, cells and products.
  public func write(to bytes: inout ByteWriter) { bytes.write(inputs, cells, loops) }

  /// Reads a map of as many cells as its inputs have rows.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (inputs, cells): ([String], [Cell]) = (try bytes.read(), try bytes.read())
    let loops: [Loop] = try bytes.read()
    guard Self.inputCounts ~= inputs.count, cells.count == 1 << inputs.count,
      loops.allSatisfy({ $0.rows.allSatisfy(cells.indices.contains) })
    else { throw .invalid("a map") }
    self.init(inputs: inputs, cells: cells, loops: loops)
  }
}
