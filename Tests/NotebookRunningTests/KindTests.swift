import Diagnostics
import TestSupport
import Testing

extension DiagnosticKind: CustomTestStringConvertible {
  /// The id.
  public var testDescription: String { id }
}

/// Every kind of diagnostic keeps what its page promises.
@Suite struct KindTests {
  /// What no session says: formulas and inline values are read for a report.
  static let saidElsewhere: Set<DiagnosticKind> = [.badFormat, .unsupportedTeX]
  /// Files that are too large are made by `hugeFiles`, not written down.
  static let written = DiagnosticKind.all.filter { !$0.example.isEmpty && !saidElsewhere.contains($0) }

  private func run(_ text: String, of kind: DiagnosticKind) -> NotebookRun {
    switch kind.language {
    case .cell: NotebookRun(cells: [text])
    case .notebook: NotebookRun(text)
    }
  }

  @Test(arguments: written) func theExampleShowsTheKind(kind: DiagnosticKind) {
    let found = run(kind.example, of: kind).diagnostics
    #expect(found.contains { $0.kind == kind }, "found \(found.map { "\($0.kind.id): \($0.message)" })")
    #expect(found.allSatisfy { $0.kind != kind || $0.severity == kind.severity })
  }

  @Test(arguments: written) func theRepairHasNoError(kind: DiagnosticKind) {
    let found = run(kind.repair, of: kind).diagnostics.filter { $0.severity == .error || $0.kind == kind }
    #expect(found.isEmpty, "found \(found.map { "\($0.kind.id): \($0.message)" })")
  }

  @Test(arguments: written) func aPolishPageHasWordsForIt(kind: DiagnosticKind) {
    // The words of the YAML library are its own.
    guard kind != .optionsNotYAML else { return }
    let found = run(kind.example, of: kind).diagnostics
    #expect(found.flatMap(\.untranslated).isEmpty)
  }

  @Test func hugeFiles() {
    #expect(
      NotebookRun(String(repeating: "words ", count: 200_000)).diagnostics.map(\.kind) == [.notebookTooLarge])
    let table = String(repeating: String(repeating: "|", count: 1000) + "\n", count: 300)
    #expect(NotebookRun(table).diagnostics.map(\.kind) == [.markdownTableTooLarge])
  }

  @Test func idsAreUniqueAndInKebabCase() {
    let ids = DiagnosticKind.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: #/[a-z]+(-[a-z]+)*/#) != nil, "\(id)") }
    for id in ids { #expect(DiagnosticKind.named(id)?.id == id) }
    #expect(DiagnosticKind.named("no-such-kind") == nil)
  }

  @Test(arguments: DiagnosticKind.all) func thePageTeachesInTwoToFiveSentences(kind: DiagnosticKind) {
    let ends = kind.page.matches(of: #/[.?!](?:\s|$)/#).count
    #expect((2...5).contains(ends), "\(ends) sentences")
    #expect(kind.page.hasSuffix("."))
  }

  /// Lower case, no full stop, one line; the hint as well.
  @Test(arguments: written) func theMessageIsAFactInLowerCase(kind: DiagnosticKind) throws {
    for diagnostic in run(kind.example, of: kind).diagnostics {
      for text in [diagnostic.message, diagnostic.hint?.text].compactMap({ $0?.english }) {
        #expect(!text.isEmpty && !text.hasSuffix(".") && !text.contains("\n"), "\(text)")
        let first = try #require(text.unicodeScalars.first)
        #expect(!first.properties.isUppercase || text.prefix(2).last?.isLetter == false, "\(text)")
      }
    }
  }
}
