import Diagnostics

/// Wrong answers that pass all checks of a key, and why its sheet was released all the same.
public struct Acceptance: Sendable, Hashable {
  /// The SHA-256 of the key, as ``Grader/keyHash``.
  public let key: String
  /// The lecturer's reason.
  public let reason: String
  /// The mutants that no check tells from the solution, in words.
  public let survivors: [String]

  /// Makes an acceptance.
  public init(key: String, reason: String, survivors: [String]) {
    self.key = key
    self.reason = reason
    self.survivors = survivors
  }
}

extension Acceptance {
  /// The acceptance as JSON.
  public var json: JSONValue { .object(members) }

  /// The members of its JSON object.
  var members: [(String, JSONValue)] {
    [
      ("key", .string(key)), ("reason", .string(reason)),
      ("survivors", .array(survivors.map { .string($0) })),
    ]
  }

  /// Reads an acceptance; nil of anything else.
  public init?(json: JSONValue) {
    guard let key = json["key"]?.string, let reason = json["reason"]?.string,
      let survivors = json["survivors"]?.array
    else { return nil }
    self.init(key: key, reason: reason, survivors: survivors.compactMap(\.string))
  }
}
