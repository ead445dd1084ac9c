import Bytes

extension ImageSheet: ByteCoded {
  /// Writes sizes, pictures and captions.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(height, width, images, captions, columns, scale, omitted)
  }

  /// Reads pictures of one size.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (height, width) = (try bytes.read(), try bytes.read())
    (images, captions) = (try bytes.read(), try bytes.read())
    (columns, scale, omitted) = (try bytes.read(), try bytes.read(), try bytes.read())
    guard 1...Self.sideLimit ~= height, 1...Self.sideLimit ~= width, images.count <= Self.countLimit,
      captions.count == images.count, columns.map({ 1...20 ~= $0 }) ?? true, Histogram.counts ~= omitted
    else { throw .invalid("pictures") }
    let count = height * width
    guard images.allSatisfy({ $0.count == count }) else { throw .invalid("a picture") }
  }
}

extension NestedSets: ByteCoded {
  /// Writes the names.
  public func write(to bytes: inout ByteWriter) { bytes.write(names) }

  /// Reads sets.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    names = try bytes.read()
    guard Self.counts ~= names.count else { throw .invalid("nested sets") }
  }
}
