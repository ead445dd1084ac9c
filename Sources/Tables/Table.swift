import Tensors

/// Named columns: inputs and outputs of a truth table, or the rows of a data set.
public struct Table: Sendable, Hashable {
  /// A row as it is shown: with its `-`, before both values were put in.
  public struct WrittenRow: Sendable, Hashable {
    /// The entries of the inputs.
    public let inputs: [PatternValue]
    /// The entries of the outputs.
    public let outputs: [PatternValue]

    /// Makes a row.
    public init(inputs: [PatternValue], outputs: [PatternValue]) {
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  /// The most rows a table may have.
  public static let maximalRows = 65_536
  /// The most values a table may have.
  public static let maximalValues = 4_000_000

  /// The name; empty for a computed table.
  public let name: String
  /// The names of the input columns.
  public let inputs: [String]
  /// The names of the output columns.
  public let outputs: [String]
  /// The inputs, `[m, n]`.
  public let X: Tensor
  /// The outputs, `[m, k]`; NaN where none is asked, so that a don't-care is never taken for a number.
  public let Y: Tensor
  /// Where in ``Y`` any value is right.
  public let dontCare: [Bool]
  /// The rows as they were written, for display.
  public let written: [WrittenRow]
  /// How many rows `on` filled in with 0; they are not in ``written``.
  public let leftOut: Int
  /// What the numbers 0, 1, … of a column stand for, by its name; columns of numbers have none.
  public let classNames: [String: [String]]

  /// Makes a table from computed numbers.
  /// - Precondition: X is `[m, n]` and Y `[m, k]` for n inputs and k outputs.
  public init(
    name: String, inputs: [String], outputs: [String], X: Tensor, Y: Tensor,
    classNames: [String: [String]] = [:]
  ) {
    self.init(
      name: name, inputs: inputs, outputs: outputs, X: X, Y: Y,
      dontCare: [Bool](repeating: false, count: Y.count), classNames: classNames)
  }

  init(
    name: String, inputs: [String], outputs: [String], X: Tensor, Y: Tensor, dontCare: [Bool],
    classNames: [String: [String]]
  ) {
    self.init(
      name: name, inputs: inputs, outputs: outputs, X: X, Y: Y, dontCare: dontCare,
      written: Self.written(X, Y, dontCare), leftOut: 0, classNames: classNames)
  }

  init(
    name: String, inputs: [String], outputs: [String], X: Tensor, Y: Tensor, dontCare: [Bool],
    written: [WrittenRow], leftOut: Int, classNames: [String: [String]] = [:]
  ) {
    let rows = X.shape.sizes.first ?? 0
    precondition(X.shape == [rows, inputs.count], "X \(X.shape) for \(inputs.count) inputs")
    precondition(Y.shape == [rows, outputs.count], "Y \(Y.shape) for \(rows) rows, \(outputs.count) outputs")
    precondition(dontCare.count == Y.count, "\(dontCare.count) marks for \(Y.count) outputs")
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.X = X
    self.Y = Y
    self.dontCare = dontCare
    self.written = written
    self.leftOut = leftOut
    self.classNames = classNames
  }

  /// The number of rows m.
  public var rowCount: Int { X.shape.sizes[0] }
  /// The outputs: `[m]` if there is one column, else `[m, k]`.
  public var y: Tensor { outputs.count == 1 ? Y.reshaped([rowCount]) : Y }
  /// Whether some output does not matter.
  public var hasDontCares: Bool { dontCare.contains(true) }

  /// Returns the values of the input or output column with this name, `[m]`.
  public func column(_ name: String) -> Tensor? {
    if let index = inputs.firstIndex(of: name) { return Self.column(index, of: X) }
    return outputs.firstIndex(of: name).map { Self.column($0, of: Y) }
  }

  private static func column(_ index: Int, of matrix: Tensor) -> Tensor {
    Tensor(stride(from: index, to: matrix.count, by: matrix.shape.sizes[1]).map { matrix.elements[$0] })
  }

  private static func written(_ X: Tensor, _ Y: Tensor, _ dontCare: [Bool]) -> [WrittenRow] {
    (0..<X.shape.sizes[0]).map { row in
      let outputs = Y.row(row).elements
      return WrittenRow(
        inputs: X.row(row).elements.map(PatternValue.init),
        outputs: outputs.indices.map { column in
          dontCare[row * outputs.count + column] ? .any : PatternValue(outputs[column])
        })
    }
  }
}

extension PatternValue {
  /// The entry that gives `value`: `0`, `1`, or the number.
  public init(_ value: Double) {
    self = value == 0 ? .zero : (value == 1 ? .one : .number(value))
  }
}
