import Diagnostics
import NotebookFormat
import NotebookRunning
import Syntax

/// The answers that a student's notebook holds, by exercise, from wherever they stand.
///
/// Nothing else of the notebook is taken: no option, no check, no other cell.
public struct AnswerSheet: Sendable {
  /// The code of each answer.
  public private(set) var code: [String: String] = [:]
  /// The answers in prose.
  public private(set) var prose: [String: String] = [:]
  /// What a person should look at.
  public private(set) var remarks: [String] = []

  /// Takes the answers to a key's exercises out of a notebook.
  public init(_ notebook: Notebook, for key: GradingKey) {
    let wanted = Set(key.exercises.map(\.name))
    var found: [String: [String]] = [:]
    for cell in notebook.cells {
      guard case .exercise(let name, _, _) = cell.role else { continue }
      guard wanted.contains(name) else {
        remarks.append("a cell of exercise `\(name.prefix(40))`, which the key does not have")
        continue
      }
      found[name, default: []].append(cell.source.text)
    }
    for exercise in key.exercises where exercise.marking != .person {
      guard let texts = found[exercise.name] else {
        remarks.append("no cell of exercise `\(exercise.name)`")
        continue
      }
      // Of several the last one that is filled in.
      code[exercise.name] = texts.last { Self.isFilledIn($0) } ?? texts.last
      if texts.count > 1 {
        remarks.append("\(texts.count) cells of exercise `\(exercise.name)`, the last one filled in counts")
      }
    }
    readProse(notebook, key)
    remarks = Array(remarks.prefix(20))
  }

  private static func isFilledIn(_ code: String) -> Bool {
    let program = parse(SourceText(whole: SourceFile(path: "answer", text: code))).program
    return program.holeCount == 0 && !program.statements.isEmpty
  }

  private mutating func readProse(_ notebook: Notebook, _ key: GradingKey) {
    let untouched = Self.prose(of: key.notebook)
    for (name, text) in Self.prose(of: notebook) {
      let isOwn = !text.isEmpty && text != untouched[name]
      prose[name] = isOwn ? String(text.prefix(20_000)) : ""
    }
  }

  private static func prose(of notebook: Notebook) -> [String: String] {
    var prose: [String: String] = [:]
    for block in notebook.blocks.walk() {
      guard case .section(.answer(let name), let inner) = block.kind else { continue }
      let text = inner.map(\.range.text).joined(separator: "\n\n")
      prose[name] = [prose[name], text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    return prose
  }
}
