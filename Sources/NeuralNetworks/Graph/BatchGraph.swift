import Tensors
import Wording

/// Why a net cannot be trained so.
public enum TrainingProblem: Error, Sendable, Hashable {
  /// The loss does not fit what the net gives and the targets.
  case loss(Message, hint: Message?)
  /// The loss gives more than one number.
  case lossShape(Shape)
  /// An operation on the way has no derivative.
  case derivative(DerivativeProblem)
  /// Nothing on the way to the result can be learned.
  case noParameters
  /// The loss is the same whatever the net gives.
  case lossWithoutNet
  /// A step or something like it stands between the loss and every parameter.
  case flatLoss
}

/// A net with its loss, and the gradient of it, for batches of so many rows.
struct BatchGraph: Sendable {
  /// The rows of a batch.
  let rows: Int
  let graph: Graph
  /// The inputs that a batch is written to.
  let inputs: Graph.Node
  let targets: Graph.Node
  /// The masks that are drawn for each step, with the share that they drop.
  let masks: [Graph.DroppedOut.Mask]
  /// The gradients by parameter; empty where nothing is learned.
  let gradients: [Graph.Node]
  let loss: Graph.Node

  /// Writes the graph.
  init(
    _ net: Graph, _ output: Graph.Node, _ examples: Training.Examples, rows: Int, _ method: Training.Method,
    learns: Bool
  ) throws(TrainingProblem) {
    self.rows = rows
    let batch = net.batched(rows: rows)
    let dropped = learns ? batch.graph.droppedOut() : nil
    var graph = dropped?.graph ?? batch.graph
    masks = dropped?.masks ?? []
    func copy(_ node: Graph.Node) -> Graph.Node { dropped?[batch[node]] ?? batch[node] }
    inputs = copy(net.input)
    targets = graph.addInput(Shape([rows] + examples.targets.shape.sizes.dropFirst()))
    var predictions = copy(output)
    // A single unit gives a number for each row.
    if net.shape(of: output) == [1] { predictions = graph.reshaped(predictions, [rows]) }
    switch method.loss.build(&graph, predictions, targets) {
    case .success(let node): loss = node
    case .failure(let problem): throw .loss(problem.message, hint: problem.hint)
    }
    guard graph.shape(of: loss).isScalar else { throw .lossShape(graph.shape(of: loss)) }
    if learns {
      let learned = graph.parameters(of: loss)
      guard !learned.isEmpty else {
        throw net.parameters(of: output).isEmpty ? .noParameters : .lossWithoutNet
      }
      guard graph.parametersWithoutGradient(of: loss).count < learned.count else { throw .flatLoss }
      do {
        gradients = try graph.gradient(of: loss, by: learned)
      } catch let problem {
        throw .derivative(problem)
      }
    } else {
      gradients = []
    }
    self.graph = graph
  }
}
