import Bytes
import Tensors

extension PatternValue: ByteCoded {
  /// Writes what stands there.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .zero: bytes.write(case: 0)
    case .one: bytes.write(case: 1)
    case .any: bytes.write(case: 2)
    case .hole: bytes.write(case: 3)
    case .number(let number): bytes.write(case: 4, number)
    }
  }

  /// Reads what stands there.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .zero
    case 1: self = .one
    case 2: self = .any
    case 3: self = .hole
    case 4: self = .number(try bytes.read())
    case _: throw .invalid("an entry of a row")
    }
  }
}

extension Table.WrittenRow: ByteCoded {
  /// Writes inputs and outputs.
  public func write(to bytes: inout ByteWriter) { bytes.write(inputs, outputs) }

  /// Reads inputs and outputs.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(inputs: try bytes.read(), outputs: try bytes.read())
  }
}

extension Table: ByteCoded {
  /// Writes the columns, the numbers, and the rows as they were written.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(name, inputs, outputs, X, Y, dontCare, written, leftOut, classNames)
  }

  /// Reads a table whose parts fit each other.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (name, inputs, outputs): (String, [String], [String])
    (name, inputs, outputs) = (try bytes.read(), try bytes.read(), try bytes.read())
    let (X, Y, dontCare): (Tensor, Tensor, [Bool])
    (X, Y, dontCare) = (try bytes.read(), try bytes.read(), try bytes.read())
    let (written, leftOut, classNames): ([WrittenRow], Int, [String: [String]])
    (written, leftOut, classNames) = (try bytes.read(), try bytes.read(), try bytes.read())
    let rows = X.shape.sizes.first ?? 0
    guard X.shape == [rows, inputs.count], Y.shape == [rows, outputs.count], dontCare.count == Y.count,
      0...Self.maximalRows ~= leftOut, inputs.count + outputs.count > 0 || rows == 0,
      written.allSatisfy({ $0.inputs.count == inputs.count && $0.outputs.count == outputs.count })
    else { throw .invalid("a table") }
    self.init(
      name: name, inputs: inputs, outputs: outputs, X: X, Y: Y, dontCare: dontCare, written: written,
      leftOut: leftOut, classNames: classNames)
  }
}
