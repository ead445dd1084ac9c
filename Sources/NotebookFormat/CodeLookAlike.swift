import Diagnostics

/// Code that another notebook would run and that looks like ours, but is read as plain text.
///
/// Whoever writes `NN`, `{nn, echo=false}` or `{nn}1+1` means a cell or a value; nothing of it may be lost silently.
enum CodeLookAlike {
  /// The first words of fences that mean something, each with the words that are taken for it.
  private static let words = [
    ("nn", ["nn", "nnb", "nndsl", "nn-dsl", "nnn", "n", "nm", "mn"]), ("output", ["output", "outputs"]),
    ("math", ["math"]),
  ]

  /// The word of ours that the info string of a fence means; nil where it means another language.
  static func word(meantBy info: String) -> String? {
    let typed = info.lowercased().drop { "{.= \t".contains($0) }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    return words.first { $0.1.contains(String(typed)) }?.0
  }

  /// The attributes behind the word of a fence, such as `echo=false`, as option lines; nil where one is no option.
  static func options(in info: String) -> [String]? {
    let rest = info.drop { "{.= \t".contains($0) }.drop { $0.isLetter || $0.isNumber || $0 == "-" }
    let attributes = rest.split { " \t,{}".contains($0) }
    let lines = attributes.compactMap { attribute -> String? in
      let parts = attribute.split(separator: "=", omittingEmptySubsequences: false)
      if parts.count == 1, attribute.hasPrefix("#") { return "#| label: \(attribute.dropFirst())" }
      guard parts.count == 2, !parts[1].isEmpty, CellOption.named(String(parts[0])) != nil else { return nil }
      return "#| \(parts[0]): \(parts[1])"
    }
    return lines.count == attributes.count ? lines : nil
  }

  // MARK: Running text

  /// Says so where a code span looks like a value, or like a cell between too few backticks.
  static func problem(ofSpan code: String, at range: SourceRange) -> Diagnostic? {
    let typed = code.trimmed
    if let expression = expression(in: typed) {
      return Diagnostic(
        .notAValue, "this is read as plain code, not as a value", at: range,
        hint: .init("write `{nn} \(expression.prefix(40))` between backticks"))
    }
    if typed.hasPrefix("nn "), typed.dropFirst(3).first != "=", !range.text.contains("\n"),
      typed.dropFirst(3).contains(where: { "+-*/()0123456789".contains($0) })
    {
      return Diagnostic(
        .notAValue, "this is read as plain code, not as a value", at: range,
        hint: .init("write `{nn} \(typed.dropFirst(3).prefix(40))` between backticks"))
    }
    // The parser makes a blank of each line end.
    guard typed.hasPrefix("nn ") || typed.hasPrefix("{nn} "), range.text.contains("nn\n") else { return nil }
    return Diagnostic(
      .notACell, "this is read as plain code in a line, not as a cell", at: range,
      hint: .init("write three backticks on lines of their own"))
  }

  /// Says so where a value stands in a text without backticks.
  static func problem(ofText text: String, at range: SourceRange) -> Diagnostic? {
    guard text.utf8.contains(.leftBrace), text.contains("{nn}") else { return nil }
    // The text as typed may have escapes: then all of it is pointed at.
    let typed = range.text.utf8.firstRange(of: "{nn}".utf8).map { place in
      let start =
        range.lowerBound + range.text.utf8.distance(from: range.text.startIndex, to: place.lowerBound)
      return SourceRange(range.file, start..<start + 4)
    }
    return Diagnostic(
      .notAValue, "this is read as plain text, not as a value", at: typed ?? range,
      hint: .init("put the braces and the expression between backticks"))
  }

  /// The expression behind `{nn}` in some other spelling.
  private static func expression(in code: String) -> Substring? {
    guard code.utf8.first == .leftBrace, let close = code.firstIndex(of: "}") else { return nil }
    var mark = code[code.index(after: code.startIndex)..<close]
    var expression = code[code.index(after: close)...].drop { $0 == " " }
    // `{nn x}`, all of it in the braces.
    if expression.isEmpty, let blank = mark.firstIndex(of: " ") {
      expression = mark[blank...].drop { $0 == " " }
      mark = mark[..<blank]
    }
    guard mark.utf8.count > 1, mark.utf8.count < 12, word(meantBy: String(mark)) == "nn", !expression.isEmpty
    else { return nil }
    return expression
  }
}
