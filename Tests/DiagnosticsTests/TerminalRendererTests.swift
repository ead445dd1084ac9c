import Diagnostics
import Testing

@Suite struct TerminalRendererTests {
  static let kind = DiagnosticKind("some-kind", page: "A page.", example: "", repair: "")

  private func file(_ text: String) -> SourceFile { SourceFile(path: "a.md", text: text) }

  /// The range of the first occurrence of `part`.
  private func range(_ part: String, in file: SourceFile) -> SourceRange {
    let text = file.text
    let start =
      text.firstRange(of: part).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    return SourceRange(file, start..<(start + part.utf8.count))
  }

  private func render(_ part: String, in text: String) -> String {
    TerminalRenderer().render(Diagnostic(Self.kind, "the fact", at: range(part, in: file(text))))
  }

  @Test func aPlainLine() {
    #expect(
      render("x @ y", in: "a = 1\nb = x @ y\n") == """
        error[some-kind]: the fact
         --> a.md:2:5
        2 | b = x @ y
          |     ^^^^^
        """)
  }

  @Test func labelsHintAndTrace() {
    let file = file("f(x) = x @ w\nf(v)\n")
    let diagnostic = Diagnostic(
      Self.kind, "the fact", at: range("@", in: file), label: "here",
      secondary: [.init(range("w", in: file), "[3]")],
      hint: .init("do this"), trace: [.init("in f(x)", range("f(v)", in: file))])
    #expect(
      TerminalRenderer().render(diagnostic) == """
        error[some-kind]: the fact
         --> a.md:1:10
        1 | f(x) = x @ w
          |          ^ here
         --> a.md:1:12
        1 | f(x) = x @ w
          |            - [3]
          = in f(x), at a.md:2:1
          = hint: do this
        """)
  }

  @Test func aTabStaysATabBelowIt() {
    #expect(render("y", in: "\tx = y").hasSuffix("1 | \tx = y\n  | \t    ^"))
  }

  @Test func aLineOfCRLFAndOfCR() {
    #expect(render("y", in: "a = 1\r\nx = y\r\nz").hasSuffix("2 | x = y\n  |     ^"))
    #expect(render("y", in: "a = 1\rx = y\rz").hasSuffix("2 | x = y\n  |     ^"))
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let text = render("y", in: "\u{FEFF}x = y")
    #expect(text.contains("a.md:1:5"))
    #expect(text.hasSuffix("1 | x = y\n  |     ^"))
  }

  @Test func aRangeOfSeveralLinesIsMarkedToTheEndOfTheFirst() {
    #expect(render("(1 +\n  2)", in: "x = (1 +\n  2)").hasSuffix("1 | x = (1 +\n  |     ^^^^"))
  }

  @Test func anEmptyRangeHasOneCaret() {
    let file = file("x = ")
    let text = TerminalRenderer().render(Diagnostic(Self.kind, "the fact", at: SourceRange(file, 4..<4)))
    #expect(text.hasSuffix("1 | x = \n  |     ^"))
  }

  @Test func aLongLineIsCutAroundTheMark() throws {
    let line = String(repeating: "a", count: 300) + "MARK" + String(repeating: "b", count: 300)
    let lines = render("MARK", in: line).split(separator: "\n")
    let shown = try #require(lines.first { $0.contains("MARK") })
    let carets = try #require(lines.last)
    #expect(shown.count < 130)
    let column = shown.firstRange(of: "MARK").map {
      shown.distance(from: shown.startIndex, to: $0.lowerBound)
    }
    #expect(column == carets.firstIndex(of: "^").map { carets.distance(from: carets.startIndex, to: $0) })
    #expect(carets.count { $0 == "^" } == 4)
  }

  @Test func colours() {
    let file = file("x = y")
    let text = TerminalRenderer(usesColour: true).render(
      Diagnostic(Self.kind, "the fact", at: range("y", in: file)))
    #expect(text.contains("\u{1B}[1;31merror[some-kind]\u{1B}[0m"))
    #expect(!render("y", in: "x = y").contains("\u{1B}"))
  }

  @Test(arguments: ["\u{1B}[31mred", "a\u{7}b", "a\u{202E}b", "a\u{9B}31mb", "line\nbreak", "a\u{2028}b"])
  func studentTextCannotSteerTheTerminal(text: String) {
    let file = SourceFile(path: "\(text).md", text: "x = \(text)")
    let end = file.text.utf8.count
    let diagnostic = Diagnostic(
      Self.kind, .english(text), at: SourceRange(file, 4..<end), label: .english(text),
      hint: .init(.english(text)), trace: [.init(.english(text), SourceRange(file, 0..<1))])
    for scalar in TerminalRenderer().render(diagnostic).unicodeScalars where scalar != "\n" {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        Issue.record("U+\(String(scalar.value, radix: 16))")
      default: break
      }
    }
  }

  @Test func severities() {
    let file = file("x")
    func title(_ severity: Diagnostic.Severity, isExpected: Bool = false) -> String? {
      var diagnostic = Diagnostic(Self.kind, "the fact", at: SourceRange(file, 0..<1), severity: severity)
      diagnostic.isExpected = isExpected
      return TerminalRenderer().render(diagnostic).split(separator: "\n").first.map(String.init)
    }
    #expect(title(.warning) == "warning[some-kind]: the fact")
    #expect(title(.note) == "note[some-kind]: the fact")
    #expect(title(.error, isExpected: true) == "error, expected[some-kind]: the fact")
    #expect(Diagnostic.Severity.note < .warning && Diagnostic.Severity.warning < .error)
  }
}
