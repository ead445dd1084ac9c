import Testing

@testable import Figures

/// What was asked while a graph was sampled.
private struct Sampled {
  var points: [PlanePoint] = []
  var asked = 0
  var batches = 0

  init(_ a: Double, _ b: Double, log: LogAxes = .none, _ f: (Double) -> Double) {
    var asked = 0, batches = 0
    points =
      CurveSampling.adaptive(from: a, to: b, log: log) { numbers in
        asked += numbers.count
        batches += 1
        return numbers.map(f)
      }.points
    (self.asked, self.batches) = (asked, batches)
  }

  /// The numbers on both sides of each break.
  var gaps: [(Double, Double)] {
    points.indices.filter { points[$0].y.isNaN && $0 > 0 && $0 < points.count - 1 }
      .map { (points[$0 - 1].x, points[$0 + 1].x) }
  }
}

@Test(arguments: [0.3, 0, -1.7, 4.999, 1e-7])
func jumpsAreFoundExactly(place: Double) throws {
  let graph = Sampled(-5, 5) { $0 >= place ? 1 : 0 }
  #expect(graph.gaps.count == 1)
  let gap = try #require(graph.gaps.first)
  #expect(gap.0 < place && gap.1 >= place)
  #expect(gap.1 - gap.0 < 1e-12)
}

@Test func theDerivativeOfReluJumpsFromZeroToOne() {
  let graph = Sampled(-2, 2) { $0 > 0 ? 1 : 0 }
  #expect(graph.gaps.count == 1)
  #expect(graph.points.allSatisfy { $0.y.isNaN || $0.y == ($0.x > 0 ? 1 : 0) })
}

@Test func twoJumpsInOnePieceLeaveAGap() {
  let graph = Sampled(0, 1) { $0 < 0.5001 ? 0 : $0 < 0.5009 ? 1 : 2 }
  #expect(!graph.gaps.isEmpty)
}

@Test func linesAreAskedOnce() {
  let graph = Sampled(-5, 5) { 3 * $0 - 1 }
  #expect(graph.points.count == 401 && graph.asked == 401 && graph.batches == 1)
  #expect(graph.points.first?.x == -5 && graph.points.last?.x == 5)
}

@Test func bendsGetMorePoints() {
  let graph = Sampled(-5, 5) { 1 / (1 + 400 * $0 * $0) }
  #expect(graph.gaps.isEmpty)
  #expect(graph.points.count { abs($0.x) < 0.5 } > 80)
}

@Test(arguments: [-5.0, -5.1])
func polesPartTheGraph(start: Double) {
  let odd = Sampled(start, 5) { 1 / $0 }, even = Sampled(start, 5) { 1 / ($0 * $0) }
  for graph in [odd, even] {
    #expect(!graph.gaps.isEmpty)
    let areNear = graph.gaps.allSatisfy { abs($0.0) < 0.02 && abs($0.1) < 0.02 }
    #expect(areNear, "\(graph.gaps)")
  }
  let range = CurveRange.shown(of: [odd.points], beside: [], log: .none)
  #expect(range.upper > 3 && range.upper < 20 && range.lower < -3 && range.lower > -20)
}

@Test func steepButWholeFunctionsAreNotParted() {
  let soft = Sampled(-5, 5) { 1e4 * $0 / (1 + abs(1e4 * $0)) }
  let wave = Sampled(-1, 1) { x in
    let phase = 1 / x - (1 / x).rounded()
    return abs(phase)
  }
  #expect(soft.gaps.isEmpty)
  #expect(wave.gaps.allSatisfy { abs($0.0) < 0.05 })
}

@Test func whereThereIsNoValueTheGraphIsParted() throws {
  let graph = Sampled(-1, 1) { $0 < 0.25 ? .nan : $0.squareRoot() }
  let first = try #require(graph.points.first { $0.y.isFinite })
  #expect(first.x >= 0.25 && first.x - 0.25 < 1e-12)
}

@Test(arguments: LogAxes.allCases)
func questionsAreBounded(log: LogAxes) {
  let noise: (Double) -> Double = { Double(($0.bitPattern &* 0x9e37_79b9_7f4a_7c15) >> 40) }
  let saw: (Double) -> Double = { (50 * $0).rounded(.down) }
  let hostile: (Double) -> Double = { $0 > 0.5 ? 1e300 * $0 : $0 > 0.2 ? -.infinity : .nan }
  for f in [noise, saw, hostile, { _ in .nan }, { _ in 1e308 }] {
    let graph = Sampled(1e-3, 1, log: log, f)
    #expect(graph.asked <= 3000 && graph.batches <= 25)
    let areSorted = zip(graph.points, graph.points.dropFirst()).allSatisfy { $0.x <= $1.x }
    #expect(areSorted)
  }
}

@Test(arguments: [(0.0, 0.0), (.nan, 1), (-.infinity, .infinity), (5, -5), (1e300, 2e300)])
func everyRangeCanBeSampled(a: Double, b: Double) {
  for log in LogAxes.allCases {
    let graph = Sampled(a, b, log: log) { $0 }
    let areFinite = graph.points.allSatisfy(\.x.isFinite)
    #expect(areFinite && graph.points.count >= 401)
  }
}

@Test func logarithmicAxesSpreadTheNumbers() {
  let graph = Sampled(1e-4, 1, log: .x) { $0 }
  #expect(graph.points.count { $0.x < 1e-2 } >= 190)
}

@Test func missingAnswersAreNoValues() {
  let points = CurveSampling.adaptive(from: 0, to: 1) { numbers in numbers.prefix(10).map { $0 } }.points
  #expect(points.count { $0.y.isFinite } >= 10)
}

private struct Refusal: Error {}

@Test func whatTheFunctionThrowsIsPassedOn() {
  #expect(throws: Refusal.self) {
    try CurveSampling.adaptive(from: 0, to: 1) { _ throws(Refusal) in throw Refusal() }
  }
}

@Test func narrowPeaksAreShownWhole() {
  let graph = Sampled(-5, 5) { 1 / (1 + 1e4 * $0 * $0) }
  let range = CurveRange.shown(of: [graph.points], beside: [], log: .none)
  #expect(range.upper > 1 && range.upper < 1.2)
}
