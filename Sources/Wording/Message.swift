/// A sentence with its values, which pages can say in their language.
///
/// It is written as a literal: `"the shapes \(a) and \(b) do not fit"` has the pattern
/// `the shapes %1 and %2 do not fit`, which ``PolishMessages`` translates. A literal as a value is a
/// message of its own; what a student wrote is a value and never part of a pattern.
public struct Message: Sendable {
  /// A value of a message.
  enum Value: Sendable {
    case text(String)
    case number(Int)
    case grouped(Int)
    case message(Message)
  }

  /// The English text, with `%1` for the first value.
  let pattern: String
  /// The values, the first for `%1`.
  let values: [Value]

  private init(pattern: String, _ values: [Value]) {
    self.pattern = pattern
    self.values = values
  }

  /// Says `text` in every language: a formula, code, or what somebody wrote.
  public init(verbatim text: String) { self.init(pattern: "%1", [.text(text)]) }

  /// Says `text`, which is English on every page.
  public static func english(_ text: String) -> Message { Message(pattern: text, []) }

  /// A number with its digits in groups of three.
  public init(grouped number: Int) { self.init(pattern: "%1", [.grouped(number)]) }

  /// A phrase of pages with its values.
  public init(_ phrase: Phrase, _ values: String...) {
    self.init(pattern: PolishMessages.numbered(phrase.texts.english), values.map(Value.text))
  }

  /// A count with its noun: `1 row`, `4 rows`.
  public init(_ count: Int, _ noun: String) {
    self.init(pattern: "%1 \(noun)\(count == 1 ? "" : "s")", [.number(count)])
  }

  /// Whether it says nothing.
  public var isEmpty: Bool { english.isEmpty }

  /// The message in English.
  public var english: String { filled(pattern) { $0.english } }

  /// The message in a language; nil where it, or a message in it, has no words there.
  public func text(in language: PageLanguage) -> String? {
    switch language {
    case .english: return english
    case .polish:
      guard let forms = PolishMessages.forms(of: pattern) else { return nil }
      let parts = values.map { $0.text(in: language) }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      let said = parts.compactMap { $0 }
      return Self.filled(PolishMessages.form(of: forms, for: count), said)
    }
  }

  /// The number that decides about the form of a noun: the first one.
  private var count: Int? {
    values.lazy.compactMap { value -> Int? in
      switch value {
      case .number(let number): number
      case .text, .grouped, .message: nil
      }
    }.first
  }

  /// The same with texts of at most so many characters, the longer ones cut with `…`.
  public func shortened(valuesTo length: Int) -> Message {
    Message(
      pattern: pattern,
      values.map { value in
        switch value {
        case .text(let text): .text(text.count <= length ? text : text.prefix(length - 1) + "…")
        case .message(let message): .message(message.shortened(valuesTo: length))
        case .number, .grouped: value
        }
      })
  }

  /// Every pattern in it that has no words in Polish.
  public var untranslated: [String] {
    let own = PolishMessages.forms(of: pattern) == nil ? [pattern] : []
    return own
      + values.flatMap { value -> [String] in
        guard case .message(let message) = value else { return [] }
        return message.untranslated
      }
  }

  private func filled(_ pattern: String, _ said: (Value) -> String) -> String {
    values.isEmpty ? pattern : Self.filled(pattern, values.map(said))
  }

  private static func filled(_ pattern: String, _ values: [String]) -> String {
    var result = ""
    var isMarked = false
    for character in pattern {
      if isMarked, let number = character.wholeNumberValue, values.indices.contains(number - 1) {
        result += values[number - 1]
        isMarked = false
        continue
      }
      if isMarked { result += "%" }
      isMarked = character == "%"
      if !isMarked { result.append(character) }
    }
    return isMarked ? result + "%" : result
  }

  /// One message behind the other.
  public static func + (a: Message, b: Message) -> Message { "\(a)\(b)" }

  /// Adds a message behind this one.
  public static func += (a: inout Message, b: Message) { a = a + b }
}

extension Message.Value {
  /// The value in English.
  fileprivate var english: String { text(in: .english) ?? "" }

  /// The value in a language; nil where it has no words there.
  fileprivate func text(in language: PageLanguage) -> String? {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .grouped(let number): language.grouped(number)
    case .message(let message): message.text(in: language)
    }
  }
}

extension Message: Hashable {
  /// Messages are equal when their English texts are.
  public static func == (a: Message, b: Message) -> Bool { a.english == b.english }

  /// Hashes the English text.
  public func hash(into hasher: inout Hasher) { hasher.combine(english) }
}

extension Message: CustomStringConvertible {
  /// The message in English.
  public var description: String { english }
}

extension Message: ExpressibleByStringInterpolation {
  /// Reads a literal without values.
  public init(stringLiteral text: String) { self.init(pattern: text, []) }

  /// Reads a literal with values.
  public init(stringInterpolation literal: Interpolation) {
    self.init(pattern: literal.pattern, literal.values)
  }

  /// The pieces of a literal: its own text makes the pattern, what stands in `\(…)` the values.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [Value] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) { pattern.reserveCapacity(literalCapacity) }

    /// Takes text of the literal.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// Takes a message, which a literal is, too.
    public mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

    /// Takes a number.
    public mutating func appendInterpolation(_ number: Int) { append(.number(number)) }

    /// Takes what is the same in every language.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ value: some Any) { append(.text("\(value)")) }

    private mutating func append(_ value: Value) {
      values.append(value)
      pattern += "%\(values.count)"
    }
  }
}

extension Sequence<Message> {
  /// The messages in a row.
  public func joined(separator: String) -> Message {
    reduce(nil) { row, next in row.map { "\($0)\(Message(verbatim: separator))\(next)" } ?? next } ?? ""
  }
}
