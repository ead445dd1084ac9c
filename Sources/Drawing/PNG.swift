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
  /// libdeflate's level 4, no filter: the time of zlib's level 3 for files a fifth smaller than its.
  ///
  /// Measured on the 34 pictures of sheet 02 and of the playground, milliseconds and kilobytes: zlib 1 44 ms 896 KB; 3 47 ms
  /// 827 KB; 4 101 ms 692 KB; 6 147 ms 642 KB; libdeflate 2 47 ms 705 KB; **4 49 ms 675 KB**; 5 53 ms 655 KB; 6 61 ms 638 KB;
  /// 7 113 ms 630 KB; 9 600 ms 591 KB. PNG's filters "up" and "sub" cost time and make files larger.
  static let chosen = cpng_settings(level: 4, pixels_per_metre: 0)
}

/// The words in the fixed buffer of `result`.
func message(of result: cpng_result) -> String {
  withUnsafeBytes(of: result.message) { bytes in
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
