extension Figure {
  /// A factual description made from the data, at most 700 characters.
  public var altText: String {
    let facts = marks.compactMap { $0.content.description(x: x, y: y) }
    let shown = facts.prefix(12)
    let rest = facts.count - shown.count
    let body = shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    let text = "\(subject) over \(words(x, "x")) and \(words(y, "y"))" + (body.isEmpty ? "." : ": \(body).")
    return PlainText.bounded(text, limit: 700)
  }

  private var subject: String {
    let kind = marks.first?.content.subject ?? "Empty plot"
    if title.isEmpty { return kind }
    return title.lowercased().contains(kind.lowercased()) ? title : "\(title): \(kind.lowercased())"
  }

  private func words(_ axis: Axis, _ name: String) -> String {
    "\(axis.name(or: name)) from \(NumberText.short(axis.range.lower)) to \(NumberText.short(axis.range.upper))"
  }
}
