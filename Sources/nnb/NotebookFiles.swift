import Diagnostics
import NotebookFormat

/// The most bytes a notebook may have.
let notebookSizeLimit = 1 << 20

/// Why a file is no notebook.
enum NotebookFileError: Error, CustomStringConvertible {
  case world(WorldError)
  case notUTF8(path: String, line: Int)
  case noNotebooks(directory: String)

  var description: String {
    switch self {
    case .world(let error): error.description
    case .notUTF8(let path, let line): "\(printable(path)) is not UTF-8 text: look at line \(line)"
    case .noNotebooks(let directory): "there is no notebook in \(printable(directory))"
    }
  }

  /// What to do about it.
  var hint: String? {
    switch self {
    case .world(.notFound): "`nnb new NAME.md` starts a notebook"
    case .world(.tooLarge): "split it: a notebook has at most 1 MB"
    case .world: nil
    case .notUTF8: "save it as UTF-8 in the editor"
    case .noNotebooks: "a notebook ends in .md and does not begin with _"
    }
  }
}

/// Returns the notebooks that the arguments name: files as they are, directories with every `*.md`
/// below them whose name does not begin with `_` or a point, in the order of their names.
func notebookPaths(_ arguments: [String], in world: some World) throws(NotebookFileError) -> [String] {
  var paths: [String] = []
  for argument in arguments {
    guard world.isDirectory(argument) else {
      paths.append(argument)
      continue
    }
    let found = try notebooks(below: argument, depth: 0, in: world)
    guard !found.isEmpty else { throw .noNotebooks(directory: argument) }
    paths += found
  }
  return paths
}

private func notebooks(
  below directory: String, depth: Int, in world: some World
) throws(NotebookFileError) -> [String] {
  // Links can make a circle; no course is this deep.
  guard depth < 16 else { return [] }
  var paths: [String] = []
  let names: [String]
  do { names = try world.contents(of: directory) } catch { throw .world(error) }
  for name in names where !name.hasPrefix("_") && !name.hasPrefix(".") {
    let path = joined(directory, name)
    if world.isDirectory(path) {
      paths += try notebooks(below: path, depth: depth + 1, in: world)
    } else if name.hasSuffix(".md") {
      paths.append(path)
    }
  }
  return paths
}

/// Reads a file as UTF-8 text.
func readSource(_ path: String, in world: some World) throws(NotebookFileError) -> SourceFile {
  let bytes: [UInt8]
  do { bytes = try world.read(path, limit: notebookSizeLimit) } catch { throw .world(error) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    // The first line that does not survive the repair is the one to look at.
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let place = zip(bytes, repaired).enumerated().first { $1.0 != $1.1 }?.offset ?? bytes.count
    throw .notUTF8(path: path, line: bytes.prefix(place).count { $0 == 0x0A } + 1)
  }
  return SourceFile(path: path, text: text)
}
