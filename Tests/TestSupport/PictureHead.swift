/// The heads of picture files, as far as a reader of sizes looks.
public enum PictureHead {
  /// The signature and the chunk IHDR of a PNG.
  public static func png(width: UInt32, height: UInt32) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + bytes(width)
      + bytes(height)
  }

  /// A JPEG whose frame of this kind stands behind a segment of 18 bytes and a filling byte.
  public static func jpeg(width: UInt32, height: UInt32, kind: UInt8 = 0xC0) -> [UInt8] {
    let segment: [UInt8] = [0xFF, 0xE0, 0, 18] + [UInt8](repeating: 0xC0, count: 16)
    return [0xFF, 0xD8] + segment + [0xFF, 0xFF, kind, 0, 17, 8] + bytes(height).suffix(2)
      + bytes(width).suffix(2)
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
  }
}
