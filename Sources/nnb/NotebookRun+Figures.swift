import Diagnostics
import NotebookRunning
import Reporting

extension NotebookRun {
  /// Writes a run as Markdown, and its pictures into a folder beside it.
  func writeMarkdown(of record: RunRecord, to path: String, _ watch: Watch) throws -> NotebookRunning.ExitCode
  {
    let pictures = try PictureBook(record, font: font.opened(), watch: watch)
    let folder = page(of: fileName(of: path), ending: "-figures")
    let page = MarkdownPage(record, folder: folder, pictures: pictures.picture)
    if !page.pictures.isEmpty { try world.makeDirectory(joined(directory(of: path), folder)) }
    for picture in page.pictures {
      try world.write(picture.bytes, to: joined(joined(directory(of: path), folder), picture.name))
    }
    // The text comes last: where it is, its pictures are.
    try world.write(Array(page.text.utf8), to: path)
    messages.wrote(path, bytes: page.text.utf8.count)
    return record.exitCode
  }

  /// Writes every figure of a run as files.
  func writeFigures(
    of record: RunRecord, _ options: FigureFiles.Options, into folder: String
  ) throws -> NotebookRunning.ExitCode {
    let figures = FigureFiles(record, options: options)
    guard figures.count > 0 else {
      messages.note("there is no figure in \(printable(record.notebook.file.path))")
      return .passed
    }
    let files = try figures.files(font: font.opened())
    try world.makeDirectory(folder)
    for file in files {
      let path = joined(folder, file.name)
      try world.write(file.bytes, to: path)
      messages.wrote(path, bytes: file.bytes.count)
    }
    return .passed
  }
}
