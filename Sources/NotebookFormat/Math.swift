import Formulas

/// A formula of the text: its TeX, read once.
public struct Math: Sendable, Hashable {
  /// The TeX as written, without its dollars or its fence.
  public let tex: String
  /// What it says; nil where its brackets do not close.
  public let formula: Formula?
  /// Whether all of it is known.
  public let isUnderstood: Bool
  /// The commands of the page that it was read with.
  public let macros: TeXMacros

  /// Reads `tex` with the commands of the page, and adds those that it defines.
  public init(_ tex: String, macros: inout TeXMacros) {
    self.tex = tex
    self.macros = macros
    (formula, isUnderstood) = readFormula(tex: tex, macros: &macros)
  }

  /// Reads `tex`, which needs no commands of a page.
  public init(_ tex: String) {
    var macros = TeXMacros()
    self.init(tex, macros: &macros)
  }
}
