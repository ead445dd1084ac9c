import Diagnostics

/// Reads a notebook: always a notebook, with what is wrong beside it.
public func readNotebook(_ file: SourceFile) -> (notebook: Notebook, diagnostics: [Diagnostic]) {
  (Notebook(file: file, frontMatter: FrontMatter(), blocks: [], cells: []), [])
}
