import CCairo
import Figures

/// Writes the outlines of words as data of paths; one unit is 1/64 px.
final class GlyphPen {
  private let face: FontFace
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// Prepares to draw with `face`.
  init(_ face: FontFace) throws(DrawingError) {
    let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil)
    guard let surface, let context = cairo_create(surface) else { throw .drawingFailed("no memory") }
    (self.face, self.surface, self.context) = (face, surface, context)
    face.prepare(context)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The outlines of `text` with its beginning at the origin, as if it ran across.
  func outlines(of text: DrawingText) -> String {
    cairo_new_path(context)
    cairo_set_font_size(context, Double(text.size))
    let glyphs = face.glyphs(of: text.words, size: Double(text.size))
    cairo_glyph_path(context, glyphs, Int32(glyphs.count))
    guard let path = cairo_copy_path(context) else { return "" }
    defer { cairo_path_destroy(path) }
    let parts = UnsafeBufferPointer(start: path.pointee.data, count: Int(path.pointee.num_data))
    var (data, index) = ("", 0)
    while index < parts.count {
      let header = parts[index].header
      let points = parts[(index + 1)..<(index + Int(header.length))].map { part in
        "\(Int(part.point.x.rounded())) \(Int(part.point.y.rounded()))"
      }.joined(separator: " ")
      switch header.type {
      case CAIRO_PATH_MOVE_TO: data += "M" + points
      case CAIRO_PATH_LINE_TO: data += "L" + points
      case CAIRO_PATH_CURVE_TO: data += "C" + points
      default: data += "z"  // Cairo has no other.
      }
      index += Int(header.length)
    }
    return data
  }
}

extension FontFace {
  /// Makes `context` write with this face, each glyph at its own width and form.
  func prepare(_ context: OpaquePointer) {
    cairo_set_font_face(context, cairoFace)
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// The glyphs of words at the advances that layout was measured with.
  func glyphs(of words: String, size: Double) -> [cairo_glyph_t] {
    var advance = 0.0
    return words.unicodeScalars.map { scalar in
      let glyph = cairo_glyph_t(index: glyph(for: scalar), x: advance, y: 0)
      advance += Double(TextWidths.advance(of: scalar)) / 2048 * size
      return glyph
    }
  }
}
