import Bytes

/// Bytes inside other bytes.
struct Blob: ByteCoded, Sendable, Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func write(to writer: inout ByteWriter) {
    bytes.count.write(to: &writer)
    writer.append(contentsOf: bytes)
  }

  init(from reader: inout ByteReader) throws(ByteProblem) {
    bytes = Array(try reader.next(try reader.count()))
  }
}
