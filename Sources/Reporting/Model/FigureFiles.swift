import Drawing
import Figures
import Language
import NotebookFormat
import NotebookRunning

/// The figures of a run as files for print, each named by the label of its cell.
public struct FigureFiles: Sendable {
  /// How the files look.
  public struct Options: Sendable {
    /// The kinds of file; each figure is written as each of them.
    public var formats = [PictureFormat.svg, .pdf]
    /// The colours.
    public var theme = Theme.light
    /// How wide the pictures are on paper; nil is the width that they have on a page.
    public var width: PaperLength?
    /// How words stand in SVG files.
    public var lettering = Lettering.words

    /// SVG and PDF, dark on white, as wide as on a page.
    public init() {}
  }

  /// A file that is to be written.
  public struct File: Sendable {
    /// Its name.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]
  }

  /// A figure and what its files are called, short of the ending.
  private struct NamedFigure {
    let name: String
    let drawn: DrawnFigure
    let altText: String
  }

  private let figures: [NamedFigure]
  private let options: Options

  /// Finds the figures of `record`, in page order.
  public init(_ record: RunRecord, options: Options = Options()) {
    self.options = options
    let page = Page(record.notebook, face: record.face, on: record.medium)
    var figures: [NamedFigure] = []
    var names: Set<String> = []
    for index in page.order {
      let settings = page.options(of: record.notebook.cells[index])
      let drawn = record.cells[index].outputs.compactMap { output in
        if case .figure(let drawn) = output { drawn } else { nil }
      }
      for (place, figure) in drawn.enumerated() {
        let label = settings.label ?? "cell-\(index + 1)"
        var name = drawn.count == 1 ? label : "\(label)-\(place + 1)"
        // Two cells with one label are an error of the notebook, and yet no figure replaces another.
        while !names.insert(name.lowercased()).inserted { name += "-again" }
        figures.append(NamedFigure(name: name, drawn: figure, altText: settings.figureAlt ?? figure.altText))
      }
    }
    self.figures = figures
  }

  /// How many figures there are.
  public var count: Int { figures.count }

  /// Draws every figure in every format.
  /// - Throws: ``DrawingError``, where a picture is too large or memory is short.
  public func files(font: Font) throws(DrawingError) -> [File] {
    var files: [File] = []
    for figure in figures {
      let (drawing, zoom) = placed(figure.drawn)
      for format in options.formats {
        let bytes = try format.printed(
          drawing, theme: options.theme, zoom: zoom, lettering: options.lettering, altText: figure.altText,
          font: font)
        files.append(File(name: "\(figure.name).\(format.rawValue)", bytes: bytes))
      }
    }
    return files
  }

  /// The figure laid out for its width on paper, so that its type keeps its size, and how much that is enlarged.
  private func placed(_ drawn: DrawnFigure) -> (DrawingList, zoom: Double) {
    guard let width = options.width else { return (drawn.drawing, 1) }
    let drawing = drawn.drawing(width: Int(width.pixels.rounded()))
    return (drawing, width.pixels / Double(drawing.width))
  }
}

/// A length on paper, such as `8cm`.
public struct PaperLength: Sendable, Hashable {
  /// The length in CSS pixels, 96 to the inch.
  public let pixels: Double

  /// The units and how many CSS pixels each is.
  private static let units: [(name: String, pixels: Double)] = [
    ("cm", 96 / 2.54), ("mm", 96 / 25.4), ("in", 96), ("pt", 96.0 / 72), ("px", 1),
  ]

  /// Reads a number of centimetres, millimetres, inches, points or pixels: 1 cm to 1 m.
  public init?(_ text: String) {
    guard let unit = Self.units.first(where: { text.hasSuffix($0.name) }),
      let number = Double(text.dropLast(unit.name.count)), number.isFinite,
      (37.0...3_800).contains(number * unit.pixels)
    else { return nil }
    pixels = number * unit.pixels
  }
}
