import CKernels
import Tensors

/// A graph made ready to run many times: a list of instructions over one piece of memory, all of it known before.
///
/// Running it allocates nothing and counts no references. Its bits are those of the operations one by one, on
/// every set of instructions, with or without fusing.
public final class CompiledGraph {
  /// The graph it computes.
  public let graph: Graph
  /// How many rows it works on at once.
  public let rows: Int
  /// The width of its numbers.
  public let precision: Precision
  /// The instructions in the order they run.
  let instructions: UnsafeMutableBufferPointer<nnb_instruction>
  private let layout: Layout
  private let memory: UnsafeMutableRawPointer
  /// What the instructions point to.
  private let tables: [OffsetTable]
  /// The program whose parameters these are, too.
  private let owner: CompiledGraph?

  /// Makes a program that computes `results` for `rows` rows of the graph's first input.
  ///
  /// Constants and parameters are written to its memory now, inputs by `write`. The parameters stand in one
  /// flat vector, and so do the first `results`: gradients in the order of the parameters meet them there.
  /// The parameters of `owner`, a program of the same ones, are shared with it.
  public init(
    _ graph: Graph, results: [Graph.Node], rows: Int = 1, precision: Precision = .float64,
    instructionSet: InstructionSet = .inUse, fuses: Bool = true, parametersOf owner: CompiledGraph? = nil
  ) {
    self.owner = owner
    self.graph = graph
    self.rows = rows
    self.precision = precision
    let layout = Layout(graph, results, rows: rows, precision, fuses: fuses)
    self.layout = layout
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(layout.size, 1), alignment: Arena.alignment)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: max(layout.size, 1))
    self.memory = memory
    let parameters = owner?.parameters.address ?? memory
    let builder = InstructionBuilder(
      graph, layout, memory, parameters: parameters, rows: rows, precision, instructionSet)
    let made = builder.instructions()
    instructions = .allocate(capacity: made.instructions.count)
    _ = instructions.initialize(from: made.instructions)
    tables = made.tables
    for node in layout.steps.constants where owner == nil || !graph.isParameter(node) {
      write(graph.constant(at: node)?.elements ?? [], to: node)
    }
  }

  deinit {
    instructions.deallocate()
    memory.deallocate()
  }

  /// The bytes that a program takes, before it is made.
  public static func memory(
    _ graph: Graph, results: [Graph.Node], rows: Int = 1, precision: Precision = .float64
  ) -> Int {
    Layout(graph, results, rows: rows, precision, fuses: true).size
  }

  /// Computes the results from what the inputs and parameters hold now.
  public func run() { nnb_run(instructions.baseAddress, instructions.count) }

  /// Writes numbers to an input, a parameter or a constant.
  public func write(_ numbers: [Double], to node: Graph.Node) { precision.write(numbers, to: address(node)) }

  /// Reads a value that the program has: an input, a parameter or a result; of all rows where it differs by row.
  public func read(_ node: Graph.Node) -> [Double] {
    let rows = layout.isShared[node.index] ? 1 : self.rows
    return precision.read(rows * graph.shape(of: node).count, from: address(node))
  }

  /// Writes numbers to an input.
  func write(_ numbers: UnsafeBufferPointer<Double>, to node: Graph.Node) {
    precision.write(numbers, to: address(node))
  }

  /// Reads a value for each of the first `count` rows, repeated where it is the same for all.
  func read(_ node: Graph.Node, each count: Int, to target: UnsafeMutablePointer<Double>) {
    let size = graph.shape(of: node).count
    guard layout.isShared[node.index] else {
      return precision.read(count * size, from: address(node), to: target)
    }
    for row in 0..<count { precision.read(size, from: address(node), to: target + row * size) }
  }

  /// Where a value stands.
  func address(_ node: Graph.Node) -> UnsafeMutableRawPointer {
    let offset = layout.offset(of: node)
    return layout.parameters.contains(offset) ? parameters.address + offset : memory + offset
  }

  /// All of its own memory, and its instructions.
  var blocks: [UnsafeRawBufferPointer] {
    [UnsafeRawBufferPointer(start: memory, count: max(layout.size, 1)), UnsafeRawBufferPointer(instructions)]
  }

  /// The flat vector of the parameters, and the number of its elements, gaps of zeros included.
  var parameters: (address: UnsafeMutableRawPointer, count: Int) {
    (owner?.parameters.address ?? memory, layout.parameters.count / precision.width)
  }

  /// The flat vector of the results, laid out as that of the parameters.
  var results: UnsafeMutableRawPointer { memory + layout.results.lowerBound }
}

