import Tensors

/// What a film tells beside its frames: when each was taken, and how the loss went.
public struct FilmTrack: Sendable, Hashable {
  /// The epoch of each frame, ascending.
  public let epochs: [Int]
  /// The loss after epoch 1, 2, …; empty where nothing was trained.
  public let losses: [Double]

  /// Makes a track.
  public init(epochs: [Int], losses: [Double]) {
    self.epochs = epochs
    self.losses = losses
  }

  /// At most this many points of the loss are drawn.
  private static let mostPoints = 200

  /// The loss as a line in the unit square, from the top left: the epochs logarithmic, as the frames are taken, and the
  /// losses too where they are positive and fall to less than a tenth.
  ///
  /// Empty where fewer than two losses are finite.
  public var curve: [(x: Double, y: Double)] {
    let shown = epochsToDraw.compactMap { epoch in place(of: epoch) }
    return shown.count < 2 ? [] : shown
  }

  /// Where a frame stands on the curve; nil where its loss is not known.
  public func place(ofFrame frame: Int) -> (x: Double, y: Double)? {
    // Before the first epoch no loss was noted.
    epochs.indices.contains(frame) ? place(of: max(1, epochs[frame])) : nil
  }

  private var epochsToDraw: [Int] {
    guard losses.count > Self.mostPoints else { return losses.isEmpty ? [] : Array(1...losses.count) }
    var drawn: [Int] = []
    for step in 0...Self.mostPoints {
      let share = Double(step) / Double(Self.mostPoints)
      let epoch = Int(Mathematics.pow(Double(losses.count), share).rounded())
      if epoch > (drawn.last ?? 0) { drawn.append(epoch) }
    }
    return drawn
  }

  private func place(of epoch: Int) -> (x: Double, y: Double)? {
    guard losses.indices.contains(epoch - 1), let (low, high) = range else { return nil }
    let height = scaled(losses[epoch - 1])
    guard height.isFinite else { return nil }
    let width = Mathematics.log(Double(losses.count))
    let x = width > 0 ? Mathematics.log(Double(epoch)) / width : 0
    return (x, high > low ? (high - height) / (high - low) : 0.5)
  }

  private var isLogarithmic: Bool {
    let finite = losses.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low > 0 else { return false }
    return high / low > 10
  }

  private func scaled(_ loss: Double) -> Double { isLogarithmic ? Mathematics.log(loss) : loss }

  private var range: (Double, Double)? {
    let finite = losses.map { scaled($0) }.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return (low, high)
  }
}

extension Figure {
  /// The figure as a film: its panels are the frames.
  public func filmed(_ track: FilmTrack) -> Figure {
    guard case .grid(var grid) = content else { return self }
    grid.film = track
    return Figure(title: title, content: .grid(grid), width: width, height: height)
  }
}
