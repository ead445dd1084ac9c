import CKernels
import Tensors

extension CompiledGraph {
  /// One piece of work of a program, in the order of the graph.
  ///
  /// Fusing several operations into one step never changes a bit: the kernels round as the single ones do.
  enum Step {
    /// An operation by its own kernel.
    case apply(Graph.Node)
    /// A matrix product with a side that is read as its transpose.
    case product(Graph.Node, Product)
    /// A layer: `function(x @ W + b)`.
    case dense(Dense)
    /// The backward pass through a layer.
    case denseBackward(DenseBackward)
    /// A mean cross-entropy and its slope.
    case crossEntropy(CrossEntropy)
  }

  /// A product of two matrices as they are stored.
  struct Product {
    enum Form { case asStored, rightTransposed, leftTransposed }
    let form: Form
    let left: Graph.Node
    let right: Graph.Node
  }

  /// `result = function(z)`, `z = x @ W + b`.
  struct Dense {
    let result: Graph.Node
    let x: Graph.Node
    let weights: Graph.Node
    let bias: Graph.Node?
    /// Where z is needed by others.
    let sum: Graph.Node?
    let function: nnb_code
  }

  /// `dz = g * slope(s)`, and what follows from it.
  struct DenseBackward {
    let dz: Graph.Node
    let g: Graph.Node
    /// The operand of the slope; nil where dz is g itself.
    let saved: (node: Graph.Node, slope: nnb_code)?
    let x: Graph.Node
    let weights: Graph.Node?
    let byWeights: Graph.Node
    let byBias: Graph.Node?
    let byInput: Graph.Node?
  }
}

extension CompiledGraph {
  /// `mean = mean of bce(p, y)`, `slope = factor * bceSlope(p, y)`.
  struct CrossEntropy {
    let mean: Graph.Node
    let slope: Graph.Node
    let p: Graph.Node
    let y: Graph.Node
    let factor: Double
  }
}

extension CompiledGraph.Step {
  /// The nodes that the step computes.
  var results: [Graph.Node] {
    switch self {
    case .apply(let node), .product(let node, _): [node]
    case .dense(let dense): [dense.result] + [dense.sum].compactMap { $0 }
    case .denseBackward(let back):
      [back.byWeights, back.byBias, back.byInput, back.dzIfOwn].compactMap { $0 }
    case .crossEntropy(let loss): [loss.mean, loss.slope]
    }
  }
}

extension CompiledGraph.DenseBackward {
  /// dz, where the step computes it.
  var dzIfOwn: Graph.Node? { saved == nil ? nil : dz }
}

/// Finds the steps of a graph.
struct StepFinder {
  private let graph: Graph
  private let rows: Int
  private let needed: [Graph.Node]
  private let wanted: Set<Graph.Node>
  /// The nodes that use each node.
  private var users: [Graph.Node: [Graph.Node]] = [:]
  private var isShared: [Bool]
  /// The steps that fused nodes became, by the node that they stand for.
  private var fused: [Graph.Node: CompiledGraph.Step] = [:]
  /// The products that read a side as its transpose.
  private var products: [Graph.Node: CompiledGraph.Product] = [:]
  /// The nodes that need no step of their own.
  private var covered: Set<Graph.Node> = []

  init(_ graph: Graph, _ wanted: [Graph.Node], rows: Int) {
    self.graph = graph
    self.rows = rows
    self.wanted = Set(wanted)
    needed = graph.ancestors(of: wanted)
    isShared = graph.sharedNodes(rows: rows)
    for node in needed {
      for operand in Set(graph.operands(of: node)) { users[operand, default: []].append(node) }
    }
  }

  /// Returns the steps in the order of the graph; with `fuses` off, one for each operation.
  mutating func steps(fuses: Bool) -> [CompiledGraph.Step] {
    if fuses {
      for node in needed { findDense(at: node) }
      for node in needed { findBackward(at: node) }
      for node in needed { findProduct(at: node) }
      for node in needed { findCrossEntropy(at: node) }
      dropTransposes()
    }
    return needed.flatMap { (node) -> [CompiledGraph.Step] in
      let isGiven = covered.contains(node) || graph.isReshape(node) || !graph.isApplication(node)
      let own = products[node].map { .product(node, $0) } ?? CompiledGraph.Step.apply(node)
      guard let step = fused[node] else { return isGiven ? [] : [own] }
      // A backward pass without a slope begins with what the node holds.
      if case .denseBackward(let back) = step, back.dzIfOwn == nil, !isGiven { return [own, step] }
      return [step]
    }
  }

