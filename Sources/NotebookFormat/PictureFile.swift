import Diagnostics

/// A picture of the course's folder that the page shows.
public struct PictureFile: Sendable {
  /// The kinds of picture.
  public enum Format: String, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
  }

  /// The path as the text has it.
  public let url: String
  /// The file whose text has it.
  public let file: SourceFile
  /// The kind of picture.
  public let format: Format
  /// The file's bytes.
  public let bytes: [UInt8]

  /// Makes a picture.
  public init(url: String, file: SourceFile, format: Format, bytes: [UInt8]) {
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

  /// The most bytes of one picture.
  static let largest = 5_000_000
  /// The most bytes of all pictures.
  static let mostBytes = 20_000_000

  init(_ files: CourseFiles) { self.files = files }

  /// Reads the picture `url` of the text at `range`, once for each file that speaks of it.
  mutating func read(_ url: String, at range: SourceRange) {
    guard known.count < 1_000, known.insert(range.file.path + "\n" + url).inserted else { return }
    do throws(Problem) {
      let picture = try picture(url, range.file)
      room -= picture.bytes.count
      pictures.append(picture)
    } catch {
      diagnostics.append(
        Diagnostic(
          .pictureNotShown, "the picture `\(url.prefix(60))` becomes a link: \(error.text)", at: range,
          hint: .init("use a PNG or JPEG file of at most 5 MB from the course's folder")))
    }
  }

  private struct Problem: Error { let text: String }

  private func picture(_ url: String, _ file: SourceFile) throws(Problem) -> PictureFile {
    guard let target = Self.decoded(url), !target.contains(":"),
      let path = CourseFiles.path(of: target, from: file.path)
    else { throw Problem(text: "it is no file of the course's folder") }
    let bytes: [UInt8]
    do { bytes = try files.read(path, Self.largest) } catch { throw Problem(text: error.text) }
    guard let format = PictureFile.Format(bytes) else { throw Problem(text: "it is no PNG or JPEG file") }
    guard bytes.count <= room else { throw Problem(text: "the page has more than 20 MB of pictures") }
    return PictureFile(url: url, file: file, format: format, bytes: bytes)
  }

  /// Reads `%20` and its kin.
  private static func decoded(_ url: String) -> String? {
    var result: [UInt8] = []
    let bytes = Array(url.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}

extension PictureFile.Format {
  /// Tells the kind of a file from its first bytes.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      return nil
    }
  }
}
