import Bytes

extension Shape: ByteCoded {
  /// The most axes of a shape that is read: those of the language, of rows of such, and of rows of those.
  private static let mostAxes = 12
  /// The most elements of a shape that is read; far beyond every memory, and products of two are still numbers.
  public static let mostElements = 1 << 40

  /// The largest size beside one that is 0: there are as many rows as it says, and no bytes for them.
  private static let mostEmptyRows = 1_000_000

  /// Writes the sizes.
  public func write(to bytes: inout ByteWriter) { bytes.write(sizes) }

  /// Reads sizes.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let sizes: [Int] = try bytes.read()
    let largest = sizes.contains(0) ? Self.mostEmptyRows : Self.mostElements
    guard sizes.count <= Self.mostAxes, sizes.allSatisfy({ 0...largest ~= $0 }),
      Shape(sizes).count <= largest
    else { throw .invalid("a shape") }
    self.init(sizes)
  }
}

extension Tensor: ByteCoded {
  /// Writes the shape and the elements.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(shape)
    Double.write(all: elements, to: &bytes)
  }

  /// Reads the shape and as many elements.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let shape: Shape = try bytes.read()
    self.init(shape, try Double.read(shape.count, from: &bytes))
  }
}

extension Precision: ByteCoded {}
extension PairFunction: ByteCoded {}
extension Reduction: ByteCoded {}
extension Operation.Along: ByteCoded {}

extension RandomStream: ByteCoded {
  /// Writes the key and the draw.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(Int(truncatingIfNeeded: key), Int(draw))
  }

  /// Reads the key and the draw.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let key: Int = try bytes.read()
    guard let draw = UInt32(exactly: try bytes.read() as Int) else { throw .invalid("a draw") }
    self.init(key: UInt64(truncatingIfNeeded: key), draw: draw)
  }
}
