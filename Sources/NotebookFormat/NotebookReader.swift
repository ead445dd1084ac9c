import CCMarkGFM
import Diagnostics

/// Reads a notebook: always a notebook, with what is wrong beside it.
///
/// A file beyond ``InputBounds`` gives an empty notebook and one diagnostic.
/// - Complexity: linear in the file, apart from what the bounds allow.
public func readNotebook(_ file: SourceFile) -> (notebook: Notebook, diagnostics: [Diagnostic]) {
  if let violation = InputBounds.violation(in: file) { return (empty(file), [violation]) }
  let lines = SourceLines(file)
  let front = FrontMatterReader(lines)
  var page = PageReader(lines: lines, firstLine: front.firstLine)
  guard let blocks = readPage(lines, &page) else { return (empty(file), [.tooComplex(file)]) }
  let notebook = Notebook(file: file, frontMatter: front.frontMatter, blocks: blocks, cells: page.cells)
  let diagnostics = front.diagnostics + page.diagnostics + NameCheck(notebook).diagnostics
  return (notebook, inPageOrder(diagnostics))
}

private func empty(_ file: SourceFile) -> Notebook {
  Notebook(file: file, frontMatter: FrontMatter(), blocks: [], cells: [])
}

/// Parses the lines behind the front matter; nil where the parser wants too much memory.
private func readPage(_ lines: SourceLines, _ page: inout PageReader) -> [Block]? {
  guard page.firstLine < lines.ranges.count else { return [] }
  let text = lines.bytes[lines.ranges[page.firstLine].lowerBound...]
  let document = text.withUnsafeBytes { bytes in
    ccmark_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }
  guard let document else { return nil }
  defer { ccmark_free(document) }
  guard let root = ccmark_root(document) else { return nil }
  return page.blocks(of: root, in: PageReader.Place())
}

/// Sorts by place, keeping the order at one place and the first 20 of each kind.
private func inPageOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var counts: [String: Int] = [:]
  return diagnostics.enumerated().sorted { a, b in
    let (first, second) = (a.element.primary.range, b.element.primary.range)
    return (first.lowerBound, first.upperBound, a.offset) < (second.lowerBound, second.upperBound, b.offset)
  }.map(\.element).filter { diagnostic in
    counts[diagnostic.kind.id, default: 0] += 1
    return counts[diagnostic.kind.id, default: 0] <= 20
  }
}
