import CKernels

/// The counter-based generator Threefry-2x32 with 20 rounds: a pure function of key and counter.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11.
public struct Threefry: Sendable, Hashable {
  /// The key.
  public let key: UInt64

  /// Makes the generator of a key.
  public init(key: UInt64) { self.key = key }

  /// Returns the 64 bits that belong to a counter.
  public func block(_ counter: UInt64) -> UInt64 { nnb_threefry(key, counter) }
}
