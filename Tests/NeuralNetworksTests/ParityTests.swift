import NeuralNetworks
import Tensors
import Testing

/// What PyTorch and NumPy compute, to 1e-12 of the largest magnitude.
@Suite struct ParityTests {
  @Test(arguments: Parity.cases(Parity.activations))
  func outputsOfDenseNets(parity: Parity.Case) throws {
    let net = try ParityNet(parity)
    expectParity(
      net.graph.evaluate(net.output, rows: try parity.tensor("x")), try parity.tensor("output"), "output")
  }
}
