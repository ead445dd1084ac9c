/// Lays a Karnaugh map out.
struct KarnaughLayout {
  private let map: KarnaughMap
  private let frame: Frame
  private let titleLines: [String]
  private let legend: Legend
  /// The side of a cell.
  private let side: Int
  /// The width of the codes beside the lines.
  private let beside: Int
  private let lineCount, columnCount, sheetCount: Int
  /// Whether the sheets stand one above the other, where the paper is too narrow for both.
  private let isStacked: Bool
  /// Where the names above the columns begin.
  private let top: Int

  private static let sheetGap = 28 * Measure.pixel

  init(_ map: KarnaughMap, _ frame: Frame) {
    self.map = map
    self.frame = frame
    titleLines = frame.titleLines
    (lineCount, columnCount, sheetCount) = (1 << map.lineBits, 1 << map.columnBits, 1 << map.sheetBits)
    let room = frame.size.width - 2 * frame.margin
    legend = Legend(KarnaughLayout.entries(of: map), width: room, height: frame.size.height / 3, frame.words)
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    let legendHeight = legend.height > 0 ? legend.height + Measure.gap : 0
    top = frame.margin + (titleHeight > 0 ? titleHeight + Measure.gap : 0) + legendHeight
    let names = TextWidths.width(of: map.lineInputs.joined(), size: Measure.labelSize)
    beside = max(names, TextWidths.width(of: "00", size: Measure.tickSize)) + 2 * Measure.gap
    let above = KarnaughLayout.above(map)
    let least = 20 * Measure.pixel, comfortable = 32 * Measure.pixel
    isStacked = sheetCount * (beside + columnCount * comfortable) + (sheetCount - 1) * Self.sheetGap > room
    let across = isStacked ? 1 : sheetCount, down = isStacked ? sheetCount : 1
    let wide = (room - across * beside - (across - 1) * Self.sheetGap) / (across * columnCount)
    var high = Int.max
    if let height = frame.height { high = (height * Measure.pixel - top - frame.margin) / down - above }
    side = max(least, min(56 * Measure.pixel, wide, high / lineCount) / Measure.pixel * Measure.pixel)
  }

  /// The height of what stands above the cells: the sheet's value, the names and the codes of the columns.
  private static func above(_ map: KarnaughMap) -> Int {
    map.sheetBits * (Measure.lineHeight(Measure.labelSize) + Measure.gap / 2)
      + Measure.lineHeight(Measure.labelSize) + Measure.lineHeight(Measure.tickSize) + Measure.gap
  }

  private static func entries(of map: KarnaughMap) -> [LegendEntry] {
    map.loops.enumerated().map { index, loop in
      LegendEntry(sample: .line(role(index), stroke(index)), label: loop.label)
    }
  }

  /// Seven colours and four patterns: 28 loops have looks of their own, and colour is not all that tells
  /// neighbours apart.
  private static func role(_ index: Int) -> ColourRole { index % 7 == 6 ? .function : .line(index % 7) }

  private static func stroke(_ index: Int) -> DrawingStroke {
    let patterns = [[], [6, 4], [2, 3], [10, 3, 2, 3]]
    return DrawingStroke(
      width: 2 * Measure.pixel, dashes: patterns[index % patterns.count].map { $0 * Measure.pixel })
  }

  /// The height of the drawing in CSS pixels.
  var height: Int { (box(sheetCount - 1).maxY + frame.margin + Measure.pixel - 1) / Measure.pixel }

  /// The whole drawing.
  var drawn: DrawingList {
    var list = DrawingList(width: frame.width, height: height)
    let legendTop = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let left = max(frame.margin, (frame.size.width - legend.width) / 2)
    legend.draw(left: left, top: legendTop, width: frame.size.width - 2 * frame.margin, on: &list)
    for sheet in 0..<sheetCount { draw(sheet, on: &list) }
    return list
  }

  /// Where the cells of a sheet stand.
  private func box(_ sheet: Int) -> DrawingRect {
    let (width, height) = (columnCount * side, lineCount * side)
    let across = isStacked ? 1 : sheetCount
    let whole = across * (beside + width) + (across - 1) * Self.sheetGap
    let start = max(frame.margin, (frame.size.width - whole) / 2)
    let above = KarnaughLayout.above(map)
    return DrawingRect(
      x: start + beside + (isStacked ? 0 : sheet * (beside + width + Self.sheetGap)),
      y: top + above + (isStacked ? sheet * (height + above + Self.sheetGap / 2) : 0), width: width,
      height: height)
  }

