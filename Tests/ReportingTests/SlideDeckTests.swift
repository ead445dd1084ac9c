import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Testing

@testable import Reporting

private func record(_ text: String, _ medium: Medium = .slides(withNotes: false)) -> RunRecord {
  let (notebook, form) = readNotebook(SourceFile(path: "a.md", text: text), files: .none)
  return withDeepStack {
    Session(notebook, diagnostics: form, face: nil, medium: medium, library: .course).run()
  }
}

private func slides(_ text: String, _ medium: Medium = .slides(withNotes: false)) -> [Slide] {
  let record = record(text, medium)
  let model = PageBuilder(record, pictures: { _, _ in samplePicture }, highlighter: sampleHighlighter).model()
  return SlideDeck(model, record.notebook.frontMatter).slides
}

private func rendered(
  _ text: String, _ medium: Medium = .slides(withNotes: false), options: HTMLSlides.Options = .init()
) throws -> String {
  try HTMLSlides(
    record: record(text, medium), templates: projectTemplates(), options: options,
    pictures: { _, _ in samplePicture }, highlighter: sampleHighlighter
  ).rendered().html
}

/// Which slides a page makes, and what comes when.
struct SlideDeckTests {
  @Test(arguments: [
    ("---\ntitle: T\n---\nIntro.\n\n# A\n\n## B\n\nb\n\n### C\n\nc\n\n---\n\nd\n", ["T", "", "A", "B", ""]),
    // The first heading is the title, so that the others begin slides.
    ("# T\n\n## A\n\n## B\n", ["T", "A", "B"]), ("# T\n\n# A\n\n## B\n", ["T", "A", "B"]),
    // A break before a heading makes no slide without anything on it.
    ("# T\n\n---\n\n## A\n\na\n\n---\n\n---\n\n## B\n", ["T", "A", "B"]),
    (
      "# T\n\n<!-- slide -->\n## A\n<!-- /slide -->\n\n<!-- report -->\n## B\n<!-- /report -->\n", ["T", "A"]
    ),
  ])
  func headingsAndBreaksBeginSlides(text: String, titles: [String]) {
    #expect(slides(text).map(\.title) == titles)
  }

  @Test func sectionsAndTheTitleHaveTheirOwnKind() {
    let deck = slides("---\ntitle: T\nsubtitle: S\nauthor: A\ndate: D\n---\n# A\n\n## B\n\n---\n\nc\n")
    let kinds = deck.map { slide in
      switch slide.kind {
      case .title(let subtitle, let author): "title \(subtitle ?? "") \(author ?? "")"
      case .section: "section"
      case .plain: "plain"
      }
    }
    #expect(kinds == ["title S A · D", "section", "plain", "plain"])
    #expect(Set(deck.map(\.anchor)).count == 4)
  }

  @Test(arguments: [
    ("a\n\n<!-- pause -->\n\nb\n\n<!-- pause -->\n\nc\n", 2), ("- a\n\n  <!-- pause -->\n- b\n", 1),
    ("<!-- columns -->\na\n\n<!-- pause -->\n\nb\n\n<!-- column -->\n\nc\n<!-- /columns -->\n", 1),
    ("```nn\n#| output-location: fragment\n1\n```\n", 1), ("```nn\n#| output-location: column\n1\n```\n", 0),
    ("```nn\n#| code-line-numbers: 1|2|\nx = 1\ny = 2\n```\n", 2),
    (
      "```nn\n#| code-line-numbers: 1|2\n#| output-location: column-fragment\nx = 1\nx\n```\n\n<!-- pause -->\n\na\n",
      3
    ),
  ])
  func stepsAreCounted(text: String, steps: Int) {
    #expect(slides("# T\n\n## A\n\n" + text).last?.steps == steps)
  }

