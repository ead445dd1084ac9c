import Drawing
import Figures
import Foundation
import FoundationXML
import Testing

/// SVG and PDF files of the sample figures, drawn by other programs, beside the PNG.
@Suite struct VectorFileTests {
  /// A program that draws a file of vectors as PNG, two pixels to the CSS pixel.
  enum Peer: String, CaseIterable {
    case rsvg = "/usr/bin/rsvg-convert"
    case poppler = "/usr/bin/pdftoppm"

    static var isThere: Bool {
      allCases.allSatisfy { FileManager.default.isExecutableFile(atPath: $0.rawValue) }
    }

    var format: PictureFormat { self == .rsvg ? .svg : .pdf }

    func drawing(_ file: [UInt8]) throws -> DecodedPNG {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "nnb-vectors-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let (source, picture) = (folder.appendingPathComponent("a"), folder.appendingPathComponent("b"))
      try Data(file).write(to: source)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: rawValue)
      process.arguments =
        switch self {
        case .rsvg: ["-z", "2", source.path, "-o", picture.path + ".png"]
        case .poppler: ["-r", "192", "-png", "-singlefile", source.path, picture.path]
        }
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return try DecodedPNG(Array(Data(contentsOf: picture.appendingPathExtension("png"))))
    }
  }

  /// Every fourth, since the other programs take their time; all of them were compared when this was written.
  @Test(.enabled(if: Peer.isThere), arguments: stride(from: 0, to: SampleFigures.all.count, by: 4).map { $0 })
  func vectorsShowWhatThePNGShows(index: Int) throws {
    let (name, figure) = SampleFigures.all[index]
    let (font, list) = (try Font(), figure.drawingList())
    let theme = index % 8 == 0 ? Theme.light : .dark
    let expected = try DecodedPNG(png(list, theme: theme, scale: 2, altText: "", font: font))
    let letterings: [Lettering] = index == 0 ? [.words, .outlines] : [.words]
    for (peer, lettering) in letterings.map({ (Peer.rsvg, $0) }) + [(.poppler, .words)] {
      let file = try peer.format.printed(
        list, theme: theme, lettering: lettering, altText: figure.altText(), font: font)
      let drawn = try peer.drawing(file)
      #expect(
        abs(drawn.width - expected.width) <= 1 && abs(drawn.height - expected.height) <= 1,
        "\(drawn.width) × \(drawn.height)")
      let share = differing(drawn, expected)
      #expect(share < 0.01, "\(name) by \(peer): \(share)")
    }
  }

  /// A picture without its markers is found out.
  @Test func theComparisonFindsWhatIsMissing() throws {
    let font = try Font()
    let list = SampleFigures.xor.drawingList()
    var bare = DrawingList(width: list.width, height: list.height)
    for element in list.elements {
      if case .marker = element { continue }
      bare.append(element)
    }
    let pictures = try [list, bare].map {
      try DecodedPNG(png($0, theme: .light, scale: 1, altText: "", font: font))
    }
    #expect(differing(pictures[0], pictures[0]) == 0)
    #expect(differing(pictures[1], pictures[0]) > 0.001)
  }

  /// The share of pixels whose colour the other picture has nowhere near.
  private func differing(_ a: DecodedPNG, _ b: DecodedPNG) -> Double {
    let (width, height) = (min(a.width, b.width), min(a.height, b.height))
    var count = 0
    for y in 0..<height {
      for x in 0..<width where a.colour(x: x, y: y) != b.colour(x: x, y: y) {
        if !isNear(a, x, y, b) || !isNear(b, x, y, a) { count += 1 }
      }
    }
    return Double(count) / Double(width * height)
  }

  /// Whether each channel of a pixel lies between those around the same place of the other picture, with a little room.
  private func isNear(_ a: DecodedPNG, _ x: Int, _ y: Int, _ b: DecodedPNG) -> Bool {
    guard let colour = a.colour(x: x, y: y) else { return false }
    var around: [RGB] = []
    for dy in -1...1 {
      for dx in -1...1 { if let near = b.colour(x: x + dx, y: y + dy) { around.append(near) } }
    }
    return [\RGB.red, \.green, \.blue].allSatisfy { channel in
      let values = around.map { Int($0[keyPath: channel]) }
      return Int(colour[keyPath: channel]) >= (values.min() ?? 0) - 40
        && Int(colour[keyPath: channel]) <= (values.max() ?? 255) + 40
    }
  }

  @Test func wordsStayWordsAndFilesAreTheSame() throws {
    let (font, list) = (try Font(), SampleFigures.and.drawingList())
    let alt = "a < b & \"c\" \u{1}"
    let file = try svg(list, theme: .light, altText: alt, font: font)
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains(">Decision regions of and_gate</text>"))
    #expect(text.contains("aria-label=\"a &lt; b &amp; &quot;c&quot; \u{FFFD}\""))
    let parser = XMLParser(data: Data(file))
    #expect(parser.parse())
    let drawn = try svg(list, theme: .light, lettering: .outlines, altText: alt, font: font)
    let outlines = String(decoding: drawn, as: UTF8.self)
    #expect(!outlines.contains("<text"))
    let pages = try (0..<2).map { _ in try pdf(list, theme: .light, altText: alt, font: font) }
    #expect(pages[0] == pages[1] && pages[0].starts(with: "%PDF".utf8))
    #expect(pages[0].firstRange(of: Array("CreationDate".utf8)) == nil)
    #expect(pages[0].firstRange(of: Array("/FontFile".utf8)) != nil)
  }

  @Test func zoomIsTheSizeOnPaper() throws {
    let (font, list) = (try Font(), SampleFigures.and.drawingList())
    let text = String(
      decoding: try svg(list, theme: .light, zoom: 0.5, altText: "", font: font), as: UTF8.self)
    #expect(text.contains("width=\"\(list.width / 2)\" "))
    let page = try pdf(list, theme: .light, zoom: 2, altText: "", font: font)
    let box = "/MediaBox [ 0 0 \(list.width * 3 / 2) \(list.height * 3 / 2) ]"
    #expect(page.firstRange(of: Array(box.utf8)) != nil)
  }
}
