import Diagnostics

/// A row as it is written: `01:1`, `on 0-1`, or `(0.2, 1): 1`.
public struct TablePattern: Sendable, Hashable {
  /// The entries in front of the colon.
  public let inputs: [PatternValue]
  /// The entries behind the colon; nil for a row of `on`, whose outputs are all 1.
  public let outputs: [PatternValue]?
  /// Where it is written.
  public let range: SourceRange

  /// Makes a row.
  public init(inputs: [PatternValue], outputs: [PatternValue]?, range: SourceRange) {
    self.inputs = inputs
    self.outputs = outputs
    self.range = range
  }

  /// Whether its inputs are a run of `0 1 -`, and no numbers one by one.
  var isShort: Bool { inputs.allSatisfy { [.zero, .one, .any].contains($0) } }
}
