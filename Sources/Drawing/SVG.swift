import Figures

/// How words stand in a file of vectors.
public enum Lettering: Sendable, Hashable {
  /// As words: they can be searched, copied and read aloud, and need the font or one as wide.
  case words
  /// As outlines, which look the same everywhere.
  case outlines
}

/// Returns `list` as an SVG file in the colours of `theme`, `zoom` times as large as its CSS pixels.
///
/// Numbers are whole 1/64 px; what a marker looks like stands in the file once. Source: Scalable Vector Graphics (SVG) 2, W3C.
/// - Throws: ``DrawingError``, where memory for outlines is short.
public func svg(
  _ list: DrawingList, theme: Theme, zoom: Double = 1, lettering: Lettering = .words, altText: String,
  font: Font
) throws(DrawingError) -> [UInt8] {
  try font.withFace { (face) throws(DrawingError) -> [UInt8] in
    var writer = SVGPictureWriter(theme: theme, pen: lettering == .outlines ? try GlyphPen(face) : nil)
    for element in list.elements { writer.write(element) }
    return Array(writer.file(list, zoom: zoom, altText: altText).utf8)
  }
}

/// Writes the elements of a drawing one after the other.
private struct SVGPictureWriter {
  let theme: Theme
  /// Draws the outlines of words; nil where they stand as words.
  let pen: GlyphPen?
  private var body = ""
  /// The look of each kind of marker, by its number.
  private var definitions = ""
  private var markers: [MarkerLook: Int] = [:]

  /// What two markers have in common that differ by their position only.
  private struct MarkerLook: Hashable {
    let shape: MarkerShape
    let classIndex: Int
    let radius: Int
  }

  init(theme: Theme, pen: GlyphPen?) {
    self.theme = theme
    self.pen = pen
  }

