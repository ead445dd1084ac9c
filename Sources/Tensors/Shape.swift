/// The sizes of a tensor along its axes; a number has none.
public struct Shape: Sendable, Hashable, ExpressibleByArrayLiteral {
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
  /// The number of elements.
  public var count: Int { sizes.reduce(1, *) }
}

extension Shape: CustomStringConvertible {
  /// `[2, 3]` as the language writes it; a number's is `[]`.
  public var description: String { "[" + sizes.map(String.init).joined(separator: ", ") + "]" }
}
