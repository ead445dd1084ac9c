import NotebookFormat
import NotebookRunning

/// The records in a notebook beside what its cells give now.
public struct RecordComparison: Sendable {
  /// A record that does not say what the cell gives.
  public struct Difference: Sendable, Hashable {
    /// The file that holds the record.
    public let path: String
    /// The line of the record.
    public let line: Int
    /// The recorded text.
    public let recorded: String
    /// The text now.
    public let now: String

    /// The lines that differ, `-` in front of the recorded ones, `+` of those now.
    public var lines: [String] { differingLines(recorded, now) }
  }

  /// The text of each cell of the page now, by the cell's index; nil where the cell shows nothing.
  public let texts: [Int: String?]
  private let notebook: Notebook

  /// Takes the texts of all cells that ran on this page.
  public init(_ record: RunRecord) {
    notebook = record.notebook
    var texts: [Int: String?] = [:]
    for (cell, cellRecord) in zip(notebook.cells, record.cells) where cellRecord.status != .leftOut {
      let now = RecordText.text(of: cellRecord, in: cell)
      texts[cell.index] = now.isEmpty ? .some(nil) : now
    }
    self.texts = texts
  }

  /// The records that differ; a cell without a record promises nothing.
  public var differences: [Difference] {
    notebook.cells.compactMap { cell in
      guard let record = cell.record, let now = texts[cell.index] else { return nil }
      let text = now ?? ""
      guard record.text != text else { return nil }
      return Difference(
        path: record.range.file.path, line: record.range.start.line, recorded: record.text, now: text)
    }
  }
}
