/// A piece of a file: UTF-8 offsets, the end exclusive.
public struct SourceRange: Sendable, Hashable {
  /// The file that holds the piece.
  public let file: SourceFile
  /// The offset of the first byte.
  public let lowerBound: Int
  /// The offset behind the last byte.
  public let upperBound: Int

  /// Makes the range of the offsets `bytes` in `file`.
  public init(_ file: SourceFile, _ bytes: Range<Int>) {
    self.file = file
    self.lowerBound = bytes.lowerBound
    self.upperBound = bytes.upperBound
  }

  /// The offsets in the file.
  public var bytes: Range<Int> { lowerBound..<upperBound }
  /// The position of the first character.
  public var start: SourceLocation { file.location(of: lowerBound) }
  /// The position behind the last character.
  public var end: SourceLocation { file.location(of: upperBound) }
  /// The text in the range.
  public var text: String { file.slice(bytes) }

  /// Returns the smallest range that holds both, which are of one file.
  public func joined(with other: SourceRange) -> SourceRange {
    SourceRange(
      file, min(lowerBound, other.lowerBound)..<max(upperBound, other.upperBound))
  }

  /// Returns the empty range at the start.
  public var startPoint: SourceRange { SourceRange(file, lowerBound..<lowerBound) }
  /// Returns the empty range at the end.
  public var endPoint: SourceRange { SourceRange(file, upperBound..<upperBound) }

  /// Ranges are equal when they are the same bytes of the same file.
  public static func == (a: SourceRange, b: SourceRange) -> Bool {
    a.file === b.file && a.lowerBound == b.lowerBound && a.upperBound == b.upperBound
  }

  /// Hashes the offsets.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(lowerBound)
    hasher.combine(upperBound)
  }
}
