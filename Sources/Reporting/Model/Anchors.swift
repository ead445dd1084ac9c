import NotebookFormat

/// The ids of a page: each is given once.
struct Anchors {
  private var taken: Set<String>
  private var nextSuffix: [String: Int] = [:]

  /// Keeps the ids that the template uses.
  init(reserved: [String] = PlaceName.ofThePage) {
    taken = Set(reserved)
  }

  /// Returns an id like `wish` that nothing on the page has yet.
  mutating func claim(_ wish: String) -> String {
    let stem = wish.isEmpty ? "section" : wish
    var id = stem
    var suffix = nextSuffix[stem, default: 1]
    while !taken.insert(id).inserted {
      id = "\(stem)-\(suffix)"
      suffix += 1
    }
    nextSuffix[stem] = suffix
    return id
  }
}
