import Testing

@testable import Drawing

/// A picture of `colours`, one pixel each, on a ground of white that is more frequent than any.
private func picture(of colours: [UInt32]) -> Pixels {
  let width = 64, height = (2 * colours.count + width - 1) / width
  var values = [UInt32](repeating: 0xffffff, count: width * height)
  for (index, colour) in colours.enumerated() { values[2 * index] = colour }
  return Pixels(values: values, width: width, height: height)
}

private func colours(of pixels: Pixels, in file: DecodedPNG) -> [(wanted: RGB, found: RGB?)] {
  pixels.values.indices.map {
    (RGB(pixels.values[$0]), file.colour(x: $0 % pixels.width, y: $0 / pixels.width))
  }
}

@Test(arguments: [1, 2, 255])
func upTo256ColoursStayExact(count: Int) throws {
  let pixels = picture(of: (0..<count).map { UInt32($0) * 65_793 })
  let file = try DecodedPNG(encoded(pixels, altText: "", pixelsPerMetre: 0))
  #expect(file.paletteCount >= count && file.paletteCount <= 256)
  #expect(colours(of: pixels, in: file).allSatisfy { $0.wanted == $0.found })
}

@Test func manyBlendsBecomeAPalette() throws {
  // Three ramps, as along the edges of letters on three grounds.
  let ramps = (0..<256).flatMap { [UInt32($0), UInt32($0) << 8 | 0xff, UInt32($0) << 16 | 0x80] }
  let pixels = picture(of: ramps)
  let file = try DecodedPNG(encoded(pixels, altText: "", pixelsPerMetre: 0))
  #expect((2...256).contains(file.paletteCount))
  #expect(file.colour(x: 1, y: 0) == RGB(0xffffff))
  for (wanted, found) in colours(of: pixels, in: file) {
    let found = try #require(found)
    #expect(abs(Int(wanted.red) - Int(found.red)) < 20)
    #expect(abs(Int(wanted.green) - Int(found.green)) < 20)
    #expect(abs(Int(wanted.blue) - Int(found.blue)) < 20)
  }
}

@Test(arguments: [4096, 40_000])
func picturesOfTooManyColoursKeepThem(count: Int) throws {
  let pixels = picture(of: (0..<count).map { UInt32($0) &* 2_654_435_761 >> 8 })
  let file = try DecodedPNG(encoded(pixels, altText: "", pixelsPerMetre: 0))
  #expect(file.paletteCount == 0)
  #expect(colours(of: pixels, in: file).allSatisfy { $0.wanted == $0.found })
}
