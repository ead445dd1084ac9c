extension Formula {
  /// Rows of cells, as in a matrix.
  public struct Grid: Sendable, Hashable {
    /// What the rows are.
    public let kind: Kind
    /// The cells, row by row; rows may differ in length.
    public let rows: [[Node]]

    /// Makes a table of rows.
    public init(_ kind: Kind, rows: [[Node]]) {
      self.kind = kind
      self.rows = rows
    }

    /// The environments of TeX that are tables.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case matrix, pmatrix, bmatrix, Bmatrix, vmatrix, Vmatrix, cases, aligned

      /// The brackets around the table; an empty text is none.
      var brackets: (left: String, right: String) {
        switch self {
        case .matrix, .aligned: ("", "")
        case .pmatrix: ("(", ")")
        case .bmatrix: ("[", "]")
        case .Bmatrix: ("{", "}")
        case .vmatrix: ("|", "|")
        case .Vmatrix: ("‖", "‖")
        case .cases: ("{", "")
        }
      }
    }
  }
}
