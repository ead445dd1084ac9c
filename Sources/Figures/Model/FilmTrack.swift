import Tensors

/// What a film tells beside its frames: when each was taken, and how the loss went.
public struct FilmTrack: Sendable, Hashable {
  /// The epoch of each frame, ascending.
  public let epochs: [Int]
  /// The loss of epoch 1, 2, …; empty where nothing was trained.
  public let losses: [Double]
  /// How the losses are drawn, found once: it takes a look at all of them.
  private let scale: LossScale?

  /// Makes a track.
  public init(epochs: [Int], losses: [Double]) {
    self.epochs = epochs
    self.losses = losses
    scale = LossScale(losses)
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
    guard losses.indices.contains(epoch - 1), let y = scale?.depth(of: losses[epoch - 1]) else { return nil }
    let width = Mathematics.log(Double(losses.count))
    return (width > 0 ? Mathematics.log(Double(epoch)) / width : 0, y)
  }
}

/// The vertical scale of a loss curve.
private struct LossScale: Sendable, Hashable {
  private let isLogarithmic: Bool
  /// The lowest and the highest loss, as they are drawn.
  private let low, high: Double

  /// The scale that shows all finite losses; nil where there are none.
  init?(_ losses: [Double]) {
    let finite = losses.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    isLogarithmic = low > 0 && high / low > 10
    self.low = isLogarithmic ? Mathematics.log(low) : low
    self.high = isLogarithmic ? Mathematics.log(high) : high
  }

  /// How far below the top a loss is drawn, as a share of the height; nil where it is not finite.
  func depth(of loss: Double) -> Double? {
    let height = isLogarithmic ? Mathematics.log(loss) : loss
    guard height.isFinite else { return nil }
    return high > low ? (high - height) / (high - low) : 0.5
  }
}

extension Figure {
  /// The width of a frame in CSS pixels: three stand beside each other in print.
  static let frameWidth = 300

  /// The frames of a film, each a picture of its own; empty for another figure.
  public var frames: [Figure] {
    guard case .grid(let grid) = content, grid.film != nil else { return [] }
    return grid.panels.map { $0.sized(width: Figure.frameWidth, height: nil) }
  }

  /// The figure as a film: its panels are the frames.
  public func filmed(_ track: FilmTrack) -> Figure {
    guard case .grid(var grid) = content else { return self }
    grid.film = track
    return Figure(title: title, content: .grid(grid), width: width, height: height)
  }
}
