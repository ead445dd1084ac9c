/// Times pieces of work by the clock that only runs forward.
enum Stopwatch {
  /// Returns the seconds that `work` takes.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// Returns the middle one of the seconds that `repeats` runs of `work` take, after one that is not counted.
  static func median(of repeats: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    return try (0..<repeats).map { _ in try seconds(work) }.median
  }
}