  @Test func stepsBeginAnewOnEverySlide() throws {
    let deck = slides("# T\n\n## A\n\n<!-- pause -->\n\na\n\n## B\n\nb\n\n<!-- pause -->\n\nc\n")
    #expect(deck.map(\.steps) == [0, 1, 1])
    guard case .step(1, let inner) = try #require(deck[2].blocks.last).kind else {
      Issue.record("\(deck[2].blocks)")
      return
    }
    #expect(deck[2].blocks.count == 2 && inner.count == 1)
  }

  @Test func outputsOnTheNextSlideKeepTheTitle() throws {
    let deck = slides("# T\n\n## A\n\n```nn\n#| output-location: slide\n#| label: x\n1\n```\n\nb\n\n## C\n")
    #expect(deck.map(\.title) == ["T", "A", "A", "C"])
    #expect(deck[1].blocks.count == 2)
    let html = try rendered(
      "# T\n\n## A\n\n```nn\n#| output-location: slide\n#| label: x\n1\n```\n\nb\n\n## C\n")
    #expect(PageChecker(html).problems == [])
  }

  @Test func footnotesStandOnTheirSlide() {
    let deck = slides("# T\n\n## A\n\na[^1]\n\n## B\n\nb[^2] c[^1]\n\n[^1]: one\n\n[^2]: two\n")
    #expect(deck.map { $0.footnotes.map(\.number) } == [[], [1], [1, 2]])
  }

  // MARK: The file

  /// A notebook with everything that slides treat in a way of their own.
  private static let everything = """
    ---
    title: T <&> "q"
    lang: pl
    ---
    # A

    a[^1]

    [^1]: one

    ## B

    <!-- columns -->
    <!-- column: 40% -->
    - a

      <!-- pause -->
    - b
    <!-- column -->
    ```nn
    #| output-location: column-fragment
    #| code-line-numbers: "1|2-3|"
    #| fig-cap: "C"
    #| label: fig-c
    x = 1
    plot([x, 2])
    x
    ```
    <!-- /columns -->

    <!-- notes -->
    LECTURER ONLY `{nn} x + 41`
    <!-- /notes -->

    See @fig-c.

    <!-- report -->
    REPORT ONLY
    <!-- /report -->

    ```nn
    #| output-location: slide
    x
    ```
    """

  @Test(arguments: [false, true]) func slidesAreWellFormed(withNotes: Bool) throws {
    let page = PageChecker(try rendered(Self.everything, .slides(withNotes: withNotes)))
    #expect(page.problems == [])
    #expect(page.scripts == 1 && page.headings.first == 1)
  }

  @Test func notesAreInThePresentersFileOnly() throws {
    let html = try rendered(Self.everything)
    #expect(!html.contains("LECTURER ONLY") && !html.contains(">42<") && !html.contains("class=\"notes\""))
    #expect(!html.contains("REPORT ONLY"))
    let presenter = try rendered(Self.everything, .slides(withNotes: true))
    #expect(presenter.contains("LECTURER ONLY") && presenter.contains(">42<"))
    let report = try report(record(Self.everything, .report)).rendered()
    #expect(report.contains("REPORT ONLY") && !report.contains("LECTURER ONLY"))
  }

  @Test func solutionsAndHiddenChecksAreNotOnStudentsSlides() throws {
    let key =
      "# T\n\n```nn\n#| exercise: e\nx = ?\n```\n\n```nn\n#| solution: e\nx = 90817\n```\n\n"
      + "<!-- solution -->\nBECAUSE\n<!-- /solution -->\n\n```nn\n#| hidden: e\ncheck \"SECRET\": x == 90817\n```\n"
    let (notebook, form) = readNotebook(SourceFile(path: "a.md", text: key), files: .none)
    for (face, isShown) in [(Face.student, false), (.solution, true)] {
      let record = withDeepStack {
        Session(
          notebook, diagnostics: form, face: face, medium: .slides(withNotes: false), library: .course
        ).run()
      }
      let html = try HTMLSlides(
        record: record, templates: projectTemplates(), pictures: { _, _ in samplePicture }
      ).rendered().html
      for word in ["90817", "BECAUSE", "SECRET"] { #expect(html.contains(word) == isShown, "\(word)") }
    }
  }

  @Test func theShapeIsThatOfTheNotebookUnlessGiven() throws {
    #expect(try rendered("---\naspect: 4:3\n---\n# T\n").contains("size: 1024px 768px"))
    var options = HTMLSlides.Options()
    options.aspect = .wide
    #expect(try rendered("---\naspect: 4:3\n---\n# T\n", options: options).contains("size: 1280px 720px"))
  }

  @Test func aCellOfWhichNothingIsShownIsNoSlide() {
    let hidden = "```nn\n#| echo: false\na = 1\n```\n\n"
    #expect(slides(hidden + "## A\n\na\n").map(\.title) == ["A", "A"])
    #expect(slides("```nn\n#| echo: false\n1\n```\n\n## A\n\na\n").map(\.title) == ["A", "", "A"])
  }

  /// What is left of a slide is wide and low.
  @Test(arguments: [(1, nil), (2, 2), (3, 3), (4, 2)])
  func figuresOfACellStandSideBySide(count: Int, columns: Int?) throws {
    let plots = (1...count).map { "plot([\($0), 2])\n" }.joined()
    let html = try rendered("## A\n\n```nn\n#| fig-cap: All\n\(plots)```\n")
    let rows = html.ranges(of: "<figure class=\"figures\">").count
    #expect(rows == (columns == nil ? 0 : 1))
    #expect(
      columns == nil || html.contains("<div style=\"--columns:\(columns ?? 0);--half:\(count > 3 ? 2 : 1)\">")
    )
    #expect(html.ranges(of: "<figcaption>").count == (count == 1 ? 1 : count + 1))
  }

  /// Four figures fit as two rows, where no browser can lay them out, too.
  @Test(arguments: [(3, false), (15, false), (16, true)])
  func rowsOfFiguresAreMeasured(count: Int, isTooHigh: Bool) throws {
    let plots = (1...count).map { "plot([\($0), 2])\n" }.joined()
    let slide = try #require(slides("## A\n\n```nn\n#| echo: false\n\(plots)```\n").last)
    #expect((SlideEstimate(.wide).excess(of: slide) > 0) == isTooHigh)
  }

  @Test func hostileTextStaysText() throws {
    let text =
      "# <script>alert(1)</script>\n\n## \"><img src=x onerror=alert(1)>\n\n<!-- notes -->\n<script>\n<!-- /notes -->\n"
    #expect(PageChecker(try rendered(text, .slides(withNotes: true))).problems == [])
  }
}
