/// Colours that flow from one to the next, in equal steps.
struct ColourRamp: Sendable, Hashable {
  private let stops: [RGB]

  /// Makes a ramp through at least two colours, each 0xRRGGBB.
  init(_ stops: [UInt32]) {
    precondition(stops.count > 1, "a ramp of \(stops.count) colours")
    self.stops = stops.map { RGB($0) }
  }

  /// The colour at `step` of `count` steps; what lies beyond gets the end's colour.
  func colour(_ step: Int, of count: Int) -> RGB {
    let scaled = max(0, min(count, step)) * (stops.count - 1)
    let index = min(stops.count - 2, scaled / count), part = scaled - index * count
    func mixed(_ from: UInt8, _ to: UInt8) -> UInt32 {
      UInt32((Int(from) * (count - part) + Int(to) * part + count / 2) / count)
    }
    let a = stops[index], b = stops[index + 1]
    return RGB(mixed(a.red, b.red) << 16 | mixed(a.green, b.green) << 8 | mixed(a.blue, b.blue))
  }
}
