import CCairo
import Figures

/// Returns `list` as a PDF of one page in the colours of `theme`, `zoom` times as large as its CSS pixels.
///
/// The glyphs that it needs are embedded, and its words can be searched and copied. The same drawing gives the same bytes.
/// - Throws: ``DrawingError``, where memory is short.
public func pdf(
  _ list: DrawingList, theme: Theme, zoom: Double = 1, altText: String, font: Font
) throws(DrawingError) -> [UInt8] {
  try font.withFace { (face) throws(DrawingError) -> [UInt8] in
    // A CSS pixel is three quarters of a point.
    let scale = 0.75 * zoom
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
      { sink, bytes, count in
        guard let sink else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(
          start: bytes, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Double(list.width) * scale, Double(list.height) * scale)
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, altText)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nil)
    try Canvas.draw(list, on: surface, scale: scale, theme: theme, face: face)
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .drawingFailed(String(cString: cairo_status_to_string(status)))
    }
    return withExtendedLifetime(sink) { sink.bytes }
  }
}

/// Takes what Cairo writes.
private final class ByteSink {
  var bytes: [UInt8] = []
}
