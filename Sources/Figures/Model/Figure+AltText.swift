extension Figure {
  /// A factual description made from the data, at most 700 characters; what finds no room is counted.
  public var altText: String { description(limit: 700, of: content.facts) + "." }

  /// What the figure shows, in at most `limit` characters but for its full stop.
  private func description(limit: Int, of facts: [String]) -> String {
    let head = PlainText.shortened(
      [subject(content.kind), content.extent].filter { !$0.isEmpty }.joined(separator: " "), limit: limit / 2)
    var shown = ""
    for (index, fact) in facts.enumerated() {
      let longer = shown.isEmpty ? fact : shown + "; " + fact
      let rest = facts.count - index - 1
      let room = limit - head.count - 3 - (rest > 0 ? "; and \(rest) more".count : 0)
      guard longer.count <= room else {
        // A single fact that is too long loses its end; of several some are only counted.
        if shown.isEmpty { return "\(head): \(PlainText.shortened(fact, limit: room))" }
        return "\(head): \(shown); and \(rest + 1) more"
      }
      shown = longer
    }
    return shown.isEmpty ? head : "\(head): \(shown)"
  }

  /// The figure as one of several: its title, or what it is, and its first facts.
  func panelWords(withExtent: Bool) -> String {
    let facts = content.facts
    let shown = facts.prefix(3).joined(separator: ", ")
    let rest = facts.count > 3 ? ", and \(facts.count - 3) more" : ""
    let name = [subject(content.kind), withExtent ? content.extent : ""].filter { !$0.isEmpty }
    return name.joined(separator: " ") + (shown.isEmpty ? "" : ": " + shown + rest)
  }

  /// What the figure is over, such as "over x from 0 to 1".
  var extent: String { content.extent }

  private func subject(_ kind: String) -> String {
    if title.isEmpty { return kind }
    return title.lowercased().contains(kind.lowercased()) ? title : "\(title): \(kind.lowercased())"
  }
}

extension Figure.Content {
  /// What the figure is.
  fileprivate var kind: String {
    switch self {
    case .plane(let plane): plane.marks.first?.content.subject ?? "Empty plot"
    case .grid: "Picture"
    case .diagram: "Network"
    case .karnaugh: "Karnaugh map"
    case .images: "Pictures"
    case .nested: "Nested sets"
    }
  }

  fileprivate var extent: String {
    switch self {
    case .plane(let plane): plane.extent
    case .grid(let grid): grid.extent
    case .diagram(let diagram): diagram.extent
    case .karnaugh(let map): map.extent
    case .images(let sheet): sheet.extent
    case .nested(let sets): sets.extent
    }
  }

  fileprivate var facts: [String] {
    switch self {
    case .plane(let plane): plane.marks.compactMap { $0.content.description(x: plane.x, y: plane.y) }
    case .grid(let grid): grid.facts
    case .diagram(let diagram): diagram.facts
    case .karnaugh(let map): map.facts
    case .images(let sheet): sheet.facts
    case .nested(let sets): sets.facts
    }
  }
}
