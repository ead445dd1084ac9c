import Diagnostics
import Figures

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
  /// A cell's own limit is for what it computes; of what nobody looks at there is enough sooner.
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
  private var outputs = mostOutputs
  private var pixels = mostPixels
  private var work = mostWork
  private var isFull = false
  private var figures: Set<Figure> = []

  /// The budget of a page that shows pictures of `pixels` pixels already.
  public init(pixels: Int = 0) { self.pixels = max(0, PageBudget.mostPixels - pixels) }

  /// Whether nothing more is shown, since there are too many results or one was too much.
  public var isSpent: Bool { outputs == 0 || isFull }

  /// Takes what a cell has shown already.
  public mutating func take(_ shown: [Output], at range: SourceRange) { _ = admit(shown[...], at: range) }

  /// Takes what a statement shows as far as there is room; the problem is why the rest is left out.
  mutating func admit(_ shown: ArraySlice<Output>, at range: SourceRange) -> (count: Int, problem: Stop?) {
    for (count, output) in shown.enumerated() {
      guard outputs > 0 else {
        return (count, .exhausted(Self.tooManyOutputs(at: range)))
      }
      outputs -= 1
      if let problem = admit(output, at: range) { return (count, problem) }
    }
    return (shown.count, nil)
  }

  private mutating func admit(_ output: Output, at range: SourceRange) -> Stop? {
    guard case .figure(var figure) = output else { return take(output.cost, at: range) }
    figure.width = figureWidth ?? figure.width
    figure.height = figureHeight ?? figure.height
    let size = figure.size(heightUpTo: Self.highestPicture / Self.scale)
    let (width, height) = (Self.scale * size.width, Self.scale * size.height)
    guard height <= Self.highestPicture, width * height <= Self.largestPicture else {
      return .error(Self.tooLarge(width, height, at: range))
    }
    guard !figures.contains(figure) else { return nil }
    let cost = Self.themes * width * height
    guard cost <= pixels else { return .exhausted(Self.tooManyPixels(at: range)) }
    if let problem = take(figure.cost, at: range) { return problem }
    pixels -= cost
    figures.insert(figure)
    return nil
  }

  /// Takes the work of showing a result.
  private mutating func take(_ cost: Int, at range: SourceRange) -> Stop? {
    guard cost <= work else {
      isFull = true
      return .exhausted(Self.tooMuchWork(at: range))
    }
    work -= cost
    return nil
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
