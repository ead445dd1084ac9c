import Bytes
import Tensors

extension Graph.Node: ByteCoded {
  /// Writes the position.
  public func write(to bytes: inout ByteWriter) { bytes.write(index) }

  /// Reads a position; whether a graph has it is for ``Graph/has(_:)`` to say.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    index = try .bounded(0...1 << 40, from: &bytes)
  }
}

extension Graph: ByteCoded {
  /// The most nodes of a graph that is read; no net of the language has more.
  public static let mostNodesRead = 50_000

  /// Whether a node is one of this graph's.
  public func has(_ node: Node) -> Bool { contents.indices.contains(node.index) }

  /// Writes the nodes in their order, operands before results.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(count)
    for (index, content) in contents.enumerated() {
      let node = Node(index: index)
      switch content {
      case .input: bytes.write(case: 0, shape(of: node))
      case .constant(let tensor): bytes.write(case: isParameter(node) ? 2 : 1, tensor)
      case .application(let operation, let operands): bytes.write(case: 3, operation, operands)
      }
    }
  }

  /// Reads nodes, each of which fits those before.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let count = try bytes.count()
    guard count <= Self.mostNodesRead else { throw .limit("\(Self.mostNodesRead) nodes in a net") }
    guard count > 0, try bytes.next() == 0 else { throw .invalid("a net without input") }
    self.init(inputShape: try bytes.read())
    for _ in 1..<count {
      switch try bytes.next() {
      case 0: _ = addInput(try bytes.read())
      case 1: _ = constant(try bytes.read())
      case 2: _ = parameter(try bytes.read())
      case 3: try readApplication(from: &bytes)
      case _: throw .invalid("a node of a net")
      }
    }
  }

  private mutating func readApplication(from bytes: inout ByteReader) throws(ByteProblem) {
    let operation: Operation = try bytes.read()
    let operands: [Node] = try bytes.read()
    guard operands.allSatisfy(has) else { throw .invalid("an operand") }
    // What depends on constants alone is one itself, in every graph that was built.
    guard operands.contains(where: { constant(at: $0) == nil || isParameter($0) }) else {
      throw .invalid("an operation on constants")
    }
    let shape = try operation.checkedShape(of: operands.map(shape(of:)))
    guard shape.count <= Shape.mostElements else { throw .invalid("a shape") }
    _ = add(.application(operation, operands), shape)
  }
}
