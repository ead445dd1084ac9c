/// Bytes under way.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins with no byte.
  public init() {}

  /// Writes a byte.
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Writes bytes as they are.
  public mutating func append(contentsOf other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  /// Writes values one behind the other.
  public mutating func write<each Value: ByteCoded>(_ values: repeat each Value) {
    repeat (each values).write(to: &self)
  }

  /// Writes which case of an enumeration a value is, and what that holds.
  public mutating func write<each Value: ByteCoded>(case tag: UInt8, _ values: repeat each Value) {
    append(tag)
    repeat (each values).write(to: &self)
  }
}
