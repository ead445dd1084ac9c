import Drawing
import Figures
import Testing

/// A plane whose regions meet at x1 + x2 = 1.5, without words but the ticks.
private var andFigure: Figure {
  let map = RegionMap.tracing(x: .boolean, y: .boolean, classNames: ["0", "1"]) { points in
    points.map { $0.x + $0.y >= 1.5 ? 1 : 0 }
  }
  let points = [
    PointSeries("", classIndex: 0, points: [PlanePoint(0, 0)]),
    PointSeries("", classIndex: 1, points: [PlanePoint(1, 1)]),
  ]
  return Figure.regions(map, points: points, xLabel: "", yLabel: "")
}

@Test(arguments: Theme.all, [1, 2, 3])
func pixelsHaveTheColoursOfTheirRoles(theme: Theme, scale: Int) throws {
  let figure = andFigure, list = figure.drawingList()
  let picture = try DecodedPNG(
    png(list, theme: theme, scale: scale, altText: figure.altText(), font: Font()))
  #expect(picture.width == list.width * scale && picture.height == list.height * scale)
  #expect((2...256).contains(picture.paletteCount))

  // The legend's sample of the ground comes first.
  let plane = try #require(
    list.elements.compactMap { element in
      if case .fill(let outlines, .region(0)) = element { outlines.first } else { nil }
    }.last)
  /// The colour at a point of the plane.
  func colour(_ x: Double, _ y: Double) -> RGB? {
    let u = (x + 0.5) / 2, v = (1.5 - y) / 2
    let left = Double(plane[0].x), top = Double(plane[0].y)
    let px = left + u * (Double(plane[2].x) - left), py = top + v * (Double(plane[2].y) - top)
    return picture.colour(x: Int(px * Double(scale) / 64), y: Int(py * Double(scale) / 64))
  }
  #expect(picture.colour(x: 1, y: 1) == theme.colour(of: .paper))
  #expect(colour(0.3, 0.3) == theme.colour(of: .region(0)))
  #expect(colour(1.3, 0.8) == theme.colour(of: .region(1)))
  // A border is two pixels wide, which need not be whole ones.
  if scale > 1 { #expect(colour(0.75, 0.75) == theme.colour(of: .boundary)) }
  #expect(colour(0, 0) == theme.colour(of: .series(0)))
  #expect(colour(1, 1) == theme.colour(of: .series(1)))
}

@Test(arguments: ["", "plain", "Grüße, α ≤ −½ 数 🙂", String(repeating: "lang ", count: 200)])
func theAltTextIsInTheFile(text: String) throws {
  let list = DrawingList(width: 8, height: 8)
  let picture = try DecodedPNG(png(list, theme: .light, altText: text, font: Font()))
  #expect(picture.description == text)
}

@Test func wordsLeaveInkWhereTheyStand() throws {
  var list = DrawingList(width: 100, height: 100)
  let start = DrawingPoint(x: 640, y: 3200)
  list.append(.text(DrawingText("M", start: start, size: 20 * 64), .ink))
  let up = DrawingPoint(x: 5120, y: 3200)
  list.append(.text(DrawingText("M", start: up, size: 20 * 64, direction: .upward), .ink))
  let picture = try DecodedPNG(png(list, theme: .light, scale: 1, altText: "", font: Font()))
  let ink = (0..<100).flatMap { y in (0..<100).map { (x: $0, y: y) } }
    .filter { picture.colour(x: $0.x, y: $0.y) == Theme.light.colour(of: .ink) }
  let across = ink.filter { $0.x < 50 }, upward = ink.filter { $0.x >= 50 }
  #expect(across.allSatisfy { $0.x >= 10 && $0.x < 28 && $0.y >= 34 && $0.y < 50 } && across.count > 20)
  #expect(upward.allSatisfy { $0.x >= 64 && $0.x < 80 && $0.y >= 32 && $0.y < 50 } && upward.count > 20)
}

@Test(arguments: [
  ("/nowhere/font.ttf", DrawingError.fontMissing(path: "/nowhere/font.ttf")),
  (#filePath, .fontUnusable(path: #filePath)), ("", .fontMissing(path: "")),
])
func fontsThatCannotBeUsedAreNamed(path: String, error: DrawingError) {
  #expect(throws: error) { try Font(path: path) }
  #expect(path.isEmpty || error.description.contains(path))
}

@Test func picturesThatAreTooLargeAreRefused() throws {
  let font = try Font()
  #expect(throws: DrawingError.pictureTooLarge(width: 2_000_000, height: 2)) {
    try png(DrawingList(width: 1_000_000, height: 1), theme: .light, altText: "", font: font)
  }
  #expect(throws: DrawingError.pictureTooLarge(width: 0, height: 0)) {
    try png(DrawingList(width: 5, height: 5), theme: .light, scale: 0, altText: "", font: font)
  }
}

@Test func filesThatAreNoPicturesAreRefused() throws {
  let whole = try png(DrawingList(width: 9, height: 9), theme: .light, altText: "x", font: Font())
  #expect(throws: DrawingError.self) { try DecodedPNG([]) }
  #expect(throws: DrawingError.self) { try DecodedPNG([1, 2, 3]) }
  #expect(throws: DrawingError.self) { try DecodedPNG(Array(whole.prefix(whole.count / 2))) }
}

@Test func threadsShareAFont() async throws {
  let font = try Font(), list = andFigure.drawingList()
  let expected = try png(list, theme: .dark, scale: 1, altText: "a", font: font)
  try await withThrowingTaskGroup(of: [UInt8].self) { group in
    for _ in 0..<6 {
      group.addTask { try png(list, theme: .dark, scale: 1, altText: "a", font: font) }
    }
    for try await bytes in group { #expect(bytes == expected) }
  }
}

@Test func fontsComeAndGo() throws {
  var list = DrawingList(width: 40, height: 20)
  list.append(.text(DrawingText("αg", start: DrawingPoint(x: 64, y: 900), size: 800), .ink))
  let expected = try png(list, theme: .light, altText: "", font: Font())
  for _ in 0..<30 {
    #expect(try png(list, theme: .light, altText: "", font: Font()) == expected)
  }
}

@Test func aFileOfTooManyPixelsIsRefusedBeforeTheyAreRead() {
  let size: [UInt8] = [0, 0, 0x13, 0x88]  // 5,000
  let head = Array("IHDR".utf8) + size + size + [8, 2, 0, 0, 0] + [0xD2, 0xFA, 0x10, 0x9C]
  let data = [0, 0, 0, 0] + Array("IDAT".utf8) + [0x35, 0xAF, 0x06, 0x1E]
  let file = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13] + head + data
  #expect(throws: DrawingError.encodingFailed("it has more than 16,000,000 pixels")) {
    try DecodedPNG(file)
  }
}
