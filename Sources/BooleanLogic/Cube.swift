/// A product of literals, such as x₁x̄₃: the rows in which some inputs have fixed values.
public struct Cube: Sendable, Hashable {
  /// The inputs that are fixed, as bits of a row.
  public let fixed: UInt32
  /// Their values.
  public let values: UInt32

  /// Makes a cube.
  /// - Precondition: only fixed inputs have values.
  public init(fixed: UInt32, values: UInt32) {
    precondition(values & ~fixed == 0, "values of inputs that are not fixed")
    self.fixed = fixed
    self.values = values
  }

  /// The cube of all rows.
  public static let all = Cube(fixed: 0, values: 0)

  /// How many literals the product has.
  public var literalCount: Int { fixed.nonzeroBitCount }

  /// Whether a row lies in it.
  public func contains(_ row: Int) -> Bool { UInt32(truncatingIfNeeded: row) & fixed == values }

  /// The first of its rows.
  public var firstRow: Int { Int(values) }

  /// Its rows in a table of n inputs.
  public func rows(inputCount: Int) -> [Int] {
    let open = UInt32(1 << inputCount - 1) & ~fixed
    var rows: [Int] = []
    rows.reserveCapacity(1 << open.nonzeroBitCount)
    var part: UInt32 = 0
    repeat {
      rows.append(Int(values | part))
      part = (part &- open) & open
    } while part != 0
    return rows
  }

  /// The literals in the order of the inputs: the index of the input, from 0, and whether it must be 1.
  public func literals(inputCount: Int) -> [(input: Int, isPositive: Bool)] {
    (0..<inputCount).compactMap { input in
      let bit = UInt32(1) << UInt32(inputCount - 1 - input)
      return fixed & bit == 0 ? nil : (input, values & bit != 0)
    }
  }

  /// It as a pattern of `0`, `1` and `-`.
  public func pattern(inputCount: Int) -> String {
    String(
      (0..<inputCount).map { input in
        let bit = UInt32(1) << UInt32(inputCount - 1 - input)
        return fixed & bit == 0 ? "-" : values & bit == 0 ? "0" : "1"
      })
  }
}
