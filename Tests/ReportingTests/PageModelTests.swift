import Wording
import CourseLibrary
import Diagnostics
import Formulas
import Language
import NotebookFormat
import NotebookRunning
import TestSupport
import Testing

@testable import Reporting

private func record(_ text: String, face: Face? = nil) -> RunRecord {
  let (notebook, form) = readNotebook(SourceFile(path: "a.md", text: text), files: .none)
  return withDeepStack { Session(notebook, diagnostics: form, face: face, library: .course).run() }
}

private func model(_ text: String, face: Face? = nil) -> PageModel {
  PageBuilder(
    record(text, face: face), pictures: { _, _ in samplePicture }, highlighter: sampleHighlighter
  ).model()
}

private func cell(_ code: String) throws -> PageCell {
  try #require(model("```nn\n\(code)\n```\n").cells.first)
}

/// What stands where on a page, whatever form it is written in.
struct PageModelTests {
  @Test func severalValuesNameTheirExpressions() throws {
    let outputs = try cell("x = 2\nx + 1\n[1,\n 2]\n\"t\"").outputs
    #expect(outputs.map(\.expression) == ["x + 1", "[1, 2]", "\"t\""])
    #expect(try cell("x = 2\nx + 1").outputs.map(\.expression) == [nil])
    #expect(try cell("plot([1, 2])\n3").outputs.map(\.expression) == [nil, nil])
  }

  @Test func checksThatHoldStandBesideTheirLine() throws {
    let cell = try cell("# one\ncheck 1 < 2\ncheck \"named\": 1 < 2\ncheck 3 < 2\ncheck 2 <\n  3")
    #expect(cell.code?.ticks.mapValues(\.count) == [1: 1, 5: 1])
    let texts = cell.outputs.compactMap { if case .check(let check) = $0.kind { check.text } else { nil } }
    #expect(texts == ["named", "3 < 2"])
  }

  @Test func hiddenCodeLeavesItsChecksAsRows() throws {
    #expect(try cell("#| echo: false\ncheck 1 < 2").outputs.count == 1)
    #expect(try cell("#| code-fold: true\ncheck 1 < 2").outputs.count == 1)
  }

  @Test func figuresAndTablesOfACellHaveLetters() throws {
    let captions = try cell("#| fig-cap: F\n#| tbl-cap: T\nplot([1, 2])\n[1, 2]\nplot([2, 3])\n[3, 4]")
      .outputs
      .compactMap(\.caption)
    #expect(captions.map(\.part) == ["a", "a", "b", "b"])
    #expect(captions.map(\.isWhole) == [false, true, true, false])
    #expect(try cell("#| fig-cap: F\nplot([1, 2])").outputs.map(\.caption?.part) == [nil])
  }

  @Test func theSameWarningIsOneBox() {
    let links = "[a](javascript:a) [b](javascript:b)\n\n[c](ftp:c)\n"
    let solution = model(links, face: .solution).remarks
    #expect(solution.count == 1 && solution.first?.others.count == 2)
    #expect(solution.first?.others.map { $0.message == nil } == [true, false])
    // Who only fills the page in cannot mend its links.
    #expect(model(links, face: .student).remarks.isEmpty)
    let errors = model("```nn\n#| labell: a\n1\n```\n\n```nn\n#| labell: b\n1\n```\n", face: .student).remarks
    #expect(errors.count == 1 || errors.allSatisfy { $0.others.isEmpty })
  }

  @Test func aLineWithSeveralMarksStandsOnce() throws {
    let outputs = try cell("x = [1, 2, 3] @ [1, 2]").outputs
    let lines = outputs.flatMap { output -> [MarkedLine] in
      if case .remark(let remark) = output.kind { MarkedLine.lines(of: remark.diagnostic) } else { [] }
    }
    #expect(lines.count == 1)
    #expect(lines[0].pieces.map(\.text).joined() == "x = [1, 2, 3] @ [1, 2]")
    #expect(lines[0].pieces.filter { $0.mark != nil }.map(\.text) == ["[1, 2, 3]", "@", "[1, 2]"])
  }

  @Test func aLongLineIsShownWhole() throws {
    let code = "x = sigmoid(" + String(repeating: "1 + ", count: 200) + "unknown, epochs=1000)"
    let lines = try cell(code).outputs.flatMap { output -> [MarkedLine] in
      if case .remark(let remark) = output.kind { MarkedLine.lines(of: remark.diagnostic) } else { [] }
    }
    #expect(lines.contains { $0.pieces.map(\.text).joined() == code })
    let longer = try cell("x = unknown + " + String(repeating: "1 + ", count: 2_000) + "1").outputs
    let text = longer.flatMap { output -> [MarkedLine.Piece] in
      if case .remark(let remark) = output.kind {
        MarkedLine.lines(of: remark.diagnostic).flatMap(\.pieces)
      } else {
        []
      }
    }.map(\.text).joined()
    #expect(text.count < 1_100 && text.hasSuffix("…"))
  }

