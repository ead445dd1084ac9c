extension DiagramLayout {
  /// Draws the connections, the weakest first.
  func drawEdges(_ edges: [Edge], on list: inout DrawingList) {
    let greatest = diagram.greatestWeight
    let widest = edges.count > 60 ? 6.0 : 13.0
    let strengths = edges.map { edge in
      edge.weight.map { $0.isFinite ? abs($0) / greatest : 1 } ?? 0
    }
    // Widths in quarters of a pixel, so that lines of one kind are one stroke.
    let kinds = edges.indices.map { index in
      (role: role(of: edges[index].weight), quarters: Int((3 + widest * min(1, strengths[index])).rounded()))
    }
    for quarters in 3...16 {
      for role in [ColourRole.frame, .negative, .positive] {
        let chosen = edges.indices.filter { kinds[$0].role == role && kinds[$0].quarters == quarters }
        guard !chosen.isEmpty else { continue }
        let stroke = DiagramLayout.stroke(role, width: quarters * Measure.pixel / 4)
        let lines = chosen.map { DrawingLine([edges[$0].wire.a, edges[$0].wire.b]) }
        list.append(.stroke(lines, role, stroke))
      }
    }
  }

  private func role(of weight: Double?) -> ColourRole {
    guard let weight, !weight.isNaN else { return .frame }
    return weight < 0 ? .negative : .positive
  }

  /// Draws a unit as a circle with its name, or three dots.
  func draw(_ unit: Unit, on list: inout DrawingList) {
    guard let index = unit.index else {
      for step in -1...1 {
        let place = DrawingPoint(x: unit.center.x, y: unit.center.y + step * max(4 * 64, radius / 2))
        list.append(.fill([DiagramLayout.circle(place, radius: 3 * Measure.pixel / 2)], .mutedInk))
      }
      return
    }
    let circle = DiagramLayout.circle(unit.center, radius: radius)
    list.append(.fill([circle], .unit))
    list.append(
      .stroke([DrawingLine(circle, isClosed: true)], .boundary, DrawingStroke(width: 3 * Measure.pixel / 2)))
    drawName(diagram.layers[unit.layer].units[index], of: unit, on: &list)
  }

  /// Writes a unit's name into it, or beside it at either end of the network.
  private func drawName(_ name: String, of unit: Unit, on list: inout DrawingList) {
    guard !name.isEmpty else { return }
    let isEnd = unit.layer == 0 || unit.layer == diagram.layers.count - 1
    // At either end all names of a layer stand inside, or all beside.
    let names = diagram.layers[unit.layer].units
    let together =
      isEnd ? units.filter { $0.layer == unit.layer }.compactMap(\.index).map { names[$0] } : [name]
    if let size = size(inside: together) {
      write(name, size: size, around: unit.center, on: &list)
      return
    }
    let size = Measure.tickSize, isFirst = unit.layer == 0
    guard pitch >= size, isEnd else { return }
    let gap = radius + Measure.gap / 2
    let room =
      (isFirst ? unit.center.x : frame.size.width - unit.center.x) - gap - frame.margin / 2
    let words = PlainText.fitted(name, width: room, size: size)
    let width = TextWidths.width(of: words, size: size)
    let start = DrawingPoint(
      x: isFirst ? unit.center.x - gap - width : unit.center.x + gap,
      y: unit.center.y + Measure.middle(size))
    list.append(.text(DrawingText(words, start: start, size: size), .ink))
  }

  /// The greatest type size at which all `names` fit into circles.
  private func size(inside names: [String]) -> Int? {
    [Measure.labelSize, Measure.tickSize, 10 * Measure.pixel].first { size in
      size <= 2 * radius && names.allSatisfy { TextWidths.width(of: $0, size: size) <= 17 * radius / 10 }
    }
  }

  /// Writes what belongs to each unit below it, where there is room.
  func drawNotes(on list: inout DrawingList) {
    for unit in units {
      guard let rect = noteRect(unit), let words = note(unit) else { continue }
      list.append(.fill([rect.corners], .paper))
      let start = DrawingPoint(x: rect.x + 2 * Measure.pixel, y: rect.y + Measure.ascent(Measure.noteSize))
      list.append(.text(DrawingText(words, start: start, size: Measure.noteSize), .mutedInk))
    }
  }

  private func note(_ unit: Unit) -> String? {
    guard let index = unit.index, index < diagram.layers[unit.layer].notes.count else { return nil }
    let words = diagram.layers[unit.layer].notes[index]
    let room = box.width / diagram.layers.count - Measure.gap
    return words.isEmpty ? nil : PlainText.fitted(words, width: room, size: Measure.noteSize)
  }

  private func noteRect(_ unit: Unit) -> DrawingRect? {
    let height = Measure.lineHeight(Measure.noteSize)
    guard let words = note(unit), pitch >= 2 * radius + height + 4 * Measure.pixel else { return nil }
    let width = TextWidths.width(of: words, size: Measure.noteSize) + 4 * Measure.pixel
    return DrawingRect(
      x: unit.center.x - width / 2, y: unit.center.y + radius + 2 * Measure.pixel, width: width,
      height: height)
  }

  /// Writes all weights on their lines, or none where they would cover each other.
  func drawWeights(_ edges: [Edge], on list: inout DrawingList) {
    guard edges.count <= 12, edges.allSatisfy({ $0.weight != nil }) else { return }
    var taken = units.map { DrawingRect(around: $0.center, radius: radius + 2 * Measure.pixel) }
    taken += units.compactMap(noteRect)
    var labels: [(words: String, rect: DrawingRect)] = []
    let size = Measure.noteSize, height = Measure.lineHeight(size)
    for edge in edges {
      let words = NumberText.rounded(edge.weight ?? 0, digits: 3)
      let width = TextWidths.width(of: words, size: size) + 6 * Measure.pixel
      let others = edges.map(\.wire).filter { $0 != edge.wire }
      let spots = [0.5, 0.3, 0.7, 0.25, 0.75, 0.35, 0.65, 0.4, 0.6, 0.2, 0.8].map { part in
        let place = edge.wire.place(at: part)
        return DrawingRect(x: place.x - width / 2, y: place.y - height / 2, width: width, height: height)
      }
      let free = spots.first { rect in
        !taken.contains { $0.meets(rect) } && !others.contains { rect.meets(segment: $0.a, $0.b) }
      }
      guard let rect = free else { return }
      taken.append(rect.inset(by: -Measure.pixel))
      labels.append((words, rect))
    }
    for label in labels {
      list.append(.fill([label.rect.corners], .paper))
      let start = DrawingPoint(x: label.rect.x + 3 * Measure.pixel, y: label.rect.y + Measure.ascent(size))
      list.append(.text(DrawingText(label.words, start: start, size: size), .ink))
    }
  }

  /// Writes the names of the layers below their columns.
  func drawLayerNames(on list: inout DrawingList) {
    let size = Measure.labelSize, width = box.width / max(1, diagram.layers.count)
    for (index, layer) in diagram.layers.enumerated() where !layer.name.isEmpty {
      let words = PlainText.fitted(layer.name, width: width - Measure.gap, size: size)
      frame.write(
        words, size: size, centeredAt: box.x + width * (2 * index + 1) / 2, top: box.maxY + Measure.gap,
        .mutedInk, on: &list)
    }
  }

  private func write(_ words: String, size: Int, around center: DrawingPoint, on list: inout DrawingList) {
    let start = DrawingPoint(
      x: center.x - TextWidths.width(of: words, size: size) / 2, y: center.y + Measure.middle(size))
    list.append(.text(DrawingText(words, start: start, size: size), .ink))
  }

  /// A circle as an outline of 48 corners, the first at the right.
  private static func circle(_ center: DrawingPoint, radius: Int) -> [DrawingPoint] {
    // Halving angles needs no trigonometry: these are the cosines and sines of 0°, 7.5°, …, 45°.
    let eighth: [(Double, Double)] = [
      (1, 0), (0.991_444_861_4, 0.130_526_192_2), (0.965_925_826_3, 0.258_819_045_1),
      (0.923_879_532_5, 0.382_683_432_4), (0.866_025_403_8, 0.5), (0.793_353_340_3, 0.608_761_429),
    ]
    let diagonal = (0.707_106_781_2, 0.707_106_781_2)
    let quarter = eighth + [diagonal] + eighth.dropFirst().reversed().map { ($1, $0) }
    let turns: [(Double, Double) -> (Double, Double)] = [
      { ($0, $1) }, { (-$1, $0) }, { (-$0, -$1) }, { ($1, -$0) },
    ]
    return turns.flatMap { turn in
      quarter.map { corner in
        let (x, y) = turn(corner.0, corner.1)
        return DrawingPoint(
          near: Double(center.x) + x * Double(radius), Double(center.y) + y * Double(radius))
      }
    }
  }
}