  private func draw(_ sheet: Int, on list: inout DrawingList) {
    let box = box(sheet)
    drawNames(sheet, box, on: &list)
    for line in 0..<lineCount {
      for column in 0..<columnCount {
        let cell = map.cells[map.row(sheet: sheet, line: line, column: column)]
        let middle = DrawingPoint(x: box.x + column * side + side / 2, y: box.y + line * side + side / 2)
        write(cell.word, Measure.titleSize, at: middle, cell == .one ? .ink : .mutedInk, on: &list)
      }
    }
    var lines: [DrawingLine] = []
    for line in 0...lineCount {
      lines.append(
        DrawingLine([
          DrawingPoint(x: box.x, y: box.y + line * side), DrawingPoint(x: box.maxX, y: box.y + line * side),
        ]))
    }
    for column in 0...columnCount {
      lines.append(
        DrawingLine([
          DrawingPoint(x: box.x + column * side, y: box.y),
          DrawingPoint(x: box.x + column * side, y: box.maxY),
        ]))
    }
    list.append(.stroke(lines, .frame, DrawingStroke(width: Measure.pixel)))
    for (index, loop) in map.loops.enumerated() {
      let lines = pieces(of: loop, index, sheet, box)
      if !lines.isEmpty { list.append(.stroke(lines, Self.role(index), Self.stroke(index))) }
    }
  }

  private func drawNames(_ sheet: Int, _ box: DrawingRect, on list: inout DrawingList) {
    let height = Measure.lineHeight(Measure.labelSize)
    var y = box.y - KarnaughLayout.above(map) + height / 2
    if map.sheetBits > 0 {
      let middle = DrawingPoint(x: box.x + box.width / 2, y: y)
      write("\(map.sheetInputs.joined()) = \(sheet)", Measure.labelSize, at: middle, .ink, on: &list)
      y += height + Measure.gap / 2
    }
    write(
      map.columnInputs.joined(), Measure.labelSize, at: DrawingPoint(x: box.x + box.width / 2, y: y), .ink,
      on: &list)
    let codes = y + (height + Measure.lineHeight(Measure.tickSize)) / 2
    let side = DrawingPoint(x: box.x - beside / 2, y: codes)
    write(map.lineInputs.joined(), Measure.labelSize, at: side, .ink, on: &list)
    for column in 0..<columnCount {
      write(
        KarnaughMap.digits(column, bits: map.columnBits), Measure.tickSize,
        at: DrawingPoint(x: box.x + column * self.side + self.side / 2, y: codes), .mutedInk, on: &list)
    }
    for line in 0..<lineCount {
      write(
        KarnaughMap.digits(line, bits: map.lineBits), Measure.tickSize,
        at: DrawingPoint(x: box.x - beside / 2, y: box.y + line * self.side + self.side / 2), .mutedInk,
        on: &list)
    }
  }

  private func write(
    _ words: String, _ size: Int, at middle: DrawingPoint, _ role: ColourRole, on list: inout DrawingList
  ) {
    let width = TextWidths.width(of: words, size: size)
    let start = DrawingPoint(x: middle.x - width / 2, y: middle.y + Measure.middle(size))
    list.append(.text(DrawingText(words, start: start, size: size), role))
  }

  // MARK: Loops

  /// Positions that stand side by side, and whether they go on beyond the first or the last one.
  private struct Span {
    var first, last: Int
    var isOpenBefore = false, isOpenAfter = false
  }

  /// The one or two spans of the positions that a loop holds; the two are joined around the border.
  private static func spans(_ held: [Bool]) -> [Span] {
    let positions = held.indices.filter { held[$0] }
    guard let first = positions.first, let last = positions.last else { return [] }
    let isWhole = last - first + 1 == positions.count
    if isWhole { return [Span(first: first, last: last)] }
    let gap = held.firstIndex(of: false) ?? 0
    let end = held.lastIndex(of: false) ?? 0
    return [
      Span(first: 0, last: gap - 1, isOpenBefore: true),
      Span(first: end + 1, last: held.count - 1, isOpenAfter: true),
    ]
  }

