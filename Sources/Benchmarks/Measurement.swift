import Foundation

/// One figure: a JSON line, of ours and of the peers alike.
struct Measurement: Sendable, Codable {
  /// The row of the speed table.
  var task: String
  /// Who was measured, with the variant: `nnb`, `C gcc own tanh warm`.
  var peer: String
  /// The width of the numbers, `f32` or `f64`, where that matters.
  var dtype: String?
  /// The unit of the value, such as `us/step`.
  var metric: String
  /// The figure.
  var value: Double
  /// The loss in the end, which shows a wrong or short run.
  var loss: Double?
  /// The sum of the outputs, for the same purpose.
  var sum: Double?

  /// Makes a figure of ours.
  init(
    _ task: Benchmark.Task, _ variant: String = "", dtype: String? = nil, metric: String, value: Double,
    loss: Double? = nil, sum: Double? = nil
  ) {
    self.task = task.rawValue
    peer = variant.isEmpty ? "nnb" : "nnb " + variant
    self.dtype = dtype
    self.metric = metric
    self.value = value
    self.loss = loss
    self.sum = sum
  }

  /// The JSON line.
  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Reads the JSON lines in a program's output; other lines are passed over.
  static func lines(in output: String) throws -> [Measurement] {
    try output.split(separator: "\n").filter { $0.hasPrefix("{") }
      .map { try JSONDecoder().decode(Measurement.self, from: Data($0.utf8)) }
  }
}

extension Sequence<Double> {
  /// The middle value; the upper of two.
  /// - Precondition: there is one.
  var median: Double {
    let sorted = sorted()
    return sorted[sorted.count / 2]
  }
}
