import Diagnostics
import Wording

/// A picture of the course's folder that the page shows.
public struct PictureFile: Sendable {
  /// The kinds of picture.
  public enum Format: String, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case svg = "image/svg+xml"
  }

  /// The path as the text has it.
  public let url: String
  /// The file whose text has it.
  public let file: SourceFile
  /// The kind of picture.
  public let format: Format
  /// The file's bytes.
  public let bytes: [UInt8]
  /// The width that it says it has, in pixels; 0 where it is a drawing.
  public let width: Int
  /// The height that it says it has, in pixels; 0 where it is a drawing.
  public let height: Int

  /// How many pixels it says it has; none where it is a drawing.
  public var pixels: Int { width * height }

  /// Makes a picture.
  public init(url: String, file: SourceFile, format: Format, bytes: [UInt8], width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    self.url = url
    self.file = file
    self.format = format
    self.bytes = bytes
  }
}

/// Reads the pictures that a page speaks of.
struct PictureReader {
  private(set) var pictures: [PictureFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let files: CourseFiles
  private var known: Set<String> = []
  private var room = mostBytes
  private var pixelRoom = mostPixels

  /// The most bytes of one picture.
  static let largest = 5_000_000
  /// The most bytes of all pictures.
  static let mostBytes = 20_000_000
  /// The most pixels of one picture, which a browser takes four bytes each for.
  static let largestPixels = 50_000_000
  /// The most pixels of all pictures.
  static let mostPixels = 200_000_000

  init(_ files: CourseFiles) { self.files = files }

  /// Reads the picture `url` of the text at `range`, once for each file that speaks of it.
  mutating func read(_ url: String, at range: SourceRange) {
    guard known.count < 1_000, known.insert(range.file.path + "\n" + url).inserted else { return }
    do throws(Problem) {
      let picture = try picture(url, range)
      room -= picture.bytes.count
      pixelRoom -= picture.pixels
      pictures.append(picture)
    } catch {
      diagnostics.append(
        Diagnostic(
          .pictureNotShown, "the picture `\(url.prefix(60))` becomes a link: \(error.text)", at: range,
          hint: .init(
            "use a PNG, JPEG or SVG file of at most 5 MB and 50 million pixels from the course's folder")
        ))
    }
  }

  private struct Problem: Error { let text: Message }

  private mutating func picture(_ url: String, _ range: SourceRange) throws(Problem) -> PictureFile {
    let file = range.file
    guard let target = url.percentDecoded, !target.contains(":"),
      let path = CourseFiles.path(of: target, from: file.path)
    else { throw Problem(text: "it is no file of the course's folder") }
    let bytes: [UInt8]
    do { bytes = try files.read(path, Self.largest) } catch { throw Problem(text: error.text) }
    guard let format = PictureFile.Format(bytes) else { return try drawing(bytes, url, range) }
    guard bytes.count <= room else { throw Problem(text: "the page has more than 20 MB of pictures") }
    guard let (width, height) = format.size(of: bytes) else { throw Problem(text: "its size cannot be read") }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, pixels <= Self.largestPixels else {
      throw Problem(text: "it has \(readable(width)) by \(readable(height)) pixels")
    }
    guard pixels <= pixelRoom else {
      throw Problem(text: "the page has pictures of more than \(readable(Self.mostPixels)) pixels")
    }
    return PictureFile(url: url, file: file, format: format, bytes: bytes, width: width, height: height)
  }

  private mutating func drawing(
    _ source: [UInt8], _ url: String, _ range: SourceRange
  ) throws(Problem) -> PictureFile {
    let drawing: SVGPicture
    do { drawing = try SVGPicture(source) } catch { throw Problem(text: error.text) }
    guard drawing.bytes.count <= room else { throw Problem(text: "the page has more than 20 MB of pictures") }
    if !drawing.omitted.isEmpty {
      let names = drawing.omitted.map { "`\($0.prefix(30))`" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .pictureNotShown, "the picture `\(url.prefix(60))` is shown without its \(names)", at: range,
          hint: .init("save it as plain SVG, with text and shapes alone, if something is missing")))
    }
    return PictureFile(url: url, file: range.file, format: .svg, bytes: drawing.bytes, width: 0, height: 0)
  }
}

extension PictureFile.Format {
  /// Tells the kind of a file of pixels from its first bytes.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      return nil
    }
  }

  /// Reads the width and the height from the head of a file; nil where they do not stand there.
  func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    switch self {
    case .png: Self.sizeOfPNG(bytes)
    case .jpeg: Self.sizeOfJPEG(bytes)
    case .svg: nil
    }
  }

  /// The chunk IHDR comes first: its length, its name, the width and the height, four bytes each.
  private static func sizeOfPNG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return size(width: number(bytes[16..<20]), height: number(bytes[20..<24]))
  }

  /// Segments of 0xFF, a kind, and a length of two bytes that counts itself; a frame begins with one of the
  /// kinds 0xC0 to 0xCF, but for three, with its precision, the height and the width.
  private static func sizeOfJPEG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var at = 2
    while at + 9 <= bytes.count {
      guard bytes[at] == 0xFF else { return nil }
      let kind = bytes[at + 1]
      if kind == 0xFF {
        at += 1
      } else if 0xC0...0xCF ~= kind, ![0xC4, 0xC8, 0xCC].contains(kind) {
        return size(width: number(bytes[at + 7..<at + 9]), height: number(bytes[at + 5..<at + 7]))
      } else {
        at += 0xD0...0xD9 ~= kind || kind == 0x01 ? 2 : 2 + max(2, number(bytes[at + 2..<at + 4]))
      }
    }
    return nil
  }

  private static func size(width: Int, height: Int) -> (width: Int, height: Int)? {
    width > 0 && height > 0 ? (width, height) : nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
