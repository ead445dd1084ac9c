/// Reads values from bytes that may come from anywhere.
public struct ByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  /// The most values inside one another that are read, so that the stack is bounded.
  private static let depthLimit = 100

  /// Reads from the first of these bytes on.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == bytes.endIndex }

  /// The bytes that are left.
  private var left: Int { bytes.endIndex - position }

  /// Reads a byte.
  public mutating func next() throws(ByteProblem) -> UInt8 {
    guard left > 0 else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads so many bytes.
  public mutating func next(_ count: Int) throws(ByteProblem) -> ArraySlice<UInt8> {
    guard count >= 0, count <= left else { throw .truncated }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads the number of things that follow, each of which takes a byte at least.
  public mutating func count() throws(ByteProblem) -> Int {
    let count = try Int(from: &self)
    guard count >= 0 else { throw .invalid("a count") }
    guard count <= left else { throw .truncated }
    return count
  }

  /// Reads a value of the type that is asked for.
  public mutating func read<Value: ByteCoded>() throws(ByteProblem) -> Value { try Value(from: &self) }

  /// Reads what stands inside another thing of its kind.
  public mutating func nested<Result>(
    _ body: (inout ByteReader) throws(ByteProblem) -> Result
  ) throws(ByteProblem) -> Result {
    guard depth < Self.depthLimit else { throw .limit("\(Self.depthLimit) values in one another") }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}
