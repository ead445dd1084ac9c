import Tensors

/// Random numbers, taken one after the other.
public struct DrawSequence: Sendable {
  /// Where they come from.
  private enum Source {
    /// A stream of ours and the index of its next number.
    case stream(RandomStream, next: Int)
    /// TensorFlow Playground's own generator.
    case page(SeededRandom)
  }

  private var source: Source

  init(_ stream: RandomStream) { source = .stream(stream, next: 0) }

  /// The numbers that TensorFlow Playground draws for a seed, such as that of a link.
  public init(playgroundSeed seed: String) { source = .page(SeededRandom(seed)) }

  /// Whether they are Playground's own, so that what is made of them shall have its last bits, too.
  var isPage: Bool { if case .page = source { true } else { false } }

  /// The next number from `low` to `high`; Playground's can be `low` itself.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    switch source {
    case .stream(let stream, let position):
      source = .stream(stream, next: position + 1)
      return stream.uniform(position, from: low, to: high)
    case .page(var random):
      let number = random.next() * (high - low) + low
      source = .page(random)
      return number
    }
  }

  /// The next number from N(0, 1).
  ///
  /// Playground's are made of two even ones by G. Marsaglia's polar method, of which one half is thrown away.
  mutating func normal() -> Double {
    if case .stream(let stream, let position) = source {
      source = .stream(stream, next: position + 1)
      return stream.normal(position)
    }
    while true {
      let u = 2 * uniform(0, 1) - 1, v = 2 * uniform(0, 1) - 1
      let s = u * u + v * v
      if s <= 1 { return (-2 * Mathematics.log(s) / s).squareRoot() * u }
    }
  }

  /// Brings `items` into a random order: from the end, each is exchanged for one that stands not behind it.
  ///
  /// Source: R. A. Fisher and F. Yates, Statistical tables, 1938, as TensorFlow Playground shuffles its data.
  mutating func shuffle<Item>(_ items: inout [Item]) {
    for last in items.indices.reversed() {
      // The product can round up to its bound where the draw is nearest to 1.
      items.swapAt(last, min(last, Int(uniform(0, Double(last + 1)))))
    }
  }
}
