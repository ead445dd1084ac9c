import CourseLibrary
import Diagnostics
import Figures
import Language
import Syntax
import Testing

/// Figures of very much: they are drawn, with what can be seen of it.
@Suite struct LargeFigureTests {
  private func figure(_ text: String) throws -> Figure {
    let (program, _) = parse(SourceText(whole: SourceFile(path: "example.nn", text: text)))
    var evaluator = Evaluator(library: .course, mode: .run, scope: Scope())
    try evaluator.evaluate(program)
    let figure: Figure? = if case .figure(let drawn)? = evaluator.outputs.last { drawn.figure } else { nil }
    return try #require(figure)
  }

  private func words(_ figure: Figure) -> Int {
    figure.drawingList().elements.count { if case .text = $0 { true } else { false } }
  }

  @Test func manyLinesAreDrawnWithoutTheirNames() throws {
    let few = try figure("lines(regular_polygon(6))")
    let many = try figure("lines(regular_polygon(900))")
    // A line with its arrow and label counts as ten points.
    #expect(many.partCount == 10 * 900)
    // The numbers at the axes stay.
    #expect((4...words(few)).contains(words(many)))
    #expect(many.drawingList().elements.count < 1000)
  }

  @Test func labelsOfMoreThanAHundredValuesAreShades() throws {
    let shaded = try figure("scatter(normal(size=[3000, 2]), normal(size=3000))")
    #expect(shaded.partCount == 3000)
    #expect(words(shaded) < 60)
    let classes = try figure("scatter([0, 0; 1, 1; 2, 0], [0, 1, 1])")
    let plane: Plane? = if case .plane(let shown) = classes.content { shown } else { nil }
    #expect(plane?.marks.count == 2)
  }

  @Test(arguments: [
    "diagram(input(2000) -> dense(2000))", "heat(input(2) -> dense(65))",
    "activations(\(Array(repeating: "tanh", count: 65).joined(separator: ", ")))",
  ])
  func whatHasNoRoomInAFigureIsSaid(text: String) {
    let (program, _) = parse(SourceText(whole: SourceFile(path: "example.nn", text: text)))
    var evaluator = Evaluator(library: .course, mode: .check, scope: Scope())
    #expect(throws: Never.self) { try evaluator.evaluate(program) }
    #expect(evaluator.diagnostics.map(\.kind) == [.tableTooLarge])
  }

  @Test func aDiagramHasTheWeightsOfEveryLayer() throws {
    let drawn = try figure("diagram(input(3) -> dense(40, tanh) -> dense(2))")
    let diagram: NetworkDiagram? = if case .diagram(let shown) = drawn.content { shown } else { nil }
    #expect(diagram?.weights.map { [$0.count, $0[0].count] } == [[3, 40], [40, 2]])
    #expect(drawn.partCount == 3 + 40 + 2 + 3 * 40 + 40 * 2)
  }
}
