import CPNG

/// The pixels of a PNG file.
public struct DecodedPNG: Sendable, Hashable {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// The number of palette colours; 0 for a picture without a palette.
  public let paletteCount: Int
  /// The text chunk "Description".
  public let description: String?
  private let bytes: [UInt8]

  /// Reads a PNG file.
  /// - Throws: ``DrawingError/encodingFailed(_:)`` with libpng's words where the file is not a PNG.
  public init(_ file: [UInt8]) throws(DrawingError) {
    var pixels = cpng_decode(file, file.count)
    defer { cpng_free(&pixels) }
    guard let bytes = pixels.bytes else { throw .encodingFailed(message(of: pixels)) }
    self.bytes = Array(UnsafeBufferPointer(start: bytes, count: pixels.count))
    width = Int(pixels.width)
    height = Int(pixels.height)
    paletteCount = Int(pixels.colours)
    var text = cpng_description(file, file.count)
    defer { cpng_free(&text) }
    description = text.bytes.map {
      String(decoding: UnsafeBufferPointer(start: $0, count: text.count), as: UTF8.self)
    }
  }

  /// The colour of the pixel at `x` and `y`, or nil outside of the picture.
  public func colour(x: Int, y: Int) -> RGB? {
    guard x >= 0, x < width, y >= 0, y < height else { return nil }
    let offset = 4 * (y * width + x)
    return RGB(UInt32(bytes[offset]) << 16 | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]))
  }
}
