/// Finds the points that draw the graph of a function.
public enum CurveSampling {
  /// The graph of a function from `a` to `b`: 401 points, more where it bends or jumps.
  ///
  /// `evaluate` gets numbers in at most 25 batches, at most 3,000 in all; what it leaves out is NaN. Points that are
  /// no numbers part the graph: where there is no value, and at each jump and pole. The numbers on both sides of a
  /// jump are at most 1e−14 of the width apart while there are no more than ten of them, and the function is asked for
  /// its value there, at the roundest number between. On a logarithmic axis
  /// numbers are spread, and bends seen, as they are drawn.
  /// - Throws: what `evaluate` throws.
  public static func adaptive<Failure: Error>(
    from a: Double, to b: Double, log: LogAxes = .none,
    evaluate: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> FunctionGraph {
    var graph = SampledGraph(AxisRange(a, b), log: log)
    func ask(_ numbers: [Double]) throws(Failure) -> [PlanePoint] {
      guard !numbers.isEmpty else { return [] }
      let values = try evaluate(numbers)
      return numbers.indices.map { PlanePoint(numbers[$0], $0 < values.count ? values[$0] : .nan) }
    }
    graph.insert(try ask(graph.evenNumbers))
    for _ in 0..<SampledGraph.bendRounds { graph.insert(try ask(graph.numbersAtBends)) }
    var jumps = graph.steepPieces
    for _ in 0..<jumps.rounds {
      let numbers = jumps.numbers(on: graph.x)
      if numbers.isEmpty { break }
      jumps.narrow(with: try ask(numbers), graph)
    }
    graph.insert(jumps.ends)
    let places = graph.jumps(jumps)
    let values = try ask(places.map(\.x)).map(\.y)
    return FunctionGraph(
      points: graph.parted(at: jumps),
      jumps: zip(places, values).map { CurveJump(x: $0.x, left: $0.left, right: $0.right, value: $1) })
  }
}
