import Figures
import Testing

@Suite struct DrawnFigureTests {
  private let figure = Figure.bars(["a", "b"], [1, 2])

  @Test func isDrawnAtTheSizeAskedFor() {
    let drawn = DrawnFigure(figure, width: 700)
    #expect(drawn.drawing == figure.sized(width: 700, height: nil).drawingList)
    #expect(drawn.drawing.width == 700 && drawn.figure.height == figure.height)
    #expect(DrawnFigure(figure).drawing == figure.drawingList)
    #expect(drawn.altText == figure.altText)
  }

  @Test func recordsHoldAtEverySize() {
    let digest = figure.drawingList.digest
    #expect(DrawnFigure(figure).digest == digest)
    #expect(DrawnFigure(figure, width: 700, height: 300).digest == digest)
    let other = figure.sized(width: 700, height: nil)
    #expect(DrawnFigure(figure, width: 700).standing(for: other).digest == other.drawingList.digest)
  }
}
