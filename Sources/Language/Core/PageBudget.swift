import Diagnostics
import Figures
import Wording

/// What the page of a notebook can still take.
///
/// A page must open in a browser: results are counted, and the pixels of pictures, each once. It must be written,
/// too: so is the work of that, of equal figures once.
public struct PageBudget: Sendable {
  /// How many results a notebook shows at most.
  public static let mostOutputs = 2_000
  /// How many pixels the pictures of a notebook have at most, all together.
  public static let mostPixels = 400_000_000
  /// The fuel that showing all results of a notebook takes at most: that of 200 plots, or of 25 MB of text.
  ///
  /// A cell's own limit is for what it computes; what is only shown has a smaller one.
  public static let mostWork = 2_500_000_000
  /// How many pixels a picture has at most.
  static let largestPicture = 16_000_000
  /// How many pixels a picture is high at most.
  static let highestPicture = 16_000
  /// A figure is drawn with this many pixels to the CSS pixel, in each direction.
  private static let scale = 2
  /// A figure is drawn for a light page and for a dark one.
  private static let themes = 2

  /// The size that a cell asks for its figures, in CSS pixels.
  public var figureWidth: Int?
  /// The size that a cell asks for its figures, in CSS pixels.
  public var figureHeight: Int?
  /// The language of the words that figures write themselves.
  public let words: Words
  private var outputs = mostOutputs
  private var pixels = mostPixels
  private var work = mostWork
  private var isFull = false
  private var figures: [Figure: DrawnFigure] = [:]

  /// The budget of a page that shows pictures of `pixels` pixels already.
  public init(pixels: Int = 0, words: Words = .english) {
    self.pixels = max(0, PageBudget.mostPixels - pixels)
    self.words = words
  }

  /// Whether nothing more is shown, since there are too many results or one was too much.
  public var isSpent: Bool { outputs == 0 || isFull }

  /// Takes what a cell has shown already, as far as there is room; false where that is not all of it.
  @discardableResult
  public mutating func take(_ shown: [Output], at range: SourceRange) -> Bool {
    shown.allSatisfy { (try? admit(.output($0), at: range)) != nil }
  }

  /// Takes one of the results of a statement; throws where there is no room for it.
  mutating func admit(_ shown: Shown, at range: SourceRange) throws(Stop) -> Output {
    guard outputs > 0 else { throw .exhausted(Self.tooManyOutputs(at: range)) }
    outputs -= 1
    switch shown {
    case .figure(let figure): return .figure(try draw(figure, at: range))
    case .output(.figure(let drawn)): return .figure(try draw(drawn.figure, as: drawn, at: range))
    case .output(let output):
      try take(shown.cost, at: range)
      return output
    }
  }

  /// Draws a figure at the size that the cell asks for, unless it is `known`; figures that look the same are drawn
  /// once.
  private mutating func draw(
    _ original: Figure, as known: DrawnFigure? = nil, at range: SourceRange
  ) throws(Stop) -> DrawnFigure {
    let figure = known?.figure ?? original.sized(width: figureWidth, height: figureHeight)
    let size = figure.size(heightUpTo: Self.highestPicture / Self.scale, in: words)
    let (width, height) = (Self.scale * size.width, Self.scale * size.height)
    guard height <= Self.highestPicture, width * height <= Self.largestPicture else {
      throw .error(Self.tooLarge(width, height, at: range))
    }
    if let drawn = figures[figure] { return drawn.standing(for: original) }
    // Of a film the frames are painted; a wide figure is painted for a phone, too.
    let others = figure.frames.isEmpty ? [figure.forPhone].compactMap { $0 } : figure.frames
    let more = others.reduce(0) { $0 + $1.pixelCount }
    let cost = Self.themes * (width * height + Self.scale * Self.scale * more)
    guard cost <= pixels else { throw .exhausted(Self.tooManyPixels(at: range)) }
    try take(Shown.figure(figure).cost, at: range)
    pixels -= cost
    let drawn = known ?? DrawnFigure(original, width: figureWidth, height: figureHeight, words: words)
    figures[figure] = drawn
    return drawn
  }

  /// Takes the work of showing a result.
  private mutating func take(_ cost: Int, at range: SourceRange) throws(Stop) {
    guard cost <= work else {
      isFull = true
      throw .exhausted(Self.tooMuchWork(at: range))
    }
    work -= cost
  }

  private static func tooMuchWork(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .pageLimit, "to show all results of the notebook takes more than \(readable(mostWork)) steps",
      at: range, label: "the first that is left out",
      hint: .init("show fewer figures, of fewer points, and less text, or make several notebooks of it"))
  }

  private static func tooManyOutputs(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .pageLimit, "the notebook shows more than \(readable(mostOutputs)) results", at: range,
      label: "the first that is left out", hint: .init("show less, or make several notebooks of it"))
  }

  private static func tooManyPixels(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .pageLimit, "the pictures of the notebook have more than \(readable(mostPixels)) pixels", at: range,
      label: "the first that is left out", hint: .init("show fewer or smaller figures"))
  }

  private static func tooLarge(_ width: Int, _ height: Int, at range: SourceRange) -> Diagnostic {
    let most = readable(largestPicture)
    return Diagnostic(
      .figureTooLarge,
      "the figure is too large to draw: it needs \(readable(width)) by at least \(readable(height)) pixels",
      at: range,
      hint: .init(
        "at most \(readable(highestPicture)) in height and \(most) in all: put fewer panels into one"))
  }
}
