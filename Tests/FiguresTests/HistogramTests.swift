import Testing

@testable import Figures

@Test func binsHaveRoundEdges() {
  let histogram = Histogram([0.11, 0.19, 0.2, 0.35, 0.4], bins: 3)
  #expect(histogram.edges == [0.1, 0.2, 0.3, 0.4])
  #expect(histogram.counts == [2, 1, 2])
}

@Test(arguments: [1, 2, 5, 7, 12, 50, 200])
func everyNumberLiesInOneBin(bins: Int) {
  let values = (0..<1000).map { Double($0 * $0 % 997) / 7 - 30 }
  let histogram = Histogram(values, bins: bins)
  #expect(histogram.counts.reduce(0, +) == 1000)
  #expect(histogram.counts.count >= max(1, bins / 2) && histogram.counts.count <= 2 * bins + 1)
  let first = histogram.edges[0], last = histogram.edges[histogram.edges.count - 1]
  #expect(first <= -30 && last >= 996.0 / 7 - 30)
}

private let ramp: [Double] = (0..<10).map { Double($0) }
private let many: [Double] = (0..<100_000).map { Double($0 % 1009) }
private let outlier: [Double] = [1e9] + (0..<500).map { Double($0 % 10) }
private let alike: [Double] = [Double](repeating: 1, count: 300) + [2]

@Test(arguments: [ramp, many, outlier, alike])
func withoutAWishThereAreAboutFiveToSixtyBins(values: [Double]) {
  let histogram = Histogram(values)
  #expect((3...90).contains(histogram.counts.count))
  #expect(histogram.counts.reduce(0, +) == values.count)
}

@Test(arguments: [[], [.nan], [3], [1e300, -1e300, .infinity], [1e17, 1e17 + 16]] as [[Double]])
func hostileNumbersAreCounted(values: [Double]) {
  let histogram = Histogram(values)
  #expect(histogram.counts.reduce(0, +) == values.count - histogram.omitted)
  #expect(histogram.edges.count == histogram.counts.count + 1)
  let areSorted = zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 }
  #expect(areSorted)
}
