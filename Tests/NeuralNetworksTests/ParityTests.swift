import NeuralNetworks
import Tensors
import Testing

/// What PyTorch and NumPy compute, to 1e-12 of the largest magnitude.
@Suite struct ParityTests {
  @Test(arguments: Parity.cases(Parity.activations) + Parity.cases(Parity.layers))
  func valuesAndGradients(parity: Parity.Case) throws {
    let net = try ParityNet(parity)
    let x = try parity.tensor("x"), y = try parity.tensor("y")
    expectParity(net.graph.evaluate(net.output, rows: x), try parity.tensor("output"), "output")

    let batch = net.graph.batched(rows: x.shape.sizes[0])
    var graph = batch.graph
    let targets = graph.addInput(y.shape)
    let loss = try #require(Loss.named(try parity.words("loss")))
    let value = try loss.build(&graph, batch[net.output], targets).get()
    let parameters = graph.parameters(of: value)
    let slopes = try graph.gradient(of: value, by: parameters + [batch[net.graph.input]])
    var results = graph.evaluate([value] + slopes, inputs: [x, y])

    expectParity(results.removeFirst(), try parity.tensor("value"), "loss")
    expectParity(results.removeLast(), try parity.tensor("dx"), "gradient by the inputs")
    for (i, result) in results.enumerated() {
      expectParity(result, try parity.tensor("d\(i + 1)"), "gradient by parameter \(i + 1)")
    }
  }

  @Test(arguments: Parity.cases(Parity.optimizers), [true, false])
  func optimizers(parity: Parity.Case, fuses: Bool) throws {
    let net = try ParityNet(parity)
    let kind = try #require(Optimizer.Kind.named(try parity.words("optimizer")))
    var method = Training.Method(
      loss: try #require(Loss.named(try parity.words("loss"))),
      optimizer: Optimizer(kind, try parity.tensor("numbers").elements), epochs: 20,
      dropout: RandomStream(seed: 0, path: "", draw: 0))
    method.l1 = try #require(try parity.tensor("l1").scalar)
    method.l2 = try #require(try parity.tensor("l2").scalar)
    let training = try Training(
      graph: net.graph, output: net.output,
      examples: Training.Examples(inputs: try parity.tensor("x"), targets: try parity.tensor("y")),
      method: method)
    for steps in [1, 2, 20] {
      let graph = training.run(until: steps, fuses: fuses).graph
      for (i, node) in graph.parameters.enumerated() {
        let ours = try #require(graph.constant(at: node))
        expectParity(
          ours, try parity.tensor("p\(i + 1)@\(steps)"), "parameter \(i + 1) after \(steps) steps")
      }
    }
  }
}
