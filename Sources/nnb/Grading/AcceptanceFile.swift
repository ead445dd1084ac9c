import Diagnostics
import Grading

/// The file beside a key that says which wrong answers pass, and why that is accepted.
struct AcceptanceFile {
  let path: String

  /// The file that belongs to the key at a path: `gates.accepted.json` beside `gates.md`.
  init(besideKey key: String) {
    let name = fileName(of: key)
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    path = joined(directory(of: key), stem + ".accepted.json")
  }

  /// Reads it; nil where there is none, or where it is about a key of another hash.
  func read(in world: DiskWorld, key: String) throws -> Acceptance? {
    guard world.exists(path) else { return nil }
    let text = String(decoding: try world.read(path, limit: 10_000_000), as: UTF8.self)
    guard let acceptance = JSONValue(reading: text).flatMap(Acceptance.init(json:)) else {
      throw WorldError.notReadable(path: path, reason: "it is not what `nnb release` wrote")
    }
    return acceptance.key == key ? acceptance : nil
  }

  /// Writes it.
  func write(_ acceptance: Acceptance, in world: DiskWorld) throws {
    try world.write(Array((acceptance.json.text + "\n").utf8), to: path)
  }
}
