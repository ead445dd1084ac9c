/// The language of a page; the raw value is its code.
public enum PageLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case polish = "pl"

  /// The code of the language, as HTML has it.
  public var code: String { rawValue }
}
