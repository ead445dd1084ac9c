import CPNG
import Figures

/// Returns `list` as a PNG in the colours of `theme`, `scale` pixels to the CSS pixel.
///
/// On paper it is `zoom` times as large as its CSS pixels.
/// `altText` goes into the text chunk "Description". Palette pictures wherever 256 colours hold the drawing.
/// - Throws: ``DrawingError``, where the picture is too large or memory is short.
public func png(
  _ list: DrawingList, theme: Theme, scale: Int = 2, zoom: Double = 1, altText: String, font: Font
) throws(DrawingError) -> [UInt8] {
  let pixels = try font.withFace { (face) throws(DrawingError) -> Pixels in
    try Pixels(list, theme: theme, scale: scale, face: face)
  }
  // 96 CSS pixels to the inch.
  return try encoded(pixels, altText: altText, pixelsPerMetre: Int((Double(scale * 3780) / zoom).rounded()))
}

/// Returns `pixels` as a PNG.
func encoded(_ pixels: Pixels, altText: String, pixelsPerMetre: Int) throws(DrawingError) -> [UInt8] {
  var settings = cpng_settings.chosen
  settings.pixels_per_metre = UInt32(clamping: pixelsPerMetre)
  var result = cpng_encode(
    pixels.values, UInt32(pixels.width), UInt32(pixels.height), pixels.width, altText, settings)
  defer { cpng_free(&result) }
  guard let bytes = result.bytes else { throw .encodingFailed(message(of: result)) }
  return Array(UnsafeBufferPointer(start: bytes, count: result.count))
}

extension cpng_settings {
  /// Level 4, default strategy, no filter: the smallest file before time rises much for little gain.
  ///
  /// Measured on a decision-region picture of 960 × 840 pixels (and one with 500 points), milliseconds and bytes
  /// with the palette: level 1 3.3 ms 17.2 KB (4.5, 60 KB); 3 3.2 ms 15.8 KB (4.9, 54 KB); **4 4.1 ms 12.9 KB
  /// (5.7, 49 KB)**; 6 4.7 ms 12.6 KB (7.2, 47 KB); 9 15 ms 10.4 KB (39, 44 KB); run lengths only 3.4 ms 19.0 KB
  /// (4.4, 62 KB). The filters "up" and "sub" cost time and make files larger.
  static let chosen = cpng_settings(level: 4, strategy: 0, filter: 0x08, pixels_per_metre: 0)
}

/// The words in the fixed buffer of `result`.
func message(of result: cpng_result) -> String {
  withUnsafeBytes(of: result.message) { bytes in
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
