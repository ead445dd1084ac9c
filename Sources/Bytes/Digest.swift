import CCrypto

/// The SHA-256 of bytes: who has it can tell whether others are the same.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Digests bytes.
  public init(of message: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = EVP_Digest(message, message.count, &digest, nil, EVP_sha256(), nil)
    // It fails only without memory, or where the library lacks SHA-256.
    precondition(isDone == 1, "no SHA-256 of \(message.count) bytes")
    bytes = digest
  }

  /// Digests bytes so that only who has the key can (HMAC-SHA-256, RFC 2104).
  public init(of message: [UInt8], keyed key: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &digest, nil) != nil
    precondition(isDone, "no HMAC of \(message.count) bytes")
    bytes = digest
  }

  /// The digest in 64 hexadecimal digits.
  public var description: String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
