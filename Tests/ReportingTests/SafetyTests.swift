import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import TestSupport
import Tensors
import Testing

@testable import Reporting

/// Texts that would break a page which does not escape them.
let hostileTexts = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
  "</pre></code></style></title>",
  "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}", "\u{600}\"\u{301}><b>", "<\u{338}script>", "]]><!--",
  "&lt;b&gt;&amp;",
  "\u{202E}txet desrever\u{2066}", "a\u{0}b\u{8}c\u{1B}[31m", "{{title}} {{{body}}} {{> contents}}",
  "\r\n\"\r\n<b>", "`<b>`",
]

struct SafetyTests {
  @Test(arguments: Face.allCases) func pageIsStrict(face: Face) throws {
    let page = PageChecker(try rendered(gatesRecord(face: face)))
    #expect(page.problems == [])
    #expect(page.scripts == 1)
    #expect(page.headings.first == 1)
    #expect(page.headings.filter { $0 == 1 }.count == 1)
    #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test(arguments: hostileTexts) func hostileTextIsOnlyText(text: String) throws {
    for face in Face.allCases {
      let html = try rendered(hostileRecord(text, face), picture: HostileFixture(text: text).picture)
      let page = PageChecker(html)
      #expect(page.problems == [])
      #expect(page.scripts == 1)
      #expect(!html.unicodeScalars.contains { $0 != "\n" && isTreacherous($0) })
    }
  }

  /// Also in attributes of either quotes.
  @Test func everySignOfMarkupIsEscaped() {
    #expect(escaped("<a href='x' b=\"y\">&\n") == "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;\n")
    #expect(escaped("plain — λ ≥ 0") == "plain — λ ≥ 0")
  }

  @Test func hostileTextIsShown() throws {
    let page = PageChecker(try rendered(hostileRecord("<script>alert(1)</script>", .student)))
    #expect(page.text.ranges(of: "<script>alert(1)</script>").count > 30)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd", "vbscript:x", "//example.org/x", "", "\u{1}javascript:x", "\u{200B}javascript:x",
    "\\\\example.org\\x", "\t//example.org", "C:\\x.pdf", "java script:x", "https:", "a:b.md",
  ])
  func dangerousLinksAreText(url: String) {
    #expect(LinkTarget(url).address == nil)
  }

  @Test(arguments: [
    ("https://example.org", "https://example.org"), ("HTTP://example.org", "HTTP://example.org"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("#or", "#or"),
    ("https://e.org/\u{202E}x", "https://e.org/x"), ("02-gates.md", "02-gates.md"),
    ("../a/script.pdf#page=3", "../a/script.pdf#page=3"), ("/slides/01.html?x=a:b", "/slides/01.html?x=a:b"),
    ("./a b.pdf", "./a%20b.pdf"), ("größe.md", "größe.md"), ("javascript%3Ax", "javascript%3Ax"),
    ("javascript&colon;x", "javascript&colon;x"),
  ])
  func otherLinksAreFollowed(url: String, target: String) {
    #expect(LinkTarget(url).address == target)
  }

  @Test func policyNamesTheScript() {
    for players in [[], [.film, .sweep]] as [Set<Player>] {
      let text = ReportScript.text(players: players)
      let digest = "sha256-" + base64(sha256(Array(text.utf8)))
      #expect(ReportScript.policy(of: text, hasFont: false).contains("script-src '\(digest)';"))
    }
    #expect(sha256(Array("abc".utf8)).prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func base64IsThatOfTheStandard(text: String, expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }

  @Test func deepNestingDoesNotTrap() throws {
    let prose = Prose(place: GatesFixture().range("Prose."))
    var block = prose.paragraph(prose.text("innermost"))
    var inline = prose.text("innermost")
    for _ in 0..<2000 {
      block = prose.block(.quote([block]))
      inline = prose.inline(.emphasis([inline]))
    }
    let record = GatesFixture().record([block, prose.block(.heading(level: 2, [inline]))])
    #expect(PageChecker(try rendered(record)).problems == [])
  }

  @Test func highlightsThatOverlapOrRunOutAreLeftPlain() throws {
    var fixture = GatesFixture()
    let cell = fixture.add("W = ", CellRecord(status: .ran))
    let report = HTMLReport(
      record: fixture.record([cell]), templates: try projectTemplates(), version: "0",
      pictures: { _, _ in samplePicture },
      highlighter: { _ in
        [
          Highlight(4..<9, .number), Highlight(0..<1, .name), Highlight(6..<12, .string),
          Highlight(20..<9000, .hole),
        ]
      })
    let html = try report.rendered()
    #expect(html.contains("W = <span class=\"nu\">[1, 1</span>; 1"))
    #expect(PageChecker(html).problems == [])
  }

  /// A run in which every text is `text`.
  private func hostileRecord(_ text: String, _ face: Face) -> RunRecord {
    HostileFixture(text: text).record(face)
  }
}
