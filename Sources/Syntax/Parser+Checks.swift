import Diagnostics
import Wording

/// Checks and parameters as other languages write them.
extension Parser {
  /// `check("why", f(2) == 4)`.
  mutating func failCalledCheck() -> Bool {
    guard current == .sign(.openRound), kind(ahead: 1) == .text, kind(ahead: 2) == .sign(.comma) else {
      return false
    }
    let text = range(token(at: position + 1).bytes).text
    let condition = range(
      token(at: position + 3).bytes
        .lowerBound..<max(
          token(at: position + 3).bytes.lowerBound, tokens[token.partner].bytes.lowerBound)
    ).text
    let whole = range(previousEnd..<tokens[token.partner].bytes.upperBound)
    fail(
      Diagnostic(
        .foreignSpelling, "`check` is a word and no function", at: here,
        hint: .init(
          "write `check \"why\": …`",
          edit: whole.bytes.count < Self.longestCopy ? .init(whole, " \(text): \(condition)") : nil)))
    return true
  }

  /// `worth 2 points:`.
  mutating func dropUnit() {
    guard current == .name, kind(ahead: 1) == .sign(.colon) else { return }
    let place = range(previousEnd..<token.bytes.upperBound)
    report(
      Diagnostic(
        .foreignSpelling, "behind the points of a check stands `:`", at: here,
        hint: .init("delete `\(here.text.prefix(40))`", edit: .init(place, ""))))
    mute()
    advance()
  }

  /// What to write for `param w[2] ~ normal(0, 1)` outside of a net.
  var looseParameter: Message {
    let general: Message =
      "in a net write `net name(x[2]) { param w ~ xavier; … }`, outside `w = normal(size=2)`"
    let words = restOfStatement(from: token(at: position + 1).bytes.lowerBound).text
      .split(separator: " ").joined(separator: " ")
    guard words.utf8.count < 80, let name = words.split(whereSeparator: { "[~= ".contains($0) }).first else {
      return general
    }
    if let sign = words.firstIndex(of: "="), !words.contains("~"), !words.contains("[") {
      return "outside of a net a name is bound with `=`: `\(name) =\(words[words.index(after: sign)...])`"
    }
    guard let tilde = words.firstIndex(of: "~") else { return general }
    let sizes = words[..<tilde].split(separator: "[").dropFirst().first?.prefix { $0 != "]" } ?? "1"
    let draw = words[words.index(after: tilde)...].drop { $0 == " " }
    let size = "size=" + (sizes.contains(",") ? "[\(sizes)]" : String(sizes))
    guard draw.hasPrefix("normal") || draw.hasPrefix("uniform") else {
      return "outside of a net numbers are drawn by `\(name) = normal(\(size))`"
    }
    let call =
      draw.hasSuffix(")") && !draw.hasSuffix("()")
      ? "\(draw.dropLast()), \(size))" : "\(draw.prefix { $0 != "(" })(\(size))"
    return "outside of a net a name is bound with `=`: `\(name) = \(call)`"
  }
}
