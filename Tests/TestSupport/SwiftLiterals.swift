/// The string literals of a Swift source as patterns: `"\(a) and \(b)"` is `%1 and %2`.
///
/// Literals inside of interpolations are among them; raw literals are not read.
public struct SwiftLiterals {
  private let text: [Character]
  private var place = 0
  /// The patterns found.
  public private(set) var patterns: Set<String> = []

  /// Reads a source.
  public init(of source: String) {
    text = Array(source)
    while place < text.count {
      if stands("//") {
        skip(to: "\n")
      } else if stands("#\"") {
        place += 2
        skip(to: "\"#")
      } else if text[place] == "\"" {
        literal()
      } else {
        place += 1
      }
    }
  }

  private func stands(_ sign: String) -> Bool {
    place + sign.count <= text.count && zip(sign, text[place...]).allSatisfy(==)
  }

  private mutating func skip(to end: String) {
    while place < text.count, !stands(end) { place += 1 }
    place += end.count
  }

  private mutating func literal() {
    let isLong = stands("\"\"\"")
    let end = isLong ? "\"\"\"" : "\""
    place += end.count
    var pattern = ""
    var count = 0
    while place < text.count, !stands(end) {
      guard text[place] == "\\", place + 1 < text.count else {
        pattern.append(text[place])
        place += 1
        continue
      }
      let sign = text[place + 1]
      place += 2
      switch sign {
      case "(":
        count += 1
        pattern += "%\(count)"
        interpolation()
      case "n": pattern += "\n"
      // A long literal goes on in the next line.
      case "\n": while place < text.count, text[place] == " " { place += 1 }
      default: pattern.append(sign)
      }
    }
    place += end.count
    patterns.insert(isLong ? Self.unindented(pattern) : pattern)
  }

  /// Passes over what stands in `\(…)`.
  private mutating func interpolation() {
    var depth = 1
    while place < text.count, depth > 0 {
      switch text[place] {
      case "\"":
        literal()
        continue
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      place += 1
    }
  }

  private static func unindented(_ pattern: String) -> String {
    let lines = pattern.split(separator: "\n", omittingEmptySubsequences: false)
    let indentation = lines.last.map { $0.prefix { $0 == " " }.count } ?? 0
    return lines.dropFirst().dropLast().map { $0.dropFirst(indentation) }.joined(separator: "\n")
  }
}
