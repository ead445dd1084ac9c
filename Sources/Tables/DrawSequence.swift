import Tensors

/// The numbers of one stream, taken one after the other.
struct DrawSequence {
  private let stream: RandomStream
  private var place = 0

  init(_ stream: RandomStream) { self.stream = stream }

  /// The next number from `low` to `high`, both ends left out.
  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    defer { place += 1 }
    return stream.uniform(place, from: low, to: high)
  }

  /// The next number from N(0, 1).
  mutating func normal() -> Double {
    defer { place += 1 }
    return stream.normal(place)
  }

  /// Brings `items` into a random order: from the end, each changes places with one that stands not behind it.
  ///
  /// Source: R. A. Fisher and F. Yates, Statistical tables, 1938, as TensorFlow Playground shuffles its data.
  mutating func shuffle<Item>(_ items: inout [Item]) {
    for last in items.indices.reversed() {
      // The product can round up to its bound where the draw is nearest to 1.
      items.swapAt(last, min(last, Int(uniform(0, Double(last + 1)))))
    }
  }
}
