import Tensors

extension Graph {
  /// Adds a node that is the operand itself, and of which training drops a share of the elements.
  ///
  /// Source: N. Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014.
  /// - Precondition: `share` is at least 0 and less than 1.
  public mutating func dropout(_ node: Node, share: Double) -> Node {
    precondition(share >= 0 && share < 1, "a dropout of \(share)")
    return appending(.dropout(share), [node])
  }

  /// A net as it is trained, where dropout multiplies by a mask.
  public struct DroppedOut: Sendable {
    /// A mask, of 0 for what is dropped and 1/(1 − share) for what stays.
    public struct Mask: Sendable, Hashable {
      /// The input that takes it, of the shape of what it multiplies.
      public let input: Node
      /// The share of zeros.
      public let share: Double
    }

    /// The net; its inputs are those of the net before, then the masks.
    public fileprivate(set) var graph: Graph
    /// The masks in the order of the dropout nodes.
    public fileprivate(set) var masks: [Mask] = []
    fileprivate var copies: [Node] = []

    /// The copy of a node of the net before.
    public subscript(node: Node) -> Node { copies[node.index] }
  }

  /// Returns the net with a product by a mask in the place of each dropout node.
  /// - Complexity: O(count).
  public func droppedOut() -> DroppedOut {
    var net = DroppedOut(graph: Graph(inputShape: shape(of: input)))
    net.copies = [Node](repeating: net.graph.input, count: count)
    for input in inputs.dropFirst() { net.copies[input.index] = net.graph.addInput(shape(of: input)) }
    for (index, content) in contents.enumerated() {
      switch content {
      case .input: break
      case .constant(let tensor):
        let isParameter = isParameter(Node(index: index))
        net.copies[index] = isParameter ? net.graph.parameter(tensor) : net.graph.constant(tensor)
      case .application(.dropout(let share), let operands):
        let mask = net.graph.addInput(shape(of: Node(index: index)))
        net.masks.append(DroppedOut.Mask(input: mask, share: share))
        net.copies[index] = net.graph.product(net.copies[operands[0].index], mask)
      case .application(let operation, let operands):
        net.copies[index] = net.graph.append(
          prepared(operation, operands, at: Node(index: index)), operands.map { net.copies[$0.index] })
      }
    }
    return net
  }
}
