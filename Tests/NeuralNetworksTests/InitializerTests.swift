import NeuralNetworks
import Tensors
import Testing

private let stream = RandomStream(seed: 1, path: "W", draw: 0)

@Test(
  "the bounds are PyTorch's: inputs and outputs of a vector, a matrix and convolution weights",
  arguments: [
    ([600], 6.0 / 601, 6.0 / 600), ([20, 30], 6.0 / 50, 6.0 / 20),
    ([5, 5, 4, 6], 6.0 / (100 + 150), 6.0 / 100),
  ] as [(Shape, Double, Double)])
func bounds(_ shape: Shape, _ xavier: Double, _ he: Double) {
  for (initializer, square) in [(Initializer.xavier, xavier), (.he, he)] {
    let tensor = initializer.tensor(shape, stream)
    let bound = square.squareRoot()
    #expect(tensor.shape == shape)
    #expect(tensor.elements.allSatisfy { $0.magnitude < bound })
    #expect(tensor.elements.contains { $0 > 0.98 * bound } && tensor.elements.contains { $0 < -0.98 * bound })
  }
}

@Test("uniform and normal numbers are the stream's, moved and scaled")
func givenDistributions() {
  let indices = 0..<6
  #expect(
    Initializer.uniform(-1, 3).tensor([2, 3], stream).elements
      == indices.map { stream.uniform($0, from: -1, to: 3) })
  #expect(
    Initializer.normal(2, 0.5).tensor([2, 3], stream).elements == indices.map { 2 + 0.5 * stream.normal($0) })
}

@Test("constants fill every shape, and a shape without elements stays empty")
func fixedStarts() {
  #expect(Initializer.zeros.tensor([2, 2], stream) == Tensor(repeating: 0, [2, 2]))
  #expect(Initializer.constant(0.1).tensor(.scalar, stream) == Tensor(0.1))
  #expect(Initializer.xavier.tensor([0, 3], stream) == Tensor([0, 3], []))
  #expect(Initializer.he.tensor(.scalar, stream).elements[0].magnitude < 2.45)
}

@Test("the formulas carry the numbers", arguments: [("uniform", "U(-1, 0.5)"), ("normal", "N(0, 2^2)")])
func formulas(_ name: String, _ formula: String) {
  let all = Initializer.all + [.uniform(-1, 0.5), .normal(0, 2)]
  #expect(all.first { $0.name == name }?.formula == formula)
  #expect(Initializer.named("he")?.name == "he")
}
