import Diagnostics

/// A program with one place marked by `«` and `»`.
struct MarkedText {
  /// The program without the marks.
  let text: String
  /// The marked offsets.
  let marked: Range<Int>?

  init(_ source: String) {
    var text = ""
    var (start, end): (Int?, Int?)
    for character in source.unicodeScalars {
      switch character {
      case "«": start = text.utf8.count
      case "»": end = text.utf8.count
      default: text.unicodeScalars.append(character)
      }
    }
    self.text = text
    marked = if let start, let end { start..<end } else { nil }
  }
}

/// Returns `text` with the edit made.
func edited(_ text: String, _ edit: Diagnostic.Edit) -> String {
  let bytes = Array(text.utf8)
  let parts = [
    Array(bytes[..<edit.range.lowerBound]), Array(edit.replacement.utf8),
    Array(bytes[edit.range.upperBound...]),
  ]
  return String(decoding: parts.joined(), as: UTF8.self)
}
