import Diagnostics

/// What an evaluation has to say, in the order in which it was found: each kind once at a range, with the calls that
/// led to it.
struct Remarks {
  private(set) var diagnostics: [Diagnostic] = []
  private var mentions: Set<Mention> = []
  private var unknownNames: Set<String> = []
  /// The calls under way, outermost first.
  ///
  /// The check of a definition, which is no call, stands among them as nil.
  private var frames: [Diagnostic.Frame?] = []

  /// The most calls of functions inside one another.
  static let callLimit = 200
  /// How many diagnostics there may be before names that were meant are not looked for any more, which is dear.
  private static let mostSearched = 200

  private struct Mention: Hashable {
    let kind: DiagnosticKind
    let range: SourceRange

    init(_ diagnostic: Diagnostic) {
      kind = diagnostic.kind
      range = diagnostic.primary.range
    }
  }

  /// Begins with what the check of the same cell found.
  init(known: [Diagnostic]) {
    for diagnostic in known { note(diagnostic) }
  }

  /// Adds a diagnostic unless its kind is noted at its range, and returns it as it was added.
  /// - Complexity: O(1), as a cell may have a hundred thousand.
  @discardableResult
  mutating func note(_ diagnostic: Diagnostic) -> Diagnostic? {
    guard mentions.insert(Mention(diagnostic)).inserted else { return nil }
    // A name that stands for nothing is told once for its cell.
    if diagnostic.kind == .unknownName {
      guard unknownNames.insert(Self.key(diagnostic)).inserted else { return nil }
    }
    var diagnostic = diagnostic
    if diagnostic.trace.isEmpty {
      diagnostic.trace = Array(frames.reversed().lazy.compactMap { $0 }.prefix(6))
    }
    diagnostics.append(diagnostic)
    return diagnostic
  }

  private static func key(_ diagnostic: Diagnostic) -> String {
    diagnostic.message.english + (diagnostic.hint?.text.english ?? "")
  }

  /// How many diagnostics there are.
  var count: Int { diagnostics.count }

  /// Whether a cell that has said so much still shows what could have been meant.
  var isSearchWorthIt: Bool { count < Self.mostSearched }

  /// Takes back those that came after the first `count` and are not to be kept.
  mutating func retract(after count: Int, unless isKept: (Diagnostic) -> Bool) {
    let later = diagnostics[count...]
    diagnostics.removeSubrange(count...)
    for diagnostic in later {
      guard !isKept(diagnostic) else {
        diagnostics.append(diagnostic)
        continue
      }
      mentions.remove(Mention(diagnostic))
      unknownNames.remove(Self.key(diagnostic))
    }
  }

  // MARK: Calls

  /// The call that is under way, without its values, such as `f(x)`; nil outside of calls.
  var innermostCall: String? {
    frames.last.flatMap { $0 }.map { String($0.text.english.dropFirst("in ".count)) }
  }

  /// Whether a function is called, or its definition checked.
  var isInCall: Bool { !frames.isEmpty }

  /// Enters a call, or the check of a definition, which is no call and has no frame.
  mutating func enter(_ frame: Diagnostic.Frame?, at range: SourceRange) throws(Stop) {
    guard frames.count < Self.callLimit else {
      throw .exhausted(
        Diagnostic(
          .callLimit, "calls stand more than \(Self.callLimit) deep in one another", at: range,
          hint: .init("define fewer functions in terms of others")))
    }
    frames.append(frame)
  }

  /// Leaves the call entered last.
  mutating func leave() { frames.removeLast() }
}
