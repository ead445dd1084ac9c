import Wording

/// The sizes of a tensor along its axes; a number has none.
public struct Shape: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// The most axes a tensor of the language may have.
  public static let maximalRank = 4

  /// The size along each axis, outermost first.
  public let sizes: [Int]

  /// Makes the shape with these sizes, none negative.
  public init(_ sizes: [Int]) { self.sizes = sizes }
  /// Makes the shape with these sizes.
  public init(arrayLiteral elements: Int...) { sizes = elements }

  /// The shape of a number.
  public static let scalar = Shape([])
  /// The number of axes.
  public var rank: Int { sizes.count }
  /// The number of elements; `Int.max` where it would be more.
  public var count: Int { sizes.reduce(1) { $0.saturatingProduct($1) } }
  /// Whether this is the shape of a number.
  public var isScalar: Bool { sizes.isEmpty }

  /// Returns the shape with `size` as a new axis in front.
  public func prefixed(by size: Int) -> Shape { Shape([size] + sizes) }
  /// Returns the shape without its first axis.
  public func droppingFirst() -> Shape { Shape(Array(sizes.dropFirst())) }
}

extension Shape: CustomStringConvertible {
  /// `[2, 3]` as the language writes it; a number's is `[]`.
  public var description: String { "[" + sizes.map(String.init).joined(separator: ", ") + "]" }

  /// The shape in a sentence: `a number`, or `[2, 3]`.
  public var phrase: Message { isScalar ? "a number" : Message(verbatim: description) }
}

extension Int {
  /// Returns the product of two counts, `Int.max` where it does not fit.
  public func saturatingProduct(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }

  /// Returns the sum of two counts, `Int.max` where it does not fit.
  public func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
