import Wording

/// Returns the names most like `name`, best first, at most `limit`.
///
/// The distance counts inserted, deleted, replaced and swapped characters; a name at more than 2, or at half the
/// length of `name` and more, is no near miss, save for one letter of two that begin alike, or another case.
/// - Complexity: O(candidates × length²); candidates much longer or shorter are skipped.
public func nearMisses(of name: String, in candidates: some Sequence<String>, limit: Int = 4) -> [String] {
  let typed = Array(name.unicodeScalars.prefix(64))
  let lowered = Array(name.lowercased().unicodeScalars.prefix(64))
  let scored = Set(candidates).compactMap { candidate -> (distance: Double, name: String)? in
    let other = Array(candidate.unicodeScalars)
    guard candidate != name, abs(other.count - typed.count) <= 2 else { return nil }
    let distance = editDistance(lowered, Array(candidate.lowercased().unicodeScalars))
    let isNear = distance == 0 || distance <= 2 && 2 * distance < typed.count
    let isShortAndNear = distance == 1 && typed.count == 2 && typed.first == other.first
    guard isNear || isShortAndNear else { return nil }
    return (Double(distance) + (editDistance(typed, other) > distance ? 0.5 : 0), candidate)
  }
  return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
}

/// Returns the number of insertions, deletions, replacements and swaps of neighbours between two texts.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}

/// Returns "did you mean `a`?" or "did you mean `a`, `b` or `c`?" for near misses, if there are any.
public func didYouMean(_ names: [String]) -> Message? {
  guard let last = names.last else { return nil }
  let others = names.dropLast().map { "`\($0)`" }.joined(separator: ", ")
  return others.isEmpty ? "did you mean `\(last)`?" : "did you mean \(others) or `\(last)`?"
}
