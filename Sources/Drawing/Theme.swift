import Figures

/// The colours of a page, light or dark: the one table that turns roles into colours.
public struct Theme: Sendable, Hashable {
  /// The theme's name, such as `light`.
  public let name: String
  private let paper: RGB
  private let ink: RGB
  private let mutedInk: RGB
  private let frame: RGB
  private let grid: RGB
  private let boundary: RGB
  private let noValue: RGB
  private let noValueHatch: RGB
  private let function: RGB
  private let derivative: RGB
  private let dots: RGB
  private let bar: RGB
  private let unit: RGB
  private let negative: RGB
  private let lines: [RGB]
  private let diverging: ColourRamp
  private let sequential: ColourRamp
  private let classes: [ClassColours]

  /// The colours of one class.
  private struct ClassColours: Hashable {
    let marker: RGB
    let rim: RGB
    let region: RGB

    init(_ marker: UInt32, rim: UInt32, region: UInt32) {
      self.marker = RGB(marker)
      self.rim = RGB(rim)
      self.region = RGB(region)
    }
  }

  /// Dark words on white.
  ///
  /// Classes 0 and 1 are TensorFlow Playground's orange and blue.
  public static let light = Theme(
    name: "light", paper: RGB(0xffffff), ink: RGB(0x1c1f24), mutedInk: RGB(0x555b66), frame: RGB(0x7a808a),
    grid: RGB(0xe4e7eb), boundary: RGB(0x2b2f36), noValue: RGB(0xe8eaeb), noValueHatch: RGB(0xa9afb6),
    function: RGB(0x0877bd), derivative: RGB(0x1b7f36), dots: RGB(0xb4bac2), bar: RGB(0x3f97d0),
    unit: RGB(0xffffff), negative: RGB(0xd06a08),
    lines: [0xc2500a, 0xa04a93, 0x857000, 0x5f4fc6, 0x4d5561, 0xc23a4d].map { RGB($0) },
    diverging: ColourRamp([0xf7b061, 0xf7f8f9, 0x58a4d5]),
    sequential: ColourRamp([0xf4f8fb, 0x4f9fd1, 0x033f66]),
    classes: [
      ClassColours(0xf59322, rim: 0x8a4b00, region: 0xfde6cb),
      ClassColours(0x0877bd, rim: 0x033f66, region: 0xcde4f3),
      ClassColours(0x2aa36b, rim: 0x0c5232, region: 0xd6dfc8),
      ClassColours(0xb565a7, rim: 0x6a2a5f, region: 0xf5e8fc),
      ClassColours(0xe3c21c, rim: 0x665500, region: 0xf3e0a6),
      ClassColours(0x6b5bd2, rim: 0x352a86, region: 0xdedaf6),
      ClassColours(0xd1495b, rim: 0x6f1a26, region: 0xfbcfc6),
      ClassColours(0x4d5561, rim: 0x22272e, region: 0xd4d8df),
      ClassColours(0x8fb81f, rim: 0x3f5405, region: 0xd0f5aa),
      ClassColours(0x1fb5c4, rim: 0x07505a, region: 0xa9e5e5),
    ])

  /// Pale words on near black, for pages in dark mode.
  public static let dark = Theme(
    name: "dark", paper: RGB(0x16181d), ink: RGB(0xeceef1), mutedInk: RGB(0xb3b9c2), frame: RGB(0x868d98),
    grid: RGB(0x2b2f37), boundary: RGB(0xf2f3f5), noValue: RGB(0x34373d), noValueHatch: RGB(0x747b85),
    function: RGB(0x4fb0ee), derivative: RGB(0x6cc644), dots: RGB(0x4d535e), bar: RGB(0x2f8fd0),
    unit: RGB(0x16181d), negative: RGB(0xf59322),
    lines: [0xf58b4c, 0xd893cd, 0xe0c53a, 0xac94f1, 0xb3b9c2, 0xee7d8c].map { RGB($0) },
    diverging: ColourRamp([0xa5641b, 0x24272d, 0x2673ab]),
    sequential: ColourRamp([0x1d2a35, 0x2f8fd0, 0xd3ecfd]),
    classes: [
      ClassColours(0xf59322, rim: 0xffe2bd, region: 0x4d3313),
      ClassColours(0x1c94ef, rim: 0xd3ecfd, region: 0x123a57),
      ClassColours(0x3ebe80, rim: 0xcff5e1, region: 0x2f3c29),
      ClassColours(0xc981bd, rim: 0xf8dff3, region: 0x49243f),
      ClassColours(0xe6cb3c, rim: 0xfdf6c8, region: 0x443c0d),
      ClassColours(0x8f82ec, rim: 0xe2defd, region: 0x2b2559),
      ClassColours(0xe0707f, rim: 0xfbdde1, region: 0x591f23),
      ClassColours(0x98a1ae, rim: 0xe9ecf0, region: 0x33383f),
      ClassColours(0xa9cc3f, rim: 0xedf8c8, region: 0x415911),
      ClassColours(0x2cd0d0, rim: 0xcdf9f9, region: 0x0b5559),
    ])

  /// Every theme.
  public static let all = [light, dark]

  /// The colour of `role`; classes beyond the table begin again, and are hatched.
  public func colour(of role: ColourRole) -> RGB {
    switch role {
    case .paper: paper
    case .ink: ink
    case .mutedInk: mutedInk
    case .frame: frame
    case .grid: grid
    case .boundary: boundary
    case .series(let index): classColours(index).marker
    case .seriesEdge(let index): classColours(index).rim
    case .region(let index): classColours(index).region
    case .noValue: noValue
    case .noValueHatch: noValueHatch
    case .function: function
    case .derivative: derivative
    case .dots: dots
    case .line(let index): lines[((index % lines.count) + lines.count) % lines.count]
    case .diverging(let level): diverging.colour(level + 12, of: 24)
    case .sequential(let level): sequential.colour(level, of: 24)
    case .onDiverging(let level): readable(on: colour(of: .diverging(level)))
    case .onSequential(let level): readable(on: colour(of: .sequential(level)))
    case .bar: bar
    case .positive: classColours(1).marker
    case .negative: negative
    case .unit: unit
    case .faint(let role, _): colour(of: role)
    }
  }

  /// How much of `role` is opaque, from 0 to 1.
  func opacity(of role: ColourRole) -> Double {
    if case .faint(_, let percent) = role { Double(max(0, min(100, percent))) / 100 } else { 1 }
  }

  /// Black or white words, whichever stand out more.
  private func readable(on ground: RGB) -> RGB {
    let light = ground.luminance + 0.05
    return light * light > 0.05 * 1.05 ? RGB(0x000000) : RGB(0xffffff)
  }

  private func classColours(_ index: Int) -> ClassColours {
    classes[((index % classes.count) + classes.count) % classes.count]
  }
}
