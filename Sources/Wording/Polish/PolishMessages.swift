/// What diagnostics and reasons of checks say in Polish; ``all`` is the only list.
///
/// A table has two lines for each message: the English pattern, and indented the Polish one. `%1` is the
/// first value. A noun that depends on the first number has three forms: `%1 wiersz|%1 wiersze|%1 wierszy`.
enum PolishMessages {
  /// The tables, by the part of the program that says their messages.
  static let all = [
    counts, signs, statements, expressions, foreignNames, values, operations, evaluation, training, networks,
    library, summaries, tables, settings, notebooks,
  ]

  /// The Polish of every English pattern, and of the phrases of pages.
  private static let patterns: [String: String] = Dictionary(
    all.flatMap(entries(of:)) + singulars + phrases, uniquingKeysWith: { first, _ in first })

  /// The entries of a table.
  static func entries(of table: String) -> [(english: String, polish: String)] {
    let lines = table.split(separator: "\n")
    return stride(from: 0, to: lines.count - 1, by: 2).map {
      (String(lines[$0]), String(lines[$0 + 1].dropFirst(2)))
    }
  }

  /// One of what is counted, which has the same forms.
  private static var singulars: [(String, String)] {
    entries(of: counts).map { (String($0.english.dropLast()), $0.polish) }
  }

  private static var phrases: [(String, String)] {
    Phrase.allCases.map { (numbered($0.texts.english), numbered($0.texts.polish)) }
  }

  /// A phrase with `%1` for its first `%`.
  static func numbered(_ phrase: String) -> String {
    var count = 0
    return phrase.reduce(into: "") { result, character in
      result.append(character)
      guard character == "%" else { return }
      count += 1
      result += "\(count)"
    }
  }

  /// The forms of a pattern; nil where it has no words in Polish.
  static func forms(of pattern: String) -> [Substring]? {
    // Signs, code and values alone are the same in every language.
    guard hasWords(pattern) else { return [pattern[...]] }
    guard let text = patterns[pattern] else { return nil }
    let forms = text.split(separator: "|", omittingEmptySubsequences: false)
    return forms.count == 3 ? forms : [text[...]]
  }

  /// The form that a number asks for: 1 wiersz, 2 wiersze, 5 wierszy, 12 wierszy, 22 wiersze.
  static func form(of forms: [Substring], for count: Int?) -> String {
    guard forms.count == 3, let count else { return String(forms[0]) }
    if count == 1 { return String(forms[0]) }
    let isFew = (2...4).contains(count % 10) && !(12...14).contains(count % 100)
    return String(forms[isFew ? 1 : 2])
  }

  /// Whether a pattern has words outside of code.
  static func hasWords(_ pattern: String) -> Bool {
    var isCode = false
    var run = 0
    for character in pattern {
      if character == "`" { isCode.toggle() }
      run = !isCode && character.isLetter ? run + 1 : 0
      if run == 2 { return true }
    }
    return false
  }
}
