/// Writes diagnostics for a terminal: fact, position, the line with carets, the action.
public struct TerminalRenderer: Sendable {
  /// Whether to write escape codes for colours.
  public var usesColour: Bool
  /// The most characters of a source line that are shown.
  private let lineWidth = 110

  /// Makes a renderer.
  public init(usesColour: Bool = false) { self.usesColour = usesColour }

  /// Returns the lines of one diagnostic, without a last line end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let severity =
      diagnostic.isExpected ? "\(diagnostic.severity.rawValue), expected" : diagnostic.severity.rawValue
    let title =
      paint("\(severity)[\(diagnostic.kind.id)]", colour(of: diagnostic.severity)) + ": "
      + paint(oneLine(diagnostic.message.english), .bold)
    var lines = [title]
    lines += excerpt(diagnostic.primary, mark: "^", colour: colour(of: diagnostic.severity))
    for label in diagnostic.secondary { lines += excerpt(label, mark: "-", colour: .blue) }
    for frame in diagnostic.trace {
      lines.append("  = \(oneLine(frame.text.english)), at \(position(frame.range))")
    }
    if let hint = diagnostic.hint {
      lines.append("  = \(paint("hint", .green)): \(oneLine(hint.text.english))")
    }
    return lines.joined(separator: "\n")
  }

  private func excerpt(_ label: Diagnostic.Label, mark: String, colour: Colour) -> [String] {
    let start = label.range.start
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let excerpt = LineExcerpt(label.range, width: lineWidth)
    let carets = String(repeating: mark, count: excerpt.caretCount)
    let clause = label.text.isEmpty ? "" : " " + oneLine(label.text.english)
    return [
      "\(gutter)--> \(position(label.range))",
      "\(number) | \(excerpt.text)",
      "\(gutter) | \(excerpt.indentation)\(paint(carets + clause, colour))",
    ]
  }

  private func position(_ range: SourceRange) -> String {
    let start = range.start
    return "\(oneLine(range.file.path)):\(start.line):\(start.column)"
  }

  private enum Colour: String {
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case green = "1;32"
    case bold = "1"
  }

  private func colour(of severity: Diagnostic.Severity) -> Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Student text may hold line ends and escape codes; a terminal must see neither.
  private func oneLine(_ text: String) -> String { printable(text) }
}

/// Returns `text` on one line, without control characters, fit for a terminal.
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isControl($0) || FileName.isByte($0) }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(isControl(scalar) ? " " : FileName.isByte(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

/// Whether a scalar could move a cursor, hide, or turn the text around it.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
