import CCairo
import Figures

/// Draws a drawing list on a surface of Cairo: pixels, or a file of vectors.
struct Canvas {
  private let context: OpaquePointer
  private let theme: Theme
  private let face: FontFace
  /// 1/64 px in the surface's unit.
  private let unit: Double
  /// Nil where the surface keeps outlines: a stamp on it would be a picture in a picture.
  private let stamps: MarkerStamps?

  /// Draws `list` over all of `surface`, which is `scale` units to the CSS pixel.
  static func draw(
    _ list: DrawingList, on surface: OpaquePointer?, scale: Double, theme: Theme, face: FontFace
  ) throws(DrawingError) {
    guard let surface, let context = cairo_create(surface) else { throw .drawingFailed("no memory") }
    defer { cairo_destroy(context) }
    let unit = scale / 64
    let isImage = cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE
    let stamps = isImage ? MarkerStamps(theme: theme, unit: unit) : nil
    Canvas(context: context, theme: theme, face: face, unit: unit, stamps: stamps).draw(list)
    cairo_surface_flush(surface)
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .drawingFailed(String(cString: cairo_status_to_string(status)))
    }
  }

  private func draw(_ list: DrawingList) {
    face.prepare(context)
    use(.paper)
    cairo_paint(context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    for element in list.elements { draw(element) }
  }

  private func draw(_ element: DrawingElement) {
    switch element {
    case .fill(let outlines, let role):
      for outline in stamps == nil ? joined(outlines) : outlines { trace(outline, isClosed: true) }
      use(role)
      cairo_fill(context)
    case .stroke(let lines, let role, let stroke):
      draw(lines, role, stroke)
    case .marker(let marker):
      if let stamps { stamps.show(marker, on: context) } else { draw(marker) }
    case .text(let text, let role):
      use(role)
      write(text)
    }
  }

  private func draw(_ marker: DrawingMarker) {
    cairo_save(context)
    cairo_translate(context, x(marker.center), y(marker.center))
    marker.fill(on: context, unit: unit, theme: theme)
    cairo_restore(context)
  }

  private func draw(_ lines: [DrawingLine], _ role: ColourRole, _ stroke: DrawingStroke) {
    let dashes = stroke.dashes.map { Double($0) * unit }
    cairo_set_line_width(context, Double(stroke.width) * unit)
    use(role)
    guard lines.reduce(0, { $0 + $1.points.count }) > Canvas.longestStroke else {
      for line in lines { trace(line.points, isClosed: line.isClosed) }
      cairo_set_dash(context, dashes, Int32(dashes.count), 0)
      return cairo_stroke(context)
    }
    for line in lines { drawInPieces(line, dashes) }
  }

  /// The most points of lines that are stroked in one go.
  ///
  /// A stroke looks for the crossings of all its parts, which takes the square of their number.
  private static let longestStroke = 2_000
  private static let piece = 64

  /// Strokes a long line piece by piece, each beginning with the last part of the one before, so that every corner
  /// is joined.
  private func drawInPieces(_ line: DrawingLine, _ dashes: [Double]) {
    let points = line.isClosed ? line.points + line.points.prefix(1) : line.points
    var length = 0.0
    for start in stride(from: 0, to: max(points.count - 1, 1), by: Canvas.piece) {
      let first = max(0, start - 1)
      let part = points[first..<min(points.count, start + Canvas.piece + 1)]
      cairo_set_dash(context, dashes, Int32(dashes.count), length)
      trace(Array(part), isClosed: false)
      cairo_stroke(context)
      // The dashes of the next piece go on where its first point is.
      for (a, b) in zip(part, part.dropFirst()).prefix(max(part.count - 2, 0)) {
        let dx = Double(b.x - a.x) * unit, dy = Double(b.y - a.y) * unit
        length += (dx * dx + dy * dy).squareRoot()
      }
    }
  }

  private func trace(_ points: [DrawingPoint], isClosed: Bool) {
    guard let first = points.first else { return }
    cairo_move_to(context, x(first), y(first))
    for point in points.dropFirst() { cairo_line_to(context, x(point), y(point)) }
    if isClosed { cairo_close_path(context) }
  }

  /// Shows glyphs at the advances that layout was measured with.
  private func write(_ text: DrawingText) {
    let size = Double(text.size) * unit
    cairo_set_font_size(context, size)
    var turned = cairo_matrix_t()
    switch text.direction {
    case .across: cairo_matrix_init(&turned, 1, 0, 0, 1, x(text.start), y(text.start))
    case .upward: cairo_matrix_init(&turned, 0, -1, 1, 0, x(text.start), y(text.start))
    }
    let glyphs = face.glyphs(of: text.words, size: size)
    cairo_save(context)
    cairo_set_matrix(context, &turned)
    cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    cairo_restore(context)
  }

  private func use(_ role: ColourRole) { theme.use(role, on: context) }

  private func x(_ point: DrawingPoint) -> Double { Double(point.x) * unit }

  private func y(_ point: DrawingPoint) -> Double { Double(point.y) * unit }
}

extension Theme {
  /// Makes the colour of `role` the one that `context` draws with.
  func use(_ role: ColourRole, on context: OpaquePointer) {
    let colour = colour(of: role)
    cairo_set_source_rgba(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      opacity(of: role))
  }
}
