import Diagnostics

/// Callouts of other tools, which would be shown as quotes.
extension PageReader {
  /// What other tools call the callouts of GitHub.
  private static let others = [
    "hint": "TIP", "info": "NOTE", "remark": "NOTE", "danger": "CAUTION", "error": "CAUTION",
    "attention": "WARNING",
    "example": "NOTE", "question": "NOTE", "success": "TIP", "abstract": "NOTE", "todo": "IMPORTANT",
    "notes": "NOTE", "tips": "TIP", "warn": "WARNING", "exercise": "IMPORTANT",
  ]

  /// Says so where a quote begins with the mark of a callout that there is not.
  mutating func reportUnknownCallout(_ children: [Block]) {
    guard let first = children.first, case .paragraph(let inlines) = first.kind, let mark = inlines.first,
      case .text(let text) = mark.kind, text.hasPrefix("[!"), let end = text.firstIndex(of: "]")
    else { return }
    let name = text[..<end].dropFirst(2)
    guard !name.isEmpty, name.utf8.count < 20, name.allSatisfy(\.isLetter) else { return }
    let known = Block.Callout.allCases.map { $0.rawValue.uppercased() }
    guard !known.contains(name.uppercased()) else { return }
    let meant = Self.others[name.lowercased()] ?? nearMisses(of: name.uppercased(), in: known, limit: 1).first
    let place =
      mark.range.text.hasPrefix("[!\(name)]")
      ? SourceRange(mark.range.file, mark.range.lowerBound + 2..<mark.range.lowerBound + 2 + name.utf8.count)
      : mark.range
    diagnostics.append(
      Diagnostic(
        .unknownCallout, "there is no callout `\(name)`, so this is a plain quote", at: place,
        hint: .init(
          meant.map { "write `[!\($0)]`" }
            ?? "they are \(known.map { "`[!\($0)]`" }.joined(separator: ", "))",
          edit: place.text == name ? meant.map { .init(place, $0) } : nil)))
  }
}
