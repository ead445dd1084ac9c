/// A Boolean function of n inputs, with rows where either value will do.
///
/// A row is a number from 0 to 2ⁿ − 1 whose bits are the inputs, x₁ the highest: row `01` of two inputs is 1.
public struct BooleanFunction: Sendable, Hashable {
  /// The most inputs there may be.
  public static let mostInputs = 20

  /// How many inputs it has.
  public let inputCount: Int
  /// The rows that give 1.
  public let ones: RowSet
  /// The rows that may give either.
  public let free: RowSet

  /// Makes a function of the rows that give 1 and those that may give either.
  /// - Precondition: there are at most ``mostInputs`` inputs, and no row is in both sets.
  public init(inputCount: Int, ones: RowSet, free: RowSet? = nil) {
    precondition(0...Self.mostInputs ~= inputCount, "\(inputCount) inputs")
    let free = free ?? RowSet(rowCount: 1 << inputCount)
    precondition(ones.rowCount == 1 << inputCount && free.rowCount == ones.rowCount, "\(ones.rowCount) rows")
    precondition(ones.isDisjoint(with: free), "a row that gives 1 and may give either")
    self.inputCount = inputCount
    self.ones = ones
    self.free = free
  }

  /// Makes the function that a rule gives for each row.
  public init(inputCount: Int, _ isOne: (Int) -> Bool) {
    self.init(
      inputCount: inputCount, ones: RowSet((0..<1 << inputCount).filter(isOne), rowCount: 1 << inputCount))
  }

  /// How many rows there are.
  public var rowCount: Int { 1 << inputCount }
  /// The rows that give 0.
  public var zeros: RowSet { ones.union(free).complement }

  /// The function with 0 and 1 exchanged.
  public var negated: BooleanFunction {
    BooleanFunction(inputCount: inputCount, ones: zeros, free: free)
  }

  /// Whether one value fits all rows.
  public var isConstant: Bool { ones.isEmpty || zeros.isEmpty }

  /// The inputs of a row, x₁ first.
  public func inputs(of row: Int) -> [Int] { (0..<inputCount).map { row >> (inputCount - 1 - $0) & 1 } }

  /// The row as it is written, such as `01`.
  public func text(of row: Int) -> String { inputs(of: row).map(String.init).joined() }
}
