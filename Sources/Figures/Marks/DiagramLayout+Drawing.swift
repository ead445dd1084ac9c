extension DiagramLayout {
  /// Draws the connections by width and opacity, the weakest first, so that the strongest lie on top.
  func drawEdges(_ edges: [Edge], on list: inout DrawingList) {
    let greatest = diagram.greatestWeight
    let widest = edges.count > 60 ? 6.0 : 12.0
    // Widths in quarters of a pixel, so that lines of one kind are one stroke.
    let kinds = edges.map { edge -> (role: ColourRole, quarters: Int) in
      guard let weight = edge.weight, !weight.isNaN else { return (.frame, 3) }
      let strength = weight.isFinite ? abs(weight) / greatest : 1
      return (weight < 0 ? .negative : .positive, Int((3 + widest * min(1, strength)).rounded()))
    }
    for quarters in 3...15 {
      for role in [ColourRole.frame, .negative, .positive] {
        let chosen = edges.indices.filter { kinds[$0].role == role && kinds[$0].quarters == quarters }
        guard !chosen.isEmpty else { continue }
        let stroke = DiagramLayout.stroke(role, width: quarters * Measure.pixel / 4)
        let percent = role == .frame ? 100 : min(100, 50 + Int(50 * Double(quarters - 3) / widest))
        let shown = percent == 100 ? role : .faint(role, percent: percent)
        list.append(.stroke(chosen.map { DrawingLine(edges[$0].points) }, shown, stroke))
      }
    }
  }

  /// Draws a unit as a circle with its name, as the map of its output, or as three dots.
  func draw(_ unit: Unit, on list: inout DrawingList) {
    guard let index = unit.index else {
      for step in -1...1 {
        let place = DrawingPoint(x: unit.center.x, y: unit.center.y + step * max(4 * 64, radius / 2))
        list.append(.fill([Measure.circle(around: place, radius: 3 * Measure.pixel / 2)], .mutedInk))
      }
      return
    }
    if let map = diagram.map(of: unit.layer, index) { return draw(map, of: unit, on: &list) }
    let circle = Measure.circle(around: unit.center, radius: radius)
    list.append(.fill([circle], .unit))
    list.append(
      .stroke([DrawingLine(circle, isClosed: true)], .boundary, DrawingStroke(width: 3 * Measure.pixel / 2)))
    drawName(diagram.layers[unit.layer].units[index], of: unit, on: &list)
  }

  /// Draws the map of a unit's output over the plane of both inputs.
  private func draw(_ map: HeatMap, of unit: Unit, on list: inout DrawingList) {
    let square = DrawingRect(around: unit.center, radius: radius)
    var canvas = PlotCanvas(
      box: square, x: Axis("", map.x), y: Axis("", map.y), list: DrawingList(width: 0, height: 0),
      frame.words)
    map.draw(on: &canvas)
    for element in canvas.list.elements { list.append(element) }
    list.append(
      .stroke(
        [DrawingLine(square.corners, isClosed: true)], .boundary, DrawingStroke(width: 3 * Measure.pixel / 2))
    )
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
    [Measure.labelSize, Measure.tickSize].first { size in
      size <= 2 * radius && names.allSatisfy { TextWidths.width(of: $0, size: size) <= 18 * radius / 10 }
    }
  }

  /// Writes what belongs to each unit below it, where there is room.
  func drawNotes(on list: inout DrawingList) {
    for unit in units {
      guard let rect = noteRect(unit), let words = note(unit) else { continue }
      let start = DrawingPoint(x: rect.x + 2 * Measure.pixel, y: rect.y + Measure.ascent(Measure.noteSize))
      list.append(.text(DrawingText(words, start: start, size: Measure.noteSize), .mutedInk))
    }
  }

  /// The words below a unit: its bias; of a map its name, too.
  private func note(_ unit: Unit) -> String? {
    guard let index = unit.index else { return nil }
    let layer = diagram.layers[unit.layer]
    if diagram.map(of: unit.layer, index) != nil {
      return layer.units[index].isEmpty ? nil : layer.units[index]
    }
    return index < layer.notes.count && !layer.notes[index].isEmpty ? layer.notes[index] : nil
  }

  /// Where the words below a unit stand; nil where there are none, or no room.
  func noteRect(_ unit: Unit) -> DrawingRect? {
    let height = Measure.lineHeight(Measure.noteSize), pixel = Measure.pixel
    guard let words = note(unit), pitch >= 2 * radius + height + 4 * pixel else { return nil }
    let width = TextWidths.width(of: words, size: Measure.noteSize) + 4 * pixel
    guard width <= box.width / max(1, diagram.layers.count) else { return nil }
    return DrawingRect(
      x: unit.center.x - width / 2, y: unit.center.y + radius + 2 * pixel, width: width, height: height)
  }

  /// Writes all weights beside their lines, or none where one would cover a line or another word.
  func drawWeights(_ edges: [Edge], on list: inout DrawingList) {
    guard edges.count <= 12, edges.allSatisfy({ $0.weight != nil }) else { return }
    var taken = units.map { DrawingRect(around: $0.center, radius: radius + 2 * Measure.pixel) }
    taken += units.compactMap(noteRect)
    let wires = edges.flatMap { edge in zip(edge.points, edge.points.dropFirst()).map { Wire(a: $0, b: $1) } }
    var labels: [(words: String, rect: DrawingRect)] = []
    let size = Measure.noteSize, height = Measure.lineHeight(size)
    for edge in edges {
      let words = NumberText.three(edge.weight ?? 0)
      let width = TextWidths.width(of: words, size: size) + 2 * Measure.pixel
      let free = spots(beside: edge.wire, width: width, height: height).first { rect in
        let clear = rect.inset(by: -2 * Measure.pixel)
        return !taken.contains { $0.meets(rect) } && !wires.contains { clear.meets(segment: $0.a, $0.b) }
      }
      guard let rect = free else { return }
      taken.append(rect.inset(by: -Measure.pixel))
      labels.append((words, rect))
    }
    for label in labels {
      let start = DrawingPoint(x: label.rect.x + Measure.pixel, y: label.rect.y + Measure.ascent(size))
      list.append(.text(DrawingText(label.words, start: start, size: size), .ink))
    }
  }

  /// Where a label of a line can stand: above it and below, the middle first.
  private func spots(beside wire: Wire, width: Int, height: Int) -> [DrawingRect] {
    let length = max(wire.length, 1)
    let across = (Double(wire.b.y - wire.a.y) / length, -Double(wire.b.x - wire.a.x) / length)
    let parts = [0.5, 0.35, 0.65, 0.2, 0.8, 0.28, 0.72, 0.42, 0.58, 0.12, 0.88]
    return parts.flatMap { part in
      [(across.0, across.1), (-across.0, -across.1)].map { direction in
        LabelSpot(place: wire.place(at: part), direction: direction, distance: 3 * Measure.pixel)
          .rectangle(width: width, height: height)
      }
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
}
