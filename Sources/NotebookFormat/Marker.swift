import Diagnostics

/// An HTML comment that begins or ends a part of the page for one face.
enum Marker {
  case open(Block.Section)
  case close(Block.Section)

  /// The comments that are markers, as they are written in messages.
  static let names = ["solution", "notes", "answer"]

  /// Reads a comment that is nothing but a marker; nil for every other text.
  init?(_ html: String) {
    guard let words = Self.words(in: html) else { return nil }
    switch (words.name, words.argument) {
    case ("solution", ""): self = words.isClosing ? .close(.solution) : .open(.solution)
    case ("notes", ""): self = words.isClosing ? .close(.notes) : .open(.notes)
    case ("answer", let exercise):
      guard words.isClosing || !exercise.isEmpty else { return nil }
      self = words.isClosing ? .close(.answer(exercise: "")) : .open(.answer(exercise: exercise))
    default: return nil
    }
  }

  /// Returns the marker's name if `html` holds a comment that begins like a marker.
  static func name(in html: String) -> String? {
    guard let start = html.firstRange(of: "<!--") else { return nil }
    var rest = html[start.lowerBound...]
    while let comment = rest.firstRange(of: "<!--") {
      let end = rest[comment.upperBound...].firstRange(of: "-->")?.upperBound ?? rest.endIndex
      if let words = words(in: String(rest[comment.lowerBound..<end])), names.contains(words.name) {
        return words.name
      }
      rest = rest[end...]
    }
    return nil
  }

  private static func words(in html: String) -> (isClosing: Bool, name: String, argument: String)? {
    let comment = html.trimmed
    guard comment.utf8.count < 200, comment.hasPrefix("<!--"), comment.hasSuffix("-->") else { return nil }
    var inner = String(comment.dropFirst(4).dropLast(3)).trimmed
    let isClosing = inner.hasPrefix("/")
    if isClosing { inner = String(inner.dropFirst()).trimmed }
    let parts = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return (isClosing, String(parts.first ?? "").trimmed, parts.count > 1 ? String(parts[1]).trimmed : "")
  }

  /// A marker in a paragraph or a piece of HTML, or with other words than its own.
  static func misplaced(_ name: String, _ range: SourceRange) -> Diagnostic {
    let form = name == "answer" ? "<!-- answer: NAME -->" : "<!-- \(name) -->"
    return Diagnostic(
      .misplacedMarker, "the marker `\(name)` does not stand alone as `\(form)`", at: range,
      hint: .init("give it a line of its own, between blank lines"))
  }
}

extension Block.Section {
  /// The word that opens it.
  var name: String {
    switch self {
    case .solution: "solution"
    case .notes: "notes"
    case .answer: "answer"
    }
  }
}

extension String {
  /// The text without blanks and line ends around it.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
    var view = unicodeScalars[...]
    while let first = view.first, isBlank(first) { view.removeFirst() }
    while let last = view.last, isBlank(last) { view.removeLast() }
    return String(view)
  }
}
