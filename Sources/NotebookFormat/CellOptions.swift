import Diagnostics

/// The `#|` options of a cell that shape its execution and its look; the role's options are in ``Role``.
public struct CellOptions: Sendable, Hashable {
  /// The name others refer to.
  public var label: String?
  /// The caption of the cell's figures.
  public var figureCaption: String?
  /// The alt text, in place of the generated one.
  public var figureAlt: String?
  /// The figures' width, in CSS pixels.
  public var figureWidth: Int?
  /// The figures' height, in CSS pixels.
  public var figureHeight: Int?
  /// The caption of the cell's tables.
  public var tableCaption: String?
  /// Whether the code is shown.
  public var echo = true
  /// Whether the cell is run.
  public var isEvaluated = true
  /// Whether the outputs are shown.
  public var showsOutput = true
  /// Whether the report shows anything of the cell.
  public var isIncluded = true
  /// Whether the code can be folded away, and is at first.
  public var isFolded = false
  /// What stands in place of folded code.
  public var foldSummary: String?

  /// The options of a cell that gives none.
  public init() {}
}
