extension Figure {
  /// A factual description made from the data, at most 700 characters.
  public var altText: String {
    PlainText.bounded(description(factLimit: 12), limit: 700)
  }

  /// What the figure shows, in at most `factLimit` facts.
  func description(factLimit: Int) -> String {
    let (kind, extent, facts) = content.words
    let shown = facts.prefix(factLimit)
    let rest = facts.count - shown.count
    let body = shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    return [subject(kind), extent].filter { !$0.isEmpty }.joined(separator: " ")
      + (body.isEmpty ? "." : ": \(body).")
  }

  private func subject(_ kind: String) -> String {
    if title.isEmpty { return kind }
    return title.lowercased().contains(kind.lowercased()) ? title : "\(title): \(kind.lowercased())"
  }
}

extension Figure.Content {
  /// What the figure is, over what, and the facts it shows.
  fileprivate var words: (kind: String, extent: String, facts: [String]) {
    switch self {
    case .plane(let plane):
      (
        plane.marks.first?.content.subject ?? "Empty plot", plane.extent,
        plane.marks.compactMap { $0.content.description(x: plane.x, y: plane.y) }
      )
    case .grid(let grid): ("Picture", "of \(grid.panels.count) panels", grid.facts)
    case .diagram(let diagram): ("Network", diagram.extent, diagram.facts)
    case .karnaugh(let map): ("Karnaugh map", map.extent, map.facts)
    }
  }
}
