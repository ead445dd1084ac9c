/// A name that the settings give a value, and the command line may give another.
public struct NotebookParameter: Sendable, Hashable {
  /// What a parameter can be.
  public enum Value: Sendable, Hashable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case numbers([Double])

    /// The kind of value in words that follow "expected".
    public var wants: String {
      switch self {
      case .number: "a number"
      case .text: "text"
      case .truth: "`true` or `false`"
      case .numbers: "a list of numbers, as in `[1, 2]`"
      }
    }
  }

  /// The name.
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

  /// Takes an entry of the settings; nil where the name or the value cannot be one.
  init?(name: String, value: YAMLValue) {
    guard Self.isName(name) else { return nil }
    self.name = name
    switch value {
    case .plain("true"), .plain("false"): self.value = .truth(value == .plain("true"))
    case .plain(let text): self.value = Value.number(text).map { .number($0) } ?? .text(text)
    case .quoted(let text): self.value = .text(text)
    case .list(let items):
      let numbers = items.compactMap { item -> Double? in
        if case .plain(let text) = item { Value.number(text) } else { nil }
      }
      guard !items.isEmpty, items.count == numbers.count, items.count <= Self.longestList else { return nil }
      self.value = .numbers(numbers)
    case .nothing, .table: return nil
    }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.utf8.count <= 100 else { return false }
    guard first.properties.isAlphabetic || first == "_" else { return false }
    return name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
    }
  }
}

extension NotebookParameter.Value {
  /// Reads a finite decimal number.
  fileprivate static func number(_ text: String) -> Double? {
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
