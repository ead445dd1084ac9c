import Drawing
import Figures
import Language
import NotebookFormat
import NotebookRunning
import Reporting

/// The pictures of a run, each drawn once in both themes.
struct PictureBook: Sendable {
  /// A figure at the size that its cell asks for, with the words of the cell.
  private struct Key: Hashable {
    let figure: Figure
    let altText: String?

    init(_ figure: Figure, _ options: CellOptions) {
      var figure = figure
      figure.width = options.figureWidth ?? figure.width
      figure.height = options.figureHeight ?? figure.height
      self.figure = figure
      altText = options.figureAlt
    }
  }

  private let pictures: [Key: FigurePicture]

  /// Draws every figure of the record.
  init(_ record: RunRecord, font: Font, _ watch: Watch) throws(DrawingError) {
    defer { watch.enter(nil) }
    let page = Page(record.notebook, face: record.face)
    var pictures: [Key: FigurePicture] = [:]
    for (cell, result) in zip(record.notebook.cells, record.cells) {
      let options = page.options(of: cell)
      watch.enter(.cell(cell.index))
      for case .figure(let figure) in result.outputs {
        let key = Key(figure, options)
        guard pictures[key] == nil else { continue }
        pictures[key] = try Self.picture(key, number: pictures.count + 1, font)
      }
    }
    self.pictures = pictures
  }

  /// The picture of a figure of the record.
  @Sendable func picture(_ figure: Figure, _ options: CellOptions) -> FigurePicture {
    guard let picture = pictures[Key(figure, options)] else {
      preconditionFailure("figure \(figure.drawingList.digest) was not drawn")
    }
    return picture
  }

  private static func picture(
    _ key: Key, number: Int, _ font: Font
  ) throws(DrawingError) -> FigurePicture {
    let list = key.figure.drawingList
    let altText = key.altText ?? key.figure.altText
    return FigurePicture(
      number: number, light: try png(list, theme: .light, altText: altText, font: font),
      dark: try png(list, theme: .dark, altText: altText, font: font),
      width: list.width, height: list.height, altText: altText,
      tables: key.figure.dataTables.map {
        TableOutput(title: $0.title, header: $0.header, inputCount: 0, rows: $0.rows, note: $0.note)
      })
  }
}

/// A figure in words, for records and events.
@Sendable func figureText(_ figure: Figure) -> FigureText {
  FigureText(altText: figure.altText, digest: figure.drawingList.digest)
}
