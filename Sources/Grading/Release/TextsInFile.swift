import Reporting

/// What a file tells its reader: a page what it shows and the notebooks that it carries, a Jupyter file its cells, a ZIP what its files tell.
///
/// Returns nil of what is no text, and leaves it out inside of an archive. An archive in an archive is not opened.
public func texts(inFile bytes: [UInt8], at path: String) -> [String]? {
  switch SubmissionBounds.suffix(of: path) {
  case "zip":
    let archive = Archive(bytes, path: path, mostFiles: 1_000, mostBytes: SubmissionBounds.reportBytes)
    return archive.files.filter { SubmissionBounds.suffix(of: $0.path) != "zip" }
      .flatMap { file in file.bytes.flatMap { texts(inFile: $0, at: file.path) } ?? [] }
  case "html", "htm":
    return DecodedText(bytes).map { page in
      [VisibleText(of: page.text).text] + EmbeddedSource.all(in: page.text).map(\.text)
    }
  case "ipynb":
    return DecodedText(bytes).map { [FoundNotebook.notebook(inJupyter: $0.text) ?? $0.text] }
  case "pdf":
    // Its letters are packed.
    return nil
  case _:
    return DecodedText(bytes).map { [$0.text] }
  }
}
