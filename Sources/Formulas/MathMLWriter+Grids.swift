extension MathMLWriter {
  /// Writes a table with its brackets.
  ///
  /// Browsers know no `columnalign`, so tables whose cells are not centred have a class.
  mutating func grid(_ grid: Formula.Grid, _ context: Context) {
    let (left, right) = grid.kind.brackets
    let hasBrackets = !(left + right).isEmpty
    let isSmall = grid.kind == .smallmatrix || grid.kind == .substack
    if hasBrackets { open("mrow") }
    if isSmall { open("mstyle", [("scriptlevel", "1"), ("displaystyle", "false")]) }
    bracket(left, "prefix")
    element("mtable", attributes(of: grid.kind)) { writer in
      for (number, row) in grid.rows.enumerated() {
        let isEnd = number == grid.rows.count - 1 && grid.lines.contains(number + 1)
        let lines = [grid.lines.contains(number) ? "math-ruled" : nil, isEnd ? "math-closed" : nil].compactMap
        { $0 }
        let style = lines.isEmpty ? nil : lines.joined(separator: " ")
        writer.element("mtr", [("class", style)]) { writer in
          for (column, cell) in row.enumerated() { writer.cell(cell, column, grid) }
          if let tag = grid.tags[number] {
            writer.element("mtd", [("class", "math-tag")]) { writer in
              writer.write(tag, Context(isDisplayed: false))
            }
          }
        }
      }
    }
    bracket(right, "postfix")
    if isSmall { close("mstyle") }
    if hasBrackets { close("mrow") }
  }

  private func attributes(of kind: Formula.Grid.Kind) -> Attributes {
    switch kind {
    case .cases, .rcases: [("class", "math-cases"), ("columnalign", "left")]
    case .dcases: [("class", "math-cases"), ("columnalign", "left"), ("displaystyle", "true")]
    case .aligned: [("class", "math-aligned"), ("columnalign", "right left"), ("displaystyle", "true")]
    case .alignedat: [("class", "math-alignedat"), ("columnalign", "right left"), ("displaystyle", "true")]
    case .eqnarray:
      [("class", "math-eqnarray"), ("columnalign", "right center left"), ("displaystyle", "true")]
    case .gathered: [("class", "math-gathered"), ("displaystyle", "true")]
    case .smallmatrix, .substack: [("class", "math-small")]
    case .matrix, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix: [("class", "math-matrix")]
    case .array: []
    }
  }

  private mutating func cell(_ cell: Formula.Node, _ column: Int, _ grid: Formula.Grid) {
    var context = Context(isDisplayed: grid.kind.isDisplayed)
    // Behind an `&` a sign has a left operand: the cell before it.
    if grid.kind.continues(column) { context.previous = .ordinary }
    element("mtd", [("class", styleClass(of: column, grid))]) { writer in
      if case .row(let nodes) = cell { writer.row(nodes, context) } else { writer.row([cell], context) }
    }
  }

  private func styleClass(of column: Int, _ grid: Formula.Grid) -> String? {
    guard column < grid.columns.count else { return nil }
    let side: String? =
      switch grid.columns[column].side {
      case .left: "math-left"
      case .right: "math-right"
      case .center: nil
      }
    let isEnd = grid.endsWithLine && column == grid.columns.count - 1
    let classes = [side, grid.columns[column].hasLine ? "math-line" : nil, isEnd ? "math-endline" : nil]
      .compactMap { $0 }
    return classes.isEmpty ? nil : classes.joined(separator: " ")
  }
}
