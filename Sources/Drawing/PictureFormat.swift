import Figures

/// A kind of picture file.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case png, svg, pdf

  /// The type as browsers name it.
  public var mediaType: String {
    switch self {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .pdf: "application/pdf"
    }
  }

  /// Pixels of a PNG to the CSS pixel, for print: 384 to the inch.
  private static let printScale = 4

  /// Returns `list` as such a file for print, in the colours of `theme`, `zoom` times as large as its CSS pixels.
  /// - Throws: ``DrawingError``, where the picture is too large or memory is short.
  public func printed(
    _ list: DrawingList, theme: Theme, zoom: Double = 1, lettering: Lettering = .words, altText: String,
    font: Font
  ) throws(DrawingError) -> [UInt8] {
    switch self {
    case .png:
      try Drawing.png(list, theme: theme, scale: Self.printScale, zoom: zoom, altText: altText, font: font)
    case .svg:
      try Drawing.svg(list, theme: theme, zoom: zoom, lettering: lettering, altText: altText, font: font)
    case .pdf: try Drawing.pdf(list, theme: theme, zoom: zoom, altText: altText, font: font)
    }
  }
}
