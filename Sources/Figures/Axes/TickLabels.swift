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
    var ticks = axis.ticks(atMost: 2)
    for count in stride(from: 9, to: 2, by: -1) {
      let finer = axis.ticks(atMost: count)
      if finer.count * (TickLabels.widest(finer) + 14 * Measure.pixel) <= width {
        ticks = finer
        break
      }
    }
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
    let ticks = axis.ticks(atMost: TickLabels.count(height: height))
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
