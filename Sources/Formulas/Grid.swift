extension Formula {
  /// Rows of cells, as in a matrix.
  public struct Grid: Sendable, Hashable {
    /// What the rows are.
    public let kind: Kind
    /// The cells, row by row; rows may differ in length.
    public let rows: [[Node]]
    /// Where the cells of each column stand, where the formula says so.
    public var columns: [Column] = []
    /// Whether a line stands behind the last column.
    public var endsWithLine = false
    /// The numbers of rows by `\tag`.
    public var tags: [Int: Node] = [:]
    /// The rows that have a line above them.
    public var lines: Set<Int> = []

    /// Makes a table of rows.
    public init(_ kind: Kind, rows: [[Node]]) {
      self.kind = kind
      self.rows = rows
    }

    /// Where the cells of a column stand, and whether a line stands before it.
    public struct Column: Sendable, Hashable {
      /// The side: `left`, `center` or `right`.
      public enum Side: Sendable, Hashable { case left, center, right }

      /// The side.
      public var side: Side
      /// Whether a line stands before the column.
      public var hasLine: Bool
    }

    /// The environments of TeX that are tables; those of the same form share one.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case matrix, pmatrix, bmatrix, Bmatrix, vmatrix, Vmatrix, smallmatrix, cases, dcases, rcases, aligned,
        alignedat,
        eqnarray, gathered, array, substack

      /// The brackets around the table; an empty text is none.
      var brackets: (left: String, right: String) {
        switch self {
        case .matrix, .aligned, .alignedat, .eqnarray, .gathered, .array, .substack, .smallmatrix: ("", "")
        case .pmatrix: ("(", ")")
        case .bmatrix: ("[", "]")
        case .Bmatrix: ("{", "}")
        case .vmatrix: ("|", "|")
        case .Vmatrix: ("‖", "‖")
        case .cases, .dcases: ("{", "")
        case .rcases: ("", "}")
        }
      }

      /// Whether its cells are parts of displayed formulas.
      var isDisplayed: Bool {
        switch self {
        case .aligned, .alignedat, .eqnarray, .gathered, .dcases: true
        case .matrix, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix, .smallmatrix, .cases, .rcases, .array,
          .substack:
          false
        }
      }

      /// Whether a sign at the start of a cell has the cell before it as its left operand.
      func continues(_ column: Int) -> Bool {
        switch self {
        case .aligned, .alignedat: column % 2 == 1
        case .eqnarray: column > 0
        case .matrix, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix, .smallmatrix, .cases, .dcases,
          .rcases,
          .gathered, .array, .substack:
          false
        }
      }
    }

    /// The form of an environment by its name; nil for one that is not known.
    ///
    /// Those that stand on lines of their own in TeX (`align`) have the form of those inside formulas (`aligned`).
    static func kind(_ name: String) -> Kind? {
      let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
      if plain == name, let kind = Kind(rawValue: name), kind != .substack { return kind }
      switch plain {
      case "align", "split", "flalign", "eqalign": return .aligned
      case "alignat": return .alignedat
      case "eqnarray": return .eqnarray
      case "gather", "equation", "multline", "displaymath", "math", "lines": return .gathered
      case "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix": return Kind(rawValue: plain)
      default: return nil
      }
    }

    /// The names of environments, for who mistypes one.
    static let names =
      Kind.allCases.filter { $0 != .substack }.map(\.rawValue)
      + [
        "align", "align*", "split", "alignat", "alignat*", "gather", "gather*", "equation", "equation*",
        "multline",
      ]
  }
}
