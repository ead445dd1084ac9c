import Diagnostics

/// The `#|` options of a cell that shape its execution and its look; the role's options are in ``Role``.
public struct CellOptions: Sendable, Hashable {
  /// The name others refer to.
  public var label: String?
  /// The caption of the cell's figures.
  public var figureCaption: Caption?
  /// The alt text, instead of the generated one.
  public var figureAlt: String?
  /// The figures' width, in CSS pixels.
  public var figureWidth: Int?
  /// The figures' height, in CSS pixels.
  public var figureHeight: Int?
  /// The kind of file that a page holds the figures as.
  public var figureFormat = FigureFormat.png
  /// The caption of the cell's tables.
  public var tableCaption: Caption?
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
  /// What stands instead of folded code.
  public var foldSummary: String?
  /// Where a slide shows the outputs.
  public var outputLocation = OutputLocation.below
  /// The lines that a slide points out, step by step; a step of no lines is all of them.
  public var emphasis: [[ClosedRange<Int>]] = []
  /// Which errors the cell may or must have.
  public var errors = ErrorPolicy.forbidden
  /// The seed of the cell's draws, instead of the notebook's.
  public var seed: Int?
  /// The values for which the cell is computed, where a page lets its reader choose.
  public var sweep: CellSweep?
  /// The most fuel the cell may take, instead of the usual limit.
  public var fuel: Int?
  /// The most bytes its numbers may take at once, instead of the usual limit.
  public var memory: Int?

  /// Whether feedback names the checks of a hidden cell by their texts.
  public var showsNames = false
  /// Whether an exercise builds on the key's earlier solutions, not on the student's own answers.
  public var usesKey = false

  /// The options of a cell that gives none.
  public init() {}
}

/// The kind of file that a page holds a figure as; the raw value is the word of the option.
public enum FigureFormat: String, Sendable, Hashable, CaseIterable {
  /// Pixels, two to the CSS pixel.
  case png
  /// Lines and words, sharp at every size.
  case svg
}

/// Where a slide shows the outputs of a cell; the raw value is the word of the option.
public enum OutputLocation: String, Sendable, Hashable, CaseIterable {
  /// Under the code.
  case below
  /// Under the code, with the next step.
  case fragment
  /// Beside the code.
  case column
  /// Beside the code, with the next step.
  case columnFragment = "column-fragment"
  /// On a slide of their own.
  case slide
}

/// What a cell says about its own errors.
public enum ErrorPolicy: Sendable, Hashable {
  /// An error is a failure.
  case forbidden
  /// `error: true`: an error is shown and is no failure.
  case allowed
  /// `expect-error: ID`: exactly this error must occur; to have none is a failure.
  case required(DiagnosticKind)
}

/// The words under a figure or over a table.
public struct Caption: Sendable, Hashable {
  /// The caption as it was typed.
  public var text: String
  /// The caption as running text; nil where it holds no marks.
  public var inlines: [Inline]?

  /// Makes a caption.
  public init(_ text: String, _ inlines: [Inline]? = nil) {
    self.text = text
    self.inlines = inlines
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { text.isEmpty }
}
