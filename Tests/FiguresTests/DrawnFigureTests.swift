import Figures
import Testing

@Suite struct DrawnFigureTests {
  private let figure = Figure.bars(["a", "b"], [1, 2])

  @Test func isDrawnAtTheSizeAskedFor() {
    let drawn = DrawnFigure(figure, width: 700)
    #expect(drawn.drawing == figure.sized(width: 700, height: nil).drawingList())
    #expect(drawn.drawing.width == 700 && drawn.figure.height == figure.height)
    #expect(DrawnFigure(figure).drawing == figure.drawingList())
    #expect(drawn.altText == figure.altText())
  }

  @Test func recordsHoldAtEverySize() {
    let digest = figure.drawingList().digest
    #expect(DrawnFigure(figure).digest == digest)
    #expect(DrawnFigure(figure, width: 700, height: 300).digest == digest)
    let other = figure.sized(width: 700, height: nil)
    #expect(DrawnFigure(figure, width: 700).standing(for: other).digest == other.drawingList().digest)
  }

  /// The numbers beside a plane can become wider with the last change of its height: the name of the axis has room.
  @Test func wordsStayOnThePaper() {
    for width in stride(from: 220, through: 480, by: 10) {
      for figure in [SampleFigures.and, SampleFigures.xor] {
        for case .text(let text, _) in DrawnFigure(figure, width: width).drawing.elements {
          let left = text.direction == .upward ? text.start.x - text.size * 3 / 4 : text.start.x
          #expect(left >= 0, "\(text.words) at \(width)")
        }
      }
    }
  }
}