extension CompiledGraph {
  /// The address of every value, and the steps.
  struct Layout {
    let steps: (list: [Step], constants: [Graph.Node])
    let isShared: [Bool]
    private(set) var size = 0
    private(set) var parameters = 0..<0
    private(set) var results = 0..<0
    /// Results that are computed elsewhere, and are copied to their address at the end.
    private(set) var copies: [(node: Graph.Node, offset: Int)] = []
    private var offsets: [Int]
    private var resultOffsets: [Graph.Node: Int] = [:]

    init(_ graph: Graph, _ wanted: [Graph.Node], rows: Int, _ precision: Precision, fuses: Bool) {
      let needed = graph.ancestors(of: wanted)
      var finder = StepFinder(graph, wanted, rows: rows)
      let list = finder.steps(fuses: fuses)
      steps = (list, needed.filter { graph.constant(at: $0) != nil })
      isShared = graph.sharedNodes(rows: rows)
      offsets = [Int](repeating: -1, count: graph.count)
      var arena = Arena()
      let shared = isShared
      func bytes(_ node: Graph.Node) -> Int {
        graph.shape(of: node).count.saturatingProduct(shared[node.index] ? 1 : rows)
          .saturatingProduct(precision.width)
      }
      parameters = reserve(needed.filter(graph.isParameter), &arena, bytes)
      // An input has an address even where nothing depends on it.
      for node in graph.inputs { offsets[node.index] = arena.take(bytes(node)) }
      for node in steps.constants where offsets[node.index] < 0 {
        offsets[node.index] = arena.take(bytes(node))
      }
      placeResults(wanted, graph, &arena, bytes)
      placeValues(list, graph, &arena, bytes)
      size = arena.size
    }

    /// Where a value can be read after a run, and an input written before it.
    func offset(of node: Graph.Node) -> Int { resultOffsets[node] ?? source(of: node) }

    /// Where a value is computed.
    func source(of node: Graph.Node) -> Int {
      precondition(offsets[node.index] >= 0, "node \(node.index) is not part of the program")
      return offsets[node.index]
    }

    private mutating func reserve(
      _ nodes: [Graph.Node], _ arena: inout Arena, _ bytes: (Graph.Node) -> Int
    ) -> Range<Int> {
      let start = arena.size
      for node in nodes { offsets[node.index] = arena.take(bytes(node)) }
      return start..<arena.size
    }

    private mutating func placeResults(
      _ wanted: [Graph.Node], _ graph: Graph, _ arena: inout Arena, _ bytes: (Graph.Node) -> Int
    ) {
      let start = arena.size
      for node in wanted {
        let offset = arena.take(bytes(node))
        let isComputed = if case .application = graph.contents[node.index] { true } else { false }
        if isComputed, !graph.isReshape(node), resultOffsets[node] == nil {
          offsets[node.index] = offset
        } else {
          copies.append((node, offset))
        }
        if isComputed, resultOffsets[node] == nil { resultOffsets[node] = offset }
      }
      results = start..<arena.size
    }

    /// Gives every value its address from the step that makes it to the last one that reads it.
    private mutating func placeValues(
      _ list: [Step], _ graph: Graph, _ arena: inout Arena, _ bytes: (Graph.Node) -> Int
    ) {
      let origin = graph.reshapeOrigins
      var last: [Graph.Node: Int] = [:]
      for (time, step) in list.enumerated() {
        for node in step.operands(graph) { last[origin[node.index]] = time }
      }
      for (node, _) in copies { last[origin[node.index]] = list.count }
      var ending = [[Graph.Node]](repeating: [], count: list.count + 1)
      for (time, step) in list.enumerated() {
        for node in step.results where offsets[node.index] < 0 {
          offsets[node.index] = arena.take(bytes(node))
          ending[max(last[node] ?? time, time)].append(node)
        }
        for node in ending[time] { arena.giveBack(offsets[node.index], bytes(node)) }
      }
      for index in 0..<graph.count where offsets[index] < 0 && origin[index].index != index {
        offsets[index] = offsets[origin[index].index]
      }
    }
  }
}

extension Graph {
  /// For each node the one whose elements it has: itself, or what a reshape reads.
  fileprivate var reshapeOrigins: [Node] {
    var origins = (0..<count).map(Node.init)
    for index in 0..<count {
      let node = Node(index: index)
      if isReshape(node) { origins[index] = origins[operands(of: node)[0].index] }
    }
    return origins
  }
}

extension CompiledGraph.Step {
  /// The nodes that the step reads.
  func operands(_ graph: Graph) -> [Graph.Node] {
    switch self {
    case .apply(let node): graph.operands(of: node)
    case .product(_, let product): [product.left, product.right]
    case .dense(let dense): [dense.x, dense.weights] + [dense.bias].compactMap { $0 }
    case .denseBackward(let back):
      [back.g, back.x] + [back.saved?.node, back.weights].compactMap { $0 }
    case .crossEntropy(let loss): [loss.p, loss.y]
    }
  }
}
