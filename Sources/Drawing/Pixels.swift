import CCairo
import Figures

/// A drawn picture: 0x00RRGGBB, row by row from the top.
struct Pixels: Sendable {
  /// At most this many pixels: 4,000 × 4,000.
  static let limit = 16_000_000
  /// At most this many pixels in a row or a column.
  static let longestSide = 16_000

  let values: [UInt32]
  let width: Int
  let height: Int

  init(values: [UInt32], width: Int, height: Int) {
    self.values = values
    self.width = width
    self.height = height
  }

  /// Draws `list`, `scale` pixels to the CSS pixel.
  init(_ list: DrawingList, theme: Theme, scale: Int, face: FontFace) throws(DrawingError) {
    let width = list.width * scale, height = list.height * scale
    guard scale > 0, width > 0, height > 0, width * height <= Self.limit,
      max(width, height) <= Self.longestSide
    else { throw .pictureTooLarge(width: width, height: height) }
    var failure: DrawingError?
    values = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
      let bytes = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: UInt8.self)
      let surface = cairo_image_surface_create_for_data(
        bytes, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(width * 4))
      defer { cairo_surface_destroy(surface) }
      do throws(DrawingError) {
        // The paper is painted first, on every pixel.
        try Canvas.draw(list, on: surface, scale: Double(scale), theme: theme, face: face)
        count = width * height
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    self.width = width
    self.height = height
  }
}
