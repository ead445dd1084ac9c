import Tensors

/// How near the sums of a net's thresholds come to 0, compared with what they are made of.
public struct ThresholdMargins: Sendable {
  /// The net, with the margins added.
  public let graph: Graph
  /// The least |z|/size of all sums z that are not 0 themselves, a number.
  public let least: Graph.Node
  /// How many roundings a sum may have; times ε it bounds the margin of a sum whose sign rounding decides.
  public let roundings: Double
  fileprivate let sums: [(z: Graph.Node, margin: Graph.Node)]

  /// Returns the sum z of the least margin for one example.
  public func closestSum(on example: Tensor, precision: Precision) -> Double? {
    let nodes = sums.flatMap { [$0.z, $0.margin] }
    let values = graph.evaluate(
      nodes, rows: example.reshaped(example.shape.prefixed(by: 1)), precision: precision)
    let pairs = stride(from: 0, to: values.count, by: 2).flatMap {
      zip(values[$0].elements, values[$0 + 1].elements)
    }
    return pairs.min { $0.1 < $1.1 }?.0
  }
}

extension Graph {
  /// Returns the margins of the thresholds and comparisons that `output` needs; nil if it needs none, or if all
  /// decide in decimals.
  ///
  /// The size of a sum is the same sum of magnitudes: Σ|wᵢxᵢ| + |T| of Σwᵢxᵢ − T.
  public func thresholdMargins(of output: Node) -> ThresholdMargins? {
    var graph = self
    let sums = ancestors(of: [output]).compactMap { graph.thresholdSum($0) }
    guard !sums.isEmpty else { return nil }
    let sizes = graph.sizes(of: sums)
    var margins: [(z: Node, margin: Node)] = []
    for z in sums {
      guard let size = sizes[z] else { continue }
      let share = graph.quotient(graph.map(.abs, z), size)
      let isZero = graph.appending(.equal, [z, graph.number(0)])
      margins.append((z, graph.appending(.choice, [isZero, graph.number(1), share])))
    }
    let each = margins.map { margin in
      graph.shape(of: margin.margin).isScalar ? margin.margin : graph.appending(.min(.all), [margin.margin])
    }
    let least = graph.appending(.min(.all), [graph.appending(.stack(each.count), each)])
    let roundings = sums.map { 4 + Double(graph.cost(of: $0)) }.max() ?? 4
    return ThresholdMargins(graph: graph, least: least, roundings: roundings, sums: margins)
  }

  /// What a threshold looks at, where that depends on the input and may be rounded.
  private mutating func thresholdSum(_ node: Node) -> Node? {
    guard case .application(let operation, let operands) = contents[node.index],
      !operands.contains(where: isExact)
    else { return nil }
    var sum = operands[0]
    if operation.activation?.isThreshold != true {
      guard let difference = operation.comparedDifference,
        case .success(let node) = append(difference, operands)
      else { return nil }
      sum = node
    }
    return constant(at: sum) == nil ? sum : nil
  }

  private func isExact(_ node: Node) -> Bool {
    operation(at: node) == .exactNearZero
  }

  /// Adds for each of these nodes the size that it would have if nothing in it cancelled.
  private mutating func sizes(of nodes: [Node]) -> [Node: Node] {
    var sizes: [Node: Node] = [:]
    for node in ancestors(of: nodes) {
      guard case .application(let operation, let operands) = contents[node.index] else {
        sizes[node] = map(.abs, node)
        continue
      }
      let parts = operands.compactMap { sizes[$0] }
      switch operation.linearity {
      case .joint where operation == .negate, .first: sizes[node] = parts[0]
      case .joint where operation == .subtract || operation == .meet(.subtractFrom):
        sizes[node] = appending(.add, parts)
      case .joint, .inEach: sizes[node] = appending(operation, parts)
      case .inFirst: sizes[node] = appending(operation, [parts[0], map(.abs, operands[1])])
      case .none: sizes[node] = map(.abs, node)
      }
    }
    return sizes
  }
}
