import Diagnostics
import Foundation
import Testing

@testable import Syntax

/// One program of a Markdown suite, with what it says of itself.
struct SuiteCase: CustomTestStringConvertible, Sendable {
  var name: String
  var program: [String] = []
  var output: [String]?

  var testDescription: String { name }
}

/// Reads the fences below each heading of the suites in `Tests/Suites/syntax`.
private let suites: [SuiteCase] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Suites/syntax")
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
  return files.sorted().filter { $0.hasSuffix(".md") }.flatMap { file -> [SuiteCase] in
    let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
    return cases(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), file)
  }
}()

private func cases(_ lines: [String], _ file: String) -> [SuiteCase] {
  var found: [SuiteCase] = []
  var fence: String?
  for line in lines {
    if line.hasPrefix("```") {
      fence = fence == nil ? String(line.dropFirst(3)) : nil
      if fence == "output", !found.isEmpty { found[found.count - 1].output = [] }
    } else if fence == nil, line.hasPrefix("## ") {
      found.append(SuiteCase(name: "\(file): \(line.dropFirst(3))"))
    } else if fence == "nn", !found.isEmpty {
      found[found.count - 1].program.append(line)
    } else if fence == "output", !found.isEmpty {
      found[found.count - 1].output?.append(line)
    }
  }
  return found
}

/// What a line expects: `# error: [id] "substring"`, any number of them at its end.
private func expectations(_ line: String) -> [(severity: String, id: String, words: String)] {
  line.matches(of: /# (error|warning|note): \[([a-z-]+)\] "([^"]*)"/).map {
    (String($0.1), String($0.2), String($0.3))
  }
}

@Test func thereAreSuites() { #expect(suites.count >= 50) }

@Test(arguments: suites)
func suitesHold(_ test: SuiteCase) {
  let (program, diagnostics) = parse(cell(test.program.joined(separator: "\n")))
  for (index, line) in test.program.enumerated() {
    var left = diagnostics.filter { $0.primary.range.start.line == index + 1 }
    for expected in expectations(line) {
      let match = left.firstIndex {
        $0.kind.id == expected.id && $0.severity.rawValue == expected.severity
          && $0.message.contains(expected.words)
      }
      #expect(match != nil, "line \(index + 1) does not say \(expected) but \(left.map(\.message))")
      if let match { left.remove(at: match) }
    }
    #expect(left.map { "\($0.kind.id): \($0.message)" } == [], "line \(index + 1)")
  }
  if let output = test.output { #expect(program.canonicalText == output.joined(separator: "\n")) }
}
