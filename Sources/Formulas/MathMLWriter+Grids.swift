extension MathMLWriter {
  /// Writes a table with its brackets.
  ///
  /// Browsers know no `columnalign`, so the two tables whose cells are not centred have a class.
  mutating func grid(_ grid: Formula.Grid, _ context: Context) {
    let (left, right) = grid.kind.brackets
    let hasBrackets = !(left + right).isEmpty
    if hasBrackets { open("mrow") }
    bracket(left, "prefix")
    element("mtable", attributes(of: grid.kind)) { writer in
      for row in grid.rows {
        writer.element("mtr") { writer in
          for (column, cell) in row.enumerated() { writer.cell(cell, column, grid.kind) }
        }
      }
    }
    bracket(right, "postfix")
    if hasBrackets { close("mrow") }
  }

  private func attributes(of kind: Formula.Grid.Kind) -> Attributes {
    switch kind {
    case .cases: [("class", "math-cases"), ("columnalign", "left")]
    case .aligned: [("class", "math-aligned"), ("columnalign", "right left"), ("displaystyle", "true")]
    case .matrix, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix: []
    }
  }

  private mutating func cell(_ cell: Formula.Node, _ column: Int, _ kind: Formula.Grid.Kind) {
    var context = Context(isDisplayed: kind == .aligned)
    // Behind an `&` a sign has a left operand: the cell before it.
    if kind == .aligned, column % 2 == 1 { context.previous = .ordinary }
    element("mtd") { writer in
      if case .row(let nodes) = cell { writer.row(nodes, context) } else { writer.row([cell], context) }
    }
  }
}
