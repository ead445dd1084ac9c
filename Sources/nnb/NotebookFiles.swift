import Diagnostics
import NotebookFormat

/// The most bytes a notebook may have: what the reader of notebooks takes.
let notebookSizeLimit = 1_000_000

/// Why a file is no notebook.
enum NotebookFileError: Error, CustomStringConvertible {
  case world(WorldError)
  case notUTF8(path: String, line: Int)
  case noNotebooks(directory: String)
  case isReport(path: String, notebook: String)
  case missing(path: String, meant: String)
  case oneReport(path: String, first: String, second: String)
  case ownNotebook(path: String)
  case ownKey(path: String)
  case siteName(path: String)

  var description: String {
    switch self {
    case .world(let error): error.description
    case .notUTF8(let path, let line): "\(printable(path)) is not UTF-8 text: look at line \(line)"
    case .noNotebooks(let directory): "there is no notebook in \(printable(directory))"
    case .isReport(let path, _): "\(printable(path)) is a report, not a notebook"
    case .missing(let path, _): "there is no \(printable(path))"
    case .oneReport(let path, let first, let second):
      "\(printable(first)) and \(printable(second)) would both write \(printable(path))"
    case .ownNotebook(let path): "the report would replace the notebook \(printable(path))"
    case .siteName(let path): "the page of \(printable(path)) would have the name of a page about the site"
    case .ownKey(let path): "the sheet would replace its key \(printable(path))"
    }
  }

  /// What to do about it.
  var hint: String? {
    switch self {
    case .world(.notFound(let path)): path.hasSuffix(".md") ? "`nnb new NAME.md` starts a notebook" : nil
    case .world(.tooLarge): "split it: a notebook has at most 1 MB"
    case .world(.notWritable): "name another place with -o"
    case .world(.changed): "run it again: the records belong to the text that ran"
    case .world: nil
    case .notUTF8: "save it as UTF-8 in the editor"
    case .noNotebooks: "a notebook ends in .md and does not begin with _"
    case .isReport(_, let notebook): "run the notebook it came from: \(printable(notebook))"
    case .missing(_, let meant): "did you mean \(printable(meant))?"
    case .oneReport: "run them one at a time, each with its own -o"
    case .ownNotebook: "name another file with -o"
    case .siteName: "give the notebook another name"
    case .ownKey: "name another directory with -o"
    }
  }
}

/// Returns the notebooks that the arguments name: files as they are, directories with every `*.md`
/// below them whose name does not begin with `_` or a point, in the order of their names.
func notebookPaths(_ arguments: [String], in world: DiskWorld) throws(NotebookFileError) -> [String] {
  var paths: [String] = []
  for argument in arguments {
    guard world.isDirectory(argument) else {
      try checkName(argument, in: world)
      paths.append(argument)
      continue
    }
    let found = try notebooks(below: argument, in: world)
    guard !found.isEmpty else { throw .noNotebooks(directory: argument) }
    paths += found
  }
  return paths
}

/// Throws where a file's name tells what was meant instead.
private func checkName(_ path: String, in world: DiskWorld) throws(NotebookFileError) {
  if path.hasSuffix(".html") {
    let notebook = String(path.dropLast(5)) + ".md"
    if world.exists(notebook) { throw .isReport(path: path, notebook: notebook) }
  }
  guard !world.exists(path) else { return }
  let names = (try? world.contents(of: directory(of: path)))?.filter { $0.hasSuffix(".md") } ?? []
  let meant =
    names.contains(fileName(of: path) + ".md")
    ? fileName(of: path) + ".md" : nearMisses(of: fileName(of: path), in: names).first
  if let meant { throw .missing(path: path, meant: joined(directory(of: path), meant)) }
}

private func notebooks(below directory: String, in world: DiskWorld) throws(NotebookFileError) -> [String] {
  var paths: [String] = []
  let names: [String]
  do { names = try world.contents(of: directory) } catch { throw .world(error) }
  for name in names where !name.hasPrefix("_") && !name.hasPrefix(".") {
    let path = joined(directory, name)
    if world.isDirectory(path) {
      // Links can make a circle.
      if !world.isLink(path) { paths += try notebooks(below: path, in: world) }
    } else if name.hasSuffix(".md") {
      paths.append(path)
    }
  }
  return paths
}

/// Reads a file as UTF-8 text.
func readSource(_ path: String, in world: DiskWorld) throws(NotebookFileError) -> SourceFile {
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
