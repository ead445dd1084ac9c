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

extension TruthValue: ByteCoded {
  /// Writes a byte.
  public func write(to bytes: inout ByteWriter) { bytes.append(rawValue) }

  /// Reads a byte.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    guard let value = TruthValue(rawValue: try bytes.next()) else {
      throw .invalid("an output of a truth table")
    }
    self = value
  }
}

extension Table: ByteCoded {
  /// Writes the columns, the numbers, and the rows as they were written; where the inputs are counted, an empty vector
  /// stands for them, and behind it the outputs.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(name, inputs, outputs)
    switch content {
    case .listed(let X, let Y, let dontCare): bytes.write(X, Y, dontCare, written)
    case .counted(let values): bytes.write(Tensor([]), values, patterns)
    }
    bytes.write(leftOut, classNames)
  }

  /// Reads a table whose parts fit each other.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (name, inputs, outputs): (String, [String], [String])
    (name, inputs, outputs) = (try bytes.read(), try bytes.read(), try bytes.read())
    let X: Tensor = try bytes.read()
    let (content, written): (Content, [WrittenRow]?) =
      X.rank == 1 ? try Self.counted(from: &bytes) : try Self.listed(X, from: &bytes)
    let (leftOut, classNames): (Int, [String: [String]]) = (try bytes.read(), try bytes.read())
    guard 0...1 << Self.mostTruthInputs ~= leftOut, classNames.isEmpty || X.rank != 1,
      Self.fits(content, inputs.count, outputs.count),
      written?.allSatisfy({ $0.inputs.count == inputs.count && $0.outputs.count == outputs.count }) ?? true
    else { throw .invalid("a table") }
    self.init(
      name: name, inputs: inputs, outputs: outputs, content: content, written: written, leftOut: leftOut,
      classNames: classNames)
  }

  private static func listed(
    _ X: Tensor, from bytes: inout ByteReader
  ) throws(ByteProblem) -> (Content, [WrittenRow]?) {
    let (Y, dontCare): (Tensor, [Bool]) = (try bytes.read(), try bytes.read())
    return (.listed(X: X, Y: Y, dontCare: dontCare), try bytes.read() as [WrittenRow])
  }

  private static func counted(from bytes: inout ByteReader) throws(ByteProblem) -> (Content, [WrittenRow]?) {
    (.counted(try bytes.read()), try bytes.read())
  }

  /// Whether the numbers are those of so many inputs and outputs.
  private static func fits(_ content: Content, _ n: Int, _ k: Int) -> Bool {
    switch content {
    case .listed(let X, let Y, let dontCare):
      let rows = X.shape.sizes.first ?? 0
      return X.shape == [rows, n] && Y.shape == [rows, k] && dontCare.count == Y.count
        && (n + k > 0 || rows == 0)
    case .counted(let values):
      return n <= mostTruthInputs && 1 << n > maximalRows && k <= maximalValues >> n && values.count == k << n
    }
  }
}
