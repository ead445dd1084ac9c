/// Lays a sheet of pictures out: rows of equal squares, captions below them.
struct ImageSheetLayout {
  private let sheet: ImageSheet
  private let frame: Frame
  private let titleLines: [String]
  /// How many pictures stand side by side.
  private let columns: Int
  /// The side of one number of a picture, whole pixels of the page.
  private let side: Int
  /// Where the pictures begin.
  private let top: Int
  /// The width of a column and the height of a row, with what is around a picture.
  private let step: (x: Int, y: Int)

  private static let gap = 8 * Measure.pixel
  /// The most and the least width of a picture, in 1/64 px.
  private static let widths = (least: 36 * Measure.pixel, most: 150 * Measure.pixel)

  init(_ sheet: ImageSheet, _ frame: Frame) {
    self.sheet = sheet
    self.frame = frame
    titleLines = frame.titleLines
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    top = frame.margin + (titleHeight > 0 ? titleHeight + Measure.gap : 0)
    let room = frame.size.width - 2 * frame.margin + Self.gap
    let count = max(1, sheet.images.count), fitting = max(1, room / (Self.widths.least + Self.gap))
    let widest = max(1, min(count, fitting, sheet.columns ?? Self.columns(for: count)))
    // Rows of one length rather than full ones and a rest.
    let rows = (count + widest - 1) / widest
    columns = widest == sheet.columns ? widest : (count + rows - 1) / rows
    let most = min(Self.widths.most, room / columns - Self.gap)
    // Whole pixels, so that all numbers of a picture have squares of one size.
    let pixels = max(1, most / max(sheet.width, sheet.height) / Measure.pixel)
    side = pixels * Measure.pixel
    let caption = sheet.captions.contains { !$0.isEmpty } ? Measure.lineHeight(Measure.tickSize) : 0
    let own = sheet.width * side + Self.gap
    step = (
      x: max(own, min(room / columns, own + 3 * Self.gap)), y: sheet.height * side + caption + Self.gap
    )
  }

  /// As many as make about two rows of a few and ten side by side of many.
  private static func columns(for count: Int) -> Int { count <= 10 ? count : 10 }

  private var rowCount: Int { (sheet.images.count + columns - 1) / columns }

  /// The height of the drawing in CSS pixels.
  var height: Int {
    (top + max(1, rowCount) * step.y + frame.margin - Self.gap + Measure.pixel - 1) / Measure.pixel
  }

  /// The whole drawing.
  var drawn: DrawingList {
    var list = DrawingList(width: frame.width, height: height)
    _ = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let boxes = sheet.images.indices.map(box)
    var shades: [Int?: [[DrawingPoint]]] = [:]
    for (image, box) in zip(sheet.images, boxes) {
      for (place, number) in image.enumerated() {
        let square = DrawingRect(
          x: box.x + place % sheet.width * side, y: box.y + place / sheet.width * side, width: side,
          height: side)
        shades[sheet.scale.shade(of: number), default: []].append(square.corners)
      }
    }
    for shade in shades.keys.sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      list.append(.fill(shades[shade] ?? [], sheet.scale.role(of: shade)))
    }
    let outlines = boxes.map { DrawingLine($0.corners, isClosed: true) }
    if !outlines.isEmpty {
      list.append(.stroke(outlines, .frame, DrawingStroke(width: Measure.pixel)))
    }
    for (caption, box) in zip(sheet.captions, boxes) where !caption.isEmpty {
      let words = PlainText.fitted(caption, width: step.x - Measure.pixel, size: Measure.tickSize)
      let start = DrawingPoint(
        x: box.x + (box.width - TextWidths.width(of: words, size: Measure.tickSize)) / 2,
        y: box.maxY + Measure.pixel + Measure.ascent(Measure.tickSize))
      list.append(.text(DrawingText(words, start: start, size: Measure.tickSize), .ink))
    }
    return list
  }

  /// Where a picture stands; the rows are centred as a block.
  private func box(_ index: Int) -> DrawingRect {
    let (width, height) = (sheet.width * side, sheet.height * side)
    let whole = (columns - 1) * step.x + width
    let left = max(frame.margin, (frame.size.width - whole) / 2) / Measure.pixel * Measure.pixel
    let (column, row) = (index % columns, index / columns)
    return DrawingRect(
      x: left + column * (step.x / Measure.pixel * Measure.pixel),
      y: (top + row * step.y) / Measure.pixel * Measure.pixel, width: width, height: height)
  }
}
