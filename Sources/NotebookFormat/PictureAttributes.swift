import Diagnostics
import Wording

/// How large the text wants a picture; nil where it says nothing.
public struct PictureSize: Sendable, Hashable {
  /// A length on the page.
  public enum Length: Sendable, Hashable {
    case pixels(Int)
    /// Of the width of the text.
    case percent(Int)

    /// Reads `300`, `300px` or `50%`.
    init?(_ text: String) {
      let number = text.prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(number), value > 0 else { return nil }
      switch text.dropFirst(number.count) {
      case "", "px":
        guard value <= 10_000 else { return nil }
        self = .pixels(value)
      case "%":
        guard value <= 100 else { return nil }
        self = .percent(value)
      default: return nil  // Student text, not a case of ours.
      }
    }
  }

  /// The width.
  public var width: Length?
  /// The height.
  public var height: Length?

  /// Makes a size.
  public init(width: Length? = nil, height: Length? = nil) {
    self.width = width
    self.height = height
  }
}

/// What stands in braces behind a picture, or in its tag.
public struct PictureAttributes: Sendable, Hashable {
  /// The name that references have for it.
  public var label: String?
  /// How large it is to be.
  public var size = PictureSize()
  /// What it shows, where the caption does not say it.
  public var altText: String?

  /// None.
  public init() {}

  /// Reads the attributes of an `<img>`; a length that is none says nothing.
  init(_ tag: HTMLTag) {
    label = tag.attributes["id"].flatMap { Label.isLabel($0) ? $0 : nil }
    size.width = tag.attributes["width"].flatMap { PictureSize.Length($0) }
    size.height = tag.attributes["height"].flatMap { PictureSize.Length($0) }
  }

  /// The names of the attributes.
  static let names = ["width", "height", "fig-alt"]

  /// Takes an attribute; returns what is wrong with it, and what to write.
  mutating func take(_ name: String, _ value: String) -> (fact: Message, hint: Message)? {
    switch name {
    case "fig-alt", "alt": altText = value
    case "width", "height":
      guard let length = PictureSize.Length(value) else {
        return ("`\(value.prefix(20))` is no \(name) of a picture", "write `50%` or `300px`")
      }
      if name == "width" { size.width = length } else { size.height = length }
    default:
      let known = Self.names.map { "`\($0)`" }.joined(separator: ", ")
      return (
        "a picture has no attribute `\(name.prefix(40))`",
        didYouMean(nearMisses(of: name, in: Self.names)) ?? "known are \(known) and a label, `#fig-x`"
      )
    }
    return nil
  }
}
