/// How far a training is.
public struct TrainingProgress: Sendable, Hashable {
  /// The epochs done.
  public let epoch: Int
  /// The epochs asked for.
  public let of: Int
  /// The loss of the last one.
  public let loss: Double

  /// Makes a report.
  public init(epoch: Int, of: Int, loss: Double) {
    self.epoch = epoch
    self.of = of
    self.loss = loss
  }
}
