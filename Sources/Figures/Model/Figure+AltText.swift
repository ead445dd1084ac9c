import Wording

extension Figure {
  /// A factual description made from the data, at most 700 characters; what finds no room is counted.
  public func altText(in words: Words = .english) -> String { description(limit: 700, words) + "." }

  /// What the figure shows, in at most `limit` characters but for its full stop.
  private func description(limit: Int, _ words: Words) -> String {
    let facts = content.facts(words)
    func more(_ count: Int) -> String { "; " + words(.alsoMore, "\(count)") }
    let head = PlainText.shortened(
      name(withExtent: true, words), limit: limit / 2)
    var shown = ""
    for (index, fact) in facts.enumerated() {
      let longer = shown.isEmpty ? fact : shown + "; " + fact
      let rest = facts.count - index - 1
      let room = limit - head.count - 3 - (rest > 0 ? more(rest).count : 0)
      guard longer.count <= room else {
        // A single fact that is too long loses its end; of several some are only counted.
        if shown.isEmpty { return "\(head): \(PlainText.shortened(fact, limit: room))" }
        return "\(head): \(shown)" + more(rest + 1)
      }
      shown = longer
    }
    return shown.isEmpty ? head : "\(head): \(shown)"
  }

  /// The figure as one of several: its title, or what it is, and its first facts.
  func panelWords(withExtent: Bool, _ words: Words) -> String {
    let facts = content.facts(words)
    let shown = facts.prefix(3).joined(separator: ", ")
    let rest = facts.count > 3 ? ", " + words(.alsoMore, "\(facts.count - 3)") : ""
    return name(withExtent: withExtent, words) + (shown.isEmpty ? "" : ": " + shown + rest)
  }

  /// What the figure is over, such as "over x from 0 to 1".
  func extent(_ words: Words) -> String { content.extent(words) }

  /// Its title with what it is, where the title does not tell that, and what it is over.
  private func name(withExtent: Bool, _ words: Words) -> String {
    let kind = words(content.kind), extent = withExtent ? content.extent(words) : ""
    let isTold = title.lowercased().contains(kind.lowercased())
    // A name stays one behind a title, too.
    let subject =
      title.isEmpty
      ? kind : isTold ? title : "\(title): \(content.kind == .karnaughMap ? kind : kind.lowercased())"
    return extent.isEmpty ? subject : subject + " " + extent
  }
}

extension Figure.Content {
  /// What the figure is.
  fileprivate var kind: Phrase {
    switch self {
    case .plane(let plane): plane.marks.first?.content.subject ?? .emptyPlot
    case .grid: .panels
    case .diagram: .network
    case .karnaugh: .karnaughMap
    case .images: .pictures
    case .nested: .nestedSets
    }
  }

  fileprivate func extent(_ words: Words) -> String {
    switch self {
    case .plane(let plane): plane.extent(words)
    case .grid(let grid): grid.extent(words)
    case .diagram(let diagram): diagram.extent(words)
    case .karnaugh(let map): map.extent(words)
    case .images(let sheet): sheet.extent(words)
    case .nested: ""
    }
  }

  fileprivate func facts(_ words: Words) -> [String] {
    switch self {
    case .plane(let plane): plane.marks.compactMap { $0.content.description(x: plane.x, y: plane.y, words) }
    case .grid(let grid): grid.facts(words)
    case .diagram(let diagram): diagram.facts(words)
    case .karnaugh(let map): map.facts(words)
    case .images(let sheet): sheet.facts(words)
    case .nested(let sets): sets.facts(words)
    }
  }
}
