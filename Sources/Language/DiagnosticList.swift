import Diagnostics

/// Diagnostics in the order in which they were found, each kind once at a place.
struct DiagnosticList {
  private(set) var all: [Diagnostic] = []
  private var places: Set<Place> = []

  /// How many diagnostics there may be before names that were meant are not looked for any more, which is dear.
  static let mostSearched = 200

  private struct Place: Hashable {
    let kind: DiagnosticKind
    let range: SourceRange

    init(_ diagnostic: Diagnostic) {
      kind = diagnostic.kind
      range = diagnostic.primary.range
    }
  }

  /// Adds a diagnostic unless its kind is noted at its place; says whether it did.
  /// - Complexity: O(1), as a cell may have a hundred thousand.
  @discardableResult
  mutating func note(_ diagnostic: Diagnostic) -> Bool {
    guard places.insert(Place(diagnostic)).inserted else { return false }
    all.append(diagnostic)
    return true
  }

  /// Takes back those that came after the first `count` and are not to be kept.
  mutating func retract(after count: Int, unless isKept: (Diagnostic) -> Bool) {
    let later = all[count...]
    all.removeSubrange(count...)
    for diagnostic in later {
      if isKept(diagnostic) { all.append(diagnostic) } else { places.remove(Place(diagnostic)) }
    }
  }
}
