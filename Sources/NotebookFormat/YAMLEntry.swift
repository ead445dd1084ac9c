import Diagnostics
import Wording

/// What stands behind a key, as far as our keys need it.
enum YAMLValue: Equatable {
  case nothing
  /// A value without quotes: a number, `true`, a word, a sentence.
  case plain(String)
  case quoted(String)
  case list([YAMLValue])
  case table([YAMLPair])

  /// What it is, in a message.
  var found: Message {
    switch self {
    case .nothing: "nothing"
    case .plain(let text): "`\(text.prefix(40))`"
    case .quoted(let text): "the text \"\(text.prefix(40))\""
    case .list: "a list"
    case .table: "a table"
    }
  }
}

/// A `key: value` inside a value.
struct YAMLPair: Equatable {
  let key: String
  let value: YAMLValue
}

/// A `key: value` of front matter or of a cell's options.
struct YAMLEntry {
  let key: String
  let keyRange: SourceRange
  let value: YAMLValue
  let valueRange: SourceRange
}

extension YAMLValue {
  /// Reads a word, a number or a quoted text of plain ASCII, as YAML does; nil for anything else.
  ///
  /// Most options are of this kind, and the library takes some 50 µs for each.
  init?(simple text: String) {
    let bytes = Array(text.trimmed.utf8)
    guard let first = bytes.first, let last = bytes.last else { return nil }
    let inner = bytes.dropFirst().dropLast()
    if bytes.count > 1, first == UInt8(ascii: "\""), last == first {
      let isPlain = inner.allSatisfy { 0x20...0x7E ~= $0 && $0 != first && $0 != .backslash }
      guard isPlain else { return nil }
      self = .quoted(String(decoding: inner, as: UTF8.self))
    } else {
      let isWord = bytes.allSatisfy { $0.isAlphanumeric || " _-.,()/=+".utf8.contains($0) }
      guard first.isAlphanumeric, isWord, text.utf8.allSatisfy({ $0 != .tab }) else { return nil }
      self = text.trimmed == "null" ? .nothing : .plain(text.trimmed)
    }
  }
}
