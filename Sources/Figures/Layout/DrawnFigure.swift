import Wording

/// A figure as a cell shows it: laid out once, for everyone who shows it.
public struct DrawnFigure: Sendable {
  /// The figure at the size that the cell asks for.
  public let figure: Figure
  /// Its layout.
  public let drawing: DrawingList
  /// What it shows, in words.
  public let altText: String
  /// The figure in the column of a phone, where its own layout would be too small to read there.
  public let phone: PhoneFigure?
  /// The figure at its own size.
  private var original: Figure
  /// The words of its language.
  private let words: Words

  /// A figure laid out for the column of a phone.
  public struct PhoneFigure: Sendable {
    /// The figure as wide as the column.
    public let figure: Figure
    /// Its layout.
    public let drawing: DrawingList
  }

  /// How high a picture for a phone is at most; of more panels than that only the whole picture is shown.
  private static let highestOnPhone = 7_000

  /// Lays out `figure`, as wide and high as asked for; nil is its own size.
  public init(_ figure: Figure, width: Int? = nil, height: Int? = nil, words: Words = .english) {
    self.words = words
    self.figure = figure.sized(width: width, height: height)
    original = figure
    drawing = self.figure.drawingList(in: words)
    altText = self.figure.altText(in: words)
    phone = self.figure.forPhone.flatMap { figure in
      let drawing = figure.drawingList(in: words)
      return drawing.height <= DrawnFigure.highestOnPhone
        ? PhoneFigure(figure: figure, drawing: drawing) : nil
    }
  }

  /// The hash of the drawing at the figure's own size: a record holds whatever size the cell asks for.
  /// - Complexity: linear in the drawing; where the cell asks for another size, the figure is laid out anew.
  public var digest: String {
    let isResized = figure.width != original.width || figure.height != original.height
    return (isResized ? original.drawingList(in: words) : drawing).digest
  }

  /// What is painted: the frames of a film, or this picture.
  public var pictures: [DrawnFigure] {
    let frames = figure.frames
    return frames.isEmpty ? [self] : frames.map { DrawnFigure($0, words: words) }
  }

  /// The numbers behind the picture: tables as the page holds them, and what is said of the rows left out.
  public var dataTables: [(table: DataTable, note: String?)] {
    figure.dataTables(in: words).map { ($0, $0.note(words)) }
  }

  /// The layout at the nearest width that figures have, at the height that suits it.
  public func drawing(width: Int) -> DrawingList {
    Figure(title: figure.title, content: figure.content, width: width).drawingList(in: words)
  }

  /// Returns this drawing for `other`, which looks the same at the size that the cell asks for.
  public func standing(for other: Figure) -> DrawnFigure {
    var drawn = self
    drawn.original = other
    return drawn
  }
}

extension Figure {
  /// The widest figure whose type is 9 px high in the column of a phone.
  private static let widestOnPhone = 436

  /// The figure for the column of a phone; nil where it is narrow enough as it is.
  public var forPhone: Figure? {
    width <= Figure.widestOnPhone ? nil : Figure(title: title, content: content, width: Figure.phoneWidth)
  }

  /// The figure at the size that a cell asks for; nil is its own size.
  public func sized(width: Int?, height: Int?) -> Figure {
    var figure = self
    figure.width = width ?? figure.width
    figure.height = height ?? figure.height
    return figure
  }
}
