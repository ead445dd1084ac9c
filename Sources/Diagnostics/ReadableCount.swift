/// Returns a count with a comma between thousands.
public func readable(_ count: Int) -> String {
  var digits = Array(String(count))
  var position = digits.count - 3
  while position > 0 {
    digits.insert(",", at: position)
    position -= 3
  }
  return String(digits)
}

/// Returns "1 input", "2 inputs".
public func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