  @Test func theContentsNameTheExercises() throws {
    let html = try rendered(
      record(
        "# A\n\n## B\n\n```nn\n#| exercise: or\nx = 2\n```\n\n```nn\n#| tests: or\ncheck x == 2\n```\n\n"
          + "```nn\n#| exercise: not\ny = ?\n```\n"))
    #expect(
      html.contains("Exercise or <span class=\"mark\" role=\"img\" aria-label=\"all checks hold\">✓</span>"))
    #expect(html.contains("Exercise not <span class=\"mark\" role=\"img\" aria-label=\"open\">○</span>"))
  }

  @Test func theBannerNamesCellLineAndError() throws {
    let html = try rendered(
      record("# A\n\n```nn\n#| label: first\nx = 1\ncheck x == 2\n```\n\n```nn\ny = z\n```\n"))
    #expect(html.contains("<a href=\"#cell-1\">first, line 6</a>: x == 2: 1 == 2 is false</li>"))
    #expect(html.contains("<a href=\"#cell-2\">cell 2, line 10</a>: "))
  }

  @Test func onlyFormulasBringTheirFont() throws {
    let with = try rendered(record("$x$\n"))
    #expect(with.contains("font-src data:") && with.contains("@font-face"))
    let without = try rendered(record("x\n"))
    #expect(!without.contains("font-src") && !without.contains("@font-face"))
    let font = try #require(projectTemplates().mathFont)
    #expect(font.parts.allSatisfy { $0.bytes.count * 4 / 3 <= 90_000 })
    #expect(
      try !with.contains("unicode-range") && rendered(record("$\\mathfrak{g}$\n")).contains("unicode-range"))
  }

  /// What a page holds of the font, by its formulas: at most 90 KB for all that one lecture needs.
  @Test(arguments: [
    (1, #"x_1 + \sum_i w_i x_i \ge \Delta - T, \; \Pi"#), (2, #"\sigma(z) = \partial"#),
    (3, #"\mathbf{W}\mathbf{x}"#),
    (2, #"\mathbb{R}"#), (2, #"\mathrm{\mu}"#), (3, #"\alpha \leadsto \beta"#),
    (
      7,
      #"\mathfrak{g} \colon \mathcal{L}(\theta) \lesssim \mathbb{E}[\mathbf{x}] \hookrightarrow \bigotimes_k V_k"#
    ),
  ]) func aPageHoldsThePartsThatItsFormulasNeed(count: Int, tex: String) throws {
    let page = try rendered(record("$\(tex)$\n"))
    #expect(page.components(separatedBy: "@font-face").count - 1 == count)
    let data = page.components(separatedBy: "base64,").dropFirst().compactMap {
      $0.split(separator: ")").first
    }
    #expect(data.map(\.utf8.count).reduce(0, +) <= 90_000)
  }

  /// Whatever a formula can hold is in one of the parts of the font, or is one of these few: Latin Modern Math
  /// has them not, and a browser takes them from the reader's own fonts.
  @Test func theFontHasEverySignOfFormulas() throws {
    let missing: Set<Unicode.Scalar> = [
      "½", "ϝ", "ϰ", "ℊ", "ℯ", "ℴ", "⇠", "⇢", "⋔", "⎰", "⎱", "╱", "╲", "▹", "◃", "★", "⧫", "⩞", "⩴", "⫅", "⫆",
      "⫫",
    ]
    let font = try #require(projectTemplates().mathFont)
    let ranges = font.parts.flatMap(\.characters)
    var signs: Set<Unicode.Scalar> = []
    for source in Repository.files(below: "Sources/Formulas", suffix: ".swift") {
      signs.formUnion(try Repository.text(source).unicodeScalars.filter { !$0.isASCII })
    }
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    for style in ["mathbf", "mathbb", "mathcal", "mathfrak", "mathsf", "mathtt", "boldsymbol"] {
      // Small letters of `\mathcal` are in no part of the font.
      let markup = Formula(tex: "\\\(style){\(style == "mathcal" ? letters.uppercased() : letters)}").mathML(
        isDisplayed: false)
      signs.formUnion(markup.unicodeScalars.filter { !$0.isASCII })
    }
    let absent = signs.filter { sign in !ranges.contains { $0.contains(sign.value) } }
    #expect(absent.subtracting(missing).map { "\($0)" }.sorted() == [])
  }
}

/// Words, numbers and data as a page has them.
struct PageTextTests {
  @Test(arguments: Phrase.allCases) func everyPhraseHasBothLanguages(phrase: Phrase) {
    let (english, polish) = phrase.texts
    let forms = english.split(separator: "|")
    #expect(!polish.isEmpty && (1...2).contains(forms.count))
    let values = polish.count { $0 == "%" }
    #expect(forms.allSatisfy { $0.count { $0 == "%" } == values })
  }

  @Test func aPolishPageHasNoEnglishWordOfOurs() throws {
    let text =
      "---\nlang: pl\n---\n# A {#sec-a}\n\n> [!NOTE]\n> b\n\n@sec-a\n\n```nn\n#| exercise: or\n#| points: 1\nx = ?\n```\n"
    let html = try rendered(record(text))
    #expect(html.contains("<html lang=\"pl\">"))
    for phrase in Phrase.allCases where phrase.texts.english != phrase.texts.polish {
      for form in phrase.texts.english.split(separator: "|") where form.count > 8 && !form.contains("%") {
        #expect(!html.contains(">\(form)<"), "\(form)")
      }
    }
    #expect(html.contains("Zadanie") && html.contains("Do zrobienia") && html.contains("Uwaga"))
  }

  @Test func aPolishPageSaysWhatIsWrongInPolish() throws {
    let text = """
      ---
      lang: pl
      ---
      ```nn
      table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
      gate = perceptron(w=[1, 1], T=0.5)
      check gate == AND
      check separable(AND).T == 7
      ```

      ```nn
      #| error: true
      v = [1, 2] + [1, 2, 3]
      ```

      ```nn
      v
      ```

      """
    let html = try rendered(record(text))
    for words in [
      "różnice w wierszach: 2 z 4", "1.5 == 7 nie zachodzi", "[2] i [3] nie pasują do siebie", "Pominięto",
      "ale komórka 2 zawiera błąd",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(!html.contains("lang=\"en\""))
  }

  /// The YAML library's own words.
  @Test func whatHasNoPolishWordsIsMarkedAsEnglish() throws {
    let html = try rendered(record("---\nlang: pl\n---\n```nn\n#| points: a: b\n1\n```\n"))
    #expect(html.contains("<span lang=\"en\">this is not YAML: mapping values"))
  }

  @Test(arguments: [
    (667, "⅔ of a point"), (333, "⅓ of a point"), (1000, "1 point"), (2500, "2.5 points"),
    (2667, "2⅔ points"),
  ])
  func thirdsOfAPointAreFractions(milli: Int, text: String) {
    #expect(Words.english.worth(milli) == text)
  }

  @Test(arguments: [
    (["1", "-2.5", "10.25"], ["\u{2007}1\u{2008}\u{2007}\u{2007}", "−2.50", "10.25"]),
    (
      ["0.333333", "1234.5"], ["\u{2007}\u{2007}\u{2007}0.333333", "1234.50\u{2007}\u{2007}\u{2007}\u{2007}"]
    ),
    (["a", "-1"], ["a", "−1"]), (["1e-05", "2"], ["1×10⁻⁵", "2"]), (["-1"], ["−1"]),
    (["x-1", "-inf"], ["x-1", "−inf"]),
    (["(0, -1) (0.5, 1)", "f(a, b)"], ["(0,\u{a0}−1) (0.5,\u{a0}1)", "f(a, b)"]),
  ])
  func numbersStandAtTheirPoint(cells: [String], texts: [String]) {
    #expect(NumberColumn(cells).texts == texts)
  }

  @Test func dataOfOneAxisIsOneTable() {
    func table(_ name: String, _ values: [String]) -> TableOutput {
      TableOutput(
        title: name, header: ["x", "y"], inputCount: 0, rows: zip(0..., values).map { ["\($0)", $1] })
    }
    let numbers = (0..<100).map { "\(Double($0) / 7)" }
    let folds = DataFold.tables([table("a", numbers), table("b", numbers), table("c", ["1"])])
    #expect(folds.count == 2)
    #expect(folds[0].shown.header == ["x", "a", "b"] && folds[0].shown.rows.count == 20)
    #expect(folds[0].shown.rows[1] == ["5", "0.7143", "0.7143"] && folds[0].omitted == 80)
    #expect(folds[0].csv?.split(separator: "\n").count == 101)
  }

  @Test func copiedDataIsReadByPrograms() {
    let rows = [["−5", "−6.25×10⁻⁸", "(0, −1)"], ["0.123456", "1.5×10¹²", "−x"]]
    let fold = DataFold.tables([TableOutput(header: ["x", "y", "z"], inputCount: 0, rows: rows)])[0]
    #expect(fold.csv == "x,y,z\n-5,-6.25e-8,\"(0, −1)\"\n0.123456,1.5e12,−x")
    #expect(fold.shown.rows[1][0] == "0.1235")
    let whole = DataFold.tables([TableOutput(header: ["x"], inputCount: 0, rows: [["1"], ["-2"]])])[0]
    #expect(whole.csv == nil)
  }

  @Test func copiedDataRunsInNoSpreadsheet() {
    let folds = DataFold.tables([
      TableOutput(header: ["=1+1", "a,\"b"], inputCount: 0, rows: [["-1.5", "-x"], ["@a", "2"]])
    ])
    #expect(folds[0].csv == "'=1+1,\"a,\"\"b\"\n-1.5,'-x\n'@a,2")
  }
}
