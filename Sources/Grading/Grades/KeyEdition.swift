import NotebookFormat
import Synchronization

/// A key with the values of one student, ready to judge.
struct KeyEdition: Sendable {
  let key: GradingKey
  /// The sheet as this student has it.
  let sheet: String
  let judge: Judge

  init(_ key: GradingKey) {
    self.key = key
    sheet = key.sheetText
    judge = Judge(key)
  }
}

/// The editions of a key, each made when the first student with its values comes.
final class KeyEditions: Sendable {
  /// The key as it stands.
  let own: KeyEdition
  private let made = Mutex<[[NotebookParameter]: KeyEdition]>([:])

  /// The most that are kept at once.
  private static let most = 200

  init(_ key: GradingKey) { own = KeyEdition(key) }

  /// The edition with these values.
  func edition(with values: [NotebookParameter]) -> KeyEdition {
    if values.isEmpty { return own }
    if let known = made.withLock({ $0[values] }) { return known }
    // Two threads may make the same; both are equal.
    let edition = KeyEdition(own.key.with(values))
    made.withLock { made in
      if made.count >= Self.most { made = [:] }
      made[values] = edition
    }
    return edition
  }
}
