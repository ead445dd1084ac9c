import NeuralNetworks
import Tables
import Tensors

/// How the outputs of a net are read as labels.
///
/// One output decides between two labels: for the upper one above a border. Of several outputs the largest wins, the
/// first of equal ones, and classes count from 0. An output that is no number decides nothing.
public struct DecisionRule: Sendable, Hashable {
  /// The label below the border: 0, or −1.
  public let lowLabel: Double
  /// What an output must be above to mean the label 1.
  public let border: Double
  /// What the labels 0, 1, … are called; empty for numbers.
  public let classNames: [String]

  /// The two labels between which one output decides.
  public var labels: [Double] { [lowLabel, 1] }

  /// The label that one output decides for; NaN where it is NaN.
  public func label(of output: Double) -> Double {
    output.isNaN ? .nan : output > border ? 1 : lowLabel
  }

  /// The class of the largest of several outputs; NaN where one is NaN.
  public static func largest(of outputs: ArraySlice<Double>) -> Double {
    if outputs.contains(where: \.isNaN) { return .nan }
    let best = outputs.indices.reduce(outputs.startIndex) { outputs[$1] > outputs[$0] ? $1 : $0 }
    return Double(best - outputs.startIndex)
  }

  /// What a label is called: the name of its class, or the number.
  public func name(of label: Double) -> String {
    Int(exactly: label).flatMap { classNames.indices.contains($0) ? classNames[$0] : nil } ?? label.text()
  }
}

extension DecisionRule {
  /// The rule of a net that never learned: as the labels of the table beside it say, otherwise 0 up to ½ and 1 above.
  public init(for table: Table?) {
    lowLabel = table?.Y.elements.contains(-1) == true ? -1 : 0
    border = (lowLabel + 1) / 2
    classNames = table?.outputClassNames ?? []
  }

  /// The rule that a net takes from the labels it learned and the loss; nil where the targets are no labels.
  public init?(learnedFrom table: Table, with loss: Loss) {
    guard let low = Self.lowLabel(of: table, loss) else { return nil }
    lowLabel = low
    border = loss.border(between: low, and: 1, count: table.outputs.count)
    classNames = table.outputClassNames
  }

  private static func lowLabel(of table: Table, _ loss: Loss) -> Double? {
    switch loss.targets {
    case .zeroAndOne, .labels: return 0
    case .signs: return -1
    case .values: break
    }
    let targets = zip(table.Y.elements, table.dontCare).filter { !$1 }.map(\.0)
    guard let least = targets.min(), let greatest = targets.max(), least < 1 else { return nil }
    if greatest > 1 {
      let areClasses = table.outputs.count == 1 && targets.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
      return areClasses ? 0 : nil
    }
    return least >= 0 ? 0 : least >= -1 ? -1 : nil
  }
}

extension Net {
  /// How its outputs are read beside a table: as it learned it, or as the table says.
  public func decisionRule(beside table: Table?) -> DecisionRule { learnedRule ?? DecisionRule(for: table) }
}

extension Table {
  /// What the labels 0, 1, … of the only output are called.
  fileprivate var outputClassNames: [String] { outputs.count == 1 ? classNames[outputs[0]] ?? [] : [] }
}

extension Loss {
  /// Where a prediction costs as much whichever of two labels is the target: 0 for raw outputs and for signs, ½ for
  /// probabilities.
  ///
  /// Tried are the middle of the labels and 0; a loss that is even at neither is read at the middle.
  fileprivate func border(between low: Double, and high: Double, count: Int) -> Double {
    let middle = (low + high) / 2
    return [middle, 0].first { prediction in
      guard let a = value(prediction, target: low, count: count),
        let b = value(prediction, target: high, count: count)
      else { return false }
      return (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude)
    } ?? middle
  }

  /// The loss of one row in which all predictions are alike, and all targets.
  private func value(_ prediction: Double, target: Double, count: Int) -> Double? {
    let shape: Shape = count == 1 ? [1] : [1, count]
    var graph = Graph(inputShape: shape)
    let targets = graph.addInput(shape)
    guard case .success(let node) = build(&graph, graph.input, targets), graph.shape(of: node).isScalar else {
      return nil
    }
    let row = [prediction, target].map { Tensor(repeating: $0, shape) }
    return graph.evaluate([node], inputs: row)[0].scalar
  }
}