  // MARK: Layers

  private func only(_ user: Graph.Node, of node: Graph.Node) -> Bool {
    users[node] == [user] && !wanted.contains(node)
  }

  /// The product `x @ W` that a layer may begin with: one weight matrix for all rows.
  private func product(_ node: Graph.Node) -> (x: Graph.Node, weights: Graph.Node)? {
    guard graph.operation(at: node) == .matrixProduct else { return nil }
    let operands = graph.operands(of: node)
    guard isShared[operands[1].index] || rows == 1, graph.shape(of: operands[1]).rank == 2,
      !isTransposed(operands[0]), !isTransposed(operands[1])
    else { return nil }
    return (operands[0], operands[1])
  }

  private func isTransposed(_ node: Graph.Node) -> Bool {
    graph.operation(at: node) == .transpose && graph.shape(of: node).rank == 2
  }

  /// A sum `x @ W + b` whose parts no other operation reads.
  private func sum(_ node: Graph.Node) -> (x: Graph.Node, weights: Graph.Node, bias: Graph.Node?)? {
    if let (x, weights) = product(node) { return (x, weights, nil) }
    guard graph.operation(at: node) == .add else { return nil }
    let operands = graph.operands(of: node)
    guard let (x, weights) = product(operands[0]), only(node, of: operands[0]),
      isShared[operands[1].index] || rows == 1,
      graph.shape(of: operands[1]).sizes == [graph.shape(of: weights).sizes[1]],
      graph.shape(of: node) == graph.shape(of: operands[0])
    else { return nil }
    return (x, weights, operands[1])
  }

  private mutating func findDense(at node: Graph.Node) {
    if let function = graph.function(node), !covered.contains(node) {
      let z = graph.operands(of: node)[0]
      guard let parts = sum(z), !isShared[z.index] || rows == 1 else { return }
      let keeps = !only(node, of: z)
      // What reads z must come after the layer.
      guard !keeps || (fused[z] == nil || isPlain(fused[z])) else { return }
      cover(z)
      fused[z] = nil
      let firstUse = keeps ? z : node
      let dense = CompiledGraph.Dense(
        result: node, x: parts.x, weights: parts.weights, bias: parts.bias, sum: keeps ? z : nil,
        function: function)
      // With z kept, the layer stands where z did, so that all readers of either come later.
      covered.insert(node)
      fused[firstUse] = .dense(dense)
    } else if let parts = sum(node), parts.bias != nil, !covered.contains(node) {
      cover(node)
      fused[node] = .dense(
        CompiledGraph.Dense(
          result: node, x: parts.x, weights: parts.weights, bias: parts.bias, sum: nil,
          function: NNB_IDENTITY))
    }
  }

  private func isPlain(_ step: CompiledGraph.Step?) -> Bool {
    if case .dense(let dense)? = step { dense.function == NNB_IDENTITY && dense.sum == nil } else { false }
  }

  /// Marks a sum and the product inside it as computed by a layer.
  private mutating func cover(_ node: Graph.Node) {
    covered.insert(node)
    if graph.operation(at: node) == .add { covered.insert(graph.operands(of: node)[0]) }
  }

  // MARK: The backward pass

  /// The gradient of weights `x.T @ dz`.
  private func weightGradient(_ node: Graph.Node, of dz: Graph.Node) -> Graph.Node? {
    guard graph.operation(at: node) == .matrixProduct else { return nil }
    let operands = graph.operands(of: node)
    guard operands[1] == dz, isTransposed(operands[0]) else { return nil }
    return graph.operands(of: operands[0])[0]
  }

  private mutating func findBackward(at node: Graph.Node) {
    guard rows == 1, graph.shape(of: node).rank == 2, !covered.contains(node) else { return }
    let readers = users[node] ?? []
    guard let byWeights = readers.first(where: { weightGradient($0, of: node) != nil }),
      let x = weightGradient(byWeights, of: node), !covered.contains(byWeights)
    else { return }
    let byBias = readers.first { graph.operation(at: $0) == .sum(.columns) && !covered.contains($0) }
    let byInput = readers.first { reader in
      guard graph.operation(at: reader) == .matrixProduct, !covered.contains(reader) else {
        return false
      }
      let operands = graph.operands(of: reader)
      return operands[0] == node && isTransposed(operands[1])
    }
    let weights = byInput.map { graph.operands(of: graph.operands(of: $0)[1])[0] }
    // The step stands where dz does, so the weights and x must come before it.
    guard x.index < node.index, weights.map({ $0.index < node.index }) ?? true else { return }
    let slope = slope(at: node)
    for result in [byWeights, byBias, byInput].compactMap({ $0 }) { covered.insert(result) }
    if let slope { covered.formUnion([slope.node, node]) }
    fused[node] = .denseBackward(
      CompiledGraph.DenseBackward(
        dz: node, g: slope?.g ?? node, saved: slope.map { ($0.operand, $0.code) }, x: x, weights: weights,
        byWeights: byWeights, byBias: byBias, byInput: byInput))
  }

