import Wording

extension Figure {
  /// The figure laid out: what is hashed, recorded and turned into pixels.
  public func drawingList(in words: Words = .english) -> DrawingList { drawn(in: frame(words)) }

  private func frame(_ words: Words) -> Frame {
    Frame(title: title, words: words, width: width, height: height)
  }

  /// A size that the drawing stays within, in CSS pixels, without drawing it; a height beyond `most` may be
  /// larger still.
  public func size(heightUpTo most: Int, in words: Words = .english) -> (width: Int, height: Int) {
    (width, height(in: frame(words), upTo: most))
  }

  /// The height of that size in `frame`.
  func height(in frame: Frame, upTo most: Int) -> Int {
    switch content {
    case .plane(let plane): PlaneLayout.height(of: plane, in: frame)
    case .diagram(let diagram): DiagramLayout(diagram, frame).paperHeight
    case .karnaugh(let map): KarnaughLayout(map, frame).height
    case .images(let sheet): ImageSheetLayout(sheet, frame).height
    case .nested(let sets): NestedSetsLayout(sets, frame).height
    case .grid(let grid): GridLayout(grid, frame, .all).height(upTo: most)
    }
  }

  /// The figure drawn into `frame`.
  func drawn(in frame: Frame) -> DrawingList {
    switch content {
    case .plane(let plane): PlaneLayout.drawn(plane, in: frame)
    case .grid(let grid): GridLayout(grid, frame, .homeless).drawn
    case .diagram(let diagram): DiagramLayout(diagram, frame).drawn
    case .karnaugh(let map): KarnaughLayout(map, frame).drawn
    case .images(let sheet): ImageSheetLayout(sheet, frame).drawn
    case .nested(let sets): NestedSetsLayout(sets, frame).drawn
    }
  }
}

/// The room between a plane and the edges of its paper, in 1/64 px.
struct Insets: Hashable {
  var left = 0, top = 0, right = 0, below = 0

  /// The room that both need.
  func joined(with other: Insets) -> Insets {
    Insets(
      left: max(left, other.left), top: max(top, other.top), right: max(right, other.right),
      below: max(below, other.below))
  }
}

/// The paper that a figure gets: all of it, or a panel's part.
struct Frame {
  /// Where the samples of the marks are explained.
  enum LegendPlace {
    case inside, elsewhere
  }

  var title: String
  /// The language of what the layout writes itself.
  var words: Words
  /// In CSS pixels.
  var width: Int
  /// In CSS pixels; nil for the height that suits the width.
  var height: Int?
  var titleSize = Measure.titleSize
  var margin = 10 * Measure.pixel
  var legendPlace = LegendPlace.inside
  /// Whether curves can be named at their ends.
  var namesCurvesAtEnds = true
  /// The room around a plane that the panels beside it and above it need.
  var least = Insets()
  /// The height of the highest plane beside this one, in 1/64 px, which one with free axes has, too.
  var leastPlane = 0

  /// The whole paper, in 1/64 px; as high as wide where the height is not known yet.
  var size: DrawingRect {
    DrawingRect(x: 0, y: 0, width: width * Measure.pixel, height: (height ?? width) * Measure.pixel)
  }

  /// The title in at most two lines.
  var titleLines: [String] {
    let room = size.width - 2 * margin
    guard !title.isEmpty else { return [] }
    guard TextWidths.width(of: title, size: titleSize) > room else { return [title] }
    var first = "", rest = title.split(separator: " ")[...]
    while let word = rest.first {
      let longer = first.isEmpty ? String(word) : first + " " + word
      if TextWidths.width(of: longer, size: titleSize) > room { break }
      first = longer
      rest = rest.dropFirst()
    }
    let second = PlainText.fitted(rest.joined(separator: " "), width: room, size: titleSize)
    return first.isEmpty ? [second] : [first, second]
  }

  /// Writes the title around `center`; returns where the rest may begin.
  func drawTitle(_ lines: [String], around center: Int, on list: inout DrawingList) -> Int {
    var top = margin
    let widest = lines.map { TextWidths.width(of: $0, size: titleSize) }.max() ?? 0
    let middle = max(margin + widest / 2, min(size.width - margin - widest / 2, center))
    for line in lines {
      write(line, size: titleSize, centeredAt: middle, top: top, .ink, on: &list)
      top += Measure.lineHeight(titleSize)
    }
    return lines.isEmpty ? top : top + Measure.gap
  }

  /// Writes `words` in a line around `center`, cut to fit and moved to stay on the paper.
  func write(
    _ words: String, size: Int, centeredAt center: Int, top: Int, _ role: ColourRole,
    on list: inout DrawingList
  ) {
    guard !words.isEmpty else { return }
    let room = self.size.inset(by: margin / 2)
    let fitted = PlainText.fitted(words, width: room.width, size: size)
    let width = TextWidths.width(of: fitted, size: size)
    let x = max(room.x, min(room.maxX - width, center - width / 2))
    let start = DrawingPoint(x: x, y: top + Measure.ascent(size))
    list.append(.text(DrawingText(fitted, start: start, size: size), role))
  }
}
