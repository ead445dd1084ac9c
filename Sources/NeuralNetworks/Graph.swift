import Tensors

/// A net for one example, as operations on the values before them.
///
/// A value: copying it copies the net.
public struct Graph: Sendable {
  /// A value inside one graph.
  public struct Node: Sendable, Hashable {
    /// The position in the graph; operands come before their results.
    public let index: Int
  }

  /// What a node is.
  enum Content: Sendable {
    case input
    case constant(Tensor)
    case application(Operation, Operation.Prepared, [Node])
  }

  /// The contents by node.
  private(set) var contents: [Content] = [.input]
  /// What is given from outside, in the order it was added; the first is ``input``.
  public private(set) var inputs = [Node(index: 0)]
  /// The shapes by node.
  private var shapes: [Shape]
  /// The constants that training may change, in the order they were added.
  public internal(set) var parameters: [Node] = []
  /// The fuel that folding of constants took so far; `append` spends it at once.
  public private(set) var foldedCost = 0

  /// Makes the net that has only its input, such as `[n]`.
  public init(inputShape: Shape) { shapes = [inputShape] }

  /// The input; the first one where there are several.
  public var input: Node { Node(index: 0) }
  /// The number of nodes.
  public var count: Int { contents.count }

  /// Returns the shape of a node for one example.
  public func shape(of node: Node) -> Shape { shapes[node.index] }

  /// Returns the value of a node that does not depend on the input.
  public func constant(at node: Node) -> Tensor? {
    if case .constant(let tensor) = contents[node.index] { tensor } else { nil }
  }

  /// Adds another input, such as the targets of a loss.
  public mutating func addInput(_ shape: Shape) -> Node {
    let node = add(.input, shape)
    inputs.append(node)
    return node
  }

  /// Adds a tensor that is the same for every example.
  public mutating func constant(_ tensor: Tensor) -> Node { add(.constant(tensor), tensor.shape) }

  /// Adds the operation on nodes of this graph; with constant operands alone, its value.
  public mutating func append(_ operation: Operation, _ operands: [Node]) -> Result<Node, ShapeProblem> {
    switch operation.prepare(operands.map(shape(of:))) {
    case .failure(let problem): .failure(problem)
    case .success(let prepared): .success(append(operation, prepared, operands))
    }
  }

  /// Adds what `output` of another graph needs, its input replaced by `input`, and returns its place here.
  /// - Precondition: `input` has the shape of the other graph's input.
  public mutating func inline(_ other: Graph, output: Node, input: Node) -> Node {
    inline(other, output: output, inputs: [input])
  }

  /// Adds what `output` of another graph needs, its inputs replaced by nodes of their shapes.
  /// - Precondition: there is one for each.
  public mutating func inline(_ other: Graph, output: Node, inputs nodes: [Node]) -> Node {
    precondition(
      nodes.map(shape(of:)) == other.inputs.map(other.shape(of:)),
      "inlined on \(nodes.map(shape(of:))), made for \(other.inputs.map(other.shape(of:)))")
    var places = [Node](repeating: nodes[0], count: other.count)
    for (input, node) in zip(other.inputs, nodes) { places[input.index] = node }
    for node in other.ancestors(of: [output]) {
      switch other.contents[node.index] {
      case .input: break
      case .constant(let tensor):
        places[node.index] = other.isParameter(node) ? parameter(tensor) : constant(tensor)
      case .application(let operation, let prepared, let operands):
        places[node.index] = append(operation, prepared, operands.map { places[$0.index] })
      }
    }
    return places[output.index]
  }

  /// Returns the fuel that evaluating `nodes` for one example takes.
  public func cost(of nodes: Node...) -> Int { cost(of: nodes) }

  /// Returns the fuel that evaluating `nodes` in one pass for one example takes.
  public func cost(of nodes: [Node]) -> Int {
    ancestors(of: nodes).reduce(0) { total, node in
      guard case .application(_, let prepared, _) = contents[node.index] else { return total }
      return total.saturatingSum(prepared.cost)
    }
  }

  /// Returns the nodes that `nodes` need, themselves included, operands first.
  func ancestors(of nodes: [Node]) -> [Node] {
    var needed = [Bool](repeating: false, count: count)
    for node in nodes { needed[node.index] = true }
    for index in (0..<count).reversed() where needed[index] {
      guard case .application(_, _, let operands) = contents[index] else { continue }
      for operand in operands { needed[operand.index] = true }
    }
    return (0..<count).filter { needed[$0] }.map(Node.init)
  }

  mutating func append(
    _ operation: Operation, _ prepared: Operation.Prepared, _ operands: [Node]
  ) -> Node {
    let constants = operands.compactMap(constant(at:))
    guard constants.count == operands.count, !operands.contains(where: isParameter) else {
      return add(.application(operation, prepared, operands), prepared.shape)
    }
    foldedCost = foldedCost.saturatingSum(prepared.cost)
    return constant(prepared.apply(constants))
  }

  /// Puts another tensor of the same shape in the place of a constant.
  mutating func setConstant(_ node: Node, to tensor: Tensor) { contents[node.index] = .constant(tensor) }

  private mutating func add(_ content: Content, _ shape: Shape) -> Node {
    contents.append(content)
    shapes.append(shape)
    return Node(index: contents.count - 1)
  }
}
