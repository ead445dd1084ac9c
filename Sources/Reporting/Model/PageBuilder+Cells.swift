import Diagnostics
import Language
import NotebookFormat
import NotebookRunning

extension PageBuilder {
  /// Lays out a cell with what it shows.
  mutating func cell(_ index: Int) -> PageCell {
    let (cell, result) = (record.notebook.cells[index], record.cells[index])
    let options = layout.options(of: cell)
    let label = options.label.map { takeAnchor(of: $0) ?? anchors.claim(Anchors.slug($0)) }
    let fold = options.isFolded ? options.foldSummary ?? "Code" : nil
    return PageCell(
      index: index, role: cell.role, label: label,
      code: options.echo ? PageCode(cell.source, highlighter, fold: fold) : nil, status: result.status,
      hasError: result.hasError, outputs: outputs(of: cell, result, options), range: cell.range)
  }

  private mutating func outputs(
    of cell: Cell, _ result: CellRecord, _ options: CellOptions
  ) -> [PageOutput] {
    guard result.status != .leftOut else { return [] }
    let shown = result.outputs.filter { options.showsOutput || $0.isAlwaysShown }
    let figures = shown.count { if case .figure = $0 { true } else { false } }
    var figure = 0
    return shown.map { output in
      if case .figure = output { figure += 1 }
      return self.output(output, of: cell, options, figure: figure, of: figures)
    }
  }

  private mutating func output(
    _ output: Output, of cell: Cell, _ options: CellOptions, figure: Int, of figures: Int
  ) -> PageOutput {
    switch output {
    case .text(let text): return PageOutput(kind: .text(trimmedEnd(text)), caption: nil)
    case .summary(let text): return PageOutput(kind: .summary(trimmedEnd(text)), caption: nil)
    case .formula(let formula): return PageOutput(kind: .formula(formula), caption: nil)
    case .check(let check): return PageOutput(kind: .check(check), caption: nil)
    case .diagnostic(let diagnostic): return PageOutput(kind: .diagnostic(diagnostic), caption: nil)
    case .tensor(let tensor):
      return PageOutput(kind: .tensor(tensor), caption: tableCaption(of: cell, options))
    case .table(let table): return PageOutput(kind: .table(table), caption: tableCaption(of: cell, options))
    case .figure(let drawn):
      var picture = pictures(drawn, options)
      picture.altText = options.figureAlt ?? picture.altText
      let caption = numbers.figures[cell.index].map {
        self.caption(
          options.figureCaption, number: "Figure \($0)",
          part: figures > 1 ? " (\(figure) of \(figures))" : "")
      }
      return PageOutput(kind: .figure(picture), caption: caption)
    }
  }

  private mutating func tableCaption(of cell: Cell, _ options: CellOptions) -> PageCaption? {
    numbers.tables[cell.index].map { self.caption(options.tableCaption, number: "Table \($0)", part: "") }
  }

  private mutating func caption(_ caption: Caption?, number: String, part: String) -> PageCaption {
    guard let caption, !caption.isEmpty else { return PageCaption(number: number, text: [], part: part) }
    let text = caption.inlines.map { inlines($0) } ?? PageInline.words(caption.text)
    return PageCaption(number: number, text: text, part: part)
  }
}

extension PageInline {
  /// Returns a line of words in which pieces between back-ticks are code.
  static func words(_ text: String) -> [PageInline] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return [.text(text)] }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? .text(String(part)) : .code(String(part))
    }
  }
}

extension CellRecord {
  /// Whether an error among the outputs tells why the cell stopped.
  fileprivate var hasError: Bool {
    outputs.contains { if case .diagnostic(let it) = $0 { it.severity == .error } else { false } }
  }
}

extension Output {
  /// Errors and failing checks are shown even where `output: false` hides the rest.
  fileprivate var isAlwaysShown: Bool {
    switch self {
    case .diagnostic(let diagnostic): diagnostic.severity == .error && !diagnostic.isExpected
    case .check(let check): check.verdict == .failed
    case .text, .tensor, .table, .figure, .summary, .formula: false
    }
  }
}
