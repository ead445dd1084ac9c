import Diagnostics
import NotebookFormat
import Reporting

/// The notebook of a submission, and how it was found.
public struct FoundNotebook: Sendable {
  /// The path of the file it stood in.
  public let path: String
  /// The text.
  public let text: String
  /// When it was handed in.
  public let time: Int?
  /// What was done to find or to read it.
  public let notes: [String]

  /// Why there is none.
  public struct Reason: Error, Sendable, Hashable {
    /// The reason in words.
    public let words: String
  }

  /// Finds the notebook of a submission: that in which most exercises of the key stand, of equal ones the newest.
  public init(in submission: Submission, for exercises: Set<String>) throws(Reason) {
    var best: (fit: Int, time: Int, found: FoundNotebook)?
    var problems = submission.problems
    var count = 0
    for file in submission.files {
      let found: FoundNotebook
      do throws(Reason) { found = try FoundNotebook(file) } catch {
        problems.append("\(file.name): \(error.words)")
        continue
      }
      count += 1
      let (notebook, said) = readNotebook(SourceFile(path: file.name, text: found.text))
      // A page beyond the bounds of the reader is read as an empty one, and said to be so.
      if notebook.blocks.isEmpty, let refusal = said.first(where: { $0.severity == .error }) {
        problems.append("\(file.name): \(refusal.message)")
        count -= 1
        continue
      }
      let fit = notebook.exerciseNames.intersection(exercises).count
      let isBetter = best.map { (fit, file.time ?? 0) >= ($0.fit, $0.time) } ?? true
      if isBetter { best = (fit, file.time ?? 0, found) }
    }
    guard let best else {
      throw Reason(
        words: problems.first ?? (submission.files.isEmpty ? "nothing was handed in" : "there is no notebook")
      )
    }
    path = best.found.path
    text = best.found.text
    time = best.found.time
    let others = count > 1 ? ["one of \(count) notebooks: \(best.found.path)"] : []
    notes = best.found.notes + others + problems
  }

  /// Reads the notebook of a file.
  init(_ file: HandedInFile) throws(Reason) {
    guard SubmissionBounds.limit(ofFile: file.path) != nil else { throw Reason(words: "it is no notebook") }
    guard let bytes = file.bytes else { throw Reason(words: file.problem ?? "it was not read") }
    guard !bytes.isEmpty else { throw Reason(words: "it is empty") }
    guard let decoded = DecodedText(bytes) else { throw Reason(words: "it is no text") }
    let text: String?
    switch SubmissionBounds.suffix(of: file.path) {
    case "ipynb": text = Self.notebook(inJupyter: decoded.text)
    case "html", "htm": text = EmbeddedSource.first(in: decoded.text)?.text
    case _: text = decoded.text
    }
    guard let text else { throw Reason(words: "it holds no notebook") }
    guard text.utf8.count <= SubmissionBounds.notebookBytes else {
      throw Reason(words: "the notebook has more than 1 MB")
    }
    self.path = file.path
    self.text = text
    self.time = file.time
    notes = decoded.note.map { ["\(file.name): \($0)"] } ?? []
  }

  /// The Markdown of a Jupyter notebook: its prose as it stands, each of its code cells as one of ours.
  static func notebook(inJupyter text: String) -> String? {
    guard let json = JSONValue(reading: text), let cells = json["cells"]?.array else { return nil }
    let parts = cells.compactMap { cell -> String? in
      guard let kind = cell["cell_type"]?.string, let source = cell["source"] else { return nil }
      let text = source.string ?? source.array?.compactMap(\.string).joined() ?? ""
      guard kind == "code" else { return text }
      let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
      let marks = String(repeating: "`", count: max(3, longest + 1))
      return "\(marks)nn\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(marks)"
    }
    return parts.joined(separator: "\n\n")
  }
}

extension Notebook {
  /// The names of its exercises.
  var exerciseNames: Set<String> {
    Set(cells.compactMap { cell in if case .exercise(let name, _, _) = cell.role { name } else { nil } })
  }
}
