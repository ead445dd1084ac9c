import Testing
import Wording

@testable import Figures

@Test func altTextStatesTheFacts() {
  #expect(
    SampleFigures.and.altText() == """
      Decision regions of and_gate over x₁ from −0.5 to 1.5 and x₂ from −0.5 to 1.5: class 0 covers 71.9 %, \
      in the middle; class 1 covers 28.1 %, upper right; class 0 at (0, 0), (0, 1), (1, 0); class 1 at (1, 1).
      """)
  #expect(
    SampleFigures.xor.altText().contains(
      "the line h₁: x₁ + x₂ = 0.5, which fires towards larger x₁ and larger x₂"))
}

@Test(arguments: [
  ("xor", "XOR with two hidden units: decision regions over x₁ from"),
  ("lines", "The first layer: lines of units over x₁ from"), ("scatter", "Scatter plot over hours from"),
])
func altTextSaysWhatThePictureIs(name: String, start: String) throws {
  let figure = try #require(SampleFigures.all.first { $0.name == name }).figure
  #expect(figure.altText().hasPrefix(start))
}

@Test func altTextIsBounded() {
  let many = (0..<500).map {
    HalfPlaneLine(w: (1, 0), threshold: Double($0) / 500, label: "unit number \($0)")
  }
  let figure = Figure.lines(many, x: Axis("x", .boolean), y: Axis("y", .boolean))
  #expect(figure.altText().count <= 700)
  #expect(figure.altText().contains("unit number 3"))
}

@Test func dataTablesAreBoundedAndSaySo() throws {
  let points = (0..<1000).map { PlanePoint(Double($0), -0.5) }
  let figure = Figure.scatter(
    [PointSeries("all", classIndex: 0, points: points)], x: Axis("n", .around([0, 999])),
    y: Axis("y", .boolean))
  let table = try #require(figure.dataTables().first)
  #expect(table.title == "all")
  #expect(table.header == ["n", "y"])
  #expect(table.rows.count == 200)
  #expect(table.rows[7] == ["7", "−0.5"])
  #expect(table.note(.english) == "… and 800 more rows")
}

@Test(arguments: [
  ("a\nb\u{1b}[31mc", "a b [31mc"), ("\u{202e}abc\u{200b}", "abc"), (String(repeating: "x", count: 90), "…"),
  ("e" + String(repeating: "\u{301}", count: 10_000), "…"),
])
func studentsTextIsMadeSafe(text: String, expected: String) {
  let label = Axis(text, .boolean).label
  #expect(expected == "…" ? label.hasSuffix("…") : label == expected)
  #expect(label.count <= 80)
  #expect(label.unicodeScalars.count <= 640 + 1)
}

@Test func classesWithoutPointsAreNamedInTheLegend() {
  let words = SampleFigures.map(classNames: ["low", "high"]) { $0.x > 0.5 ? 1 : 0 }
  let figure = Figure.regions(words, xLabel: "a", yLabel: "b")
  let texts = figure.drawingList().textBoxes.map(\.words)
  #expect(texts.contains("low") && texts.contains("high"))
  #expect(!SampleFigures.scatter.drawingList().textBoxes.isEmpty)
}

@Test func linesOfALayerShareATable() throws {
  let tables = SampleFigures.xor.dataTables()
  #expect(tables.map(\.title) == ["Regions", "Lines w·x = T", "class 0", "class 1"])
  #expect(tables[1].header == ["line", "w for x₁", "w for x₂", "T"])
  #expect(
    tables[1].rows == [["h₁: x₁ + x₂ = 0.5", "1", "1", "0.5"], ["h₂: −x₁ − x₂ = −1.5", "−1", "−1", "−1.5"]])
  #expect(tables[1].note(.english) == nil)
}

@Test func whatThePlaneDoesNotShowIsSaid() {
  let figure = Figure.lines(
    [HalfPlaneLine(w: (1, 0), threshold: 9, label: "far: x = 9")],
    points: [PointSeries("p", classIndex: 0, points: [PlanePoint(0, 0), PlanePoint(7, 7)])],
    x: Axis("x", .boolean), y: Axis("y", .boolean))
  #expect(figure.altText().contains("the line far: x = 9, outside the plane shown"))
  #expect(figure.altText().contains("p at (0, 0), (7, 7) (1 outside the plane shown)"))
  #expect(figure.drawingList().textBoxes.map(\.words).contains("far: x = 9 (outside)"))
}

/// The words that a figure writes itself, in another language.
@Suite struct FigureLanguageTests {
  /// What the samples are made with; the language of that is that of the call that makes a figure.
  private static let given: Set<Phrase> = [
    .epoch, .loss, .validation, .function, .derivative, .count, .output, .inputLayer, .linear, .weights,
    .weight, .outputLayer,
  ]

  /// The English words of the table that another language writes otherwise.
  private static let english = Set(
    Phrase.allCases.filter { $0.texts.english != $0.texts.polish && !given.contains($0) }
      .flatMap { $0.texts.english.split(separator: "|").map(String.init) })

  @Test(arguments: SampleFigures.all.map(\.name)) func aPolishFigureHasNoEnglishWordOfOurs(name: String)
    throws
  {
    let titled = try #require(SampleFigures.all.first { $0.name == name }).figure
    let sample = Figure(title: "", content: titled.content)
    let polish = Words(.polish), tables = sample.dataTables(in: polish)
    let words =
      sample.drawingList(in: polish).textBoxes.map(\.words)
      + tables.flatMap { [$0.title] + $0.header + [$0.note(polish) ?? ""] }
    #expect(words.filter { Self.english.contains($0) } == [])
    // The titles of the panels of a grid are the author's.
    guard name != "grid" else { return }
    let alt = sample.altText(in: polish)
    let found = alt.firstMatch(of: /\b(and|from|over|of|which|at|more)\b/)
    #expect(found == nil, "\(alt)")
  }

  @Test func whatAFigureIsMadeWithHasTheLanguageOfItsCall() {
    let polish = Words(.polish)
    let losses = Figure.losses([LossHistory("r", losses: [2, 1], validation: [3, 2])], words: polish)
    let words = losses.drawingList(in: polish).textBoxes.map(\.words)
    #expect(["epoka", "strata", "walidacja"].allSatisfy(words.contains))
    let histogram = Figure.histogram([1, 2, 2], words: polish).drawingList(in: polish).textBoxes.map(\.words)
    #expect(histogram.contains("liczność"))
    let empty = Figure.plot(
      series: [PlotSeries("f", points: [PlanePoint(1, .nan)])], x: AxisRange(0, 1), words: polish)
    #expect(empty.drawingList(in: polish).textBoxes.contains { $0.words.hasPrefix("nie ma co rysować") })
  }

  @Test func aDrawnFigureKeepsItsLanguage() {
    let drawn = DrawnFigure(SampleFigures.diagram, words: Words(.polish))
    #expect(drawn.altText == SampleFigures.diagram.altText(in: Words(.polish)))
    #expect(drawn.drawing == SampleFigures.diagram.drawingList(in: Words(.polish)))
    #expect(drawn.dataTables.map(\.table.title) == ["Wagi", "Neurony"])
  }
}
