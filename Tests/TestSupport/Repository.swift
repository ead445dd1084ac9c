import Foundation

/// Where things are in the checkout that the tests were built from.
public enum Repository {
  /// The top level.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the path of something below the top level.
  public static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  /// Returns the text of a file.
  public static func text(_ relative: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(relative), encoding: .utf8)
  }

  /// Returns the bytes of a file, or nil where there is none.
  public static func bytes(_ relative: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(relative)).map(Array.init)
  }

  /// Returns the files below a folder whose name ends with `suffix`, sorted, relative to the top level.
  public static func files(below folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path(folder))?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }
}
