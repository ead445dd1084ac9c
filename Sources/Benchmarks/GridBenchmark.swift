import NeuralNetworks
import Tensors

/// The 300 × 300 places and the weights that the peers make from sines.
private enum Grid {
  static let side = 300
  static let units = 8

  /// The places, a row each, x fastest.
  static func rows(side: Int) -> Tensor {
    let places = (0..<side).map { -1 + 2 * Double($0) / Double(side - 1) }
    let elements = places.flatMap { y in places.flatMap { x in [x, y] } }
    return Tensor([side * side, 2], elements)
  }

  /// The parameters in the order of the layers.
  static func parameters() -> [Tensor] {
    // Sines of step·(i + 1) + offset for i from 0.
    func sines(_ count: Int, step: Double = 1, offset: Double = 0) -> [Double] {
      (1...count).map { Mathematics.sin(step * Double($0) + offset) }
    }
    let first = (sines(units) + sines(units, step: 2)).map { 2 * $0 }
    return [
      Tensor([2, units], first), Tensor(sines(units, step: 3)),
      Tensor([units, units], sines(units * units, offset: 10)), Tensor(sines(units, step: 5)),
      Tensor([units, 1], sines(units, step: 7)), Tensor([0.1]),
    ]
  }
}

extension Benchmark {
  /// The outputs of a net of two hidden layers everywhere in a plane.
  static let grid = Benchmark(task: .grid) { effort in
    let rows = Grid.rows(side: effort == .full ? Grid.side : 10)
    let (net, output) = try DenseNet.graph([.tanh, .tanh, .sigmoid], Grid.parameters())
    return Precision.allCases.map { precision in
      var outputs: [Double] = []
      let time = Stopwatch.median(of: effort == .full ? 101 : 1) {
        outputs = net.evaluate(output, rows: rows, precision: precision).elements
      }
      let sum = outputs.reduce(0, +)
      return Measurement(.grid, dtype: precision.dtype, metric: "ms", value: time * 1e3, sum: sum)
    }
  }
}
