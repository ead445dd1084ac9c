import Diagnostics

/// An HTML comment that begins or ends a part of the page for one face or medium, or a step of a slide.
enum Marker {
  case open(Block.Section)
  case close(Block.Section)
  case pause

  /// What is written for a marker by mistake, and would be a comment that hides nothing.
  private static let slips = ["solutions": "solution", "note": "notes", "answers": "answer"]

  /// Reads a comment that is nothing but a marker, in small or capital letters; nil for every other text.
  init?(_ html: String) {
    guard let words = Self.words(in: html) else { return nil }
    if words.name == "pause" {
      guard words.argument.isEmpty, !words.isClosing else { return nil }
      self = .pause
      return
    }
    guard let section = Block.Section(words.name, words.isClosing ? nil : words.argument) else { return nil }
    self = words.isClosing ? .close(section) : .open(section)
  }

  /// Returns the marker's name if `html` holds a comment that begins like a marker.
  static func name(in html: String) -> String? {
    guard let start = html.firstRange(of: "<!--") else { return nil }
    var rest = html[start.lowerBound...]
    while let comment = rest.firstRange(of: "<!--") {
      let end = rest[comment.upperBound...].firstRange(of: "-->")?.upperBound ?? rest.endIndex
      if let words = words(in: String(rest[comment.lowerBound..<end])) {
        if MarkerForm.all.contains(where: { $0.name == words.name }) { return words.name }
        if words.argument.isEmpty, let meant = meant(by: words.name) { return meant }
      }
      rest = rest[end...]
    }
    return nil
  }

  /// The marker that `soluton` or `begin solution` means.
  private static func meant(by typed: String) -> String? {
    if let meant = slips[typed] { return meant }
    let names = MarkerForm.all.map(\.name)
    let words = typed.split(separator: " ")
    if words.count == 2, ["begin", "start"].contains(words[0]) { return names.first { $0 == words[1] } }
    guard words.count == 1, typed.utf8.count > 5 else { return nil }
    return nearMisses(of: typed, in: names, limit: 1).first
  }

  private static func words(in html: String) -> (isClosing: Bool, name: String, argument: String)? {
    let comment = html.trimmed
    guard comment.utf8.count < 200, comment.hasPrefix("<!--"), comment.hasSuffix("-->") else { return nil }
    var inner = String(comment.dropFirst(4).dropLast(3)).trimmed
    let isClosing = inner.hasPrefix("/")
    if isClosing { inner = String(inner.dropFirst()).trimmed }
    let parts = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return (
      isClosing, String(parts.first ?? "").trimmed.lowercased(),
      parts.count > 1 ? String(parts[1]).trimmed : ""
    )
  }

  /// A marker in a paragraph or a piece of HTML, or with other words than its own.
  static func misplaced(_ name: String, _ range: SourceRange) -> Diagnostic {
    if let words = words(in: range.text), name == "column", words.name == name, !words.argument.isEmpty {
      return Diagnostic(
        .misplacedMarker, "a column has 5 % to 95 % of the width, here stands `\(words.argument)`", at: range,
        hint: .init("write `<!-- column: 60% -->`, or `<!-- column -->` for an equal part"))
    }
    let form = MarkerForm.all.first { $0.name == name }?.opening ?? name
    return Diagnostic(
      .misplacedMarker, "the marker `\(name)` does not stand alone as `\(form)`", at: range,
      hint: .init("give it a line of its own, between blank lines"))
  }
}

extension Block.Section {
  /// Reads what a marker opens, or closes where it has no argument at all.
  fileprivate init?(_ name: String, _ argument: String?) {
    switch (name, argument ?? "") {
    case ("solution", ""): self = .solution
    case ("notes", ""): self = .notes
    case ("slide", ""): self = .slide
    case ("report", ""): self = .report
    case ("columns", ""): self = .columns
    case ("column", ""): self = .column(percent: nil)
    case ("column", let width):
      guard width.hasSuffix("%"), let percent = Int(width.dropLast()), 5...95 ~= percent else { return nil }
      self = .column(percent: percent)
    case ("answer", let exercise):
      guard argument == nil || !exercise.isEmpty else { return nil }
      self = .answer(exercise: exercise)
    default: return nil  // A word of the author's, not a case of ours.
    }
  }

  /// Whether it is one of several columns.
  var isColumn: Bool { if case .column = self { true } else { false } }

  /// The word that opens it.
  var name: String {
    switch self {
    case .solution: "solution"
    case .notes: "notes"
    case .answer: "answer"
    case .slide: "slide"
    case .report: "report"
    case .columns: "columns"
    case .column: "column"
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
