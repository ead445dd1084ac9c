import CCairo
import Figures

/// Draws each kind of marker once and stamps it wherever it is needed, to the nearest quarter of a pixel.
///
/// A picture of 500 points has two kinds at sixteen offsets; a stamp costs a tenth of two fills.
final class MarkerStamps {
  private struct Kind: Hashable {
    var shape: MarkerShape
    var classIndex: Int
    var radius: Int
    /// Where the middle lies in its pixel, in quarters.
    var phaseX: Int
    var phaseY: Int
  }

  private let theme: Theme
  private let unit: Double
  private var stamps: [Kind: OpaquePointer] = [:]

  init(theme: Theme, unit: Double) {
    self.theme = theme
    self.unit = unit
  }

  deinit {
    for stamp in stamps.values { cairo_surface_destroy(stamp) }
  }

  /// Draws `marker` on `context`.
  func show(_ marker: DrawingMarker, on context: OpaquePointer) {
    let quarterX = Int((Double(marker.center.x) * unit * 4).rounded())
    let quarterY = Int((Double(marker.center.y) * unit * 4).rounded())
    let kind = Kind(
      shape: marker.shape, classIndex: marker.classIndex, radius: marker.radius, phaseX: quarterX & 3,
      phaseY: quarterY & 3)
    let reach = reach(of: marker)
    guard let stamp = stamps[kind] ?? makeStamp(marker, kind, reach: reach) else { return }
    stamps[kind] = stamp
    cairo_set_source_surface(
      context, stamp, Double((quarterX >> 2) - reach), Double((quarterY >> 2) - reach))
    cairo_paint(context)
  }

  /// How far the marker can reach from its middle, in whole pixels.
  private func reach(of marker: DrawingMarker) -> Int {
    Int((Double(marker.radius) * unit * 1.3).rounded(.up)) + 2
  }

  private func makeStamp(_ marker: DrawingMarker, _ kind: Kind, reach: Int) -> OpaquePointer? {
    let side = Int32(2 * reach + 1)
    let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side)
    guard let surface, let context = cairo_create(surface) else { return nil }
    defer { cairo_destroy(context) }
    cairo_translate(
      context, Double(reach) + Double(kind.phaseX) / 4, Double(reach) + Double(kind.phaseY) / 4)
    marker.fill(on: context, unit: unit, theme: theme)
    cairo_surface_flush(surface)
    return surface
  }
}

extension DrawingMarker {
  /// Fills its rim and its inside around the origin of `context`; `unit` is 1/64 px there.
  func fill(on context: OpaquePointer, unit: Double, theme: Theme) {
    trace(radius: Double(radius) * unit, on: context)
    theme.use(.seriesEdge(classIndex), on: context)
    cairo_fill(context)
    trace(radius: Double(radius - rim) * unit, on: context)
    theme.use(.series(classIndex), on: context)
    cairo_fill(context)
  }

  private func trace(radius: Double, on context: OpaquePointer) {
    if let outline = shape.outline {
      for point in outline {
        cairo_line_to(context, Double(point.x) * radius / 1000, Double(point.y) * radius / 1000)
      }
      cairo_close_path(context)
    } else {
      cairo_arc(context, 0, 0, radius, 0, 2 * Double.pi)
    }
  }
}
