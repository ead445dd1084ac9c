import Diagnostics

/// By how much the contents of a slide are larger than the slide.
public struct SlideOverflow: Sendable, Hashable {
  /// The number of the slide, from 1.
  public let number: Int
  /// Its name; empty where it has none.
  public let title: String
  /// Where it begins in the notebook.
  public let range: SourceRange
  /// By how many pixels it is too high, 0 where it is not.
  public let below: Int
  /// By how many pixels it is too wide, 0 where it is not.
  public let right: Int
  /// Which part of its size its smallest figure has, in hundredths; 100 where none was made smaller.
  public let figure: Int

  /// Whether it holds more than it has room for.
  public var isTooMuch: Bool { below > 0 || right > 0 }

  /// The least part of its size at which the words of a figure are still read, in hundredths.
  private static let leastFigure = 67

  /// What is said of it at a size of the screen; nil where all has room and can be read.
  public func diagnostic(width: Int, height: Int) -> Diagnostic? {
    let name = title.isEmpty ? "slide \(number)" : "slide \(number), “\(title.prefix(60))”,"
    let sides = [(below, "below"), (right, "on the right")].filter { $0.0 > 0 }.map { "\($0.0) px \($0.1)" }
    guard isTooMuch else {
      guard figure < Self.leastFigure else { return nil }
      return Diagnostic(
        .slideOverflow,
        "\(name) shows a figure at \(figure) % of its size at \(width) × \(height): its words are small",
        at: range.startPoint, hint: .init("give the figure a smaller `fig-width`, or more room"))
    }
    return Diagnostic(
      .slideOverflow,
      "\(name) holds more than it has room for at \(width) × \(height): \(sides.joined(separator: " and "))",
      at: range.startPoint, hint: .init("make two slides of it, or put parts side by side"))
  }
}

extension SlideOverflow {
  /// Reads what the script of slides has measured, from the page as the browser shows it: a line for each slide with its
  /// number, the parts of its height and its width that are too much, and the part of its size that a figure has.
  static func measured(in document: String, _ slides: [Slide], width: Int, height: Int) -> [SlideOverflow]? {
    guard let start = document.firstRange(of: "<pre id=\"measured\" hidden=\"\">")?.upperBound,
      let end = document[start...].firstRange(of: "</pre>")?.lowerBound
    else { return nil }
    let lines = document[start..<end].split(separator: "\n")
    guard lines.count == slides.count else { return nil }
    var found: [SlideOverflow] = []
    for line in lines {
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 4, let index = Int(exactly: numbers[0]), slides.indices.contains(index),
        numbers.allSatisfy({ (0...10_000).contains($0) })
      else { return nil }
      found.append(
        SlideOverflow(
          slides[index], index, below: numbers[1] * Double(height), right: numbers[2] * Double(width),
          figure: numbers[3]))
    }
    return found
  }

  init(_ slide: Slide, _ index: Int, below: Double, right: Double, figure: Double = 1) {
    self.init(
      number: index + 1, title: slide.title, range: slide.range, below: Int(below.rounded(.up)),
      right: Int(right.rounded(.up)), figure: Int(100 * min(1, figure)))
  }
}
