import Diagnostics
import Foundation
import Synchronization
import Testing

/// A diagnostic that a comment at the end of a line asks for: `# error: 3-14 [shape-mismatch] "2 and 3"`.
///
/// The columns are those of the first and the last character, in the file; `3` alone is the empty range before
/// the character, and `3-+1:5` ends in the fifth column of the line below. A comment without columns fails
/// and gets them: read what was recorded. `NNB_RECORD=1` records columns anew.
public struct Expectation: CustomStringConvertible, Sendable {
  /// The line of the comment, on which the diagnostic begins.
  public let line: Int
  private let severity: String
  private let columns: String?
  private let id: String
  private let part: String

  /// The comment, with all of its parts.
  public var description: String { "\(severity): \(columns ?? "?") [\(id)] \"\(part)\"" }

  /// Returns what the line `number` of `file` expects.
  public static func expectations(ofLine number: Int, in file: SourceFile) -> [Expectation] {
    let text = file.line(number)
    guard text.utf8.contains(UInt8(ascii: "#")) else { return [] }
    return text.matches(of: pattern).map {
      Expectation(
        line: number, severity: String($0.1), columns: $0.2.map(String.init), id: String($0.3),
        part: $0.4.map(String.init) ?? "")
    }
  }

  /// Returns how what the lines expect and what was `found` differ: nothing where they agree.
  ///
  /// Columns that are missing, or to be recorded, are written into the file at `path`.
  public static func problems(
    lines: ClosedRange<Int>, of file: SourceFile, found: [Diagnostic], path: String
  ) throws -> [String] {
    var problems = Set(found.flatMap(\.untranslated)).map { "no Polish for \"\($0)\"" }
    var found = found
    for line in lines {
      var met: [String?] = []
      for expectation in expectations(ofLine: line, in: file) {
        let fitting = found.indices.filter { expectation.isMet(by: found[$0]) }
        let place = fitting.first { found[$0].columns == expectation.columns } ?? fitting.first
        met.append(place.map { found[$0].columns })
        guard let place else {
          problems.append("line \(line): expected \(expectation)")
          continue
        }
        let columns = found.remove(at: place).columns
        if columns != expectation.columns, !isRecording {
          problems.append("line \(line): expected \(expectation), found the columns \(columns)")
        }
      }
      try record(met, line: line, path: path)
    }
    return problems + found.map { "unexpected\n" + TerminalRenderer().render($0) }
  }

  private func isMet(by diagnostic: Diagnostic) -> Bool {
    let words = [diagnostic.message, diagnostic.hint?.text ?? "", diagnostic.primary.text].map(\.english)
      .joined(
        separator: " | ")
    return diagnostic.kind.id == id && diagnostic.severity.rawValue == severity
      && diagnostic.primary.range.start.line == line && (part.isEmpty || words.contains(part))
  }

  // MARK: Recording

  private static var pattern: Regex<(Substring, Substring, Substring?, Substring, Substring?)> {
    #/# (error|warning|note): (?:([-+:0-9]+) )?\[([a-z-]+)\](?: "([^"]*)")?/#
  }

  private static let isRecording = ProcessInfo.processInfo.environment["NNB_RECORD"] == "1"

  /// One test at a time writes a file.
  private static let writing = Mutex(())

  /// Writes the columns of the diagnostics that a line expects into the line.
  private static func record(_ columns: [String?], line number: Int, path: String) throws {
    guard !columns.isEmpty else { return }
    try writing.withLock { _ in
      var lines = try Repository.text(path).components(separatedBy: "\n")
      var rest = columns[...]
      let line = lines[number - 1].replacing(pattern) { match in
        let columns = rest.popFirst() ?? nil
        guard let columns, match.2 == nil || isRecording else { return String(match.0) }
        let words = match.4.map { " \"\($0)\"" } ?? ""
        return "# \(match.1): \(columns) [\(match.3)]\(words)"
      }
      guard line != lines[number - 1] else { return }
      lines[number - 1] = line
      try Data(lines.joined(separator: "\n").utf8).write(to: Repository.root.appendingPathComponent(path))
    }
  }
}

extension Diagnostic {
  /// The columns at which it points, as suites write them.
  fileprivate var columns: String {
    let (start, end) = (primary.range.start, primary.range.end)
    if start == end { return "\(start.column)" }
    let line = end.line == start.line ? "" : "+\(end.line - start.line):"
    return "\(start.column)-\(line)\(end.column - 1)"
  }
}
