import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Tensors
import Wording

@testable import Reporting

/// A notebook in which every text that anyone can choose is the same hostile one.
struct HostileFixture {
  let text: String
  private let file: SourceFile

  init(text: String) {
    self.text = text
    file = SourceFile(path: "folder/" + text + ".md", text: text + "\n" + text)
  }

  func record(_ face: Face) -> RunRecord {
    let roles: [Role] = [
      .plain, .exercise(name: text, milliPoints: 1000, binds: [text]), .solution(exercise: text),
      .tests(exercise: text),
      .hidden(exercise: text),
    ]
    let cells = roles.enumerated().map { index, role in
      Cell(
        index: index, source: SourceText(whole: file), options: options, role: role, range: range,
        record: nil,
        recordOffset: 0, linePrefix: text)
    }
    let statuses: [CellRecord.Status] = [
      .failed, .checkFailed, .toDo(holes: 1), .skipped(reason: Message(verbatim: text)), .exhausted,
    ]
    return RunRecord(
      notebook: Notebook(
        file: file, frontMatter: FrontMatter(title: text, author: text),
        blocks: blocks + cells.indices.map { block(.cell($0)) },
        cells: cells),
      face: face, diagnostics: [diagnostic], cells: statuses.map { CellRecord(status: $0, outputs: outputs) },
      exercises: [
        ExerciseResult(
          name: text, cell: 1, points: Points(earned: 1, possible: 2), passed: 0, checks: 1, isToDo: false)
      ], fuel: 1)
  }

  /// A picture whose words are hostile too.
  var picture: FigurePicture {
    FigurePicture(number: 1, light: [1], dark: [2], width: 1, height: 1, altText: text, tables: [table])
  }

  private var range: SourceRange { SourceRange(file, 0..<text.utf8.count) }
  private func block(_ kind: Block.Kind) -> Block { Block(kind, range) }
  private func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, range) }
  private var words: [Inline] { [inline(.text(text))] }

  private var options: CellOptions {
    var options = CellOptions()
    options.label = text
    options.figureCaption = Caption(text)
    options.figureAlt = text
    options.tableCaption = Caption(text)
    options.isFolded = true
    options.foldSummary = text
    return options
  }

  private var table: TableOutput {
    TableOutput(title: text, header: [text, text], inputCount: 1, rows: [[text, text]], note: text)
  }

  private var diagnostic: Diagnostic {
    let kind = DiagnosticKind(text, page: text, example: text, repair: text)
    let words = Message(verbatim: text)
    return Diagnostic(
      kind, words, at: range, label: words, secondary: [Diagnostic.Label(range, words)],
      hint: Diagnostic.Hint(words, edit: Diagnostic.Edit(range, text)),
      trace: [Diagnostic.Frame(words, range)])
  }

  private var outputs: [Output] {
    let check = CheckResult(
      text: text, verdict: .failed, reasons: [Message(verbatim: text)], counterexample: table,
      points: Points(earned: 0, possible: 1),
      range: range)
    return [
      .text(text), .summary(text), .table(table), .figure(sampleFigure), .check(check),
      .diagnostic(diagnostic),
      .tensor(Tensor([1, 2])),
    ]
  }

  private var blocks: [Block] {
    let paragraph = block(.paragraph(inlines))
    return [
      block(.heading(level: 2, words)), paragraph, block(.quote([paragraph])),
      block(.callout(.tip, [paragraph])),
      block(.list(start: 2, isTight: true, items: [Block.ListItem(isDone: true, blocks: [paragraph])])),
      block(.code(language: text, text: text)), block(.math(Math(text))), block(.html(text)),
      block(.table(alignments: [.left], header: [words, words], rows: [[words], [words, words, words]])),
      block(.footnote(label: text, [paragraph])), block(.section(.answer(exercise: text), [paragraph])),
      block(.section(.solution, [paragraph])), block(.section(.notes, [paragraph])), block(.cell(99)),
    ]
  }

  private var inlines: [Inline] {
    [
      .text(text), .code(text), .emphasis(words), .strong(words), .strikethrough(words), .lineBreak,
      .softBreak,
      .link(url: text, title: text, words), .link(url: "https://example.org/" + text, title: text, words),
      .image(url: text, title: text, words), .image(url: "https://example.org/" + text, title: text, words),
      .math(Math(text), isDisplayed: true), .footnoteReference(label: text),
      .footnoteReference(label: text + "x"),
      .html(text),
    ].map(inline)
  }
}
