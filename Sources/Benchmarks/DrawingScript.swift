import Drawing
import Figures

/// A drawing as numbers alone, for a program that knows Cairo and nothing of figures.
///
/// `width height unit` (pixels, and pixels in 1/64 CSS px), the colour of the paper, then each element by its number. A
/// colour is `red green blue`, a path `closed count x y…`:
///
///     0 colour paths path…                                   fill
///     1 colour width dashes dash… paths path…                stroke
///     2 colour size upward x y glyphs (scalar advance)…      text
///     3 shape edge-colour colour radius rim x y corners x y… marker; no corners for a circle
struct DrawingScript {
  /// The numbers, an element a line.
  let text: String

  /// Writes a drawing in the colours of a theme, `scale` pixels to the CSS pixel.
  init(_ list: DrawingList, theme: Theme, scale: Int) {
    let colours = Colours(theme: theme)
    let head = ["\(list.width * scale) \(list.height * scale) \(Double(scale) / 64)", colours[.paper]]
    text = (head + list.elements.map { Self.line($0, colours) }).joined(separator: "\n")
  }

  private static func line(_ element: DrawingElement, _ colours: Colours) -> String {
    switch element {
    case .fill(let outlines, let role):
      return "0 \(colours[role]) \(paths(outlines.map { DrawingLine($0, isClosed: true) }))"
    case .stroke(let lines, let role, let stroke):
      let dashes = ([stroke.dashes.count] + stroke.dashes).words
      return "1 \(colours[role]) \(stroke.width) \(dashes) \(paths(lines))"
    case .text(let text, let role):
      let glyphs = text.words.unicodeScalars.map { [Int($0.value), TextWidths.advance(of: $0)] }
      let place = [text.size, text.direction == .upward ? 1 : 0, text.start.x, text.start.y, glyphs.count]
      return "2 \(colours[role]) \((place + glyphs.joined()).words)"
    case .marker(let marker):
      let shape = MarkerShape.allCases.firstIndex(of: marker.shape) ?? 0
      let edge = colours[.seriesEdge(marker.classIndex)], inside = colours[.series(marker.classIndex)]
      let outline = marker.shape.outline ?? []
      let place = [marker.radius, marker.rim, marker.center.x, marker.center.y, outline.count]
      return "3 \(shape) \(edge) \(inside) \((place + outline.flatMap { [$0.x, $0.y] }).words)"
    }
  }

  private static func paths(_ lines: [DrawingLine]) -> String {
    let numbers = lines.flatMap { line in
      [line.isClosed ? 1 : 0, line.points.count] + line.points.flatMap { [$0.x, $0.y] }
    }
    return ([lines.count] + numbers).words
  }
}

/// The colours of a theme as three numbers.
private struct Colours {
  let theme: Theme

  subscript(role: ColourRole) -> String {
    let colour = theme.colour(of: role)
    return [Int(colour.red), Int(colour.green), Int(colour.blue)].words
  }
}

extension [Int] {
  /// The numbers with blanks between them.
  fileprivate var words: String { map(String.init).joined(separator: " ") }
}
