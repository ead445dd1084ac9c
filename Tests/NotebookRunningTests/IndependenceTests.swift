import Testing

/// Draws and trainings keep their bits whatever cells that they do not need are added, removed or moved.
@Suite struct IndependenceTests {
  /// Cells that draw and train, each with the cells it needs.
  private static let cells: [(code: String, needs: [Int])] = [
    ("table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }", []),
    ("points = circle(n=30, noise=0.2)\npoints.X", []),
    ("m = input(2) -> dense(3, tanh) -> dense(1, sigmoid)\nm.1.W", []),
    (
      "run = train(m, XOR, loss=bce, opt=adam(0.1), epochs=15, batch=3, shuffle=true)\nrun.loss\nrun.net.1.W",
      [0, 2]
    ),
    (
      "n = input(2) -> dense(4, relu) -> dropout(0.5) -> dense(1)\n"
        + "fit = train(n, points, loss=mse, opt=sgd(0.1), epochs=4, batch=8, shuffle=true, val=0.2)\n"
        + "fit.val\nfit.net.1.W\nfit.net.3.b", [1]
    ),
    ("after = run.at(4)\nafter.2.W", [0, 2, 3]),
    ("normal(size=3)\nu = uniform(size=4)\nu", []),
    ("guess = u + normal(size=4)\nguess", [6]),
  ]

  /// Cells that nobody needs, of which some draw, train, fail, or are still to do.
  private static let strangers = [
    "uniform(size=5)", "other = normal(size=50)\nother",
    "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\n"
      + "train(input(2) -> dense(2, tanh) -> dense(1, sigmoid), OR, loss=bce, opt=sgd(1), epochs=3, shuffle=true)",
    "q = ?", "oops", "check 1 == 2", "more = spiral(n=20)\nmore.X",
  ]

  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private let plain = NotebookRun(cells: cells.map(\.code))

  @Test func everyCellRuns() {
    #expect(plain.diagnostics.isEmpty, "\(plain.diagnostics.map(\.message))")
    #expect(plain.record.exitCode == .passed)
  }

  @Test(arguments: 0..<30)
  func whatACellDoesNotNeedChangesNoBitOfIt(seed: Int) {
    var random = Random(state: UInt64(seed) &* 977 &+ 5)
    // Keep a cell and what it needs, or not.
    var kept: Set<Int> = []
    for cell in Self.cells.indices where random.next(3) > 0 {
      kept.formUnion(Self.cells[cell].needs + [cell])
    }
    // Any order in which each cell comes after what it needs, with strangers between.
    var page: [(origin: Int?, code: String)] = []
    var done: Set<Int> = []
    while done != kept {
      let ready = kept.subtracting(done).filter { done.isSuperset(of: Self.cells[$0].needs) }.sorted()
      let next = ready[random.next(ready.count)]
      done.insert(next)
      page.append((next, Self.cells[next].code))
    }
    for stranger in Self.strangers where random.next(2) == 0 {
      page.insert((nil, stranger), at: random.next(page.count + 1))
    }
    let mixed = NotebookRun(cells: page.map(\.code))
    for (place, cell) in page.enumerated() {
      guard let origin = cell.origin else { continue }
      #expect(mixed.shown(place) == plain.shown(origin), "cell \(origin) at \(place) of seed \(seed)")
    }
  }
}
