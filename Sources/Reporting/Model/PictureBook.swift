import Dispatch
import Drawing
import Figures
import Language
import NotebookFormat
import NotebookRunning
import Synchronization

/// The pictures of a run, each painted once in both themes.
public struct PictureBook: Sendable {
  /// A figure with the words of its cell.
  private struct Key: Hashable {
    let figure: Figure
    let altText: String?

    init(_ drawn: DrawnFigure, _ options: CellOptions) {
      figure = drawn.figure
      altText = options.figureAlt
    }
  }

  /// A figure to be painted, of the first cell that shows it.
  private struct Job {
    let cell: Int
    let drawn: DrawnFigure
    let altText: String
  }

  private let pictures: [Key: FigurePicture]

  /// Paints every figure of the record; `watch` is told of the cell whose figure is painted.
  /// - Throws: ``DrawingError``, where memory is short.
  public init(_ record: RunRecord, font: Font, watch: Watch = .none) throws(DrawingError) {
    let page = Page(record.notebook, face: record.face)
    var figures: [Job] = []
    var places: [Key: Int] = [:]
    for (cell, result) in zip(record.notebook.cells, record.cells) {
      let options = page.options(of: cell)
      for case .figure(let drawn) in result.outputs {
        let key = Key(drawn, options)
        guard places[key] == nil else { continue }
        places[key] = figures.count
        figures.append(Job(cell: cell.index, drawn: drawn, altText: options.figureAlt ?? drawn.altText))
      }
    }
    let painted = try Self.pictures(figures, font, watch)
    pictures = places.mapValues { painted[$0] }
  }

  /// The picture of a figure of the record.
  @Sendable public func picture(_ drawn: DrawnFigure, _ options: CellOptions) -> FigurePicture {
    guard let picture = pictures[Key(drawn, options)] else {
      preconditionFailure("figure \(drawn.digest) was not painted")
    }
    return picture
  }

  /// Paints on as many cores as there are: a picture takes longer than most cells.
  private static func pictures(
    _ figures: [Job], _ font: Font, _ watch: Watch
  ) throws(DrawingError) -> [FigurePicture] {
    let themes: [Theme] = [.light, .dark]
    let count = figures.count * themes.count
    let files = Mutex([Result<[UInt8], DrawingError>](repeating: .success([]), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let (figure, theme) = (figures[index / themes.count], themes[index % themes.count])
      watch.enter(.cell(figure.cell))
      defer { watch.enter(nil) }
      let file = Result { () throws(DrawingError) in
        try png(figure.drawn.drawing, theme: theme, altText: figure.altText, font: font)
      }
      files.withLock { $0[index] = file }
    }
    let made = files.withLock { $0 }
    var pictures: [FigurePicture] = []
    for (index, figure) in figures.enumerated() {
      pictures.append(
        FigurePicture(
          number: index + 1, light: try made[2 * index].get(), dark: try made[2 * index + 1].get(),
          width: figure.drawn.drawing.width, height: figure.drawn.drawing.height, altText: figure.altText,
          tables: figure.drawn.figure.dataTables.map(TableOutput.init)))
    }
    return pictures
  }
}

extension TableOutput {
  /// The numbers behind a mark.
  fileprivate init(_ table: DataTable) {
    self.init(title: table.title, header: table.header, inputCount: 0, rows: table.rows, note: table.note)
  }
}
