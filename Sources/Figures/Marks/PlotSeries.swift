/// One of the curves of a plot.
public struct PlotSeries: Sendable, Hashable {
  /// What a curve is, which decides its colour and pattern.
  public enum Role: String, Sendable, Hashable {
    /// The first is blue, others have colours and patterns of their own.
    case function
    /// The first is green, all are dashed.
    case derivative
  }

  /// What the legend calls it.
  public let name: String
  /// The points in order; one that is not a number parts the curve.
  public let points: [PlanePoint]
  /// What the curve is.
  public let role: Role

  /// Makes a series.
  public init(_ name: String, points: [PlanePoint], role: Role = .function) {
    self.name = name
    self.points = points
    self.role = role
  }
}

extension PlotSeries {
  /// The curves of `series`, told apart by colour and pattern.
  static func curves(_ series: [PlotSeries]) -> [Curve] {
    var functions = 0, derivatives = 0, further = 0
    let patterns: [Curve.Pattern] = [.longDashed, .dashDotted, .dotted, .solid]
    return series.map { one in
      switch one.role {
      case .function where functions == 0:
        functions += 1
        return Curve(one.name, points: one.points, role: .function)
      case .derivative where derivatives == 0:
        derivatives += 1
        return Curve(one.name, points: one.points, role: .derivative, pattern: .dashed)
      case .function, .derivative:
        let pattern = one.role == .derivative ? .dashed : patterns[further % patterns.count]
        further += 1
        return Curve(one.name, points: one.points, role: .line(further - 1), pattern: pattern)
      }
    }
  }
}
