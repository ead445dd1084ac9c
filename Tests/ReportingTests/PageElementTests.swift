import CourseLibrary
import Diagnostics
import Drawing
import NotebookFormat
import NotebookRunning
import TestSupport
import Testing

@testable import Reporting

/// Reads, runs and renders a notebook; `files` are those beside it.
private func page(_ text: String, files: [String: [UInt8]] = [:], face: Face? = nil) throws -> String {
  let course = CourseFiles { path, _ throws(CourseFiles.Refusal) in
    guard let bytes = files[path] else { throw .world(.notFound(path: path)) }
    return bytes
  }
  let html = try rendered(run(text, files: course, face: face))
  #expect(PageChecker(html).problems == [])
  return html
}

private func run(_ text: String, files: CourseFiles = .none, face: Face? = nil) -> RunRecord {
  let (notebook, form) = readNotebook(SourceFile(path: "a.md", text: text), files: files)
  return withDeepStack { Session(notebook, diagnostics: form, face: face, library: .course).run() }
}

/// What the page does with values, references, labels, pictures and raw HTML.
struct PageElementTests {
  private let cells = """
    ```nn
    #| label: fig-a
    #| fig-cap: "A *b* $x$ `{nn} T:.2`, see @tbl-b"
    T = 1.5
    table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    regions(perceptron(w=[1, 1], T=T), AND)
    ```

    ```nn
    #| label: tbl-b
    [1, 2; 3, 4]
    ```

    """

  @Test func referencesAreNumberedLinks() throws {
    let html = try page(
      "@fig-a @tbl-b @eq-c @sec-d\n\n## `{nn} T` $x$ {#sec-d}\n\n$$x$$ {#eq-c}\n\n" + cells + "\n$$y$$\n")
    #expect(html.contains("<a class=\"reference\" href=\"#fig-a\">Figure 1</a>"))
    #expect(html.contains("<a class=\"reference\" href=\"#tbl-b\">Table 1</a>"))
    #expect(html.contains("<a class=\"reference\" href=\"#eq-c\">Equation 1</a>"))
    #expect(html.contains("<a class=\"reference\" href=\"#sec-d\">Section 1.5 x</a>"))
    #expect(html.contains("<h2 id=\"sec-d\">"))
    #expect(html.contains("<span class=\"number\">(1)</span>") && !html.contains("(2)</span>"))
    #expect(html.contains("<b>Figure 1: </b>A <em>b</em> "))
    #expect(html.contains("<span class=\"value\">1.50</span>"))
    #expect(html.contains("<figcaption><b>Table 1</b></figcaption>"))
  }

  /// A letter stands beside what it names, and the number with the words of all.
  @Test func aLetterIsNoPartOfTheNumber() throws {
    let html = try page(
      "```nn\n#| fig-cap: Both\n#| tbl-cap: Two\nplot([1, 2])\n[1, 2]\nplot([2, 3])\n[3, 4]\n```\n")
    for caption in [
      "<span class=\"part\">(a)</span>", "<span class=\"part\">(b)</span><b>Figure 1: </b>Both",
      "<b>Table 1: </b>Two<span class=\"part\">(a)</span>", "<span class=\"part\">(b)</span>",
    ] {
      #expect(html.contains("<figcaption>\(caption)</figcaption>"), "\(caption)")
    }
  }

  /// Two small figures fill the column; the words of both are below them, those that are wider stand alone.
  @Test(arguments: [(300, true), (301, false)])
  func smallFiguresStandSideBySide(width: Int, isSmall: Bool) throws {
    let picture = FigurePicture(
      number: 1, light: [1], dark: [2], width: width, height: 200, altText: "", tables: [])
    let html = try rendered(
      run("```nn\n#| fig-cap: Both\nplot([1, 2])\nplot([2, 3])\n```\n"), picture: picture)
    #expect(PageChecker(html).problems == [])
    #expect(html.contains("<figure class=\"figures\">") == isSmall)
    #expect(html.contains("<figcaption><b>Figure 1: </b>Both</figcaption>") == isSmall)
    #expect(html.contains("<figcaption><span class=\"part\">(b)</span></figcaption>") == isSmall)
  }

  /// Pictures, tables and formulas of the text are counted with those of the cells.
  @Test func labelledProseIsNumberedWithTheCells() throws {
    let html = try page(
      "@fig-p @tbl-q @eq-m @fig-a @tbl-b\n\n![A *net*](a.png){#fig-p width=50%}\n\n|a|\n|-|\n|1|\n\n: Some $x$ {#tbl-q}\n\n"
        + "```math {#eq-m}\nx\n```\n\n" + cells,
      files: ["a.png": PictureHead.png(width: 2, height: 3)])
    for (label, words) in [
      ("fig-p", "Figure 1"), ("tbl-q", "Table 1"), ("eq-m", "Equation 1"), ("fig-a", "Figure 2"),
      ("tbl-b", "Table 2"),
    ] {
      #expect(html.contains("<a class=\"reference\" href=\"#\(label)\">\(words)</a>"), "\(label)")
    }
    #expect(html.contains("<figure id=\"fig-p\"><img class=\"picture\""))
    #expect(html.contains("alt=\"A net\"") && html.contains("style=\"width:min(100%,max(50%,304px))\""))
    #expect(html.contains("<figcaption><b>Figure 1: </b>A <em>net</em></figcaption>"))
    #expect(html.contains("<figure class=\"table\" id=\"tbl-q\"><figcaption><b>Table 1: </b>Some "))
    #expect(html.contains("id=\"eq-m\""))
  }

