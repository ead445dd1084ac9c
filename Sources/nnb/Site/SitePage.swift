import Diagnostics
import NotebookFormat
import NotebookRunning
import Reporting
import Wording

/// A page of a site, and what it was made from.
struct SitePage: Sendable {
  /// The notebook's path.
  let notebook: String
  /// By what it was made.
  let making: String
  /// The digest of the page.
  let digest: String
  /// What was asked of the disk, with the answers.
  let inputs: [FileLog.Question: String]
  /// The files that it leads to and that the site has, too: the digest of each by its place.
  let copies: [String: String]
  /// How the run ended.
  let code: NotebookRunning.ExitCode
  /// What the index tells of it.
  let summary: PageSummary

  /// The digests of the page and of the files beside it, by their places; the page is at `place`.
  func files(at place: String) -> [String: String] { copies.merging([place: digest]) { $1 } }

  /// The name of the list of pages in the folder of a site.
  static let listName = ".nnb-site.json"

  /// The title of the site of a folder: its name, with blanks.
  static func title(of folder: String) -> String {
    fileName(of: folder).replacing("-", with: " ").replacing("_", with: " ")
  }

  /// The list as a file, one page a line.
  static func text(_ pages: [SitePage]) -> String { pages.map(\.json.text).joined(separator: "\n") + "\n" }

  /// Reads the list; a line that is no page is left out, and its page is made again.
  static func list(_ text: String) -> [SitePage] {
    text.split(separator: "\n").compactMap { JSONValue(reading: String($0)).flatMap(SitePage.init) }
  }

  private var json: JSONValue {
    let inputs = inputs.map { question, answer -> (kind: String, path: String, answer: String) in
      switch question {
      case .content(let path): ("content", path, answer)
      case .presence(let path): ("presence", path, answer)
      }
    }.sorted { ($0.path, $0.kind) < ($1.path, $1.kind) }
    return .object([
      ("notebook", .string(notebook)), ("making", .string(making)), ("digest", .string(digest)),
      (
        "copies",
        .array(copies.sorted { $0.key < $1.key }.map { .array([.string($0.key), .string($0.value)]) })
      ),
      ("code", .integer(Int(code.rawValue))), ("language", .string(summary.language.rawValue)),
      ("title", .string(summary.title)), ("lead", .string(summary.lead)),
      ("exercises", .integer(summary.exercises)),
      ("milli_points", summary.milliPoints.map { .integer($0) } ?? .null),
      (
        "headings",
        .array(summary.headings.map { .array([.string($0.title), .string($0.anchor)]) })
      ),
      (
        "inputs", .array(inputs.map { .array([.string($0.kind), .string($0.path), .string($0.answer)]) })
      ),
    ])
  }

  private init?(_ json: JSONValue) {
    guard case .object(let members) = json else { return nil }
    let values = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    guard let notebook = values["notebook"]?.string, let making = values["making"]?.string,
      let digest = values["digest"]?.string, let files = values["copies"]?.array,
      let code = values["code"]?.integer.flatMap({ Int32(exactly: $0) }),
      let code = NotebookRunning.ExitCode(rawValue: code),
      let language = values["language"]?.string.flatMap(PageLanguage.init(rawValue:)),
      let title = values["title"]?.string, let lead = values["lead"]?.string,
      let exercises = values["exercises"]?.integer, let headings = values["headings"]?.array,
      let asked = values["inputs"]?.array
    else { return nil }
    var inputs: [FileLog.Question: String] = [:]
    for entry in asked {
      guard let parts = entry.array?.compactMap(\.string), parts.count == 3 else { return nil }
      inputs[parts[0] == "content" ? .content(path: parts[1]) : .presence(path: parts[1])] = parts[2]
    }
    var copies: [String: String] = [:]
    for entry in files {
      guard let parts = entry.array?.compactMap(\.string), parts.count == 2 else { return nil }
      copies[parts[0]] = parts[1]
    }
    self.init(
      notebook: notebook, making: making, digest: digest, inputs: inputs, copies: copies, code: code,
      summary: PageSummary(
        language: language, title: title, lead: lead,
        headings: headings.compactMap { $0.array?.compactMap(\.string) }.filter { $0.count == 2 }
          .map { PageSummary.Entry(title: $0[0], anchor: $0[1]) },
        exercises: exercises, milliPoints: values["milli_points"]?.integer))
  }

  init(
    notebook: String, making: String, digest: String, inputs: [FileLog.Question: String],
    copies: [String: String], code: NotebookRunning.ExitCode, summary: PageSummary
  ) {
    self.copies = copies
    self.notebook = notebook
    self.making = making
    self.digest = digest
    self.inputs = inputs
    self.code = code
    self.summary = summary
  }
}
