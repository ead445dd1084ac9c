import Wording

/// A truth table of 2 to 5 inputs as a map in which neighbours differ in one input, with loops around products.
///
/// The cells of a product form a rectangle, which may go on at the opposite border. Five inputs make two sheets, one for
/// each value of the first input.
public struct KarnaughMap: Sendable, Hashable {
  /// What a cell holds.
  public enum Cell: Sendable, Hashable {
    case zero, one
    /// Either will do.
    case free

    var word: String {
      switch self {
      case .zero: "0"
      case .one: "1"
      case .free: "–"
      }
    }
  }

  /// A product: the cells in which some inputs have fixed values.
  public struct Loop: Sendable, Hashable {
    /// The rows of the truth table that it holds.
    public let rows: Set<Int>
    /// How the product is written.
    public let label: String

    /// Makes a loop.
    public init(rows: Set<Int>, label: String) {
      self.rows = rows
      self.label = label
    }
  }

  /// How many inputs a map can have.
  public static let inputCounts = 2...5

  /// The names of the inputs.
  public let inputs: [String]
  /// The cells by the row of the truth table, whose bits are the inputs, the first the highest.
  public let cells: [Cell]
  /// The products.
  public let loops: [Loop]

  /// Makes a map.
  /// - Precondition: there are 2 to 5 inputs, and a cell for each row of their truth table.
  public init(inputs: [String], cells: [Cell], loops: [Loop]) {
    precondition(Self.inputCounts ~= inputs.count, "a map of \(inputs.count) inputs")
    precondition(cells.count == 1 << inputs.count, "\(cells.count) cells")
    self.inputs = inputs.map { PlainText.bounded($0, limit: 20) }
    self.cells = cells
    self.loops = loops
  }

  /// The codes of two inputs in the order of the map: neighbours, and the ends, differ in one input.
  private static let gray = [0, 1, 3, 2]

  /// How many inputs choose the sheet, the line and the column.
  var sheetBits: Int { inputs.count == 5 ? 1 : 0 }
  var lineBits: Int { inputs.count < 4 ? 1 : 2 }
  var columnBits: Int { inputs.count == 2 ? 1 : 2 }

  /// The names of the inputs that choose each of them.
  var sheetInputs: [String] { Array(inputs.prefix(sheetBits)) }
  var lineInputs: [String] { Array(inputs.dropFirst(sheetBits).prefix(lineBits)) }
  var columnInputs: [String] { Array(inputs.suffix(columnBits)) }

  /// The code of a line or a column, by its position.
  static func code(_ position: Int) -> Int { gray[position] }

  /// The code in digits, such as `01`.
  static func digits(_ position: Int, bits: Int) -> String {
    (0..<bits).map { gray[position] >> (bits - 1 - $0) & 1 == 1 ? "1" : "0" }.joined()
  }

  /// The row of the truth table in a cell.
  func row(sheet: Int, line: Int, column: Int) -> Int {
    (sheet << lineBits | Self.code(line)) << columnBits | Self.code(column)
  }

  func extent(_ words: Words) -> String { words(.ofInputs, inputs.joined(separator: ", ")) }

  func facts(_ words: Words) -> [String] {
    let ones = cells.count { $0 == .one }, free = cells.count { $0 == .free }
    return [words(.onesIn, "\(ones)", "\(cells.count)")]
      + (free > 0 ? [words(.freeCells, "\(free)")] : [])
      + loops.map { loop in
        words.fill(.loopAround, isOne: loop.rows.count == 1, ["\(loop.rows.count)", loop.label])
      }
  }

  func dataTables(_ words: Words) -> [DataTable] {
    let rows = cells.indices.map { row in
      (0..<inputs.count).map { row >> (inputs.count - 1 - $0) & 1 == 1 ? "1" : "0" } + [cells[row].word]
    }
    return [DataTable(title: words(.cells), header: inputs + [words(.valueColumn)], rows: rows)]
  }
}

extension Figure {
  /// Returns a Karnaugh map.
  public static func karnaugh(_ map: KarnaughMap, title: String = "") -> Figure {
    Figure(
      title: title, content: .karnaugh(map), width: map.inputs.count == 5 ? columnWidth : 400,
      height: map.inputs.count < 4 ? 280 : 360)
  }
}
