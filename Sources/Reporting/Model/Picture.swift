import Drawing
import Figures
import Language
import NotebookFormat

/// A figure as the page holds it: two files of the same size, such files for phones where it is wide, and the same
/// in words and numbers.
public struct FigurePicture: Sendable {
  /// What tells it from the other pictures of the page.
  public var number: Int
  /// What kind of files they are.
  public var format = PictureFormat.png
  /// The file for a light page.
  public var light: [UInt8]
  /// The file for a dark page.
  public var dark: [UInt8]
  /// The width on the page, in CSS pixels.
  public var width: Int
  /// The height on the page, in CSS pixels.
  public var height: Int
  /// What the figure shows, in words.
  public var altText: String
  /// What the figure shows, in numbers.
  public var tables: [TableOutput]
  /// The frames, where the figure is a film; the picture itself is then the first of them.
  public var film: Film?

  /// A film: what is seen at some epochs, and how the loss went between.
  public struct Film: Sendable {
    /// A frame and its title.
    public struct Frame: Sendable {
      let title: String
      let picture: FigurePicture
    }

    let title: String
    let frames: [Frame]
    let track: FilmTrack
  }

  /// The figure as it is laid out for a phone; nil where it is narrow.
  public var phone: Phone?

  /// The files for a narrow screen.
  public struct Phone: Sendable {
    /// The file for a light page.
    public var light: [UInt8]
    /// The file for a dark page.
    public var dark: [UInt8]
    /// The width on the page, in CSS pixels.
    public var width: Int
    /// The height on the page, in CSS pixels.
    public var height: Int
  }

  /// Makes a picture.
  public init(
    number: Int, light: [UInt8], dark: [UInt8], width: Int, height: Int, altText: String,
    tables: [TableOutput], phone: Phone? = nil
  ) {
    self.number = number
    self.light = light
    self.dark = dark
    self.width = width
    self.height = height
    self.altText = altText
    self.tables = tables
    self.phone = phone
  }
}

/// Paints a figure for the page; the cell's options may give the alt text.
public typealias PictureSource = @Sendable (DrawnFigure, CellOptions) -> FigurePicture
