import Drawing
import Figures
import NotebookFormat
import NotebookRunning
import Synchronization
import Testing

@testable import Reporting

struct PictureBookTests {
  @Test func equalFiguresAreOnePicture() throws {
    var fixture = GatesFixture()
    var described = CellOptions()
    described.figureAlt = "in the words of the cell"
    let drawn = sampleFigure, other = DrawnFigure(drawn.figure, width: 600)
    fixture.add("# the table", CellRecord(status: .ran, outputs: [.figure(drawn), .figure(other)]))
    fixture.add("and_gate = ", CellRecord(status: .ran, outputs: [.figure(drawn)]))
    fixture.add("or_gate = ", CellRecord(status: .ran, outputs: [.figure(drawn)]), options: described)
    let font = try Font()
    let book = try PictureBook(fixture.record([]), font: font)
    let pictures = [
      book.picture(drawn, CellOptions()), book.picture(other, CellOptions()), book.picture(drawn, described),
    ]
    #expect(pictures.map(\.number) == [1, 2, 3])
    #expect(pictures.map(\.altText) == [drawn.altText, drawn.altText, "in the words of the cell"])
    #expect(pictures.map(\.width) == [drawn.drawing.width, 600, drawn.drawing.width])
    // A defect in painting is laid at the door of the cell whose figure it was.
    let entered = Mutex([Watch.Part?]())
    _ = try PictureBook(
      fixture.record([]), font: font,
      watch: Watch(defects: [:]) { part in entered.withLock { $0.append(part) } })
    let parts = entered.withLock { $0 }
    // The wide one is painted for phones, too.
    #expect(parts.count { $0 == .cell(0) } == 6 && parts.count { $0 == .cell(2) } == 2)
    #expect(parts.count { $0 == nil } == 8)
    #expect(pictures.map { $0.phone?.width } == [nil, Figure.phoneWidth, nil])
    let png = try png(other.drawing, theme: .dark, altText: drawn.altText, font: font)
    #expect(pictures[1].dark == png && pictures[1].light != png)
  }

  @Test func theFramesOfAFilmArePictures() throws {
    var fixture = GatesFixture()
    let panels = ["epoch 0, loss 0.7", "epoch 9, loss 0.1"].map {
      Figure(title: $0, content: sampleFigure.figure.content)
    }
    let drawn = DrawnFigure(
      Figure.grid(panels, title: "Learning").filmed(
        FilmTrack(epochs: [0, 9], losses: (1...9).map { 1 / Double($0) })))
    fixture.add("# the table", CellRecord(status: .ran, outputs: [.figure(drawn)]))
    let book = try PictureBook(fixture.record([]), font: try Font())
    let film = try #require(book.picture(drawn, CellOptions()).film)
    #expect(film.title == "Learning" && film.frames.map(\.title) == panels.map(\.title))
    #expect(film.frames.allSatisfy { !$0.picture.light.isEmpty && $0.picture.width == 300 })
  }
}
