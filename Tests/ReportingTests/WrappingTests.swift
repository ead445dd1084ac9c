import CourseLibrary
import Diagnostics
import NotebookFormat
import NotebookRunning
import TestSupport
import Testing
import Wording

@testable import Reporting

/// Where lines of a page may be parted, and what language its results have.
struct WrappingTests {
  private func run(_ text: String, files: [String: [UInt8]] = [:]) -> RunRecord {
    let course = CourseFiles { path, _ throws(CourseFiles.Refusal) in
      guard let bytes = files[path] else { throw .world(.notFound(path: path)) }
      return bytes
    }
    let (notebook, form) = readNotebook(SourceFile(path: "a.md", text: text), files: course)
    return withDeepStack { Session(notebook, diagnostics: form, face: nil, library: .course).run() }
  }

  private func page(_ text: String, files: [String: [UInt8]] = [:]) throws -> String {
    let html = try rendered(run(text, files: files))
    #expect(PageChecker(html).problems == [])
    return html
  }

  @Test(arguments: [
    ("Take $a$.\n", "<span class=\"n\"><math", "</math>.</span>"),
    ("Take ($a$, $b$), $c$ d\n", "<span class=\"n\">(<math", "</math>,</span> <span class=\"n\"><math"),
    ("Take „$a$” d\n", "„<math", "</math>”</span> d"),
  ])
  func punctuationIsHeldToItsFormula(text: String, opening: String, closing: String) throws {
    let html = try page(text)
    #expect(html.contains(opening) && html.contains(closing))
  }

  @Test func aFormulaAmongWordsNeedsNoSpan() throws {
    #expect(try page("Take $a$ now\n").contains("<p>Take <math"))
  }

  /// The lines of a product of sums stand in the box of the result, and their brackets have one size.
  @Test(arguments: [("cnf", 13), ("dnf", 5)])
  func aNormalFormIsPartedBetweenItsTerms(form: String, pieces: Int) throws {
    let html = try page(
      "```nn\ntable F(a, b, c, d -> y) { on 0011, 0101, 1001, 1111 }\n\(form)(F)\n\(form)(F)\n```\n")
    let box = try #require(html.split(separator: "<div class=\"shown\">").dropFirst().first)
    let lines = try #require(box.firstMatch(of: /<div class="math-lines">(.*?)<\/div>/)?.output.1)
    #expect(lines.ranges(of: "<math displaystyle=\"true\">").count == pieces)
    #expect(!lines.contains(/stretchy="true"[^>]*>[()]/))
  }

  @Test func aShortFormulaIsOnePiece() throws {
    let html = try page("```nn\ntable F(a, b -> y) { on 11, 00 }\ncnf(F)\n```\n")
    #expect(html.contains("<math display=\"block\">") && !html.contains("class=\"math-lines\""))
  }

  /// Beside its first line code has a button.
  @Test func theFirstLineHasLessRoom() throws {
    let html = try page("```nn\nf(x, y) = 100*x^2 - 20*x*y + 3\ng(x, y) = 100*x^2 - 20*x*y + 3\n```\n")
    #expect(html.ranges(of: "<span class=\"l\">").count == 1)
  }

  @Test func whatIsTooLongForAPhonePartsBehindItsBrackets() throws {
    func parts(_ text: String) -> Int {
      let bytes = Array(text.utf8)
      var highlights = bytes.indices.filter { "()".utf8.contains(bytes[$0]) }.map {
        Highlight($0..<$0 + 1, .operator)
      }[...]
      return CodeLine(bytes, 0..<bytes.count, &highlights, room: 36).pieces.count(where: \.canPart)
    }
    #expect(parts("f(x) = sigmoid(sigmoid(sigmoid(sigmoid(sigmoid(x)))))") == 5)
    #expect(parts("f(x) = sigmoid(x) + sigmoid(x) + sigmoid(x) + sigmoid(x)") == 0)
  }

  @Test(arguments: [("width=50%", "width:min(100%,max(50%,304px))"), ("width=90px", "width:90px")])
  func aPictureKeepsItsWidthOnAPhone(size: String, style: String) throws {
    let html = try page("![a](a.png){\(size)}\n", files: ["a.png": PictureHead.png(width: 2, height: 3)])
    #expect(html.contains("style=\"\(style)\""))
  }

  @Test func classesInAHeadHaveTrueMinusSigns() throws {
    let html = try page(
      "```nn\ntable T(x -> y) { (1): 1, (2): -1 }\nnet f(x[1]) { x[1] - 1.5 }\nconfusion(f, T)\n```\n")
    #expect(html.contains("scope=\"col\">−1</th>"))
  }

  /// One of each result that has words of the program.
  private let results = """
    ---
    lang: pl
    ---

    ```nn
    table AND(x1, x2 -> y) { on 11 }
    AND
    r = train(input(2) -> dense(1, sigmoid), AND, loss=bce, opt=sgd(0.5), epochs=3)
    r
    s = train(input(2) -> dense(1, sigmoid), AND, loss=bce, opt=sgd(0.5), epochs=3, stop=below(9))
    s
    compare(r, s)
    compare(r, r)
    perceptron_rule(AND)
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    perceptron_rule(XOR)
    summary(r.net)
    split(AND, 0.5)
    confusion(r.net, AND)
    separable(AND)
    separable(XOR)
    smallest_net(AND)
    smallest_net(XOR)
    cells(polygon([0, 0; 2, 0; 0, 2]), x=-1..3, y=-1..3)
    f(x) = x
    g(x) = x^2
    failure_windows(f, g, within=0.1)
    failure_windows(f, f, within=0.1)
    playground("#dataset=xor")
    ```

    """

  @Test func resultsHaveTheLanguageOfThePage() throws {
    let html = try page(results)
    for words in [
      "pozostałe wiersze (3) mają 0", "uczenie: parametry: 3, wiersze: 4, epoki: 3, kroki: 3;",
      "strata spadła poniżej 9", "wykonano wszystkie epoki", ">epoka</th>", ">ustawienie</th>",
      "strata po ostatniej epoce", "epoka bez błędu", "kolejne epoki kończą się na przemian tymi wagami",
      ">warstwa</th>", "parametry razem: 3", "train: wiersze: 2", "odpowiedź</th>", "dobrze: ",
      "tak: prosta x1 + x2 = 1.5", "nie: 00 + 11 = 01 + 10", "Wystarczy jeden neuron.",
      "Neurony ukryte: 2", ">wierzchołki</th>", "różnica większa niż 0.1", "nigdzie nie różnią się",
      "punkty i wagi inne",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    // Names of fields are the language's own.
    let own: Set<Phrase> = [
      .gives, .parameters, .data, .to, .from, .units, .linear, .epochs, .loss, .points, .dataPoints,
    ]
    for phrase in Phrase.allCases where phrase.texts.english != phrase.texts.polish && !own.contains(phrase) {
      for form in phrase.texts.english.split(separator: "|") where form.count > 4 && !form.contains("%") {
        #expect(!html.contains(">\(form)<"), "\(form)")
      }
    }
  }

  @Test(arguments: [("en", "row 1", "row 2"), ("pl", "wiersz 1", "wiersz 2")])
  func rowsWithoutANameAreCounted(language: String, first: String, second: String) throws {
    let record = run("---\nlang: \(language)\n---\n\n```nn\nplot([1, 2; 2, 1])\n```\n")
    guard case .figure(let drawn)? = record.cells.first?.outputs.first else {
      Issue.record("no figure")
      return
    }
    #expect(drawn.altText.contains(first + " ") && drawn.altText.contains(second + " "))
  }
}
