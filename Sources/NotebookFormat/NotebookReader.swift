import CCMarkGFM
import Diagnostics

/// Reads a notebook: always a notebook, with what is wrong beside it.
///
/// `files` are those that it may include or show. A file beyond ``InputBounds`` gives an empty notebook and
/// one diagnostic.
/// - Complexity: linear in the files, apart from what the bounds allow.
public func readNotebook(
  _ file: SourceFile, files: CourseFiles = .none
) -> (notebook: Notebook, diagnostics: [Diagnostic]) {
  var assembly = NotebookAssembly(files)
  let course = files.settings.map { FrontMatterReader(settings: $0) }
  guard let (front, blocks) = assembly.readRoot(file, defaults: course?.frontMatter ?? FrontMatter()) else {
    let empty = Notebook(file: file, frontMatter: FrontMatter(), blocks: [], cells: [])
    return (empty, assembly.diagnostics)
  }
  var pictures = PictureReader(files)
  for image in assembly.images { pictures.read(image.url, at: image.range) }
  let notebook = Notebook(
    file: file, frontMatter: front, blocks: blocks, cells: assembly.cells, values: assembly.values,
    pictures: pictures.pictures, includes: Array(assembly.sources.dropFirst()))
  let diagnostics =
    (course?.diagnostics ?? []) + assembly.diagnostics + NameCheck(notebook).diagnostics
    + ReferenceCheck(notebook, lookAlikes: assembly.lookAlikes).diagnostics + pictures.diagnostics
  return (notebook, inPageOrder(diagnostics, notebook.files))
}

/// The most diagnostics of one kind that are shown.
private let mostOfAKind = 20

/// Sorts by file and place, keeping the order at one place and the first of each kind, and counts the others.
private func inPageOrder(_ diagnostics: [Diagnostic], _ files: [SourceFile]) -> [Diagnostic] {
  var counts: [String: Int] = [:]
  for diagnostic in diagnostics { counts[diagnostic.kind.id, default: 0] += 1 }
  let order = Dictionary(
    files.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { a, _ in a })
  let sorted = diagnostics.enumerated().map { number, diagnostic in
    let range = diagnostic.primary.range
    return (
      (order[ObjectIdentifier(range.file)] ?? -1, range.lowerBound, range.upperBound, number), diagnostic
    )
  }.sorted { $0.0 < $1.0 }.map(\.1)
  var shown: [String: Int] = [:]
  return sorted.flatMap { diagnostic -> [Diagnostic] in
    let id = diagnostic.kind.id
    let number = shown[id, default: 0] + 1
    shown[id] = number
    guard number <= mostOfAKind else { return [] }
    let rest = (counts[id] ?? number) - mostOfAKind
    guard number == mostOfAKind, rest > 0 else { return [diagnostic] }
    return [diagnostic, .more(rest, at: diagnostic.primary.range, of: "of this kind")]
  }
}
