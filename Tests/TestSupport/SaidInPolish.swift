import Diagnostics
import Wording

extension Diagnostic {
  /// All that it says.
  public var messages: [Message] {
    [message, primary.text] + secondary.map(\.text) + trace.map(\.text) + [hint?.text].compactMap { $0 }
  }

  /// The patterns in it that a Polish page has no words for.
  public var untranslated: [String] { messages.flatMap(\.untranslated) }
}