  @Test(
    arguments: [
      (
        "python", "def f(x):  # hi\n  return \"a#\" + 1.5",
        ["kw:def", "cm:# hi", "kw:return", "st:\"a#\"", "nu:1.5"]
      ),
      (
        "js", "const a = `x\ny`; // c\n/* d */ 'e",
        ["kw:const", "st:`x\ny`", "cm:// c", "cm:/* d */", "st:'e"]
      ),
      ("json", "{\"a\": [1e3, true]}", ["st:\"a\"", "nu:1e3", "kw:true"]),
      ("c", "#include <a.h>\nint x2 = 0x1F; // \"", ["kw:#include", "kw:int", "nu:0x1F", "cm:// \""]),
      (
        "Swift", "let s = \"\\\"a\"; let t = \"\"\"\n\"\n\"\"\"",
        ["kw:let", "st:\"\\\"a\"", "kw:let", "st:\"\"\"\n\"\n\"\"\""]
      ),
      (
        "bash", "if [ $# -gt 1 ]; then echo a#b 'c'; fi # d",
        ["kw:if", "nu:1", "kw:then", "st:'c'", "kw:fi", "cm:# d"]
      ),
      ("text", "if 1", []),
    ] as [(String, String, [String])])
  func plainCodeIsColoured(language: String, code: String, pieces: [String]) {
    let page = PageCode(code, language: language)
    let bytes = Array(code.utf8)
    let found = page.highlights.map {
      "\($0.kind.rawValue):" + String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
    #expect(found == pieces)
  }

  @Test func whatThePageDoesNotShowHasNoNumber() throws {
    let text =
      "@fig-a @sec-b\n\n<!-- solution -->\n# B {#sec-b}\n\n```nn\n#| label: fig-a\n#| include: false\n1\n```\n<!-- /solution -->\n"
    let html = try page(text, face: .student)
    #expect(html.contains("Figure ? Section ?"))
  }

  @Test(arguments: hostileTexts) func hostileValuesAreOnlyText(text: String) throws {
    let literal = text.replacing("\\", with: "").replacing("\"", with: "\\\"").replacing("\r", with: "")
      .replacing("\n", with: " ").replacing("`", with: "'").replacing("\u{0}", with: "")
    let html = try page(
      "# A `{nn} \"\(literal)\"`\n\n`{nn} \"\(literal)\"`\n\n|a|\n|-|\n|`{nn} p`|\n\n```nn\np = \"\(literal)\"\n```\n"
    )
    #expect(PageChecker(html).scripts == 1)
  }

  @Test func valuesInHeadingsReachTheContents() throws {
    let html = try page("# A\n\n## B `{nn} 1/3:.1%`\n\n## C `{nn} ?`\n")
    #expect(html.contains(">B 33.3%</a>"))
    #expect(html.contains(">C ?</a>"))
    #expect(html.contains("<span class=\"value open\">?</span>"))
  }

  @Test func tenThousandReferencesAreCheap() throws {
    let html = try page(cells + String(repeating: "@fig-a ", count: 10_000))
    #expect(html.ranges(of: "href=\"#fig-a\"").count == 10_000)
  }

  @Test func linksToFilesBesideThePageStay() throws {
    let html = try page(
      "[next](02-gates.md) [its page](../x/02.html#top) [script](s.pdf) [bad](javascript:x)\n",
      face: .solution)
    #expect(html.contains("<a href=\"02-gates.md\" rel=\"noopener noreferrer\">next</a>"))
    #expect(html.contains("href=\"../x/02.html#top\"") && html.contains("href=\"s.pdf\""))
    #expect(html.contains("link-dropped") && !html.contains(">bad</a>"))
  }

  @Test func picturesAreInThePage() throws {
    let png = PictureHead.png(width: 2, height: 3)
    let html = try page(
      "![An \"a\" *b*](a.png \"t<\") ![c](c.png)", files: ["a.png": png, "c.png": [1, 2, 3]])
    #expect(
      html.contains(
        "<img class=\"picture\" src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAAD\" alt=\"An &quot;a&quot; b\" title=\"t&lt;\">"
      ))
    #expect(html.contains("Picture: c"))
  }

