import Tensors

/// A layer of a net: what its units do with the layer before.
public struct UnitLayer: Sendable {
  /// The weights and thresholds of the units.
  public let units: [ThresholdUnit]
  /// What each unit does with its sum; nil where it is the result.
  public let function: Operation?
  /// The node of the units' outputs in the graph of the net.
  public let output: Graph.Node
}

extension Graph {
  /// Returns the layers from the input to a node, where each depends on the one before alone; nil where the net is
  /// not built so.
  public func layers(to output: Node) -> [UnitLayer]? {
    var nodes = ancestors(of: [output]).filter { isLayer($0) }
    if nodes.last != output { nodes.append(output) }
    var before = input
    var layers: [UnitLayer] = []
    for node in nodes {
      guard let (part, end) = cut(from: before, to: node), let layer = part.layer(end, standingFor: node)
      else { return nil }
      layers.append(layer)
      before = node
    }
    return layers
  }

  /// The units of a net that is one layer, the one that `output` is of the whole net.
  private func layer(_ node: Node, standingFor output: Node) -> UnitLayer? {
    if let form = affineForm(of: node) { return UnitLayer(units: form.units, function: nil, output: output) }
    guard let operation = operation(at: node) else { return nil }
    let units = firstUnits(of: node)
    guard units.count == shape(of: node).count else { return nil }
    let isComparison = operation.comparedDifference != nil
    return UnitLayer(
      units: units, function: isComparison ? Activation.step.operation : operation, output: output)
  }

  /// Returns the part of the net between two nodes, the first in the place of the input; nil where the second
  /// depends on the input in another way too.
  private func cut(from start: Node, to end: Node) -> (Graph, Node)? {
    var part = Graph(inputShape: shape(of: start))
    var copies: [Node: Node] = [start: part.input]
    for node in ancestors(of: [end], stoppingAt: start) where copies[node] == nil {
      switch contents[node.index] {
      case .input: return nil
      case .constant(let tensor): copies[node] = part.constant(tensor)
      case .application(let operation, let operands):
        copies[node] = part.appending(operation, operands.compactMap { copies[$0] })
      }
    }
    return copies[end].map { (part, $0) }
  }

  /// The nodes that `nodes` need, operands first, and of those that `stop` needs only itself.
  private func ancestors(of nodes: [Node], stoppingAt stop: Node) -> [Node] {
    var needed = Set(nodes)
    for index in (0..<count).reversed() {
      let node = Node(index: index)
      guard needed.contains(node), node != stop, case .application(_, let operands) = contents[index]
      else { continue }
      needed.formUnion(operands)
    }
    return needed.sorted { $0.index < $1.index }
  }
}