  /// The outlines of a loop on a sheet, open where it goes on at the other border.
  private func pieces(
    of loop: KarnaughMap.Loop, _ index: Int, _ sheet: Int, _ box: DrawingRect
  ) -> [DrawingLine] {
    func holds(_ line: Int, _ column: Int) -> Bool {
      loop.rows.contains(map.row(sheet: sheet, line: line, column: column))
    }
    let lines = (0..<lineCount).map { line in (0..<columnCount).contains { holds(line, $0) } }
    let columns = (0..<columnCount).map { column in (0..<lineCount).contains { holds($0, column) } }
    // Loops in one cell keep a distance, so that none covers another; small cells leave room for the digit.
    let inset = min((3 + 3 * (index % 4)) * Measure.pixel, (1 + index % 4) * side / 16)
    return Self.spans(lines).flatMap { line in
      Self.spans(columns).map { column in outline(line, column, inset, box) }
    }
  }

  private func outline(_ line: Span, _ column: Span, _ inset: Int, _ box: DrawingRect) -> DrawingLine {
    let beyond = 6 * Measure.pixel
    let left = box.x + column.first * side + (column.isOpenBefore ? -beyond : inset)
    let right = box.x + (column.last + 1) * side + (column.isOpenAfter ? beyond : -inset)
    let upper = box.y + line.first * side + (line.isOpenBefore ? -beyond : inset)
    let lower = box.y + (line.last + 1) * side + (line.isOpenAfter ? beyond : -inset)
    // The corners in the order of the clock; those on an open side are ends, not corners.
    let corners = [
      (DrawingPoint(x: left, y: upper), column.isOpenBefore || line.isOpenBefore),
      (DrawingPoint(x: right, y: upper), column.isOpenAfter || line.isOpenBefore),
      (DrawingPoint(x: right, y: lower), column.isOpenAfter || line.isOpenAfter),
      (DrawingPoint(x: left, y: lower), column.isOpenBefore || line.isOpenAfter),
    ]
    let rounded = corners.enumerated().map { place, corner in
      corner.1
        ? [corner.0] : Self.round(corner.0, from: corners[(place + 3) % 4].0, to: corners[(place + 1) % 4].0)
    }
    guard let start = openStart(line, column) else {
      return DrawingLine(rounded.flatMap { $0 }, isClosed: true)
    }
    let order = (0..<4).map { rounded[(start + $0) % 4] }
    // An open side is not drawn: the line begins behind it. Two open sides leave the corner between them out.
    let isCorner = (line.isOpenBefore || line.isOpenAfter) && (column.isOpenBefore || column.isOpenAfter)
    return DrawingLine(isCorner ? order.dropLast().flatMap { $0 } : order.flatMap { $0 })
  }

  /// The corner at which an open outline begins, in the order of the clock from the upper left one; nil for a closed one.
  private func openStart(_ line: Span, _ column: Span) -> Int? {
    switch (line.isOpenBefore, line.isOpenAfter, column.isOpenBefore, column.isOpenAfter) {
    case (false, false, false, false): nil
    // One side: the line begins at its end.
    case (true, _, false, false): 1
    case (_, true, false, false): 3
    case (false, false, true, _): 0
    case (false, false, _, true): 2
    // Two sides: the corner between them comes last.
    case (true, _, true, _): 1
    case (true, _, _, true): 2
    case (_, true, true, _): 0
    case (_, true, _, true): 3
    }
  }

  /// A corner cut round by a few points.
  private static func round(
    _ corner: DrawingPoint, from before: DrawingPoint, to after: DrawingPoint
  ) -> [DrawingPoint] {
    let radius = min(8 * Measure.pixel, abs(after.x - before.x) / 3, abs(after.y - before.y) / 3)
    func direction(_ a: Int, _ b: Int) -> Int { a == b ? 0 : a < b ? 1 : -1 }
    let (dx, dy) = (direction(corner.x, before.x), direction(corner.y, before.y))
    let (ex, ey) = (direction(corner.x, after.x), direction(corner.y, after.y))
    // Points of a quarter of a circle: how far along both sides from the corner, in thousandths of the radius.
    return [(1000, 0), (617, 76), (293, 293), (76, 617), (0, 1000)].map { along, across in
      DrawingPoint(
        x: corner.x + (dx * along + ex * across) * radius / 1000,
        y: corner.y + (dy * along + ey * across) * radius / 1000)
    }
  }
}
