import Diagnostics
import Glibc
import Grading

/// The file with a course's secret.
struct SecretFile {
  let path: String

  /// The name that it has unless another is given.
  static let name = "nnb.secret"

  /// The file at `path`, else `nnb.secret` beside the key.
  init(_ path: String?, besideKey key: String) {
    self.path = path ?? joined(directory(of: key), Self.name)
  }

  /// Reads the secret.
  func read(in world: DiskWorld) throws -> CourseSecret {
    guard let secret = CourseSecret(try world.read(path, limit: 10_000)) else {
      throw WorldError.notReadable(
        path: path, reason: "a secret has at least \(CourseSecret.leastBytes) bytes")
    }
    return secret
  }

  /// Reads the secret, or makes one that only its owner can read.
  func readOrMake(in world: DiskWorld) throws -> (secret: CourseSecret, isNew: Bool) {
    if world.exists(path) { return (try read(in: world), false) }
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<64).map { _ in String(UInt8.random(in: 0..<16, using: &generator), radix: 16) }
    try world.create(Array((digits.joined() + "\n").utf8), at: path)
    chmod(FileName.bytes(path).map(CChar.init(bitPattern:)) + [0], 0o600)
    return (try read(in: world), true)
  }
}
