import Dispatch
import Drawing
import Figures
import Language
import NotebookFormat
import NotebookRunning
import Reporting
import Synchronization

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
    var keys: [Key] = []
    var places: [Key: Int] = [:]
    for (cell, result) in zip(record.notebook.cells, record.cells) {
      let options = page.options(of: cell)
      watch.enter(.cell(cell.index))
      for case .figure(let figure) in result.outputs {
        let key = Key(figure, options)
        guard places[key] == nil else { continue }
        places[key] = keys.count
        keys.append(key)
      }
    }
    let drawn = try Self.pictures(keys, font)
    pictures = places.mapValues { drawn[$0] }
  }

  /// The picture of a figure of the record.
  @Sendable func picture(_ figure: Figure, _ options: CellOptions) -> FigurePicture {
    guard let picture = pictures[Key(figure, options)] else {
      preconditionFailure("figure \(figure.drawingList.digest) was not drawn")
    }
    return picture
  }

  /// Draws on as many cores as there are: a picture takes longer than most cells.
  private static func pictures(_ keys: [Key], _ font: Font) throws(DrawingError) -> [FigurePicture] {
    let lists = keys.map(\.figure.drawingList), altTexts = keys.map { $0.altText ?? $0.figure.altText }
    let themes: [Theme] = [.light, .dark]
    let count = keys.count * themes.count
    let files = Mutex([Result<[UInt8], DrawingError>](repeating: .success([]), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let (key, theme) = (index / themes.count, themes[index % themes.count])
      let file = Result { () throws(DrawingError) in
        try png(lists[key], theme: theme, altText: altTexts[key], font: font)
      }
      files.withLock { $0[index] = file }
    }
    let made = files.withLock { $0 }
    var pictures: [FigurePicture] = []
    for (index, key) in keys.enumerated() {
      pictures.append(
        FigurePicture(
          number: index + 1, light: try made[2 * index].get(), dark: try made[2 * index + 1].get(),
          width: lists[index].width, height: lists[index].height, altText: altTexts[index],
          tables: key.figure.dataTables.map {
            TableOutput(title: $0.title, header: $0.header, inputCount: 0, rows: $0.rows, note: $0.note)
          }))
    }
    return pictures
  }
}

/// A figure in words, for records and events.
@Sendable func figureText(_ figure: Figure) -> FigureText {
  FigureText(altText: figure.altText, digest: figure.drawingList.digest)
}
