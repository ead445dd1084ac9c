/// A network of threshold units with at most one hidden layer.
public struct ThresholdNetwork: Sendable, Hashable {
  /// What the units may be.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// The output is any threshold unit of the hidden units.
    case free
    /// The output may see the inputs, too.
    case skips
    /// The output is OR: each hidden unit fires in some of the rows that give 1 and in no other.
    case orOfUnits
  }

  /// The hidden units; none where the output alone is enough.
  public let hidden: [ThresholdFunctions.Unit]
  /// The output: the weights of the hidden units, and then of the inputs where it sees them.
  public let output: ThresholdFunctions.Unit

  /// Makes a network.
  public init(hidden: [ThresholdFunctions.Unit], output: ThresholdFunctions.Unit) {
    self.hidden = hidden
    self.output = output
  }

  /// How many units it has, the output included.
  public var unitCount: Int { hidden.count + 1 }

  /// Returns whether it fires.
  public func callAsFunction(_ inputs: [Int]) -> Bool {
    let codes = hidden.map { $0(inputs) ? 1 : 0 }
    return output(output.weights.count == codes.count ? codes : codes + inputs)
  }
}

extension SumOfProducts {
  /// The lecture's network: an AND unit for each term, w = ±1 and T = ones − ½, and an OR unit with T = ½.
  public var network: ThresholdNetwork {
    let hidden = terms.map { term in
      var weights = [Int](repeating: 0, count: inputCount)
      for literal in term.literals(inputCount: inputCount) {
        weights[literal.input] = literal.isPositive ? 1 : -1
      }
      return ThresholdFunctions.Unit(
        weights: weights, threshold: Double(term.values.nonzeroBitCount) - 0.5)
    }
    let output = ThresholdFunctions.Unit(weights: Array(repeating: 1, count: terms.count), threshold: 0.5)
    return ThresholdNetwork(hidden: hidden, output: output)
  }
}