  @Test func aFilmIsAPlayerOfItsFrames() throws {
    let text = """
      ```nn
      #| fig-cap: "A net learns"
      table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
      r = train(input(2) -> dense(1, sigmoid), AND, loss=bce, opt=sgd(0.5), epochs=3)
      film(r, at=[0, 1, 3])
      ```

      """
    let record = run(text)
    let html = try HTMLReport(
      record: record, templates: projectTemplates(), version: "0",
      pictures: try PictureBook(record, font: Font()).picture
    ).rendered()
    #expect(PageChecker(html).problems == [])
    #expect(html.ranges(of: "<div title=\"epoch ").count == 3)
    #expect(html.ranges(of: "<circle ").count == 3 && html.ranges(of: "<polyline ").count == 1)
    #expect(html.contains("<input type=\"range\" min=\"0\" max=\"2\""))
    #expect(html.contains("<figcaption><b>Figure 1: </b>A net learns</figcaption>"))
  }

  @Test func aFigureManyTimesIsKeptOnce() throws {
    let html = try page("```nn\ng = plot([1, 2])\n" + String(repeating: "g\n", count: 50) + "```\n")
    #expect(html.ranges(of: "TElHSFRQTkc=").count == 1 && html.ranges(of: "REFSSy1QTkc=").count == 1)
    #expect(html.ranges(of: "href=\"#picture:1:light\"").count == 50)
    #expect(html.ranges(of: "<details class=\"data\">").count == 1)
    let once = try page("```nn\nplot([1, 2])\n```\n")
    #expect(once.contains("<img src=\"data:image/png;base64,TElHSFRQTkc=\"") && !once.contains("<svg"))
  }

  @Test func aWideFigureManyTimesHasItsPhonePicture() throws {
    var picture = samplePicture
    picture.phone = FigurePicture.Phone(
      light: Array("LIGHT-PH".utf8), dark: Array("DARK--PH".utf8), width: 340, height: 700)
    let html = try rendered(run("```nn\ng = plot([1, 2])\ng\ng\n```\n"), picture: picture)
    #expect(PageChecker(html).problems == [])
    for bytes in ["LIGHTPNG", "DARK-PNG", "LIGHT-PH", "DARK--PH"] {
      #expect(html.ranges(of: base64(Array(bytes.utf8))).count == 1)
    }
    #expect(html.ranges(of: "<svg class=\"picture wide\"").count == 2)
    #expect(html.ranges(of: "<svg class=\"picture narrow\"").count == 2)
    #expect(html.ranges(of: "href=\"#picture:1:dark:narrow\"").count == 2)
  }

  /// A text of 20,000 signs that each take four bytes, as results and as values in a paragraph.
  @Test(arguments: [
    "```nn\n" + String(repeating: "t\n", count: 1_900) + "```\n",
    String(repeating: "`{nn} t` ", count: 2_000),
  ]) func aPageIsBounded(source: String) throws {
    let long = String(repeating: "<", count: 20_000)
    let record = run("```nn\nt = \"\(long)\"\n```\n\n# Behind\n\n\(source)\n\n# The end\n")
    let result = try report(record).page()
    #expect(result.html.utf8.count < 50_000_000 && result.html.hasSuffix("</html>\n"))
    #expect(PageChecker(result.html).problems == [])
    let problem = try #require(result.problem)
    #expect(problem.kind == .pageLimit && problem.primary.range.start.line == 7)
    #expect(result.html.contains("1 error") && result.html.contains("page-limit"))
    #expect(result.html.contains(">Behind") && !result.html.contains(">The end"))
  }

  @Test func aPictureManyTimesIsBounded() throws {
    let png = PictureHead.png(width: 2, height: 3) + [UInt8](repeating: 0, count: 4_999_000)
    let html = try page(String(repeating: "![a](a.png)\n", count: 1_000), files: ["a.png": png])
    #expect(html.ranges(of: "<img").count == 4)
    #expect(html.ranges(of: "Picture: a").count == 996)
  }

  @Test func detailsAreBalanced() throws {
    let html = try page(
      "<details><summary>A & b</summary>\n\n*c*\n\n<details>\n\nd\n\n</details>\n\n</details>\n\ne\n")
    #expect(html.contains("<details><summary>A &amp; b</summary><p><em>c</em></p>"))
    #expect(html.contains("<details><summary>Details</summary><p>d</p>\n</details>\n</details>"))
  }

  @Test(arguments: [
    "<details>\n\na", "</details>\n\na", "<details open>\n\na\n\n</details>", "</details>\n\n<details>",
    "<details><summary><b>x</b></summary>\n\na\n\n</details>", "<details onclick=x>\n\n</details>",
    "- <details>\n\n</details>", "> <details>\n\na\n\n</details>",
    "<details><summary>\n\na</summary>\n\n</details>",
    "<sub>a", "a</sub>", "<sub onclick=x>a</sub>", "<sub><sup>a</sub></sup>", "<summary>a</summary>",
  ])
  func rawHTMLNeverBreaksThePage(text: String) throws {
    #expect(PageChecker(try page(text)).scripts == 1)
  }

  @Test func manyOpenDetailsAreCheap() throws {
    _ = try page(
      String(repeating: "<details>\n\n", count: 3_000) + String(repeating: "</details>\n\n", count: 3_000))
  }
}
