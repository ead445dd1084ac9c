import CCairo
import Figures
import Testing

@testable import Drawing

/// Lines, words and a marker of every shape, none of them at a whole pixel.
private var sample: DrawingList {
  var list = DrawingList(width: 240, height: 60)
  list.append(.text(DrawingText("Word", start: DrawingPoint(x: 300, y: 900), size: 14 * 64), .ink))
  list.append(
    .stroke(
      [DrawingLine([DrawingPoint(x: 70, y: 3000), DrawingPoint(x: 15_000, y: 1500)])], .function,
      DrawingStroke(width: 96, dashes: [300, 200])))
  for (index, shape) in MarkerShape.allCases.enumerated() {
    let center = DrawingPoint(x: 900 + 1500 * index, y: 2011)
    list.append(.marker(DrawingMarker(shape, classIndex: index, center: center, radius: 400)))
  }
  return list
}

/// On a surface that keeps outlines a drawing looks as it does in pixels, to a quarter of a pixel of its markers.
@Test func vectorsLookLikePixels() throws {
  let list = sample
  let (stamped, replayed) = try Font().withFace { (face) throws(DrawingError) in
    let recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nil)
    defer { cairo_surface_destroy(recording) }
    try Canvas.draw(list, on: recording, scale: 2, theme: .light, face: face)
    return (
      try Pixels(list, theme: .light, scale: 2, face: face).values,
      pixels(of: recording, width: list.width * 2, height: list.height * 2)
    )
  }
  let differences = zip(stamped, replayed).map(difference)
  // A rim that lies an eighth of a pixel beside its place.
  #expect(differences.max() ?? 0 < 90)
  #expect(differences.count { $0 > 0 } > 0 && differences.reduce(0, +) < 2 * differences.count)
  let colours = Set(replayed.map { $0 & 0xFF_FFFF })
  #expect(colours.contains(0x0877bd) && colours.contains(0xf59322))
}

/// How far two colours lie apart in the channel in which they differ most.
private func difference(_ a: UInt32, _ b: UInt32) -> Int {
  var most = 0
  for shift: UInt32 in [0, 8, 16] {
    let left = Int(a >> shift & 0xFF), right = Int(b >> shift & 0xFF)
    most = max(most, abs(left - right))
  }
  return most
}

private func pixels(of surface: OpaquePointer?, width: Int, height: Int) -> [UInt32] {
  [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
    let bytes = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    let image = cairo_image_surface_create_for_data(
      bytes, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(width * 4))
    let context = cairo_create(image)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
    cairo_destroy(context)
    cairo_surface_flush(image)
    cairo_surface_destroy(image)
    count = width * height
  }
}
