import Formulas

/// A formula of the text: its TeX, read once.
public struct Math: Sendable, Hashable {
  /// The TeX as written, without its dollars or its fence.
  public let tex: String
  /// What it says; nil where it holds anything outside the subset of TeX.
  public let formula: Formula?

  /// Reads `tex`.
  public init(_ tex: String) {
    self.tex = tex
    formula = readFormula(tex: tex)
  }
}
