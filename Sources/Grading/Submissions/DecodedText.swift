/// A text that was handed in, and how it was read.
struct DecodedText: Sendable, Hashable {
  let text: String
  /// What was done to make a text of the bytes; nil where it is UTF-8.
  let note: String?

  /// Reads UTF-8, UTF-16 with a byte order mark, or Latin-2; nil of what is no text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let pairs = stride(from: 2, to: bytes.count - 1, by: 2)
      let units = pairs.map {
        UInt16(bytes[$0 + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[$0 + (isLittle ? 0 : 1)])
      }
      text = String(decoding: units, as: UTF16.self)
      note = "read as UTF-16"
    } else if let utf8 = String(
      validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self)
    {
      guard !bytes.contains(0) else { return nil }
      text = utf8
      note = nil
    } else {
      guard !bytes.contains(where: { $0 < 0x09 || (0x80..<0xA0).contains($0) }) else { return nil }
      text = String(
        String.UnicodeScalarView(bytes.map { $0 < 0xA0 ? Unicode.Scalar($0) : Self.latin2[Int($0) - 0xA0] }))
      note = "read as ISO 8859-2"
    }
  }

  /// The upper half of ISO 8859-2.
  private static let latin2: [Unicode.Scalar] = Array(
    ("\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙")
      .unicodeScalars)
}
