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
  /// Which side of each jump has the value there.
  public let jumps: [CurveJump]
  /// Whether each point is a number of its own and no sample of a function.
  public let isOfNumbers: Bool

  /// Makes a series.
  public init(_ name: String, points: [PlanePoint], role: Role = .function) {
    self.init(name, points: points, role: role, jumps: [], isOfNumbers: true)
  }

  /// Makes a series of the graph of a function.
  public init(_ name: String, graph: FunctionGraph, role: Role = .function) {
    self.init(name, points: graph.points, role: role, jumps: graph.jumps, isOfNumbers: false)
  }

  private init(_ name: String, points: [PlanePoint], role: Role, jumps: [CurveJump], isOfNumbers: Bool) {
    self.name = name
    self.points = points
    self.role = role
    self.jumps = jumps
    self.isOfNumbers = isOfNumbers
  }
}

extension PlotSeries {
  /// The curves of `series`, told apart by colour and pattern.
  static func curves(_ series: [PlotSeries]) -> [Curve] {
    var functions = 0, derivatives = 0, further = 0
    let patterns: [Curve.Pattern] = [.longDashed, .dashDotted, .dotted, .solid]
    return series.map { one in
      func curve(_ role: ColourRole, _ pattern: Curve.Pattern) -> Curve {
        Curve(
          one.name, points: one.points, role: role, pattern: pattern, jumps: one.jumps,
          isOfNumbers: one.isOfNumbers)
      }
      switch one.role {
      case .function where functions == 0:
        functions += 1
        return curve(.function, .solid)
      case .derivative where derivatives == 0:
        derivatives += 1
        return curve(.derivative, .dashed)
      case .function, .derivative:
        let pattern = one.role == .derivative ? .dashed : patterns[further % patterns.count]
        further += 1
        return curve(.line(further - 1), pattern)
      }
    }
  }
}
