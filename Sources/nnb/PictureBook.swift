import Drawing
import Figures
import Language
import NotebookRunning
import Reporting

/// The pictures of a run, drawn once in both themes.
struct PictureBook: Sendable {
  private let pictures: [String: FigurePicture]

  /// Draws every figure of the record.
  init(_ record: RunRecord, font: Font) throws(DrawingError) {
    var pictures: [String: FigurePicture] = [:]
    for case .figure(let figure) in record.cells.flatMap(\.outputs) {
      let list = figure.drawingList
      let altText = figure.altText
      pictures[list.digest] = FigurePicture(
        light: try png(list, theme: .light, altText: altText, font: font),
        dark: try png(list, theme: .dark, altText: altText, font: font),
        width: list.width, height: list.height, altText: altText,
        tables: figure.dataTables.map {
          TableOutput(title: $0.title, header: $0.header, inputCount: 0, rows: $0.rows, note: $0.note)
        })
    }
    self.pictures = pictures
  }

  /// The picture of a figure of the record.
  @Sendable func picture(_ figure: Figure) -> FigurePicture {
    let digest = figure.drawingList.digest
    guard let picture = pictures[digest] else { preconditionFailure("figure \(digest) was not drawn") }
    return picture
  }
}

/// A figure in words, for records and events.
@Sendable func figureText(_ figure: Figure) -> FigureText {
  FigureText(altText: figure.altText, digest: figure.drawingList.digest)
}
