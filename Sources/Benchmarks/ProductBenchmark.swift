import NeuralNetworks
import Tensors

extension Benchmark {
  /// Matrix products in float32 of the sizes that the peers take.
  static let gemm = Benchmark(task: .gemm) { effort in
    let squares = (effort == .full ? [16, 64, 128, 256, 512, 1024] : [16]).map { ($0, $0, $0) }
    return try (squares + [(64, 784, 128)]).map { rows, inner, columns in
      let program = try product(rows, inner, columns)
      let work = 2 * Double(rows * inner * columns)
      let repeats = effort == .full ? max(3, Int(4e8 / work)) : 1
      let time = Stopwatch.median(of: effort == .full ? 15 : 1) {
        for _ in 0..<repeats { program.run() }
      }
      return Measurement(
        .gemm, "\(rows)x\(inner)x\(columns)", dtype: "f32", metric: "GFLOP/s",
        value: work * Double(repeats) / time / 1e9)
    }
  }

  private static func product(_ rows: Int, _ inner: Int, _ columns: Int) throws -> CompiledGraph {
    var random = Congruential(seed: 1)
    var graph = Graph(inputShape: [rows, inner])
    let right = graph.addInput([inner, columns])
    let result = try graph.append(.matrixProduct, [graph.input, right]).get()
    let program = CompiledGraph(graph, results: [result], precision: .float32)
    for (node, count) in [(graph.input, rows * inner), (right, inner * columns)] {
      program.write((0..<count).map { _ in random.next() }, to: node)
    }
    return program
  }
}