  /// The parts of `dz = g * slope(s)`, where no other operation reads the slope.
  private func slope(
    at node: Graph.Node
  ) -> (g: Graph.Node, node: Graph.Node, operand: Graph.Node, code: nnb_code)? {
    guard graph.operation(at: node) == .multiply else { return nil }
    let operands = graph.operands(of: node)
    guard let code = graph.function(operands[1]), only(node, of: operands[1]),
      !covered.contains(operands[1]), graph.shape(of: operands[0]) == graph.shape(of: node)
    else { return nil }
    return (operands[0], operands[1], graph.operands(of: operands[1])[0], code)
  }

  // MARK: Losses

  private mutating func findCrossEntropy(at node: Graph.Node) {
    let readers = users[node] ?? []
    guard rows == 1, graph.operation(at: node) == .bce, readers.count == 1, !wanted.contains(node),
      graph.operation(at: readers[0]) == .mean(.all)
    else { return }
    let operands = graph.operands(of: node)
    let slope = (users[operands[0]] ?? []).first { reader in
      graph.operation(at: reader) == .bceSlope && graph.operands(of: reader) == operands
    }
    guard let slope, let scaled = users[slope]?.first, only(scaled, of: slope), !covered.contains(scaled),
      graph.operation(at: scaled) == .multiply,
      graph.shape(of: operands[0]) == graph.shape(of: operands[1])
    else { return }
    let factors = graph.operands(of: scaled).filter { $0 != slope }.compactMap {
      graph.constant(at: $0)?.elements
    }
    guard let factor = factors.first?.first, factors[0].allSatisfy({ $0 == factor }) else { return }
    covered.formUnion([readers[0], slope, scaled])
    fused[node] = .crossEntropy(
      CompiledGraph.CrossEntropy(
        mean: readers[0], slope: scaled, p: operands[0], y: operands[1], factor: factor))
  }

  // MARK: Products

  private mutating func findProduct(at node: Graph.Node) {
    guard graph.operation(at: node) == .matrixProduct, !covered.contains(node), rows == 1 else {
      return
    }
    let (left, right) = (graph.operands(of: node)[0], graph.operands(of: node)[1])
    if isTransposed(left), graph.shape(of: right).rank == 2 {
      let stored = graph.operands(of: left)[0]
      products[node] = .init(form: .leftTransposed, left: stored, right: right)
    } else if isTransposed(right), graph.shape(of: left).rank == 2 {
      let stored = graph.operands(of: right)[0]
      products[node] = .init(form: .rightTransposed, left: left, right: stored)
    }
  }

  /// A transpose that only fused products read is never made.
  private mutating func dropTransposes() {
    for node in needed where isTransposed(node) && !wanted.contains(node) && fused[node] == nil {
      let isRead = (users[node] ?? []).contains { user in
        products[user].map { $0.left == node || $0.right == node } ?? !isPartOfBackward(user)
      }
      if !isRead { covered.insert(node) }
    }
  }

  private func isPartOfBackward(_ node: Graph.Node) -> Bool {
    covered.contains(node) && graph.operation(at: node) == .matrixProduct
  }
}

extension Graph {
  /// Whether an operation makes a node.
  func isApplication(_ node: Node) -> Bool { operation(at: node) != nil }

  /// The code of the function of each element that makes a node.
  func function(_ node: Node) -> nnb_code? {
    switch contents[node.index] {
    case .application(.map(let function), _): function.code
    case .application(.dropout, _): NNB_COPY
    case .input, .constant, .application: nil
    }
  }

  /// Whether a node has the elements of its operand in another shape.
  func isReshape(_ node: Node) -> Bool {
    if case .application(.reshape, _) = contents[node.index] { true } else { false }
  }

  /// Which nodes are the same for every row: what does not depend on an input.
  func sharedNodes(rows: Int) -> [Bool] {
    var shared = [Bool](repeating: true, count: count)
    for index in 0..<count {
      switch contents[index] {
      case .input: shared[index] = false
      case .constant: break
      case .application(_, let operands): shared[index] = operands.allSatisfy { shared[$0.index] }
      }
    }
    return shared
  }
}
