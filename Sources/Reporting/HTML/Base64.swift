private let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Returns bytes as base64 text.
/// - Complexity: O(bytes).
func base64(_ bytes: [UInt8]) -> String {
  let length = (bytes.count + 2) / 3 * 4
  return String(unsafeUninitializedCapacity: length) { target in
    base64Alphabet.withUnsafeBufferPointer { alphabet in
      bytes.withUnsafeBufferPointer { source in encode(source, alphabet, into: target) }
    }
    return length
  }
}

private func encode(
  _ source: UnsafeBufferPointer<UInt8>, _ alphabet: UnsafeBufferPointer<UInt8>,
  into target: UnsafeMutableBufferPointer<UInt8>
) {
  var written = 0
  for start in stride(from: 0, to: source.count, by: 3) {
    let held = min(3, source.count - start)
    var group = 0
    for i in 0..<3 { group = group << 8 | (i < held ? Int(source[start + i]) : 0) }
    for i in 0..<4 {
      let digit = group >> (18 - 6 * i) & 63
      target[written + i] = i <= held ? alphabet[digit] : UInt8(ascii: "=")
    }
    written += 4
  }
}
