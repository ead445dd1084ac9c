import Wording

/// How many of some numbers lie in each of a row of equal bins.
public struct Histogram: Sendable, Hashable {
  /// The edges of the bins, one more than there are bins.
  public let edges: [Double]
  /// How many numbers lie in each bin; one on an edge belongs to the bin above it, the last edge to the last bin.
  public let counts: [Int]
  /// How many numbers there are.
  public let total: Int
  /// How many of them are not finite, and lie in no bin.
  public let omitted: Int
  /// Whether each bin is around a whole number, and nothing else can lie in it.
  public let isOfWholeNumbers: Bool

  /// The most whole numbers that have a bin each.
  private static let mostWhole = 60

  /// Counts `values` in `bins` equal bins from the least to the greatest, as NumPy does; values that are all alike lie
  /// in the middle of a width of 1.
  ///
  /// Without `bins` whole numbers have a bin each, where they are not far apart; of others the edges are round numbers,
  /// and there are as many as suit the spread of the data: the width follows Freedman and Diaconis, 2 · IQR / ∛n, and where the quartiles agree Sturges, log₂ n + 1 bins.
  public init(_ values: [Double], bins: Int? = nil) {
    // Millions of numbers are copied once.
    var finite = values.filter(\.isFinite)
    for index in finite.indices { finite[index] = max(-1e300, min(1e300, finite[index])) }
    finite.sort()
    total = values.count
    omitted = values.count - finite.count
    guard let low = finite.first, let high = finite.last else {
      (edges, counts, isOfWholeNumbers) = ([0, 1], [0], false)
      return
    }
    let edges: [Double]
    let isWhole =
      bins == nil && high - low < Double(Histogram.mostWhole) && abs(low) < 1e15
      && finite.allSatisfy { $0 == $0.rounded() }
    isOfWholeNumbers = isWhole
    if isWhole {
      edges = (0...Int(high - low) + 1).map { low - 0.5 + Double($0) }
    } else if let bins {
      edges = Histogram.equalEdges(from: low, to: high, count: max(1, min(200, bins)))
    } else {
      edges = Histogram.roundEdges(of: finite, count: Histogram.binCount(of: finite))
    }
    var counts = [Int](repeating: 0, count: edges.count - 1)
    var bin = 0
    for value in finite {
      while bin < counts.count - 1 && value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    self.edges = edges
    self.counts = counts
  }

  /// From 5 to 60 bins for `sorted` numbers.
  private static func binCount(of sorted: [Double]) -> Int {
    let count = sorted.count
    let spread = sorted[count * 3 / 4] - sorted[count / 4], range = sorted[count - 1] - sorted[0]
    let sturges = Int.bitWidth - count.leadingZeroBitCount
    guard spread > 0, spread.isFinite, range.isFinite else { return max(5, min(60, sturges)) }
    let bins = (range / (2 * spread) * Decade.power(Decade.logarithm(Double(count)) / 3)).rounded(.up)
    return max(5, Int(min(60, bins)))
  }

  /// The edges of `count` equal bins.
  private static func equalEdges(from low: Double, to high: Double, count: Int) -> [Double] {
    let range = low < high ? AxisRange(low, high) : AxisRange(low - 0.5, high + 0.5)
    return (0..<count).map { range.lower + Double($0) * (range.width / Double(count)) } + [range.upper]
  }

  /// The multiples of a round number around `sorted` numbers that make the number of bins nearest to `count`.
  private static func roundEdges(of sorted: [Double], count: Int) -> [Double] {
    let range = AxisRange(sorted[0], sorted[sorted.count - 1])
    let ideal = range.upper / Double(count) - range.lower / Double(count)
    let exponent = Int(Decade.logarithm(ideal).rounded(.down))
    var best: (first: Double, last: Double, step: Decimal, distance: Int)?
    for power in exponent - 1...exponent + 1 {
      for mantissa in [1, 2, 5] {
        let step = Decimal(mantissa: mantissa, exponent: power)
        let first = step.quotient(range.lower).rounded(.down)
        let last = max(first + 1, step.quotient(range.upper).rounded(.up))
        guard abs(first) < 1e15, abs(last) < 1e15, last - first <= 400 else { continue }
        let distance = abs(Int(last - first) - count)
        if best.map({ distance < $0.distance }) ?? true { best = (first, last, step, distance) }
      }
    }
    guard let best else {
      return (0...count).map { range.value(at: Double($0) / Double(count)) }
    }
    // Where each bin holds one number, its lower edge, the greatest number needs one, too.
    let areOnEdges = sorted.allSatisfy { best.step.quotient($0) == best.step.quotient($0).rounded() }
    let further = best.step.quotient(range.upper) + 1
    let last = areOnEdges && best.step.multiple(Int(further)) <= 1e300 ? max(best.last, further) : best.last
    return (Int(best.first)...Int(last)).map { best.step.multiple($0) }
  }

  /// A step of a small number times a power of ten.
  private struct Decimal {
    var mantissa: Int
    var exponent: Int

    private var isFraction: Bool { exponent < 0 && exponent > -300 }

    func quotient(_ value: Double) -> Double {
      let scaled = isFraction ? value * Decade.power(-exponent) : value / Decade.power(exponent)
      let quotient = scaled / Double(mantissa)
      // A number that misses a multiple by rounding only is on it.
      let whole = quotient.rounded()
      return abs(quotient - whole) < 1e-9 * max(1, abs(whole)) ? whole : quotient
    }

    /// Divides by the power where it is whole, so that 3 steps of 0.1 are 0.3.
    func multiple(_ count: Int) -> Double {
      let whole = Double(count) * Double(mantissa)
      return isFraction ? whole / Decade.power(-exponent) : whole * Decade.power(exponent)
    }
  }
}

extension Histogram: MarkContent {
  var subject: Phrase { .histogram }

  func draw(on canvas: inout PlotCanvas) {
    let bars = counts.indices.filter { counts[$0] > 0 }.map { bin in
      let upper = canvas.place(PlanePoint(edges[bin], Double(counts[bin])))
      let lower = canvas.place(PlanePoint(edges[bin + 1], 0))
      return DrawingRect(x: upper.x, y: upper.y, width: lower.x - upper.x, height: lower.y - upper.y).corners
    }
    canvas.fillBars(bars)
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), total > omitted else {
      return words(.noValues)
    }
    let all = words.fill(.valueCount, isOne: total == 1, ["\(total)"])
    let values = omitted > 0 ? words(.notFinite, all, "\(omitted)") : all
    let bins = isOfWholeNumbers ? words(.binOfEach) : words(.binCount, "\(counts.count)")
    return [values, bins, words(.most, "\(counts[most])", place(most, words))].joined(separator: ", ")
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    if isOfWholeNumbers {
      return DataTable(
        title: words(.counts), header: [x.name(or: words(.number)), words(.count)],
        rows: counts.indices.map { [NumberText.short(edges[$0] + 0.5), "\(counts[$0])"] })
    }
    return DataTable(
      title: words(.bins), header: [words(.from), words(.to), words(.count)],
      rows: counts.indices.map { bin in
        [NumberText.short(edges[bin]), NumberText.short(edges[bin + 1]), "\(counts[bin])"]
      })
  }

  private func place(_ bin: Int, _ words: Words) -> String {
    if isOfWholeNumbers { return words(.atNumber, NumberText.three(edges[bin] + 0.5)) }
    return words(.fromTo, NumberText.three(edges[bin]), NumberText.three(edges[bin + 1]))
  }
}
