import Drawing
import Foundation
import Synchronization
import TestSupport

@testable import Figures

/// The golden drawings that differ, as pictures side by side in `.build/drawing-differences.html`.
enum DrawingDifferences {
  private static let folder = Repository.root.appendingPathComponent(".build/drawing-differences")
  private static let page = Repository.root.appendingPathComponent(".build/drawing-differences.html")

  /// One test at a time writes the page.
  private static let writing = Mutex(())

  /// Shows how `actual` differs from the drawing `recorded` of this name, or takes it from the page where it does not.
  static func show(_ name: String, recorded: String?, actual: DrawingList) throws {
    let row = folder.appendingPathComponent("\(name).html")
    try writing.withLock { _ in
      let files = FileManager.default
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try? files.removeItem(at: row)
      if let recorded, recorded != actual.text {
        try Data(html(name, try DrawingReader.drawing(recorded), actual).utf8).write(to: row)
      }
      let rows = try files.contentsOfDirectory(atPath: folder.path).sorted()
      try? files.removeItem(at: page)
      guard !rows.isEmpty else { return }
      let texts = try rows.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
      try Data((head + texts.joined()).utf8).write(to: page)
    }
  }

  private static let head = """
    <!doctype html><meta charset="utf-8"><title>Golden drawings that differ</title>
    <style>
    body { font: 15px sans-serif } .row { display: flex; gap: 1em } img { max-width: 30vw }
    .both { position: relative } .both img + img { position: absolute; inset: 0; mix-blend-mode: difference }
    </style>
    <h1>Golden drawings that differ</h1>

    """

  private static func html(_ name: String, _ recorded: DrawingList, _ actual: DrawingList) throws -> String {
    let font = try Font()
    let (old, new) = try (image(recorded, font), image(actual, font))
    return """
      <h2>\(name)</h2>
      <div class="row"><figure>\(old)<figcaption>expected</figcaption></figure>
      <figure>\(new)<figcaption>got</figcaption></figure>
      <figure><div class="both">\(old)\(new)</div><figcaption>difference: what is not black</figcaption></figure></div>

      """
  }

  private static func image(_ list: DrawingList, _ font: Font) throws -> String {
    let bytes = try png(list, theme: .light, altText: "", font: font)
    return "<img src=\"data:image/png;base64,\(Data(bytes).base64EncodedString())\">"
  }
}
