/// Outputs as they stand on a page: figures that follow one another and have room beside each other are one row.
struct OutputRows: Sendable {
  /// The outputs from top to bottom; only figures have others beside them.
  let rows: [[PageOutput]]

  /// The widest figure of which two fill the column of a page.
  private static let halfColumn = 300

  /// Parts the outputs of a cell into rows.
  ///
  /// On a page small figures are such a row. On slides all figures are, as what is left of a slide is wide and low,
  /// save those with room of their own: films and figures wider than a page's column.
  init(_ outputs: [PageOutput], onSlide: Bool) {
    var rows: [[PageOutput]] = []
    let widest = onSlide ? PageWriter.columnWidth : Self.halfColumn
    for output in outputs {
      if let last = rows.last?.last, last.isFigure(upTo: widest), output.isFigure(upTo: widest) {
        rows[rows.count - 1].append(output)
      } else {
        rows.append([output])
      }
    }
    self.rows = rows
  }

  /// How many of a row's figures, or of a film's frames, stand beside each other on a slide.
  static func columns(_ count: Int) -> Int {
    switch count {
    case ...3: count
    case 4: 2
    case 5...6: 3
    case 7...8: 4
    case _: 5
    }
  }

  /// How many stand beside each other in half a slide.
  static func columnsOfHalf(_ count: Int) -> Int { count <= 3 ? 1 : 2 }
}

extension PageOutput {
  fileprivate func isFigure(upTo width: Int) -> Bool {
    guard case .figure(let picture) = kind else { return false }
    return picture.film == nil && picture.width <= width
  }
}
