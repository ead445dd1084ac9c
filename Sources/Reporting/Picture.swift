import Figures
import Language
import NotebookFormat

/// A figure as the page holds it: two PNG files of the same size, and the same in words and numbers.
public struct FigurePicture: Sendable {
  /// What tells it from the other pictures of the page.
  public var number: Int
  /// The PNG for a light page.
  public var light: [UInt8]
  /// The PNG for a dark page.
  public var dark: [UInt8]
  /// The width on the page, in CSS pixels.
  public var width: Int
  /// The height on the page, in CSS pixels.
  public var height: Int
  /// What the figure shows, in words.
  public var altText: String
  /// What the figure shows, in numbers.
  public var tables: [TableOutput]

  /// Makes a picture.
  public init(
    number: Int, light: [UInt8], dark: [UInt8], width: Int, height: Int, altText: String,
    tables: [TableOutput]
  ) {
    self.number = number
    self.light = light
    self.dark = dark
    self.width = width
    self.height = height
    self.altText = altText
    self.tables = tables
  }
}

/// Draws a figure for the page; the cell's options may ask for a size or give the alt text.
public typealias PictureSource = @Sendable (Figure, CellOptions) -> FigurePicture

/// A figure in a text: what it shows, and a hash of its drawing that changes when a mark moves.
public struct FigureText: Sendable {
  /// What the figure shows, in words.
  public let altText: String
  private let drawing: @Sendable () -> String

  /// The hash of the drawing list, as text.
  /// - Complexity: that of laying the figure out, each time.
  public var digest: String { drawing() }

  /// Makes the text of a figure; `digest` is worked out where it is asked for.
  public init(altText: String, digest: @escaping @autoclosure @Sendable () -> String) {
    self.altText = altText
    self.drawing = digest
  }
}

/// Describes a figure for records, terminals and events.
public typealias FigureTextSource = @Sendable (Figure) -> FigureText
