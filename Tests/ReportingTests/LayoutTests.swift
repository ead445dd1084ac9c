import NotebookFormat
import NotebookRunning
import Testing

@testable import Reporting

struct LayoutTests {
  private func page(
    _ cells: [(String, Role, CellRecord.Status)], face: Face, options: CellOptions = CellOptions()
  ) throws -> String {
    var fixture = GatesFixture()
    let blocks = cells.map { code, role, status in
      fixture.add(code, role: role, CellRecord(status: status, outputs: [.text("shown")]), options: options)
    }
    return try rendered(fixture.record(blocks, face: face))
  }

  @Test func studentSeesNoSolution() throws {
    let page = try rendered(gatesRecord(face: .student))
    #expect(!page.contains("not_solution"))
    #expect(!page.contains("The weight of NOT is negative"))
    #expect(!page.contains("LECTURER ONLY"))
    #expect(page.contains("The line has to pass between"))
  }

  @Test func solutionStandsInItsExercisesPlace() throws {
    let cells: [(String, Role, CellRecord.Status)] = [
      ("not_gate = ", .exercise(name: "not", milliPoints: nil, binds: nil), .leftOut),
      ("x = [1, 2, 3]", .plain, .ran),
      ("not_solution", .solution(exercise: "not"), .ran), ("hidden + 1", .hidden(exercise: "not"), .ran),
    ]
    let page = try page(cells, face: .solution)
    let places = ["cell-3", "cell-2", "cell-4"].map { page.firstRange(of: "id=\"\($0)\"")?.lowerBound }
    #expect(places == places.compactMap { $0 }.sorted())
    #expect(!page.contains("id=\"cell-1\""))
  }

  @Test func optionsHideWhatTheyName() throws {
    var options = CellOptions()
    options.echo = false
    let noEcho = try page([("hidden + 1", .plain, .ran)], face: .student, options: options)
    #expect(!noEcho.contains("hidden + 1") && noEcho.contains("shown</pre>"))
    options = CellOptions()
    options.showsOutput = false
    let noOutput = try page([("hidden + 1", .plain, .ran)], face: .student, options: options)
    #expect(noOutput.contains("hidden + 1") && !noOutput.contains("shown</pre>"))
    options = CellOptions()
    options.isIncluded = false
    #expect(
      try !page([("hidden + 1", .plain, .ran)], face: .student, options: options).contains("id=\"cell-1\""))
    #expect(
      try page([("hidden + 1", .plain, .failed)], face: .student, options: options).contains("id=\"cell-1\""))
    options = CellOptions()
    options.isEvaluated = false
    let notRun = try page([("hidden + 1", .plain, .leftOut)], face: .student, options: options)
    #expect(notRun.contains("hidden + 1") && !notRun.contains("shown</pre>"))
  }

  @Test func goodRunSaysSo() throws {
    let page = try page([("hidden + 1", .plain, .ran)], face: .student)
    #expect(page.contains("class=\"banner good\""))
    #expect(page.contains("All cells ran"))
    #expect(!page.contains("id=\"checks\""))
  }

  @Test(arguments: [
    (FrontMatter(title: "Given"), "Given", "h2"), (FrontMatter(), "Top", nil),
    (FrontMatter(title: ""), "Top", nil),
  ])
  func titleIsFoundOnce(frontMatter: FrontMatter, title: String, bodyTag: String?) throws {
    let fixture = GatesFixture()
    let prose = Prose(place: fixture.range("Prose."))
    let html = try rendered(fixture.record([prose.heading(1, "Top")], frontMatter: frontMatter))
    #expect(html.contains("<title>\(title)</title>"))
    #expect(html.contains("<h1>\(title)</h1>"))
    if let bodyTag { #expect(html.contains("<\(bodyTag) id=\"top-1\">Top")) }
  }

  /// The first heading is the title wherever it stands; one of the first level moves to the top.
  @Test(arguments: [(1, false), (2, true)]) func theFirstHeadingIsTheTitle(level: Int, stays: Bool) throws {
    let fixture = GatesFixture()
    let prose = Prose(place: fixture.range("Prose."))
    let html = try rendered(
      fixture.record([
        prose.paragraph(prose.text("Before.")), prose.heading(level, "Top"), prose.heading(2, "Second"),
      ]))
    #expect(html.contains("<title>Top</title>") && html.contains("<h1>Top</h1>"))
    // As a heading below the title it stays where it was written.
    #expect((html.ranges(of: ">Top<").count > 2) == stays, "\(html)")
  }

  @Test func fileNameIsTheLastResort() throws {
    #expect(try rendered(GatesFixture(path: "a/b.c/list 1.md").record([])).contains("<title>list 1</title>"))
    #expect(PageTitle.stem(of: ".md") == ".md")
    #expect(PageTitle.stem(of: "") == "")
  }

  @Test(arguments: [
    ("AND", "and"), ("Things that go wrong!", "things-that-go-wrong"), ("Część 2: σ(x)", "część-2-σx"),
    ("???", ""),
    ("a_b-c", "a_b-c"),
  ])
  func slugsAreGitHubs(title: String, slug: String) {
    #expect(PlaceName.slug(title) == slug)
  }

  @Test func idsAreGivenOnce() {
    var anchors = Anchors()
    #expect(
      ["a", "a", "a-1", "", "main", "a"].map { anchors.claim($0) } == [
        "a", "a-1", "a-1-1", "section", "main-1", "a-2",
      ])
  }
}
