import Diagnostics
import Wording

/// A line of the source with the pieces that a diagnostic speaks of.
struct MarkedLine: Sendable {
  /// What a piece is marked as.
  enum Mark: Sendable {
    /// Where the mistake is.
    case primary
    /// What it has to do with.
    case secondary
  }

  /// A piece of the line; an empty marked one is a point between two characters.
  struct Piece: Sendable {
    let text: String
    let mark: Mark?
  }

  /// What is said of a marked piece.
  struct Label: Sendable {
    let mark: Mark
    /// The piece.
    let marked: String
    let text: Message
  }

  /// The first position that is marked.
  let range: SourceRange
  let pieces: [Piece]
  let labels: [Label]

  /// The most characters of a line that are shown; beyond, `…` says so.
  private static let longest = 1_000

  /// Returns the lines that a diagnostic speaks of, each once with all that is marked in it.
  static func lines(of diagnostic: Diagnostic) -> [MarkedLine] {
    var groups: [[(mark: Mark, label: Diagnostic.Label)]] = []
    let all = [(Mark.primary, diagnostic.primary)] + diagnostic.secondary.map { (Mark.secondary, $0) }
    for (mark, label) in all {
      let line = label.range.start.line
      let group = groups.firstIndex { group in
        guard let first = group.first?.label.range else { return false }
        return first.file === label.range.file && first.start.line == line
      }
      if let group { groups[group].append((mark, label)) } else { groups.append([(mark, label)]) }
    }
    return groups.compactMap { group in group.first.map { MarkedLine($0.label.range, group) } }
  }

  private init(_ range: SourceRange, _ group: [(mark: Mark, label: Diagnostic.Label)]) {
    self.range = range
    let line = Array(range.file.line(range.start.line).unicodeScalars)
    let whole = group.map { Self.span($0.label.range, in: line.count) }
    let window = Self.window(of: line.count, around: whole.first?.lowerBound ?? 0)
    let spans = whole.map { $0.clamped(to: window) }
    labels = zip(group, spans).map { item, span in
      Label(mark: item.mark, marked: Self.text(line[span]), text: item.label.text)
    }
    // Of two marks at one position the first, which is the mistake itself, is drawn.
    var taken: [(span: Range<Int>, mark: Mark)] = []
    for (item, span) in zip(group, spans) {
      let isFree = !taken.contains { $0.span.overlaps(span) || $0.span == span }
      if isFree { taken.append((span, item.mark)) }
    }
    taken.sort { $0.span.lowerBound < $1.span.lowerBound }
    var pieces: [Piece] = []
    var written = window.lowerBound
    if written > 0 { pieces.append(Piece(text: "…", mark: nil)) }
    for (span, mark) in taken where span.lowerBound >= written {
      if span.lowerBound > written {
        pieces.append(Piece(text: Self.text(line[written..<span.lowerBound]), mark: nil))
      }
      pieces.append(Piece(text: Self.text(line[span]), mark: mark))
      written = span.upperBound
    }
    if written < window.upperBound {
      pieces.append(Piece(text: Self.text(line[written..<window.upperBound]), mark: nil))
    }
    if window.upperBound < line.count { pieces.append(Piece(text: "…", mark: nil)) }
    self.pieces = pieces
  }

  /// The part of the line that a range covers.
  private static func span(_ range: SourceRange, in count: Int) -> Range<Int> {
    let (start, end) = (range.start, range.end)
    let first = min(start.column - 1, count)
    return first..<(end.line == start.line ? min(max(end.column - 1, first), count) : count)
  }

  private static func window(of count: Int, around first: Int) -> Range<Int> {
    guard count > longest else { return 0..<count }
    let lower = max(0, min(first - longest / 3, count - longest))
    return lower..<(lower + longest)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
