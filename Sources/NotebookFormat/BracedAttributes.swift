import Diagnostics

/// Attributes in braces, as in `{#fig-x width=50%}`.
struct BracedAttributes {
  private(set) var label: String?
  /// The others, written as `key=value`, in their order, each with the bytes of the text where it stands.
  private(set) var values: [(key: String, value: String, bytes: Range<Int>)] = []
  /// How many bytes they take.
  let length: Int

  /// Reads the braces at the beginning of a text; nil where they hold anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.first == .leftBrace else { return nil }
    var at = 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "}") {
      if bytes[at].isBlank {
        at += 1
        continue
      }
      let start = at
      let word = Self.word(bytes, &at)
      if word.hasPrefix("#") {
        guard label == nil, Label.isLabel(String(word.dropFirst())) else { return nil }
        label = String(word.dropFirst())
      } else if let equals = word.firstIndex(of: "="), equals != word.startIndex {
        let value = word[word.index(after: equals)...]
        let isQuoted = value.count > 1 && (value.hasPrefix("\"") || value.hasPrefix("“"))
        values.append(
          (String(word[..<equals]), String(isQuoted ? value.dropFirst().dropLast() : value), start..<at))
      } else {
        return nil
      }
    }
    guard at < bytes.count, label != nil || !values.isEmpty else { return nil }
    length = at + 1
  }

  /// A word; blanks may stand between the quotes of a value.
  private static func word(_ bytes: [UInt8], _ at: inout Int) -> String {
    let start = at
    var isQuoted = false
    while at < bytes.count, isQuoted || !(bytes[at].isBlank || bytes[at] == UInt8(ascii: "}")) {
      if bytes[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}

extension InlineReader {
  /// The most wrong attributes of one picture that are told.
  private static let mostProblems = 20

  /// Gives pictures the attributes that stand in braces right behind them.
  mutating func takingAttributes(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: { if case .image = $0.kind { true } else { false } }) else {
      return inlines
    }
    var done: [Inline] = []
    for inline in inlines {
      guard let picture = done.last,
        case .image(let url, let title, var attributes, let words) = picture.kind,
        case .text(let text) = inline.kind, inline.range.text.hasPrefix("{"),
        picture.range.upperBound == inline.range.lowerBound, let braces = BracedAttributes(text)
      else {
        done.append(inline)
        continue
      }
      let end = min(inline.range.lowerBound + braces.length, inline.range.upperBound)
      let place = SourceRange(inline.range.file, inline.range.lowerBound..<end)
      attributes.label = braces.label
      // Where the text is not as it is written (escapes, typographic quotes), its bytes stand elsewhere.
      let isVerbatim = text.utf8.count == inline.range.bytes.count
      var problems = 0
      for (key, value, bytes) in braces.values where problems < Self.mostProblems {
        guard let problem = attributes.take(key, value) else { continue }
        problems += 1
        let word = SourceRange(
          place.file, place.lowerBound + bytes.lowerBound..<place.lowerBound + bytes.upperBound)
        diagnostics.append(
          Diagnostic(
            .pictureAttribute, problem.fact, at: isVerbatim ? word : place, hint: .init(problem.hint)))
      }
      done[done.count - 1] = Inline(
        .image(url: url, title: title, attributes: attributes, words), picture.range.joined(with: place))
      let rest = String(text.utf8.dropFirst(braces.length)) ?? ""
      if !rest.isEmpty {
        done.append(Inline(.text(rest), SourceRange(inline.range.file, end..<inline.range.upperBound)))
      }
    }
    return done
  }
}
