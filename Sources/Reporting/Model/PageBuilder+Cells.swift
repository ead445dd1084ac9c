import Diagnostics
import Language
import NotebookFormat
import NotebookRunning

extension PageBuilder {
  /// Lays out a cell with what it shows.
  mutating func cell(_ index: Int) -> PageCell {
    let (cell, result) = (record.notebook.cells[index], record.cells[index])
    let options = layout.options(of: cell)
    let label = options.label.map { takeAnchor(of: $0) ?? anchors.claim(PlaceName.slug($0)) }
    if let exercise = record.exercises.first(where: { $0.cell == index }) {
      contents.append(.exercise(name: exercise.name, anchor: PlaceName.cell(index)))
    }
    let fold = options.isFolded ? options.foldSummary ?? words(.code) : nil
    var code = options.echo ? PageCode(cell.source, highlighter, fold: fold) : nil
    code?.emphasis = options.emphasis
    // A check beside a line of code would be told of one point only.
    var own = result.sweep == nil ? code : nil
    let outputs = outputs(of: cell, result, options, &own)
    if result.sweep == nil { code = own }
    return PageCell(
      index: index, role: cell.role, label: label, code: code, status: result.status,
      hasError: result.hasError, outputs: outputs,
      sweep: options.showsOutput ? result.sweep.map { sweep($0, of: cell, options) } : nil, range: cell.range,
      outputLocation: options.outputLocation)
  }

  private mutating func sweep(_ record: SweepRecord, of cell: Cell, _ options: CellOptions) -> PageSweep {
    let marked = record.sweep.places(at: record.marked)
    let knobs = zip(record.sweep.axes, marked).map { axis, place in
      PageSweep.Knob(
        name: axis.name, values: axis.values.map { $0.text(significantDigits: 12) }, marked: place)
    }
    let points = zip(record.points, record.ranges).map { shown, ranges in
      var code: PageCode?
      let result = CellRecord(
        status: .ran, outputs: shown, ranges: Dictionary(uniqueKeysWithValues: zip(ranges.indices, ranges)))
      return outputs(of: cell, result, options, &code)
    }
    return PageSweep(knobs: knobs, marked: record.marked, points: points)
  }

  private mutating func outputs(
    of cell: Cell, _ result: CellRecord, _ options: CellOptions, _ code: inout PageCode?
  ) -> [PageOutput] {
    guard result.status != .leftOut else { return [] }
    var shown: [ShownOutput] = []
    var remarks: [PageRemark] = []
    for (index, output) in result.outputs.enumerated() where options.showsOutput || output.isAlwaysShown {
      switch output {
      case .check(let check) where code?.takes(check, of: cell) == true: continue
      case .diagnostic(let diagnostic):
        let count = remarks.count
        remarks.add(diagnostic)
        if remarks.count > count { shown.append(ShownOutput(output, nil, remark: count)) }
      case .text, .tensor, .table, .figure, .formula, .summary, .check:
        shown.append(ShownOutput(output, result.ranges[index], remark: nil))
      }
    }
    let values = shown.count(where: \.isValue)
    var captions = CaptionCounter(shown.map(\.output))
    var last: SourceRange?
    return shown.map { item in
      let isNew = item.isValue && values > 1 && item.place != last
      last = item.isValue ? item.place : last
      return PageOutput(
        kind: kind(item, remarks, options), expression: isNew ? item.place.flatMap(Self.expression) : nil,
        caption: caption(of: item.output, of: cell, options, &captions))
    }
  }

  /// An output that the page shows, and the statement that it comes from.
  private struct ShownOutput {
    let output: Output
    let place: SourceRange?
    /// Its position among the cell's remarks, if it is one.
    let remark: Int?

    init(_ output: Output, _ place: SourceRange?, remark: Int?) {
      (self.output, self.place, self.remark) = (output, place, remark)
    }

    /// Whether a reader may ask of which expression it is the value.
    var isValue: Bool {
      switch output {
      case .text, .tensor, .formula, .summary: true
      case .table(let table): table.title == nil
      case .figure, .check, .diagnostic: false
      }
    }
  }

