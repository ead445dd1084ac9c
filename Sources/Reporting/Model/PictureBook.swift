import Drawing
import Figures
import Language
import NotebookFormat
import NotebookRunning

/// The pictures of a run, each painted once in both themes.
public struct PictureBook: Sendable {
  /// A figure with the words of its cell.
  private struct Key: Hashable {
    let figure: Figure
    let altText: String?
    let format: FigureFormat

    init(_ drawn: DrawnFigure, _ options: CellOptions) {
      figure = drawn.figure
      altText = options.figureAlt
      format = options.figureFormat
    }
  }

  /// A figure to be painted, of the first cell that shows it.
  private struct Job {
    let cell: Int
    let drawn: DrawnFigure
    let altText: String
    let format: FigureFormat
    /// What is painted: the figure, or the frames of a film.
    let drawings: [DrawnFigure]

    init(cell: Int, drawn: DrawnFigure, options: CellOptions) {
      (self.cell, self.drawn, format) = (cell, drawn, options.figureFormat)
      altText = options.figureAlt ?? drawn.altText
      drawings = drawn.pictures
    }

    /// The film of which these are the frames; nil where the figure is none.
    func film(of frames: [FigurePicture]) -> FigurePicture.Film? {
      guard case .grid(let grid) = drawn.figure.content, let track = grid.film, frames.count > 1 else {
        return nil
      }
      return FigurePicture.Film(
        title: drawn.figure.title,
        frames: zip(frames, grid.panels).map { .init(title: $1.title, picture: $0) }, track: track)
    }
  }

  private let pictures: [Key: FigurePicture]

  /// Paints every figure of the record; `watch` is told of the cell whose figure is painted.
  /// - Throws: ``DrawingError``, where memory is short.
  public init(_ record: RunRecord, font: Font, watch: Watch = .none) throws(DrawingError) {
    let page = Page(record.notebook, face: record.face, on: record.medium)
    var figures: [Job] = []
    var places: [Key: Int] = [:]
    for (cell, result) in zip(record.notebook.cells, record.cells) {
      let options = page.options(of: cell)
      for case .figure(let drawn) in result.allOutputs {
        let key = Key(drawn, options)
        guard places[key] == nil else { continue }
        places[key] = figures.count
        figures.append(Job(cell: cell.index, drawn: drawn, options: options))
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

  /// A file to be painted.
  private struct Painting {
    let job: Job
    let drawing: DrawingList
    let altText: String
    let theme: Theme

    func file(_ font: Font) throws(DrawingError) -> [UInt8] {
      switch job.format {
      case .png: try png(drawing, theme: theme, altText: altText, font: font)
      case .svg: try svg(drawing, theme: theme, altText: altText, font: font)
      }
    }
  }

  /// Paints on as many cores as there are: a picture takes longer than most cells.
  private static func pictures(
    _ figures: [Job], _ font: Font, _ watch: Watch
  ) throws(DrawingError) -> [FigurePicture] {
    let paintings = figures.flatMap { job in
      job.drawings.flatMap { drawn in
        let altText = job.drawings.count == 1 ? job.altText : drawn.altText
        return [drawn.drawing, drawn.phone?.drawing].compactMap { $0 }.flatMap { drawing in
          [Theme.light, .dark].map { Painting(job: job, drawing: drawing, altText: altText, theme: $0) }
        }
      }
    }
    var made = concurrentMap(paintings.count) { index in
      let painting = paintings[index]
      watch.enter(.cell(painting.job.cell))
      defer { watch.enter(nil) }
      return Result { () throws(DrawingError) in try painting.file(font) }
    }[...]
    func next() throws(DrawingError) -> [UInt8] { try made.removeFirst().get() }
    var pictures: [FigurePicture] = []
    for (index, job) in figures.enumerated() {
      var painted: [FigurePicture] = []
      for drawn in job.drawings {
        var picture = FigurePicture(
          number: index + 1, light: try next(), dark: try next(), width: drawn.drawing.width,
          height: drawn.drawing.height, altText: drawn.altText, tables: [])
        picture.format = job.format == .svg ? .svg : .png
        if let phone = drawn.phone?.drawing {
          picture.phone = FigurePicture.Phone(
            light: try next(), dark: try next(), width: phone.width, height: phone.height)
        }
        painted.append(picture)
      }
      // There is one at least.
      var picture = painted[0]
      picture.altText = job.altText
      picture.tables = job.drawn.dataTables.map(TableOutput.init)
      picture.film = job.film(of: painted)
      pictures.append(picture)
    }
    return pictures
  }
}

extension TableOutput {
  /// The numbers behind a mark.
  fileprivate init(_ table: DataTable, note: String?) {
    self.init(title: table.title, header: table.header, inputCount: 0, rows: table.rows, note: note)
  }
}
