/// The words that the program writes into a page, in the page's language.
public struct Words: Sendable, Hashable {
  /// The language.
  public let language: PageLanguage

  /// The words of a language.
  public init(_ language: PageLanguage) { self.language = language }

  /// What terminal lines and records are written in.
  public static let english = Words(.english)

  /// Returns a phrase with its values.
  public func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    fill(phrase, isOne: false, values)
  }

  /// Returns a message, in English where it has no words in the language.
  public func callAsFunction(_ message: Message) -> String { message.text(in: language) ?? message.english }

  /// Returns a phrase about `number` things, which is its last value.
  public func count(_ phrase: Phrase, _ number: Int, of values: String...) -> String {
    fill(phrase, isOne: number == 1, values + [grouped(number)])
  }

  /// Returns a whole number with its digits in groups of three.
  public func grouped(_ number: Int) -> String { language.grouped(number) }

  /// Returns a text in quotation marks.
  public func quoted(_ text: String) -> String {
    switch language {
    case .english: "“\(text)”"
    case .polish: "„\(text)”"
    }
  }

  /// Returns a phrase about `number` things whose digits are not grouped, as in code.
  public func counted(_ phrase: Phrase, _ number: Int) -> String {
    fill(phrase, isOne: number == 1, [String(number)])
  }

  /// Returns a phrase with its values; `isOne` chooses the form for one.
  public func fill(_ phrase: Phrase, isOne: Bool, _ values: [String]) -> String {
    let forms: [Substring]
    switch language {
    case .english: forms = phrase.texts.english.split(separator: "|")
    case .polish: forms = [phrase.texts.polish[...]]
    }
    let form = (isOne ? forms.first : forms.last) ?? ""
    let parts = form.split(separator: "%", omittingEmptySubsequences: false)
    return zip(parts, values + Array(repeating: "", count: parts.count)).map { $0 + $1 }.joined()
  }
}
