/// The names of the anchors of a page, which are the ids of its elements.
public enum PlaceName {
  /// Those of the page's own parts.
  public static let ofThePage = ["main", "top", "contents", "checks", "problems", "footnotes"]

  /// The name that GitHub would give a heading: lower case, blanks to hyphens, marks dropped.
  public static func slug(_ text: String) -> String {
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

  /// That of the cell at `index`.
  public static func cell(_ index: Int) -> String { "cell-\(index + 1)" }
}
