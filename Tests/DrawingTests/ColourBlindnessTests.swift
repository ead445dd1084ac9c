import Drawing
import Figures
import Foundation
import Testing

/// How colours look to people who see two of the three basic colours only.
///
/// Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A physiologically-based model for simulation of color
/// vision deficiency, 2009; the matrices for full deficiency, applied to linear light.
enum ColourVision: String, CaseIterable, Sendable {
  case usual, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// The colour in L*, a*, b* under D65, as it is seen.
  func lab(_ colour: RGB) -> [Double] {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let light = [colour.red, colour.green, colour.blue].map(linear)
    let seen = matrix.map { row in max(0, min(1, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    let rows = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(rows, white).map { row, white -> Double in
      let value = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}

/// The colour difference ΔE*₀₀.
///
/// Source: G. Sharma, W. Wu and E. N. Dalal, The CIEDE2000 color-difference formula, 2005.
func difference(_ a: [Double], _ b: [Double]) -> Double {
  func chroma(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
  func seventh(_ c: Double) -> Double { (pow(c, 7) / (pow(c, 7) + pow(25, 7))).squareRoot() }
  func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
  let g = 0.5 * (1 - seventh((chroma(a[1], a[2]) + chroma(b[1], b[2])) / 2))
  let (a1, b1) = ((1 + g) * a[1], (1 + g) * b[1])
  let (c1, c2) = (chroma(a1, a[2]), chroma(b1, b[2]))
  func hue(_ x: Double, _ y: Double) -> Double {
    let angle = atan2(y, x) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }
  let (h1, h2) = (hue(a1, a[2]), hue(b1, b[2]))
  var turn = h2 - h1
  if c1 * c2 == 0 { turn = 0 } else if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
  let dh = 2 * (c1 * c2).squareRoot() * sin(turn / 2 * .pi / 180)
  let (l, c) = ((a[0] + b[0]) / 2, (c1 + c2) / 2)
  var h = (h1 + h2) / 2
  if c1 * c2 == 0 { h = h1 + h2 } else if abs(h1 - h2) > 180 { h += h < 180 ? 180 : -180 }
  let t =
    1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63)
  let sl = 1 + 0.015 * (l - 50) * (l - 50) / (20 + (l - 50) * (l - 50)).squareRoot()
  let (sc, sh) = (1 + 0.045 * c, 1 + 0.015 * c * t)
  let angle = 30 * exp(-((h - 275) / 25) * ((h - 275) / 25))
  let rt = -sin(2 * angle * .pi / 180) * 2 * seventh(c)
  let (u, v, w) = ((b[0] - a[0]) / sl, (c2 - c1) / sc, dh / sh)
  return (u * u + v * v + w * w + rt * v * w).squareRoot()
}

/// Pairs 1, 7 and 19 of the table of the article.
@Test(
  arguments: [
    ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, 0, 0], [50, -1, 2], 2.3669),
    ([50, 2.5, 0], [58, 24, 15], 19.4535),
  ] as [([Double], [Double], Double)])
func differencesAreThoseOfTheArticle(a: [Double], b: [Double], expected: Double) {
  #expect(abs(difference(a, b) - expected) < 1e-4)
}

@Test(arguments: Theme.all, ColourVision.allCases)
func neighboursAmongTenClassesDiffer(theme: Theme, vision: ColourVision) {
  for roles in [ColourRole.region, ColourRole.series] {
    for index in 0..<ColourRole.classCount {
      let next = (index + 1) % ColourRole.classCount
      let pair = [index, next].map { vision.lab(theme.colour(of: roles($0))) }
      #expect(difference(pair[0], pair[1]) >= 10, "\(roles(index)) and \(next)")
    }
  }
}

@Test(arguments: Theme.all, ColourVision.allCases)
func neighboursAmongCurvesDiffer(theme: Theme, vision: ColourVision) {
  let roles = [ColourRole.function] + (0..<6).map(ColourRole.line)
  for (a, b) in zip(roles, roles.dropFirst()) + [(.function, .derivative)] {
    let pair = [a, b].map { vision.lab(theme.colour(of: $0)) }
    #expect(difference(pair[0], pair[1]) >= 10, "\(a) and \(b)")
  }
}

@Test func tenClassesHaveTenLooks() {
  let looks = (0..<ColourRole.classCount).map { index in
    "\(MarkerShape.forClass(index)) \(Theme.light.colour(of: .series(index)))"
  }
  #expect(Set(looks).count == ColourRole.classCount)
  let regions = (0..<ColourRole.classCount).map { Theme.light.colour(of: .region($0)) }
  #expect(Set(regions).count == ColourRole.classCount)
}
