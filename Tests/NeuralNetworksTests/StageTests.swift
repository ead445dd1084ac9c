import NeuralNetworks
import Tensors
import Testing

@Test("a convolution is a cross-correlation with zeros around the picture")
func convolution() throws {
  var graph = Graph(inputShape: [3, 3, 1])
  let windows = graph.parameter(Tensor([2, 2, 1, 2], [1, 0, 2, 0, 3, 0, 4, 1]))
  let plain = try graph.convolution(graph.input, windows).get()
  let padded = try graph.convolution(graph.input, windows, stride: 2, pad: 1).get()
  let biased = try graph.biased(plain, by: graph.parameter(Tensor([100, 200]))).get()
  let picture = Tensor([3, 3, 1], (1...9).map(Double.init))
  let values = graph.evaluate([plain, padded, biased], inputs: [picture])
  #expect(values[0] == Tensor([2, 2, 2], [37, 5, 47, 6, 67, 8, 77, 9]))
  #expect(values[1] == Tensor([2, 2, 2], [4, 1, 18, 3, 36, 7, 77, 9]))
  #expect(values[2] == Tensor([2, 2, 2], [137, 205, 147, 206, 167, 208, 177, 209]))
}

@Test("pooling takes the largest element or the mean of each window")
func pooling() throws {
  var graph = Graph(inputShape: [2, 4, 1])
  let largest = try graph.pool(graph.input, .max, window: 2, stride: 2).get()
  let mean = try graph.pool(graph.input, .mean, window: 2, stride: 1).get()
  let flat = graph.flattened(mean)
  let picture = Tensor([2, 4, 1], [1, 5, 2, 2, 3, 0, 8, -4])
  let values = graph.evaluate([largest, mean, flat], inputs: [picture])
  #expect(
    values == [Tensor([1, 2, 1], [5, 8]), Tensor([1, 3, 1], [2.25, 3.75, 2]), Tensor([2.25, 3.75, 2])])
}

@Test("an embedding fetches rows, and its gradient adds up where an index comes twice")
func embedding() throws {
  var graph = Graph(inputShape: [3])
  let table = graph.parameter(Tensor([4, 2], (1...8).map(Double.init)))
  let rows = try graph.embedding(graph.input, table).get()
  let weights = graph.constant(Tensor([3, 2], [1, 2, 10, 20, 100, 200]))
  let sum = graph.appending(.sum(.all), [graph.appending(.multiply, [rows, weights])])
  let gradient = try graph.gradient(of: sum, by: [table])
  let values = graph.evaluate([rows] + gradient, inputs: [Tensor([2, 0, 2])])
  #expect(values[0] == Tensor([3, 2], [5, 6, 1, 2, 5, 6]))
  #expect(values[1] == Tensor([4, 2], [10, 20, 0, 0, 101, 202, 0, 0]))
  let batch = graph.batched(rows: 2)
  let places = Tensor([2, 3], [0, 1, 2, 3, 3, 0])
  let together = batch.graph.evaluate([batch[rows]], inputs: [places])[0]
  #expect(together == Tensor([2, 3, 2], [1, 2, 3, 4, 5, 6, 7, 8, 7, 8, 1, 2]))
  // There is no row 4, none −1 and none between two rows.
  let outside = graph.evaluate(rows, example: Tensor([4, -1, 0.5]))
  #expect(outside.elements.filter(\.isNaN).count == 6)
}

@Test("dropout is the operand itself, and in training a product with a mask")
func dropout() throws {
  var graph = Graph(inputShape: [2])
  let weights = graph.parameter(Tensor([2, 2], [1, 2, 3, 4]))
  let hidden = graph.dropout(graph.appending(.matrixProduct, [graph.input, weights]), share: 0.75)
  let output = graph.appending(.sum(.all), [graph.dropout(hidden, share: 0.5)])
  #expect(graph.evaluate(output, example: Tensor([1, 1])) == Tensor(10))
  let batch = graph.batched(rows: 2)
  let trained = batch.graph.droppedOut()
  #expect(trained.masks.map(\.share) == [0.75, 0.5])
  #expect(trained.graph.inputs == [trained.graph.input] + trained.masks.map(\.input))
  #expect(trained.masks.map { trained.graph.shape(of: $0.input) } == [[2, 2], [2, 2]])
  let masks = [Tensor([2, 2], [4, 0, 0, 4]), Tensor([2, 2], [2, 2, 2, 0])]
  let values = trained.graph.evaluate(
    [trained[batch[output]]], inputs: [Tensor([2, 2], [1, 1, 1, 1])] + masks)
  #expect(values == [Tensor([32, 0])])
  #expect(trained.graph.parameters == [trained[batch[weights]]])
}

@Test("layers that do not fit say what would")
func stageProblems() {
  var graph = Graph(inputShape: [5, 5, 2])
  let flat = graph.flattened(graph.input)
  let grey = graph.appending(.reshape(to: [10, 5]), [flat])
  let windows = graph.constant(Tensor(repeating: 0, [3, 3, 2, 4]))
  let large = graph.constant(Tensor(repeating: 0, [8, 8, 2, 4]))
  let other = graph.constant(Tensor(repeating: 0, [3, 3, 1, 4]))
  func message(_ result: Result<Graph.Node, ShapeProblem>) -> String? {
    if case .failure(let problem) = result { problem.message.english } else { nil }
  }
  #expect(message(graph.convolution(graph.input, windows)) == nil)
  #expect(
    message(graph.convolution(flat, windows))
      == "a convolution takes a picture [height, width, channels], not [50]")
  #expect(message(graph.convolution(graph.input, large)) == "a window of 8×8 does not fit into 5×5")
  #expect(message(graph.convolution(graph.input, large, pad: 2)) == nil)
  #expect(message(graph.convolution(graph.input, other)) == "the picture has 2 channels, the windows have 1")
  #expect(
    message(graph.pool(graph.input, .max, window: 6, stride: 1)) == "a window of 6×6 does not fit into 5×5")
  #expect(message(graph.pool(grey, .mean, window: 2, stride: 2))?.hasSuffix("not [10, 5]") == true)
  #expect(message(graph.biased(graph.input, by: flat))?.contains("one number a channel") == true)
  #expect(message(graph.embedding(grey, grey)) == "an embedding takes a vector of indices, not [10, 5]")
}
