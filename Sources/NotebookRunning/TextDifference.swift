/// Returns the lines that differ between two texts: `-` in front of the old, `+` of the new.
///
/// Equal lines at both ends are left out, and at most `limit` lines on each side are shown.
/// - Complexity: O(length).
public func differingLines(_ old: String, _ new: String, limit: Int = 12) -> [String] {
  let (a, b) = (lines(old), lines(new))
  let head = zip(a, b).prefix { $0 == $1 }.count
  let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
  let sides = [("-", a.dropFirst(head).dropLast(tail)), ("+", b.dropFirst(head).dropLast(tail))]
  return sides.flatMap { sign, lines in
    lines.prefix(limit).map { "\(sign) \($0)" } + (lines.count > limit ? ["\(sign) …"] : [])
  }
}

private func lines(_ text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}
