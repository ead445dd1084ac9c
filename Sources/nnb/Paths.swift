/// Returns the directory part of a path, `.` if it has none.
func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Returns the last part of a path.
func fileName(of path: String) -> String {
  String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
}

/// Returns `name` inside `directory`; `.` is left out.
func joined(_ directory: String, _ name: String) -> String {
  directory == "." ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
}

/// Returns the path with `.md` replaced by `ending`, or with it behind.
func page(of path: String, ending: String) -> String {
  (path.hasSuffix(".md") ? String(path.dropLast(3)) : path) + ending
}

/// Returns the path that leads from a folder to a file; both are given from the root.
func relativePath(to file: String, from folder: String) -> String {
  let (target, start) = (file.split(separator: "/"), folder.split(separator: "/"))
  let common = zip(target.dropLast(), start).prefix { $0 == $1 }.count
  let up = Array(repeating: "..", count: start.count - common)
  return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
}
