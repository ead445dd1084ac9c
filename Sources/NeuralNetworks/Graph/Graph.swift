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
    case application(Operation, [Node])
  }

  /// The contents by node.
  private(set) var contents: [Content] = [.input]
  /// What is given from outside, in the order it was added; the first is ``input``.
  public private(set) var inputs = [Node(index: 0)]
  /// The shapes by node.
  private var shapes: [Shape]
  /// Whether every value of a node is 0 or 1, by node.
  private var decisions = [false]
  /// The constants that training may change, in the order they were added.
  public private(set) var parameters: [Node] = []
  private var parameterSet: Set<Node> = []
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

  /// Returns the operation that gives a node, if one does.
  func operation(at node: Node) -> Operation? {
    if case .application(let operation, _) = contents[node.index] { operation } else { nil }
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
    operation.prepare(operands.map(shape(of:))).map { append($0, operands) }
  }

  /// Adds what `output` of another graph needs, its input replaced by `input`, and returns its copy here.
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
    var copies = [Node](repeating: nodes[0], count: other.count)
    for (input, node) in zip(other.inputs, nodes) { copies[input.index] = node }
    for node in other.ancestors(of: [output]) {
      switch other.contents[node.index] {
      case .input: break
      case .constant(let tensor):
        copies[node.index] = other.isParameter(node) ? parameter(tensor) : constant(tensor)
      case .application(let operation, let operands):
        copies[node.index] = append(
          other.prepared(operation, operands, at: node), operands.map { copies[$0.index] })
      }
    }
    return copies[output.index]
  }

  /// What is counted of the way to a node.
  public struct Size: Sendable {
    /// The elements of all parameters.
    public var parameters = 0
    /// The elements of all values of one example, constants and parameters among them.
    public var elements = 0
    /// The elements of the largest value that is no constant.
    public var widest = 0
    /// The fuel of one example.
    public var cost = 0
  }

  /// Returns how large the net to `output` is, in one pass.
  /// - Complexity: O(count).
  public func size(of output: Node) -> Size {
    ancestors(of: [output]).reduce(into: Size()) { size, node in
      let count = shape(of: node).count
      size.elements = size.elements.saturatingSum(count)
      if isParameter(node) { size.parameters = size.parameters.saturatingSum(count) }
      if constant(at: node) == nil { size.widest = max(size.widest, count) }
      size.cost = size.cost.saturatingSum(ownCost(of: node))
    }
  }

  /// Returns the fuel that evaluating `nodes` for one example takes.
  public func cost(of nodes: Node...) -> Int { cost(of: nodes) }

  /// Returns the fuel that evaluating `nodes` in one pass for one example takes.
  public func cost(of nodes: [Node]) -> Int {
    ancestors(of: nodes).reduce(0) { $0.saturatingSum(ownCost(of: $1)) }
  }

  /// The fuel of the operation that gives a node, without what its operands take.
  func ownCost(of node: Node) -> Int {
    guard case .application(let operation, let operands) = contents[node.index] else { return 0 }
    return prepared(operation, operands, at: node).cost
  }

  /// The operation that gives a node, on the shapes of its operands.
  func prepared(_ operation: Operation, _ operands: [Node], at node: Node) -> Operation.Prepared {
    Operation.Prepared(operation, on: operands.map(shape(of:)), giving: shape(of: node))
  }

  /// Returns the nodes that `nodes` need, themselves included, operands first.
  func ancestors(of nodes: [Node]) -> [Node] {
    var needed = [Bool](repeating: false, count: count)
    for node in nodes { needed[node.index] = true }
    for index in (0..<count).reversed() where needed[index] {
      guard case .application(_, let operands) = contents[index] else { continue }
      for operand in operands { needed[operand.index] = true }
    }
    return (0..<count).filter { needed[$0] }.map(Node.init)
  }

  /// Adds an operation prepared for the shapes of nodes of this graph; with constant operands alone, its value.
  public mutating func append(_ prepared: Operation.Prepared, _ operands: [Node]) -> Node {
    let constants = operands.compactMap(constant(at:))
    guard constants.count == operands.count, !operands.contains(where: isParameter) else {
      return add(.application(prepared.operation, operands), prepared.shape)
    }
    foldedCost = foldedCost.saturatingSum(prepared.cost)
    return constant(prepared.apply(constants))
  }

  /// Adds a tensor that is the same for every example and that training may change.
  ///
  /// It is never folded into another constant, so that what depends on it follows when it is replaced.
  public mutating func parameter(_ tensor: Tensor) -> Node {
    let node = constant(tensor)
    parameters.append(node)
    parameterSet.insert(node)
    decisions[node.index] = false
    return node
  }

  /// Returns whether every value of a node is 0 or 1, as far as the last operations show.
  public func isDecision(_ node: Node) -> Bool { decisions[node.index] }

  /// Whether a node is a parameter.
  public func isParameter(_ node: Node) -> Bool { parameterSet.contains(node) }

  /// Puts another tensor of the same shape in the place of a constant.
  mutating func setConstant(_ node: Node, to tensor: Tensor) { contents[node.index] = .constant(tensor) }

  /// Adds a node as it is.
  /// - Precondition: `shape` is that of the content.
  mutating func add(_ content: Content, _ shape: Shape) -> Node {
    contents.append(content)
    shapes.append(shape)
    decisions.append(isDecision(content))
    return Node(index: contents.count - 1)
  }
}
