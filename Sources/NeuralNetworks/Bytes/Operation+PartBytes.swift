import Bytes
import Tensors

// The numbers that operations are made with.

extension Int {
  /// Reads a whole number in these bounds.
  static func bounded(_ bounds: ClosedRange<Int>, from bytes: inout ByteReader) throws(ByteProblem) -> Int {
    let number: Int = try bytes.read()
    guard bounds.contains(number) else { throw .invalid("a size") }
    return number
  }

  /// What windows, strides, pads, filters and units may be.
  static let sizes = 1...1_000_000
}

extension Operation.Convolution: ByteCoded {
  /// Writes stride and pad.
  public func write(to bytes: inout ByteWriter) { bytes.write(stride, pad) }

  /// Reads stride and pad.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      stride: try .bounded(Int.sizes, from: &bytes), pad: try .bounded(0...Int.sizes.upperBound, from: &bytes)
    )
  }
}

extension Operation.Convolution.Part: ByteCoded {
  /// Writes which part it is, and the shape it is made for.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .forward: bytes.write(case: 0)
    case .byInput(let picture): bytes.write(case: 1, picture)
    case .byWeights(let windows): bytes.write(case: 2, windows)
    }
  }

  /// Reads a part.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .forward
    case 1: self = .byInput(try bytes.read())
    case 2: self = .byWeights(try bytes.read())
    case _: throw .invalid("a part of a convolution")
    }
  }
}

extension Operation.Pooling: ByteCoded {
  /// Writes window and stride.
  public func write(to bytes: inout ByteWriter) { bytes.write(window, stride) }

  /// Reads window and stride.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(
      window: try .bounded(Int.sizes, from: &bytes), stride: try .bounded(Int.sizes, from: &bytes))
  }
}

extension Operation.Pooling.Part: ByteCoded {
  /// Writes which part it is, and the shape it is made for.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .max: bytes.write(case: 0)
    case .mean: bytes.write(case: 1)
    case .maxSlope: bytes.write(case: 2)
    case .meanSlope(let picture): bytes.write(case: 3, picture)
    }
  }

  /// Reads a part.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .max
    case 1: self = .mean
    case 2: self = .maxSlope
    case 3: self = .meanSlope(try bytes.read())
    case _: throw .invalid("a part of a pooling")
    }
  }
}

extension Operation.IndexItem: ByteCoded {
  /// Writes the positions.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .all: bytes.write(case: 0)
    case .at(let position): bytes.write(case: 1, position)
    case .range(let first, let last): bytes.write(case: 2, first, last)
    }
  }

  /// Reads positions; whether they are inside is for the shape to say.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .all
    case 1: self = .at(try bytes.read())
    case 2: self = .range(try bytes.read(), try bytes.read())
    case _: throw .invalid("a position")
    }
  }
}

extension Operation.Movement: ByteCoded {
  /// Writes the rows, what a row has, and where its elements come from.
  public func write(to bytes: inout ByteWriter) { bytes.write(rows, source, result, table) }

  /// Reads a movement whose positions are inside.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (rows, source, result): (Int, Shape, Shape) = (try bytes.read(), try bytes.read(), try bytes.read())
    guard let movement = Self(rows: rows, source: source, result: result, positions: try bytes.read()) else {
      throw .invalid("a movement")
    }
    self = movement
  }
}

extension Operation.EachRow: ByteCoded {
  /// Writes the operation, the rows, and which operands have them.
  public func write(to bytes: inout ByteWriter) { bytes.write(operation, rows, perRow) }

  /// Reads an operation of each row.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let operation: Operation = try bytes.read()
    let rows = try Int.bounded(0...1 << 40, from: &bytes)
    let perRow: [Bool] = try bytes.read()
    guard operation.operandCount == perRow.count,
      case .eachRow(let each) = Operation.eachRow(operation, rows: rows, perRow: perRow)
    else { throw .invalid("an operation of each row") }
    self = each
  }
}
