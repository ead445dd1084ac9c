import NeuralNetworks
import Tables
import Tensors

/// What a training is asked for, with everything resolved.
public struct TrainingPlan: Sendable {
  /// The rows that the net is judged by after each epoch.
  public enum Validation: Sendable {
    /// So many of the last rows of the data, which the net does not learn from.
    case last(Int)
    /// Those of another table.
    case table(Table)
  }

  /// The net as given.
  public let net: Net
  /// What it learns from.
  public let data: Table
  /// The rows that it is judged by.
  public let judgedBy: Validation
  /// The rows that it learns from.
  public let examples: Training.Examples
  /// The rows that it is judged by; nil where there are none.
  public let validation: Training.Examples?
  /// How it learns.
  public var method: Training.Method
  /// The function of the notebook that is made small; nil where the method's loss is one of the library.
  public let lossFunction: Function?
  /// Every how many epochs the loss is shown; nil for about ten lines.
  public let log: Int?
  /// How the outputs of the trained net are read; nil where the targets are no labels.
  public let learnedRule: DecisionRule?

  /// Makes a plan of rows that were parted already.
  public init(
    net: Net, data: Table, judgedBy: Validation,
    rows: (examples: Training.Examples, validation: Training.Examples?), method: Training.Method,
    lossFunction: Function?, log: Int?, learnedRule: DecisionRule?
  ) {
    self.net = net
    self.data = data
    self.judgedBy = judgedBy
    (examples, validation) = rows
    self.method = method
    self.lossFunction = lossFunction
    self.log = log
    self.learnedRule = learnedRule
  }

  /// Whether the order of the rows is drawn.
  public var isShuffled: Bool { method.order != nil }

  /// The net with other parameters, which remembers the labels it learns.
  public func trained(_ graph: Graph) -> Net {
    var copy = net
    copy.graph = graph
    copy.name = nil
    copy.learnedRule = learnedRule
    return copy
  }
}

extension TrainingPlan.Validation {
  /// Parts the examples of the data into those to learn from and those to be judged by; `others` are those of another
  /// table.
  /// - Precondition: some are left to learn from.
  public func parted(
    _ all: Training.Examples, _ others: Training.Examples?
  ) -> (examples: Training.Examples, validation: Training.Examples?) {
    switch self {
    case .last(0): (all, nil)
    case .last(let count):
      (all.part(0..<all.count - count), all.part(all.count - count..<all.count))
    case .table: (all, others)
    }
  }
}