  /// The expression in one line, as far as it fits beside its value.
  private static func expression(_ range: SourceRange) -> String? {
    let text = range.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { return nil }
    return text.count <= 48 ? text : text.prefix(47) + "…"
  }

  private func kind(_ item: ShownOutput, _ remarks: [PageRemark], _ options: CellOptions) -> PageOutput.Kind {
    switch item.output {
    case .text(let text): return .text(trimmedEnd(text))
    case .summary(let text): return .summary(trimmedEnd(text))
    case .formula(let formula): return .formula(formula)
    case .check(let check): return .check(check)
    case .diagnostic(let diagnostic):
      return .remark(item.remark.map { remarks[$0] } ?? PageRemark(diagnostic))
    case .tensor(let tensor): return .tensor(tensor)
    case .table(let table): return .table(table)
    case .figure(let drawn):
      var picture = pictures(drawn, options)
      picture.altText = options.figureAlt ?? picture.altText
      return .figure(picture)
    }
  }
}

// MARK: Captions

/// Counts the figures and the tables of a cell.
private struct CaptionCounter {
  private let figures: Int
  private let tables: Int
  private var figure = 0
  private var table = 0

  init(_ outputs: [Output]) {
    figures = outputs.count { if case .figure = $0 { true } else { false } }
    tables = outputs.count(where: \.isTable)
  }

  /// The letter of the next figure, and whether it is the last.
  mutating func nextFigure() -> (part: String?, isWhole: Bool) {
    figure += 1
    return (figures > 1 ? Self.letter(figure) : nil, figure == figures)
  }

  /// The letter of the next table, and whether it is the first.
  mutating func nextTable() -> (part: String?, isWhole: Bool) {
    table += 1
    return (tables > 1 ? Self.letter(table) : nil, table == 1)
  }

  /// Returns `a` to `z`, then `27` and so on.
  private static func letter(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters.indices.contains(number - 1) ? String(letters[number - 1]) : String(number)
  }
}

extension PageBuilder {
  private mutating func caption(
    of output: Output, of cell: Cell, _ options: CellOptions, _ captions: inout CaptionCounter
  ) -> PageCaption? {
    if case .figure = output {
      let (part, isWhole) = captions.nextFigure()
      guard let number = numbers.figures[cell.index] else { return nil }
      return caption(options.figureCaption, words(.figure, String(number)), part, isWhole)
    }
    guard output.isTable else { return nil }
    let (part, isWhole) = captions.nextTable()
    guard let number = numbers.tables[cell.index] else { return nil }
    return caption(options.tableCaption, words(.table, String(number)), part, isWhole)
  }

  private mutating func caption(
    _ caption: Caption?, _ number: String, _ part: String?, _ isWhole: Bool
  ) -> PageCaption {
    var text: [PageInline] = []
    if isWhole, let caption, !caption.isEmpty {
      text = caption.inlines.map { inlines($0) } ?? PageInline.words(caption.text)
    }
    return PageCaption(number: number, text: text, part: part, isWhole: isWhole)
  }
}

extension PageCode {
  /// Takes a check that holds, has no words of its own and ends on one of these lines; false where it is shown by itself.
  fileprivate mutating func takes(_ check: CheckResult, of cell: Cell) -> Bool {
    guard fold == nil, check.verdict == .passed, !check.isNamed, check.range.file === cell.source.file else {
      return false
    }
    let line = check.range.end.line - cell.source.range.start.line
    guard line >= 0, line <= text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) else { return false }
    ticks[line, default: []].append(check)
    return true
  }
}

extension PageInline {
  /// Returns pieces that are nothing but formulas as text; nil where there are others, or none.
  static func formulaText(_ pieces: [PageInline]) -> String? {
    var texts: [String] = []
    for piece in pieces {
      guard case .math(let math, _) = piece else { return nil }
      texts.append(math.formula?.plainText ?? math.tex)
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

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

  /// Whether it stands under the caption of a table.
  fileprivate var isTable: Bool {
    switch self {
    case .tensor, .table: true
    case .text, .figure, .summary, .formula, .check, .diagnostic: false
    }
  }
}
