import Drawing
import Figures
import Testing

extension Theme: CustomTestStringConvertible {
  /// The name in the list of tests.
  public var testDescription: String { name }
}

@Test(arguments: Theme.all)
func wordsAreReadableOnEveryGround(theme: Theme) {
  let grounds = [ColourRole.paper, .noValue] + (0..<ColourRole.classCount).map(ColourRole.region)
  for ground in grounds {
    #expect(contrast(.ink, ground, theme) >= 4.5, "\(ground)")
    #expect(contrast(.boundary, ground, theme) >= 4.5, "\(ground)")
  }
  // Curves are named in their own colours.
  let words = [ColourRole.mutedInk, .function, .derivative] + (0..<6).map(ColourRole.line)
  for role in words { #expect(contrast(role, .paper, theme) >= 4.5, "\(role)") }
  let lines: [ColourRole] = [.frame, .bar, .positive, .negative]
  for role in lines { #expect(contrast(role, .paper, theme) >= 3, "\(role)") }
}

@Test(arguments: Theme.all)
func numbersAreReadableOnEveryShade(theme: Theme) {
  for level in -12...12 {
    #expect(contrast(.onDiverging(level), .diverging(level), theme) >= 4.5, "\(level)")
  }
  for level in 0...24 {
    #expect(contrast(.onSequential(level), .sequential(level), theme) >= 4.5, "\(level)")
  }
}

@Test(arguments: Theme.all)
func shadesDiffer(theme: Theme) {
  #expect(Set((-12...12).map { theme.colour(of: .diverging($0)) }).count == 25)
  #expect(Set((0...24).map { theme.colour(of: .sequential($0)) }).count == 25)
}

@Test(arguments: Theme.all)
func markersStandOutFromEveryGround(theme: Theme) {
  for ground in [ColourRole.paper, .noValue] + (0..<ColourRole.classCount).map(ColourRole.region) {
    for index in 0..<ColourRole.classCount {
      let best = max(
        contrast(.series(index), ground, theme), contrast(.seriesEdge(index), ground, theme))
      #expect(best >= 3, "class \(index) on \(ground)")
    }
  }
}

@Test(arguments: Theme.all) func tenClassesHaveTenGrounds(theme: Theme) {
  for roles in [ColourRole.region, ColourRole.series] {
    let colours = (0..<10).map { theme.colour(of: roles($0)) }
    #expect(Set(colours).count == 10)
  }
}

@Test func classesHaveTheColoursOfThePlayground() {
  #expect(Theme.light.colour(of: .series(0)) == RGB(0xf59322))
  #expect(Theme.light.colour(of: .series(1)) == RGB(0x0877bd))
  #expect(Theme.light.colour(of: .series(ColourRole.classCount)) == Theme.light.colour(of: .series(0)))
}

/// The contrast of two roles, from 1 to 21, by the definition of the Web Content Accessibility Guidelines 2.
private func contrast(_ a: ColourRole, _ b: ColourRole, _ theme: Theme) -> Double {
  let lights = [theme.colour(of: a), theme.colour(of: b)].map(luminance).sorted()
  return (lights[1] + 0.05) / (lights[0] + 0.05)
}

private func luminance(_ colour: RGB) -> Double {
  func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    return base * base * fifthRootSquared(base)
  }
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/// `value` to the power 0.4, by Newton's iteration for the fifth root.
private func fifthRootSquared(_ value: Double) -> Double {
  var root = 1.0
  for _ in 0..<60 { root = (4 * root + value / (root * root * root * root)) / 5 }
  return root * root
}
