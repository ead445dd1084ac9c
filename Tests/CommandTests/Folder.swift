import Foundation
import Testing

/// A temporary folder with files; it goes away with its owner.
final class Folder {
  let path: String

  /// Makes a folder with these texts in it.
  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "nnb-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try put(name, text) }
  }

  deinit {
    chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The full path of a name.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a text; folders on the way are made.
  func put(_ name: String, _ text: String) throws { try put(name, bytes: Array(text.utf8)) }

  /// Writes bytes; folders on the way are made.
  func put(_ name: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    // In one piece: a name of the greatest length leaves no room for a temporary one.
    let file = try #require(fopen(url.path, "w"), "cannot write \(url.path)")
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The text of a file; nil where there is none.
  func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

  /// Every file below, hidden ones too, sorted.
  var files: [String] {
    (FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []).sorted()
  }

  /// Runs the program here.
  func nnb(_ arguments: String...) throws -> Program.Outcome { try Program.run(arguments, in: self) }
}

/// A notebook of one cell.
func cell(_ code: String) -> String { "```nn\n\(code)\n```\n" }
