import Diagnostics
import Drawing
import NotebookRunning
import Reporting

extension NotebookRun {
  /// Writes every figure of a run as files.
  func writeFigures(
    of record: RunRecord, _ options: FigureFiles.Options, into folder: String
  ) throws -> NotebookRunning.ExitCode {
    let figures = FigureFiles(record, options: options)
    guard figures.count > 0 else {
      messages.note("there is no figure in \(printable(record.notebook.file.path))")
      return .passed
    }
    let files = try figures.files(font: Font(path: Font.defaultPath))
    try world.makeDirectory(folder)
    for file in files {
      let path = joined(folder, file.name)
      try world.write(file.bytes, to: path)
      messages.wrote(path, bytes: file.bytes.count)
    }
    return .passed
  }
}
