/// The ids of a page: each is given once.
struct Anchors {
  private var taken: Set<String>
  private var nextSuffix: [String: Int] = [:]

  /// Keeps the ids that the template uses.
  init(reserved: [String] = ["main", "top", "contents", "checks", "problems", "footnotes"]) {
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

  /// Returns the id GitHub would give a heading: lower case, blanks to hyphens, marks dropped.
  static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars.prefix(100) {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord || scalar == "-" || scalar == "_" {
        slug.append(scalar)
      } else if scalar == " " {
        slug.append("-")
      }
    }
    return String(slug)
  }

  /// The id of the cell at `index`.
  static func cell(_ index: Int) -> String { "cell-\(index + 1)" }
}
