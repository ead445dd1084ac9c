import Tensors

/// A training that has not run yet: a net, its data, and how it learns.
///
/// Everything is known before the first step: what it costs, the memory it takes.
public struct Training: Sendable {
  /// The net as given.
  public let graph: Graph
  /// Its result for one example.
  public let output: Graph.Node
  /// What it learns from.
  public let examples: Examples
  /// What it is judged by after each epoch.
  public let validation: Examples?
  /// How it learns.
  public let method: Method
  /// One step on a full batch, on the short one at the end of an epoch, and the loss of the validation rows.
  let full: BatchGraph
  let last: BatchGraph?
  let judge: BatchGraph?

  /// Prepares a training.
  ///
  /// - Precondition: there is an example.
  /// - Throws: `TrainingProblem` where net, loss and data do not fit, or the net has no gradient.
  public init(
    graph: Graph, output: Graph.Node, examples: Examples, validation: Examples? = nil, method: Method
  ) throws(TrainingProblem) {
    precondition(examples.count > 0, "no examples")
    self.graph = graph
    self.output = output
    self.examples = examples
    self.validation = validation.flatMap { $0.count > 0 ? $0 : nil }
    self.method = method
    let rows = max(1, min(method.batch ?? examples.count, examples.count))
    full = try BatchGraph(graph, output, examples, rows: rows, method, learns: true)
    let rest = examples.count % rows
    last = rest == 0 ? nil : try BatchGraph(graph, output, examples, rows: rest, method, learns: true)
    if let validation = self.validation {
      judge = try BatchGraph(graph, output, validation, rows: validation.count, method, learns: false)
    } else {
      judge = nil
    }
  }

  /// The number of operations of its steps and its judgement.
  public var operationCount: Int { [full, last, judge].reduce(0) { $0 + ($1?.graph.count ?? 0) } }

  /// The number of updates in one epoch.
  public var stepsPerEpoch: Int { examples.count / full.rows + (last == nil ? 0 : 1) }

  /// Examples and what the net should give for them.
  public struct Examples: Sendable {
    /// The inputs, a row an example: `[m]` + the net's input shape.
    public let inputs: Tensor
    /// The targets: `[m]` or `[m, k]`.
    public let targets: Tensor

    /// Makes examples.
    /// - Precondition: both have as many rows.
    public init(inputs: Tensor, targets: Tensor) {
      precondition(inputs.shape.sizes.first == targets.shape.sizes.first, "rows differ")
      self.inputs = inputs
      self.targets = targets
    }

    /// The number of examples.
    public var count: Int { inputs.shape.sizes[0] }

    /// Returns the examples from one index up to another.
    public func part(_ indices: Range<Int>) -> Examples {
      func rows(_ tensor: Tensor) -> Tensor {
        let row = tensor.shape.droppingFirst()
        return Tensor(
          row.prefixed(by: indices.count),
          Array(tensor.elements[indices.lowerBound * row.count..<indices.upperBound * row.count]))
      }
      return Examples(inputs: rows(inputs), targets: rows(targets))
    }
  }

  /// How the net learns.
  public struct Method: Sendable {
    /// What is made small.
    public var loss: Loss
    /// What a step does.
    public var optimizer: Optimizer
    /// The number of passes over the data.
    public var epochs: Int
    /// The rows of one step; nil for all.
    public var batch: Int?
    /// The factor of Σ|w| over the weights that is added to what is minimised; a weight that it brings to the other
    /// side of 0 becomes 0 and stays there.
    ///
    /// Source: `updateWeights` of tensorflow/playground; J. Langford et al., Sparse online learning via truncated
    /// gradient, 2009.
    public var l1 = 0.0
    /// The factor of ½·Σw² over the weights that is added to what is minimised.
    public var l2 = 0.0
    /// Whether weights decay; biases never do, save by the decay of `adamw`.
    var decays: Bool { l1 != 0 || l2 != 0 }
    /// When to stop early.
    public var stop: EarlyStop?
    /// The random order of the examples: epoch k (from 1) is draw k of this stream; nil for the order of the data.
    public var order: RandomStream?
    /// The random numbers of the dropout layers: step k (from 1) is draw k of this stream.
    public var dropout: RandomStream
    /// The width of the numbers.
    public var precision: Precision

    /// Makes a method that goes through all rows at once, in their order.
    public init(
      loss: Loss, optimizer: Optimizer, epochs: Int, precision: Precision = .float64,
      dropout: RandomStream
    ) {
      self.loss = loss
      self.optimizer = optimizer
      self.epochs = epochs
      self.precision = precision
      self.dropout = dropout
    }
  }

  /// When a training ends before its last epoch.
  public enum EarlyStop: Sendable, Hashable {
    /// After the first epoch with a loss below this.
    case below(Double)
    /// After this many epochs without a smaller loss: of the validation rows, where there are any.
    case patience(Int)
  }

  /// Where a training stands after an epoch.
  public struct Progress: Sendable {
    /// The epochs done.
    public let epoch: Int
    /// The loss of the last one.
    public let loss: Double
  }

  /// What a training leaves.
  public struct Result: Sendable {
    /// Why a training ended.
    public enum End: Sendable, Hashable {
      /// After the last epoch.
      case epochs
      /// The loss fell below the bound.
      case below(Double)
      /// The loss did not fall for so many epochs.
      case patience(Int)
      /// The user asked for it.
      case interrupted
      /// The loss became NaN or infinite in this step (from 1); `parameter` has the gradient that did first, or
      /// the largest, and `size` is its largest magnitude.
      case diverged(step: Int, parameter: Graph.Node?, size: Double)
      /// The loss stayed small, and yet this parameter grew without end; `size` is its largest magnitude.
      case outgrown(parameter: Graph.Node, size: Double)
    }

    /// The net after the last update.
    public let graph: Graph
    /// The mean loss of each epoch's batches before their own update, without l1 and l2.
    public let losses: [Double]
    /// The loss of the validation rows after each epoch; empty without any.
    public let validationLosses: [Double]
    /// The number of updates.
    public let steps: Int
    /// Why it ended.
    public let end: End

    /// The number of whole epochs.
    public var epochs: Int { losses.count }
  }
}
