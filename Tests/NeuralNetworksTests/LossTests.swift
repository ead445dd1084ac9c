import NeuralNetworks
import Tensors
import Testing

/// A loss of predictions and targets that are given.
private func value(_ loss: Loss, _ predictions: Tensor, _ targets: Tensor) throws -> (Double, Tensor) {
  var graph = Graph(inputShape: predictions.shape)
  let y = graph.addInput(targets.shape)
  let node = try loss.build(&graph, graph.input, y).get()
  let gradient = try graph.gradient(of: node, by: [graph.input])
  let values = graph.evaluate([node] + gradient, inputs: [predictions, targets])
  return (values[0].elements[0], values[1])
}

/// A loss with predictions and targets, and what its definition gives.
struct LossCase: Sendable, CustomTestStringConvertible {
  let loss: Loss
  let predictions: Tensor
  let targets: Tensor
  let value: Double
  var testDescription: String { loss.name }

  static let all: [LossCase] = [
    LossCase(loss: .mse, predictions: Tensor([1, 2, 4]), targets: Tensor([0, 4, 4]), value: 5.0 / 3),
    LossCase(loss: .halfMse, predictions: Tensor([1, 2, 4]), targets: Tensor([0, 4, 4]), value: 2.5 / 3),
    LossCase(
      loss: .mse, predictions: Tensor([2, 2], [1, 2, 3, 4]), targets: Tensor([2, 2], [0, 0, 0, 0]), value: 7.5
    ),
    LossCase(
      loss: .bce, predictions: Tensor([0.8, 0.4]), targets: Tensor([1, 0]),
      value: -(Mathematics.log(0.8) + Mathematics.log(0.6)) / 2),
    LossCase(loss: .bce, predictions: Tensor([0, 1]), targets: Tensor([1, 1]), value: 50),
    LossCase(
      loss: .bceLogits, predictions: Tensor([2, -3]), targets: Tensor([1, 1]),
      value: -(Mathematics.log(Mathematics.sigmoid(2)) + Mathematics.log(Mathematics.sigmoid(-3))) / 2),
    LossCase(loss: .bceLogits, predictions: Tensor([1000, -1000]), targets: Tensor([0, 0]), value: 500),
    LossCase(
      loss: .crossEntropy, predictions: Tensor([2, 3], [1, 2, 3, 0, 0, 0]), targets: Tensor([2, 0]),
      value: (Mathematics.log(1 + Mathematics.exp(-1) + Mathematics.exp(-2)) + Mathematics.log(3)) / 2),
    LossCase(
      loss: .crossEntropy, predictions: Tensor([1, 2], [1000, -1000]), targets: Tensor([1]), value: 2000),
    LossCase(loss: .hinge, predictions: Tensor([0.5, 2, -1]), targets: Tensor([1, 1, 1]), value: 2.5 / 3),
    LossCase(
      loss: .huber, predictions: Tensor([0.5, 3, -1]), targets: Tensor([0, 0, 0]),
      value: (0.125 + 2.5 + 0.5) / 3),
  ]
}

@Test("a loss has the value of its definition, a mean over all elements", arguments: LossCase.all)
func lossValues(_ example: LossCase) throws {
  let (result, _) = try value(example.loss, example.predictions, example.targets)
  #expect((result - example.value).magnitude <= 1e-14 * example.value)
}

@Test("the table of losses names each once")
func lossNames() {
  #expect(
    Loss.all.map(\.name) == ["mse", "half_mse", "bce", "bce_logits", "cross_entropy", "hinge", "huber"])
  #expect(Loss.all.allSatisfy { Loss.named($0.name)?.formula == $0.formula && !$0.source.isEmpty })
  #expect(Loss.named("bse") == nil)
}

@Test("bce has PyTorch's gradient (p − y)/max(p(1 − p), 1e−12), also at 0 and 1")
func bceGradient() throws {
  let (_, gradient) = try value(.bce, Tensor([0.25, 0, 1, 1]), Tensor([1, 1, 0, 1]))
  #expect(gradient == Tensor([-0.75 / 0.1875 / 4, -1e12 / 4, 1e12 / 4, 0]))
}

@Test("the kinks of hinge and huber have the published slopes")
func lossKinks() throws {
  #expect(try value(.hinge, Tensor([1]), Tensor([1])).1.elements == [0])
  #expect(try value(.huber, Tensor([1, -1, 0]), Tensor([0, 0, 0])).1 == Tensor([1.0 / 3, -1.0 / 3, 0]))
}

@Test(
  "a label that is not one of the outputs gives NaN, never another row's number",
  arguments: [-1, 3, 0.5, .nan])
func labelRange(_ label: Double) throws {
  let (result, _) = try value(.crossEntropy, Tensor([1, 3], [1, 2, 3]), Tensor([label]))
  #expect(result.isNaN)
}

@Test("predictions that do not fit their targets are told so, with what to do")
func lossShapes() {
  func problem(_ loss: Loss, _ predictions: Shape, _ targets: Shape) -> ShapeProblem? {
    var graph = Graph(inputShape: predictions)
    let y = graph.addInput(targets)
    guard case .failure(let problem) = loss.build(&graph, graph.input, y) else { return nil }
    return problem
  }
  #expect(
    problem(.bce, [4, 1], [4])
      == ShapeProblem(
        "the predictions are [4, 1], the targets [4]: a column against a vector",
        hint: "take the column: [:, 1]",
        operand: 0))
  #expect(problem(.mse, [4], [4, 1])?.operand == 1)
  #expect(problem(.mse, [4, 3], [4])?.hint?.english.contains("cross_entropy") == true)
  #expect(problem(.mse, [4], [5])?.message == "the predictions are [4], the targets [5]: 4 rows against 5")
  // As many targets as outputs are probabilities.
  #expect(problem(.crossEntropy, [4], [4]) == nil)
  #expect(problem(.crossEntropy, [4, 3], [4, 3]) == nil)
  #expect(problem(.crossEntropy, [4, 3], [4, 2]) != nil)
  #expect(problem(.crossEntropy, [4, 3], [5])?.message.english.contains("[4]") == true)
  #expect(problem(.mse, [0], [0])?.message == "[0] has no elements to take the mean of")
}
