import Testing

@testable import Figures

/// What `numpy.histogram(values, bins=…)` gives.
@Test(
  arguments: [
    ([1, 2, 3, 4, 5], 5, [1, 1.8, 2.6, 3.4000000000000004, 4.2, 5], [1, 1, 1, 1, 1]),
    ([0.5], 1, [0, 1], [1]), ([2, 2, 2], 2, [1.5, 2, 2.5], [0, 3]),
    ([0, 1, 2, 3], 3, [0, 1, 2, 3], [1, 1, 2]), ([-1, 0, 0.5, 1], 2, [-1, 0, 1], [1, 3]),
    ([0, 0.1, 0.2, 0.3, 0.4, 1], 4, [0, 0.25, 0.5, 0.75, 1], [3, 2, 0, 1]),
  ] as [([Double], Int, [Double], [Int])])
func askedBinsAreThoseOfNumPy(values: [Double], bins: Int, edges: [Double], counts: [Int]) {
  let histogram = Histogram(values, bins: bins)
  #expect(histogram.edges == edges)
  #expect(histogram.counts == counts)
}

@Test func binsHaveRoundEdges() {
  let histogram = Histogram([0.11, 0.19, 0.2, 0.35, 0.4, 0.42, 0.55])
  #expect(histogram.edges == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
  #expect(histogram.counts == [2, 1, 1, 2, 1])
}

@Test func wholeNumbersHaveABinEach() {
  let histogram = Histogram([1, 2, 3, 4, 5])
  #expect(histogram.edges == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5])
  #expect(histogram.counts == [1, 1, 1, 1, 1])
  #expect(Histogram([-2, 0, 0]).counts == [1, 0, 2])
  #expect(!Histogram([1, 2.5]).isOfWholeNumbers && !Histogram([1, 1000]).isOfWholeNumbers)
}

@Test(arguments: [1, 2, 5, 7, 12, 50, 200])
func everyNumberLiesInOneBin(bins: Int) {
  let values = (0..<1000).map { Double($0 * $0 % 997) / 7 - 30 }
  let histogram = Histogram(values, bins: bins)
  #expect(histogram.counts.reduce(0, +) == 1000)
  #expect(histogram.counts.count == bins)
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
  #expect((2...90).contains(histogram.counts.count))
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
