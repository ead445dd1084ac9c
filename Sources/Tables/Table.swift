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

  /// The most rows a table may list; a truth table, whose inputs need not be listed, may have more.
  public static let maximalRows = 65_536
  /// The most values a table may have; of a truth table of more rows only the outputs count.
  public static let maximalValues = 4_000_000
  /// The most inputs of a truth table.
  public static let mostTruthInputs = 20

  /// What stands in the rows.
  enum Content: Sendable, Hashable {
    /// Inputs `[m, n]`, outputs `[m, k]`, and where any output is right.
    case listed(X: Tensor, Y: Tensor, dontCare: [Bool])
    /// All rows of {0,1}ⁿ in counting order: the outputs alone, row by row.
    case counted([TruthValue])
  }

  /// The name; empty for a computed table.
  public let name: String
  /// The names of the input columns.
  public let inputs: [String]
  /// The names of the output columns.
  public let outputs: [String]
  let content: Content
  /// The rows as they were written, where they are not just those of the numbers.
  let patterns: [WrittenRow]?
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
    written: [WrittenRow]? = nil, leftOut: Int = 0, classNames: [String: [String]] = [:]
  ) {
    let rows = X.shape.sizes.first ?? 0
    precondition(X.shape == [rows, inputs.count], "X \(X.shape) for \(inputs.count) inputs")
    precondition(Y.shape == [rows, outputs.count], "Y \(Y.shape) for \(rows) rows, \(outputs.count) outputs")
    precondition(dontCare.count == Y.count, "\(dontCare.count) marks for \(Y.count) outputs")
    self.init(
      name: name, inputs: inputs, outputs: outputs, content: .listed(X: X, Y: Y, dontCare: dontCare),
      written: written, leftOut: leftOut, classNames: classNames)
  }

  /// Makes the table of all rows of {0,1}ⁿ in counting order from its outputs, row by row.
  /// - Precondition: there are at most ``mostTruthInputs`` inputs, and a value for each output of each row.
  public init(
    name: String, inputs: [String], outputs: [String], values: [TruthValue], written: [WrittenRow]? = nil,
    leftOut: Int = 0
  ) {
    precondition(0...Self.mostTruthInputs ~= inputs.count, "\(inputs.count) inputs")
    precondition(values.count == outputs.count << inputs.count, "\(values.count) outputs")
    let content = Content.counted(values)
    let isLarge = 1 << inputs.count > Self.maximalRows
    self.init(
      name: name, inputs: inputs, outputs: outputs,
      content: isLarge ? content : content.listed(inputs.count, outputs.count), written: written,
      leftOut: leftOut, classNames: [:])
  }

  init(
    name: String, inputs: [String], outputs: [String], content: Content, written: [WrittenRow]?, leftOut: Int,
    classNames: [String: [String]]
  ) {
    (self.name, self.inputs, self.outputs) = (name, inputs, outputs)
    (self.content, self.leftOut, self.classNames) = (content, leftOut, classNames)
    let (n, k) = (inputs.count, outputs.count)
    // One way to hold a table, so that equal ones are equal.
    let isPlain =
      written.map { rows in
        rows.count == content.rowCount(n) && rows.indices.allSatisfy { rows[$0] == content.row($0, n, k) }
      } ?? true
    patterns = isPlain ? nil : written
  }

  /// The number of rows m.
  public var rowCount: Int { content.rowCount(inputs.count) }
  /// The outputs: `[m]` if there is one column, else `[m, k]`.
  public var y: Tensor { outputs.count == 1 ? Y.reshaped([rowCount]) : Y }

  /// The rows as they were written, for display.
  public var written: [WrittenRow] { patterns ?? (0..<rowCount).map(writtenRow) }
  /// How many rows were written.
  public var writtenCount: Int { patterns?.count ?? rowCount }

  /// A row as it was written.
  public func writtenRow(_ index: Int) -> WrittenRow {
    patterns?[index] ?? content.row(index, inputs.count, outputs.count)
  }

  /// Returns the values of the input or output column with this name, `[m]`.
  public func column(_ name: String) -> Tensor? {
    if let index = inputs.firstIndex(of: name) {
      guard case .listed(let X, _, _) = content else {
        return Tensor((0..<rowCount).map { Double($0 >> (inputs.count - 1 - index) & 1) })
      }
      return Self.column(index, of: X)
    }
    return outputs.firstIndex(of: name).map { Self.column($0, of: Y) }
  }

  private static func column(_ index: Int, of matrix: Tensor) -> Tensor {
    Tensor(stride(from: index, to: matrix.count, by: matrix.shape.sizes[1]).map { matrix.elements[$0] })
  }
}

extension PatternValue {
  /// The entry that gives `value`: `0`, `1`, or the number.
  public init(_ value: Double) {
    self = value == 0 ? .zero : (value == 1 ? .one : .number(value))
  }
}