  /// The whole file.
  func file(_ list: DrawingList, zoom: Double, altText: String) -> String {
    let (width, height) = (64 * list.width, 64 * list.height)
    let alt = xmlText(altText)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(decimal(Double(list.width) * zoom))" height="\(decimal(Double(list.height) * zoom))" \
      viewBox="0 0 \(width) \(height)" role="img" aria-label="\(alt)">
      <title>\(alt)</title>
      <style>text{font-family:"DejaVu Sans",Verdana,sans-serif;font-kerning:none;font-variant-ligatures:none;white-space:pre}\
      path{stroke-linejoin:round}</style>
      \(definitions.isEmpty ? "" : "<defs>\(definitions)</defs>\n")\
      <rect width="\(width)" height="\(height)"\(paint(.paper, "fill"))/>
      \(body)</svg>

      """
  }

  mutating func write(_ element: DrawingElement) {
    switch element {
    case .fill(let outlines, let role):
      let outlines = joined(outlines)
      // Shades that lie side by side must leave no seam, at whatever size the picture is shown.
      let isCrisp = role.isShade && outlines.allSatisfy(\.isAlongAxes)
      body +=
        "<path\(paint(role, "fill"))\(isCrisp ? " shape-rendering=\"crispEdges\"" : "") "
        + "d=\"\(outlines.map { path($0, isClosed: true) }.joined())\"/>\n"
    case .stroke(let lines, let role, let stroke):
      let dashes =
        stroke.dashes.isEmpty
        ? "" : " stroke-dasharray=\"\(stroke.dashes.map(String.init).joined(separator: " "))\""
      let data = lines.map { path($0.points, isClosed: $0.isClosed) }.joined()
      body +=
        "<path fill=\"none\"\(paint(role, "stroke")) stroke-width=\"\(stroke.width)\"\(dashes) d=\"\(data)\"/>\n"
    case .marker(let marker):
      body += "<use href=\"#m\(number(of: marker))\" x=\"\(marker.center.x)\" y=\"\(marker.center.y)\"/>\n"
    case .text(let text, let role): write(text, role)
    }
  }

  private mutating func write(_ text: DrawingText, _ role: ColourRole) {
    let place: String
    switch text.direction {
    case .across: place = " transform=\"translate(\(text.start.x) \(text.start.y))\""
    case .upward: place = " transform=\"translate(\(text.start.x) \(text.start.y)) rotate(-90)\""
    }
    guard let pen else {
      // Another font is made as wide as the one that layout was measured with.
      let width = TextWidths.width(of: text.words, size: text.size)
      body += """
        <text\(place) font-size="\(text.size)"\(paint(role, "fill")) textLength="\(width)" \
        lengthAdjust="spacingAndGlyphs">\(xmlText(text.words))</text>

        """
      return
    }
    body += "<path\(place)\(paint(role, "fill")) d=\"\(pen.outlines(of: text))\"/>\n"
  }

  private mutating func number(of marker: DrawingMarker) -> Int {
    let look = MarkerLook(shape: marker.shape, classIndex: marker.classIndex, radius: marker.radius)
    if let number = markers[look] { return number }
    let number = markers.count
    markers[look] = number
    definitions += "<g id=\"m\(number)\">"
    for (radius, role) in [
      (marker.radius, ColourRole.seriesEdge(marker.classIndex)),
      (marker.radius - marker.rim, .series(marker.classIndex)),
    ] {
      if let outline = marker.shape.outline {
        let points = outline.map { DrawingPoint(x: $0.x * radius / 1000, y: $0.y * radius / 1000) }
        definitions += "<path\(paint(role, "fill")) d=\"\(path(points, isClosed: true))\"/>"
      } else {
        definitions += "<circle r=\"\(radius)\"\(paint(role, "fill"))/>"
      }
    }
    definitions += "</g>"
    return number
  }

  /// The attributes that give `role`'s colour to a fill or a stroke.
  private func paint(_ role: ColourRole, _ kind: String) -> String {
    let opacity = theme.opacity(of: role)
    return " \(kind)=\"\(theme.colour(of: role).hex)\""
      + (opacity == 1 ? "" : " \(kind)-opacity=\"\(decimal(opacity))\"")
  }

  /// The data of a path: the first position, then steps, which have fewer digits.
  private func path(_ points: [DrawingPoint], isClosed: Bool) -> String {
    guard let first = points.first else { return "" }
    var (data, last) = ("M\(first.x) \(first.y)", first)
    var command = "M"
    for point in points.dropFirst() {
      let (x, y) = (point.x - last.x, point.y - last.y)
      let (name, numbers) = y == 0 ? ("h", [x]) : x == 0 ? ("v", [y]) : ("l", [x, y])
      for (index, number) in numbers.enumerated() {
        data += (index == 0 && name != command ? name : number < 0 ? "" : " ") + String(number)
      }
      (command, last) = (name, point)
    }
    return data + (isClosed ? "z" : "")
  }
}

extension [DrawingPoint] {
  /// Whether a closed outline has only sides along an axis.
  fileprivate var isAlongAxes: Bool {
    zip(self, dropFirst() + prefix(1)).allSatisfy { $0.x == $1.x || $0.y == $1.y }
  }
}

extension ColourRole {
  /// Whether it is one of the shades that stand for numbers.
  fileprivate var isShade: Bool {
    switch self {
    case .diverging, .sequential, .noValue: true
    case .paper, .ink, .mutedInk, .frame, .grid, .boundary, .series, .seriesEdge, .region, .noValueHatch,
      .function, .derivative, .dots, .line, .onDiverging, .onSequential, .bar, .positive, .negative, .unit,
      .faint:
      false
    }
  }
}

extension RGB {
  /// The colour as a style sheet names it.
  var hex: String {
    let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// A number from 0 with at most two decimals.
private func decimal(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded()), rest = hundredths % 100
  let tail = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
  return "\(hundredths / 100)\(tail)"
}

/// Text as XML holds it, in elements and in attributes between double quotes.
private func xmlText(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    // XML has no word for other control characters.
    case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
      escaped += "\u{FFFD}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
