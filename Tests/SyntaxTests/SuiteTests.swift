import Diagnostics
import TestSupport
import Testing

@testable import Syntax

/// One program of a Markdown suite, with what it says of itself.
struct SuiteCase: CustomTestStringConvertible, Sendable {
  /// The heading.
  var name: String
  let file: SourceFile
  /// The lines of the program in the file, from 1.
  var lines: [Int] = []
  var output: [String]?

  var testDescription: String { name }

  /// Parses the program, whose places are the file's; `text` stands for the file.
  func parse(_ text: SourceFile? = nil, addedLines: Int = 0) -> (program: Program, diagnostics: [Diagnostic])
  {
    let file = text ?? file
    guard let first = lines.first, let last = lines.last else { return (Program(statements: []), []) }
    let kept = Array(first...last + addedLines)
    return Syntax.parse(
      SourceText(
        file: file, lines: kept.map { (file.line($0), file.bytes(ofLine: $0).lowerBound) },
        end: file.bytes(ofLine: last + addedLines).upperBound))
  }
}

/// Reads the fences below each heading of the suites in `Tests/Suites/syntax`.
private let suites: [SuiteCase] = Repository.files(below: "Tests/Suites/syntax", suffix: ".md").flatMap {
  cases(SourceFile(path: $0, text: (try? Repository.text($0)) ?? ""))
}

private func cases(_ file: SourceFile) -> [SuiteCase] {
  var found: [SuiteCase] = []
  var fence: String?
  for number in 1...file.lineCount {
    let line = file.line(number)
    if line.hasPrefix("```") {
      fence = fence == nil ? String(line.dropFirst(3)) : nil
      if fence == "output", !found.isEmpty { found[found.count - 1].output = [] }
    } else if fence == nil, line.hasPrefix("## ") {
      found.append(SuiteCase(name: "\(file.path): \(line.dropFirst(3))", file: file))
    } else if fence == "nn", !found.isEmpty {
      found[found.count - 1].lines.append(number)
    } else if fence == "output", !found.isEmpty {
      found[found.count - 1].output?.append(line)
    }
  }
  return found
}

@Test func thereAreSuites() { #expect(suites.count >= 50) }

@Test(arguments: suites)
func suitesHold(_ test: SuiteCase) throws {
  let (program, diagnostics) = test.parse()
  for problem in try Expectation.problems(
    lines: test.lines[0]...test.lines[test.lines.count - 1], of: test.file, found: diagnostics,
    path: test.file.path)
  {
    Issue.record("\(problem)")
  }
  if let output = test.output { #expect(program.canonicalText == output.joined(separator: "\n")) }
}

@Test(arguments: suites)
func everyRepairEndsItsDiagnostic(_ test: SuiteCase) {
  let diagnostics = test.parse().diagnostics
  for diagnostic in diagnostics {
    guard let repair = Repair(of: diagnostic) else { continue }
    let after = test.parse(repair.file, addedLines: repair.addedLines).diagnostics
    #expect(repair.ends(diagnostic, before: diagnostics, after: after), "`\(repair.file.text)`")
  }
}
