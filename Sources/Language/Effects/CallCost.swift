/// What computing a call takes beside reading it.
public struct CallCost: Sendable {
  /// Steps of work, as ``Evaluator/charge(_:at:)`` counts them.
  public var fuel: Int
  /// Memory that the call holds while it is computed, its result included.
  public var bytes: Int

  /// A cost of this much fuel and memory.
  public init(fuel: Int = 0, bytes: Int = 0) {
    self.fuel = fuel
    self.bytes = bytes
  }

  /// A cost of this much fuel, and memory for so many numbers.
  public init(fuel: Int, elements: Int) {
    self.init(fuel: fuel, bytes: elements.saturatingProduct(8))
  }
}
