import Tensors

/// What training makes small: a number from predictions and targets.
public struct Loss: Sendable {
  /// What the net must give for the loss to make sense.
  public enum Predictions: String, Sendable, Hashable {
    /// Any numbers.
    case values
    /// Numbers from 0 to 1.
    case probabilities
    /// Raw outputs, to which the loss itself applies sigmoid or softmax.
    case logits
  }

  /// What the targets are.
  public enum Targets: String, Sendable, Hashable {
    /// Any numbers.
    case values
    /// 0 and 1.
    case zeroAndOne
    /// −1 and 1.
    case signs
    /// Class labels 0 … k−1, one a row.
    case labels
  }

  /// The name in the language, such as `bce`.
  public let name: String
  /// One line that says what it is.
  public let summary: String
  /// The formula in TeX, with predictions p (or raw outputs z) and targets y.
  public let formula: String
  /// Where it was published; empty for a function of the notebook.
  public let source: String
  /// What it takes as predictions.
  public let predictions: Predictions
  /// What it takes as targets.
  public let targets: Targets
  /// Adds the loss to a graph: a number from predictions `[m]` or `[m, k]` and targets of the same shape, or
  /// labels `[m]`.
  public let build: Build

  /// What adds a loss to a graph.
  public typealias Build =
    @Sendable (_ graph: inout Graph, _ predictions: Graph.Node, _ targets: Graph.Node) -> Result<
      Graph.Node, ShapeProblem
    >

  /// Makes a loss.
  public init(
    _ name: String, summary: String, formula: String, source: String = "",
    predictions: Predictions = .values, targets: Targets = .values,
    build: @escaping Build
  ) {
    self.name = name
    self.summary = summary
    self.formula = formula
    self.source = source
    self.predictions = predictions
    self.targets = targets
    self.build = build
  }

  /// The loss that a function of the notebook is, which knows nothing of predictions and targets.
  ///
  /// It is written in the language: who trains with it gives what builds it.
  public static func ofNotebook(_ name: String, build: Build? = nil) -> Loss {
    Loss(name, summary: "the function \(name) of predictions and targets", formula: "") {
      graph, predictions, targets in
      build?(&graph, predictions, targets)
        ?? .failure(ShapeProblem("the function \(name) is known to the notebook only"))
    }
  }
}
