import Diagnostics

/// The file with the change made that the hint of a diagnostic carries.
public struct Repair {
  /// The changed file.
  public let file: SourceFile
  /// How many lines there are more.
  public let addedLines: Int
  /// The part of `addedLines` that stand above the diagnostic.
  private let addedAbove: Int

  /// Makes the change, or nil where the diagnostic carries none.
  public init?(of diagnostic: Diagnostic) {
    guard let edit = diagnostic.hint?.edit else { return nil }
    let old = edit.range.file
    let bytes = Array(old.text.utf8)
    let parts = [
      bytes[..<edit.range.lowerBound], ArraySlice(edit.replacement.utf8), bytes[edit.range.upperBound...],
    ]
    file = SourceFile(path: old.path, text: String(decoding: parts.joined(), as: UTF8.self))
    addedLines = file.lineCount - old.lineCount
    addedAbove = edit.range.lowerBound < diagnostic.primary.range.lowerBound ? addedLines : 0
  }

  /// Whether fewer diagnostics of this kind stand at the line afterwards.
  public func ends(_ diagnostic: Diagnostic, before: [Diagnostic], after: [Diagnostic]) -> Bool {
    let line = diagnostic.primary.range.start.line
    func count(_ diagnostics: [Diagnostic], _ line: Int) -> Int {
      diagnostics.count { $0.kind.id == diagnostic.kind.id && $0.primary.range.start.line == line }
    }
    return count(after, line + addedAbove) < count(before, line)
  }
}
