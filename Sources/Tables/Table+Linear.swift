import Tensors

extension Table {
  /// Draws `count` rows of y = x·w + b + ε with x from N(0, 1) and ε from N(0, noise²).
  ///
  /// A row's inputs are drawn in their order, then its ε, also where the noise is 0. The sum starts with the first
  /// product, then adds the others, b and ε.
  /// - Complexity: O(count · n) for n weights.
  public static func linear(
    name: String, weights: [Double], bias: Double, noise: Double, count: Int, _ stream: RandomStream
  ) -> Table {
    var draws = DrawSequence(stream)
    var inputs: [Double] = [], outputs: [Double] = []
    for _ in 0..<count {
      let x = weights.map { _ in draws.normal() }
      let products = zip(x, weights).map { $0 * $1 }
      outputs.append(products.dropFirst().reduce(products.first ?? 0, +) + bias + noise * draws.normal())
      inputs += x
    }
    return Table(
      name: name, inputs: (1...max(1, weights.count)).map { "x\($0)" }, outputs: ["y"],
      X: Tensor([count, weights.count], inputs), Y: Tensor([count, 1], outputs))
  }
}
