import Diagnostics
import Formulas
import Language
import NotebookFormat
import NotebookRunning
import Tensors

/// A cell where it stands on the page.
struct PageCell: Sendable {
  /// Its position in the notebook.
  let index: Int
  /// What it is for.
  let role: Role
  /// The id that its label gives it.
  let label: String?
  /// The code; nil where the page does not show it.
  var code: PageCode?
  /// How the cell ended.
  let status: CellRecord.Status
  /// Whether an error among its outputs tells why it stopped.
  let hasError: Bool
  /// What it shows, without the checks that are ticks beside the code.
  let outputs: [PageOutput]
  /// What it shows for other values, where a reader may choose.
  var sweep: PageSweep?
  /// The cell in the notebook.
  let range: SourceRange
  /// Where a slide shows the outputs.
  var outputLocation = OutputLocation.below
  /// The step of a slide from which on the outputs are shown; nil where they are there with the code.
  var outputStep: Int?
  /// Which part of the cell stands here.
  var part = Part.whole

  /// A part of a cell: its outputs may stand on a slide of their own.
  enum Part: Sendable { case whole, code, outputs }

  /// The id of the cell.
  var anchor: String { PlaceName.cell(index) }
  /// What it shows, for every choice of values.
  var allOutputs: [PageOutput] { outputs + (sweep?.points.flatMap { $0 } ?? []) }
}

/// The choices that a reader has for a cell, and what it shows for each.
struct PageSweep: Sendable {
  /// A name and its values as they are written.
  struct Knob: Sendable {
    let name: String
    let values: [String]
    /// The position of the value that the cell stands for.
    let marked: Int
  }

  let knobs: [Knob]
  /// The point whose outputs are those of the cell.
  let marked: Int
  /// The outputs by point, nothing at the marked one.
  let points: [[PageOutput]]
}

/// Code, and what its pieces are.
struct PageCode: Sendable {
  let text: String
  /// The pieces, in order; none overlap.
  let highlights: [Highlight]
  /// What stands there while it is folded away; nil where it cannot be.
  let fold: String?
  /// The checks that hold and have no name, by the line on which they end, counted from 0.
  var ticks: [Int: [CheckResult]] = [:]
  /// The lines that a slide points out, counted from 1, one after the other; none is all of them.
  var emphasis: [[ClosedRange<Int>]] = []
  /// The step of the slide that points the first of them out; nil on a page.
  var firstEmphasis: Int?

  /// The code of a cell.
  init(_ source: SourceText, _ highlighter: Highlighter, fold: String?) {
    self.init(source.text, highlighter(source), fold: fold)
  }

  /// Code that is only shown; its language is what stands behind the backticks of its fence.
  init(_ text: String, language: String?) {
    let language = language.flatMap { CodeLanguage.named($0) }
    self.init(text, language?.highlights(text) ?? [], fold: nil)
  }

  private init(_ text: String, _ highlights: [Highlight], fold: String?) {
    self.text = trimmedEnd(text)
    self.fold = fold
    let end = self.text.utf8.count
    var written = 0
    var kept: [Highlight] = []
    for highlight in highlights.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      let range = highlight.bytes
      guard range.lowerBound >= written, range.upperBound <= end, !range.isEmpty else { continue }
      kept.append(highlight)
      written = range.upperBound
    }
    self.highlights = kept
  }
}

/// Something that a cell shows.
struct PageOutput: Sendable {
  /// What it is.
  enum Kind: Sendable {
    case text(String)
    /// A value that is described in a line.
    case summary(String)
    case formula(Formula)
    case tensor(Tensor)
    case table(TableOutput)
    case figure(FigurePicture)
    case check(CheckResult)
    case remark(PageRemark)
  }

  let kind: Kind
  /// The expression whose value it is, where the cell shows several values.
  let expression: String?
  let caption: PageCaption?
}

/// The words under a figure or over a table.
struct PageCaption: Sendable {
  /// `Figure 1`.
  let number: String
  /// What stands behind the number.
  let text: [PageInline]
  /// Which of several figures or tables of the cell it is: `a`, `b`, …; nil where there is one.
  let part: String?
  /// Whether number and text stand here; they stand with the first table and the last figure of a cell.
  let isWhole: Bool
}

extension CheckResult {
  /// Whether the check has words of its own.
  var isNamed: Bool { range.text.contains("\"" + text) }
}

/// Returns `text` without the line ends at its end.
func trimmedEnd(_ text: String) -> String {
  var text = text[...]
  while text.last?.isNewline == true { text.removeLast() }
  return String(text)
}
