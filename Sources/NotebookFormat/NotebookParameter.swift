import Syntax
import Wording

/// A name that the settings give a value, and the command line may give another.
public struct NotebookParameter: Sendable, Hashable {
  /// What a parameter can be.
  public enum Value: Sendable, Hashable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case numbers([Double])

    /// The kind of value in words that follow "expected".
    public var wants: Message {
      switch self {
      case .number: "a number"
      case .text: "text"
      case .truth: "`true` or `false`"
      case .numbers: "a list of numbers, as in `[1, 2]`"
      }
    }
  }

  /// The name, as cells know it.
  public let name: String
  /// The value.
  public var value: Value

  /// Makes a parameter.
  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }

  /// Returns the parameter with the value that `text` spells, if that is of the same kind.
  public func reading(_ text: String) -> NotebookParameter? {
    switch value {
    case .number: Value.number(text.trimmed).map { NotebookParameter(name: name, value: .number($0)) }
    case .text: NotebookParameter(name: name, value: .text(text))
    case .truth:
      ["true": true, "false": false][text.trimmed].map { NotebookParameter(name: name, value: .truth($0)) }
    case .numbers: Value.numbers(text.trimmed).map { NotebookParameter(name: name, value: .numbers($0)) }
    }
  }
}

extension NotebookParameter {
  /// The most numbers of a list.
  private static let longestList = 10_000

  /// Takes an entry of the settings.
  init(_ entry: YAMLPair) throws(Problem) {
    guard let name = canonicalName(entry.key) else { throw Problem(noName: entry.key) }
    self.name = name
    switch entry.value {
    case .plain("true"), .plain("false"): value = .truth(entry.value == .plain("true"))
    case .plain(let text): value = Value.number(text).map { .number($0) } ?? .text(text)
    case .quoted(let text): value = .text(text)
    case .list(let items):
      let numbers = items.compactMap { item -> Double? in
        if case .plain(let text) = item { Value.number(text) } else { nil }
      }
      guard !items.isEmpty, items.count == numbers.count, items.count <= Self.longestList else {
        throw Problem(noValue: entry)
      }
      value = .numbers(numbers)
    case .nothing, .table: throw Problem(noValue: entry)
    }
  }

  /// Why an entry of the settings is no parameter.
  struct Problem: Error {
    /// The key that is wrong.
    let key: String
    let message: Message
    let hint: Message

    init(noName key: String) {
      self.key = key
      message = "`\(key.prefix(60))` cannot be the name of a parameter"
      let plain = String(
        String.UnicodeScalarView(
          key.unicodeScalars.map { Label.isPart($0) && $0 != "-" ? $0 : "_" }))
      hint =
        isKeyword(key)
        ? "a keyword is no name: write `\(key + "1")`"
        : canonicalName(plain) == nil || plain == key
          ? "a name begins with a Latin or Greek letter and goes on with letters, digits and `_`"
          : "write `\(plain)`"
    }

    init(noValue entry: YAMLPair) {
      key = entry.key
      let wants: Message = "a number, a text, `true`, `false` or a list of numbers"
      message = "the parameter `\(key.prefix(60))` expected \(wants), found \(entry.value.found)"
      hint = "write `\(key.prefix(60)): 0.5`"
    }

    init(twice key: String) {
      self.key = key
      message = "the parameter `\(key.prefix(60))` is given twice"
      hint = "remove one of the two"
    }
  }
}

extension NotebookParameter.Value {
  /// Reads a finite decimal number.
  static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// Reads numbers between brackets.
  fileprivate static func numbers(_ text: String) -> [Double]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number(String($0).trimmed) }
    return numbers.count == parts.count ? numbers : nil
  }
}
