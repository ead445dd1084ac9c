/// The ticks of an axis with the numbers or names that fit.
struct TickLabels {
  let ticks: [Tick]
  /// Which way the words run.
  let direction: DrawingText.Direction
  /// How much room the words take across the axis, in 1/64 px.
  let extent: Int

  private static let size = Measure.tickSize

  /// The finest ticks whose words stand apart beside each other, below a plane of `width`.
  init(below axis: Axis, width: Int, _ frame: Frame) {
    if case .categories(let names) = axis.scale {
      self.init(names: names, below: axis, width: width, longest: frame.size.height / 4)
      return
    }
    let all = stride(from: 9, to: 2, by: -1).map { axis.ticks(atMost: $0) }
    // Where there would be a single number, more of them stand closer to each other.
    let fitting = [14, 6].lazy.compactMap { gap in
      all.first { ticks in
        let room = ticks.count * (TickLabels.widest(ticks) + gap * Measure.pixel)
        return ticks.count > 1 && room <= width
      }
    }
    let ticks = fitting.first ?? axis.ticks(atMost: 2)
    self.init(ticks, .across, extent: Measure.lineHeight(TickLabels.size))
  }

  /// The finest ticks whose words stand well apart above each other, beside a plane of `height`.
  init(beside axis: Axis, height: Int, _ frame: Frame) {
    if case .categories = axis.scale {
      let count = max(1, height / (Measure.lineHeight(TickLabels.size) + 2 * Measure.pixel))
      let ticks = TickLabels.cut(axis.ticks(atMost: count), width: frame.size.width * 2 / 5)
      self.init(ticks, .across, extent: TickLabels.widest(ticks))
      return
    }
    var count = TickLabels.count(height: height)
    var ticks = axis.ticks(atMost: count)
    // One number tells nothing of how far another is: then there are more, closer to each other.
    while ticks.count < 2, count < height / (15 * Measure.pixel) {
      count += 1
      ticks = axis.ticks(atMost: count)
    }
    self.init(ticks, .across, extent: TickLabels.widest(ticks))
  }

  /// Names side by side, or turned where they are too long for that, or only some of them.
  private init(names: [String], below axis: Axis, width: Int, longest: Int) {
    let all = axis.ticks(atMost: max(1, names.count)), line = Measure.lineHeight(TickLabels.size)
    let pitch = width / max(1, names.count)
    if TickLabels.widest(all) + 6 * Measure.pixel <= pitch {
      self.init(all, .across, extent: line)
      return
    }
    let flat = axis.ticks(atMost: width / (TickLabels.widest(all) + 10 * Measure.pixel))
    if flat.count >= 5 {
      self.init(flat, .across, extent: line)
      return
    }
    let few = TickLabels.cut(axis.ticks(atMost: max(1, width / (line + Measure.pixel))), width: longest)
    let fewPitch = width / max(1, few.count)
    let isFlat = TickLabels.widest(few) + 6 * Measure.pixel <= fewPitch
    self.init(few, isFlat ? .across : .upward, extent: isFlat ? line : TickLabels.widest(few))
  }

  private init(_ ticks: [Tick], _ direction: DrawingText.Direction, extent: Int) {
    self.ticks = ticks
    self.direction = direction
    self.extent = extent
  }

  /// How many numbers can stand above each other.
  static let counts = 2...9

  /// How many numbers stand well apart above each other.
  static func count(height: Int) -> Int {
    let pixels = height / Measure.pixel
    return max(2, min(3, pixels / 20), min(9, pixels / 38))
  }

  private static func widest(_ ticks: [Tick]) -> Int {
    ticks.map { TextWidths.width(of: $0.label, size: size) }.max() ?? 0
  }

  private static func cut(_ ticks: [Tick], width: Int) -> [Tick] {
    ticks.map { Tick(value: $0.value, label: PlainText.fitted($0.label, width: width, size: size)) }
  }
}
