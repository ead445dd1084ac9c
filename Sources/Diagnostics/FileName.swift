/// A file's name as text and back.
///
/// A name on disk is any bytes; text is Unicode. A byte that belongs to no UTF-8 becomes a scalar of a private plane,
/// so that every name can be handled as text and leads to its file again.
public enum FileName {
  /// The scalar that stands for a byte: 0x80 to 0xFF at the end of a range that no name uses for itself.
  private static let base: UInt32 = 0x10FE00

  /// Whether a scalar stands for a byte that is no text.
  public static func isByte(_ scalar: Unicode.Scalar) -> Bool { base + 0x80...base + 0xFF ~= scalar.value }

  /// Returns the name that these bytes spell.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    // Text that holds such a scalar by itself is taken byte by byte, so that it round-trips.
    if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isByte) {
      return text
    }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let piece = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars
      if let scalar = piece?.first, piece?.count == 1, !isByte(scalar) {
        text.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        if let scalar = Unicode.Scalar(base + UInt32(first)) { text.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// Returns the bytes of a name.
  public static func bytes(_ text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: isByte) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { isByte($0) ? [UInt8($0.value - base)] : Array(String($0).utf8) }
  }
}
