import BigInt

/// The cells into which lines cut a rectangle of the plane, in exact fractions.
///
/// It begins with the rectangle, and each line cuts every cell that it goes through in two.
public struct PlaneCells: Sendable, Hashable {
  /// A point.
  public struct Corner: Sendable, Hashable {
    /// Its coordinates.
    public let x, y: Rational

    /// Makes a point.
    public init(x: Rational, y: Rational) {
      self.x = x
      self.y = y
    }
  }

  /// The line a·x + b·y = c, which fires where a·x + b·y ≥ c; with a = b = 0 it fires everywhere or nowhere.
  public struct Line: Sendable, Hashable {
    let a, b, c: Rational

    /// Makes a line.
    public init(a: Rational, b: Rational, c: Rational) {
      (self.a, self.b, self.c) = (a, b, c)
    }

    /// How many times longer its fractions take than small ones: the square of their length in units of 16 bits, since the
    /// numbers whose greatest common divisors are taken grow with them.
    public var difficulty: Int {
      let bits = [a, b, c].map { $0.numerator.bitWidth + $0.denominator.bitWidth }.max() ?? 0
      return max(1, bits * bits / 256)
    }

    /// How far a·x + b·y is above c.
    fileprivate func height(at p: Corner) -> Rational { a * p.x + b * p.y - c }
  }

  /// A convex polygon inside which the same lines fire.
  public struct Cell: Sendable, Hashable {
    /// The corners against the clock.
    public let corners: [Corner]
    /// Which lines fire, in their order.
    public let fires: [Bool]

    /// The area, by the trapezoids below its sides.
    public var area: Rational {
      let next = corners.dropFirst() + corners.prefix(1)
      let twice = zip(corners, next).reduce(Rational.zero) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) }
      return twice / Rational(2)
    }

    /// A point inside: the mean of the corners.
    public var middle: Corner {
      let count = Rational(BigInt(corners.count))
      return Corner(
        x: corners.reduce(Rational.zero) { $0 + $1.x } / count,
        y: corners.reduce(Rational.zero) { $0 + $1.y } / count)
    }
  }

  /// The cells.
  public private(set) var cells: [Cell]

  /// Makes the rectangle as one cell.
  /// - Precondition: it has an area.
  public init(x: (Rational, Rational), y: (Rational, Rational)) {
    precondition(x.0 < x.1 && y.0 < y.1, "a rectangle without an area")
    let corners = [
      Corner(x: x.0, y: y.0), Corner(x: x.1, y: y.0), Corner(x: x.1, y: y.1), Corner(x: x.0, y: y.1),
    ]
    cells = [Cell(corners: corners, fires: [])]
  }

  /// Cuts the cells by one more line.
  /// - Complexity: linear in the corners of all cells.
  public mutating func cut(by line: Line) {
    cells = cells.flatMap { cell in Self.parts(of: cell, line) }
  }

  /// The one or two parts of a cell; a line along a side or through a corner cuts nothing off.
  private static func parts(of cell: Cell, _ line: Line) -> [Cell] {
    let heights = cell.corners.map(line.height(at:))
    if heights.allSatisfy({ $0 >= .zero }) {
      return [Cell(corners: cell.corners, fires: cell.fires + [true])]
    }
    if heights.allSatisfy({ $0 <= .zero }) {
      return [Cell(corners: cell.corners, fires: cell.fires + [false])]
    }
    var above: [Corner] = [], below: [Corner] = []
    for (index, corner) in cell.corners.enumerated() {
      let height = heights[index], next = (index + 1) % heights.count
      if height >= .zero { above.append(corner) }
      if height <= .zero { below.append(corner) }
      guard height * heights[next] < .zero else { continue }
      let part = height / (height - heights[next]), other = cell.corners[next]
      let crossing = Corner(
        x: corner.x + part * (other.x - corner.x), y: corner.y + part * (other.y - corner.y))
      above.append(crossing)
      below.append(crossing)
    }
    return [
      Cell(corners: above, fires: cell.fires + [true]), Cell(corners: below, fires: cell.fires + [false]),
    ]
  }
}
