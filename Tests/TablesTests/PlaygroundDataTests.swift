import Tables
import Tensors
import Testing

/// The data sets of TensorFlow Playground keep its formulas.
@Suite struct PlaygroundDataTests {
  private func table(_ set: PlaygroundData, _ count: Int = 2000, noise: Double = 0, seed: Int = 1) -> Table {
    set.table(
      name: "t", count: count, noise: noise, RandomStream(seed: seed, path: set.rawValue, draw: 0))
  }

  private func rows(_ table: Table) -> [(x: Double, y: Double, label: Double)] {
    (0..<table.rowCount).map {
      (table.X.elements[2 * $0], table.X.elements[2 * $0 + 1], table.Y.elements[$0])
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func variance(_ values: [Double]) -> Double {
    let middle = mean(values)
    return mean(values.map { ($0 - middle) * ($0 - middle) })
  }

  @Test(arguments: PlaygroundData.allCases) func theSameStreamGivesTheSameRows(set: PlaygroundData) {
    #expect(table(set, 50, noise: 0.2) == table(set, 50, noise: 0.2))
    #expect(table(set, 50, noise: 0.2) != table(set, 50, noise: 0.2, seed: 2))
  }

  @Test(arguments: PlaygroundData.allCases, [1, 2, 7, 500]) func thereAreAsManyRowsAsAsked(
    set: PlaygroundData, count: Int
  ) {
    let table = table(set, count, noise: 0.5)
    #expect(table.X.shape == [count, 2] && table.Y.shape == [count, 1] && table.X.isFinite)
  }

  @Test(arguments: [PlaygroundData.circle, .gauss, .spiral], [10, 11]) func halfOfTheRowsAreDrawnForEachClass(
    set: PlaygroundData, count: Int
  ) {
    #expect(rows(table(set, count)).count { $0.label == 1 } == (count + 1) / 2)
  }

  @Test func aCircleIsSeparatedByTheSquaredDistance() {
    // Any threshold between 2.5² and 3.5² tells the classes apart.
    for (x, y, label) in rows(table(.circle)) {
      let square = x * x + y * y
      #expect(label == 1 ? square < 6.25 : square > 12.25 - 1e-9 && square < 25 + 1e-9)
    }
  }

  @Test func theRadiusOfACircleIsEven() {
    let radii = rows(table(.circle, 20_000)).filter { $0.label == 1 }.map {
      ($0.x * $0.x + $0.y * $0.y).squareRoot()
    }
    // U(0, 2.5) has the mean 1.25 and the variance 2.5²/12.
    #expect(abs(mean(radii) - 1.25) < 0.03 && abs(variance(radii) - 6.25 / 12) < 0.02)
  }

  @Test func noiseOfACircleMovesNoPoint() {
    let (still, noisy) = (table(.circle, 400), table(.circle, 400, noise: 0.5))
    #expect(still.X == noisy.X && still.Y != noisy.Y)
  }

  @Test(arguments: [(0.0, 0.5), (0.5, 4.0), (0.2, 1.9)]) func cloudsHaveTheVarianceOfTheSlider(
    noise: Double, expected: Double
  ) {
    for sign in [1.0, -1] {
      let cloud = rows(table(.gauss, 20_000, noise: noise)).filter { $0.label == sign }
      for values in [cloud.map(\.x), cloud.map(\.y)] {
        #expect(abs(mean(values) - 2 * sign) < 0.08)
        #expect(abs(variance(values) / expected - 1) < 0.06)
      }
    }
  }

  @Test func theBestLineErrsAsOftenAsTheNormalDistributionSays() {
    // With noise 50 the variance is 4, and x1 + x2 = 0 errs with Φ(−√2) = 0.0786.
    let wrong = rows(table(.gauss, 40_000, noise: 0.5)).count { ($0.x + $0.y > 0) != ($0.label > 0) }
    #expect(abs(Double(wrong) / 40_000 - 0.0786) < 0.006)
    #expect(rows(table(.gauss)).count { ($0.x + $0.y > 0) != ($0.label > 0) } <= 2)
  }

  @Test func xorIsOneWhereTheSignsAgree() {
    for (x, y, label) in rows(table(.xor)) {
      #expect((x * y >= 0) == (label == 1))
      #expect(abs(x) >= 0.3 && abs(x) <= 5.3 && abs(x * y) >= 0.09)
    }
  }

  @Test func armsOfASpiralAreDrawnWithoutChance() {
    let (a, b) = (rows(table(.spiral, 100)), rows(table(.spiral, 100, seed: 2)))
    let arm = a.filter { $0.label == 1 }.map(\.x).sorted()
    #expect(arm == b.filter { $0.label == 1 }.map(\.x).sorted())
    // The other arm is the same, turned by half a turn.
    for point in a where point.label == 1 {
      #expect(a.contains { $0.label == -1 && abs($0.x + point.x) < 1e-9 && abs($0.y + point.y) < 1e-9 })
    }
    // Half way, i/n = 1/2: r = 2.5, t = 1.75π.
    #expect(a.contains { $0.label == 1 && abs($0.x + 1.767766953) < 1e-8 && abs($0.y - 1.767766953) < 1e-8 })
  }

  @Test func aPlaneIsATenthOfTheSum() {
    for (x, y, label) in rows(table(.plane)) { #expect(label == (x + y) / 10) }
  }

  @Test func hillsHaveTheirHeightAtTheCentres() {
    let hills: [(Double, Double, Double)] = [
      (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
    ]
    let points = rows(table(.hills, 20_000))
    for (x, y, sign) in hills {
      let near = points.filter { ($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y) < 0.01 }
      #expect(!near.isEmpty && near.allSatisfy { $0.label * sign > 0.9 && abs($0.label) <= 1 })
    }
    let far = points.filter { point in
      hills.allSatisfy { ($0.0 - point.x) * ($0.0 - point.x) + ($0.1 - point.y) * ($0.1 - point.y) > 4 }
    }
    #expect(!far.isEmpty && far.allSatisfy { $0.label == 0 })
  }

  @Test func rowsAreShuffled() {
    let labels = rows(table(.gauss, 1000)).map(\.label)
    // Of 500 rows in the first half about 250 are of each class.
    #expect(abs(labels.prefix(500).count { $0 == 1 } - 250) < 50)
  }

  @Test func everyPlaceIsAsLikelyForTheRowDrawnFirst() {
    // The spiral's first point is its middle; of 6 places each gets a sixth.
    var places = [Int](repeating: 0, count: 6)
    for seed in 0..<1200 {
      let set = PlaygroundData.gauss.table(
        name: "", count: 6, noise: 0, RandomStream(seed: seed, path: "p", draw: 0))
      let first = set.Y.elements.firstIndex(of: 1) ?? 0
      places[first] += 1
    }
    // Three of six rows are of class 1; the first of them stands at place 0 in half of all orders.
    #expect(abs(places[0] - 600) < 70 && abs(places[1] - 360) < 65 && places[4] == 0 && places[5] == 0)
  }

  @Test func aLinearModelHasItsWeights() {
    let stream = RandomStream(seed: 3, path: "l", draw: 0)
    let exact = Table.linear(name: "l", weights: [2, -3.4], bias: 4.2, noise: 0, count: 500, stream)
    for row in 0..<500 {
      let x = exact.X.row(row).elements
      #expect(exact.Y.elements[row] == x[0] * 2 + x[1] * -3.4 + 4.2)
    }
    let noisy = Table.linear(name: "l", weights: [2, -3.4], bias: 4.2, noise: 0.5, count: 20_000, stream)
    let rest = (0..<20_000).map { row in
      let x = noisy.X.row(row).elements
      return noisy.Y.elements[row] - (x[0] * 2 + x[1] * -3.4 + 4.2)
    }
    #expect(abs(mean(rest)) < 0.02 && abs(variance(rest) - 0.25) < 0.02)
    #expect(abs(mean(noisy.X.elements)) < 0.03 && abs(variance(noisy.X.elements) - 1) < 0.03)
  }
}
