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
  let empty = Notebook(file: file, frontMatter: FrontMatter(), blocks: [], cells: [])
  guard let (front, blocks) = assembly.readRoot(file, defaults: course?.frontMatter ?? FrontMatter()) else {
    return (empty, assembly.diagnostics)
  }
  if let violation = InputBounds.violation(in: assembly.cells) { return (empty, [violation]) }
  var pictures = PictureReader(files)
  for image in assembly.images { pictures.read(image.url, at: image.range) }
  var links = LinkReader(files)
  for link in assembly.links { links.read(link.url, at: link.range) }
  let notebook = Notebook(
    file: file, frontMatter: front, blocks: blocks, cells: assembly.cells, values: assembly.values,
    pictures: pictures.pictures, links: links.addresses, includes: Array(assembly.sources.dropFirst()))
  var diagnostics = (course?.diagnostics ?? []) + assembly.diagnostics + NameCheck(notebook).diagnostics
  diagnostics += ReferenceCheck(notebook, lookAlikes: assembly.lookAlikes).diagnostics
  diagnostics += PlaceCheck(notebook, links: assembly.links).diagnostics
  diagnostics += pictures.diagnostics + links.diagnostics
  return (notebook, inPageOrder(diagnostics, notebook.files))
}

/// Sorts by file and position, keeping the order at one position, and leaves the first of each kind.
private func inPageOrder(_ diagnostics: [Diagnostic], _ files: [SourceFile]) -> [Diagnostic] {
  let order = Dictionary(
    files.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { a, _ in a })
  // There may be a hundred thousand, so that their positions are sorted, not they.
  return diagnostics.enumerated().map { number, diagnostic in
    let range = diagnostic.primary.range
    return (order[ObjectIdentifier(range.file)] ?? -1, range.lowerBound, range.upperBound, number)
  }.sorted(by: <).map { diagnostics[$0.3] }.firstOfEachKind
}
